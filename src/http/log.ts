import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/**
 * Structured log lines on standard error. Callers log names, codes and durations; tokens, keys, addresses and
 * raw intents are never passed in, and the members that could hold one are censored besides.
 */
export function createLogger(role: string, level = 'info', destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: { role },
      redact: { paths: ['*.jws', '*.jwk', '*.token', '*.authorization', 'body'], censor: '[censored]' },
    },
    destination ?? pino.destination({ fd: 2, sync: true }),
  );
}
