import { type DestinationStream, type Logger, pino } from 'pino';
import { ActError } from '../protocol/errors/index.ts';
import { standardError } from './standard-error.ts';
import { StartError } from './start-error.ts';

export type { Logger } from 'pino';

const LEVELS: readonly string[] = [...Object.keys(pino.levels.values), 'silent'];

const SECRET = [
  'jws',
  'jwk',
  'token',
  'authorization',
  'body',
  'user_intent_raw',
  'delivery_address',
] as const;

/** What a log is told of something that failed. */
export type Fault =
  | { readonly error: string; readonly at: readonly string[] }
  | { readonly code: string; readonly reason: string | undefined };

/**
 * Of a fault of ours where it happened, without what it says: messages quote what they choked on. Of a refusal, such as
 * that of a database that takes no write, its code and what the system calls the reason.
 *
 * @see OA-PRV-05
 */
export function faultOf(error: unknown): Fault {
  if (error instanceof ActError) return { code: error.code, reason: reasonOf(error) };
  if (!(error instanceof Error)) return { error: typeof error, at: [] };
  const frames = error.stack?.match(/^ {4}at .*$/gm) ?? [];
  return { error: error.name, at: frames.map((frame) => frame.trim()) };
}

/** Short names, and the texts that SQLite has for its codes: nothing that quotes. */
const REASON = /^[A-Za-z0-9_ ]{1,60}$/;

/**
 * What the system, SQLite or PostgreSQL called the reason of a refusal of ours: `database or disk is full`, `25006`,
 * `ECONNREFUSED`. Undefined where there is none; never a message.
 *
 * @see OA-PRV-05
 */
export function reasonOf(error: unknown): string | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof Error)) return undefined;
  const { errstr, code } = cause as { readonly errstr?: unknown; readonly code?: unknown };
  return [errstr, code].map(String).find((text) => text !== 'undefined' && REASON.test(text));
}

/**
 * Structured log lines on standard error. Callers log names, codes and durations; tokens, keys, addresses and
 * raw intents are never passed in, and the members that could hold one are censored besides.
 *
 * @throws StartError for a level that there is not
 * @see OA-PRV-05
 */
export function createLogger(role: string, level = 'info', destination?: DestinationStream): Logger {
  if (!LEVELS.includes(level)) {
    throw new StartError(`OPENACT_LOG is “${level}”; it can be ${LEVELS.join(', ')}.`);
  }
  return pino(
    {
      level,
      base: { role },
      redact: { paths: SECRET.flatMap((member) => [member, `*.${member}`]), censor: '[censored]' },
    },
    destination ?? standardError(),
  );
}
