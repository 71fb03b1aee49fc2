import { ActError, type Code, codes } from '../protocol/errors/index.ts';
import type { Problem } from '../protocol/generated/types.ts';
import { type Validator, validateProblem } from '../protocol/generated/validators.js';
import { parseStrict } from '../protocol/json/index.ts';
import { MESSAGE_MAX_BYTES } from '../protocol/limits.ts';
import { assertSchema } from '../protocol/messages/index.ts';
import type { HttpAnswer } from './client.ts';

const ANSWER_LIMITS = { maxBytes: 8 * MESSAGE_MAX_BYTES, maxDepth: 16 };

/** What the other side refused, with its own code where that is one of ours. */
export class RemoteProblem extends ActError {
  readonly problem: Problem;

  /** @param retryAfterSeconds as the header says it, where the problem itself does not */
  constructor(problem: Problem, retryAfterSeconds?: number) {
    super(
      isCode(problem.code) ? problem.code : 'peer_answer_invalid',
      { ...pauseOf(retryAfterSeconds), ...problem.evidence },
      problem.requirement,
    );
    this.problem = problem;
  }
}

function pauseOf(seconds: number | undefined): { readonly retry_after_seconds?: number } {
  return seconds === undefined ? {} : { retry_after_seconds: seconds };
}

function isCode(code: string): code is Code {
  return Object.hasOwn(codes, code);
}

/**
 * The JSON of a successful answer, held to its schema.
 *
 * @throws RemoteProblem when the other side refused; ActError peer_answer_invalid for anything unreadable
 */
export function expectJson<T>(validator: Validator<T>, answer: HttpAnswer): T {
  if (answer.status >= 200 && answer.status < 300) {
    return reading(() => assertSchema(validator, parseStrict(answer.body, ANSWER_LIMITS)));
  }
  throw problemIn(answer);
}

/**
 * The text of a successful answer (a compact JWS).
 *
 * @throws RemoteProblem, ActError peer_answer_invalid
 */
export function expectText(answer: HttpAnswer): string {
  if (answer.status >= 200 && answer.status < 300) return new TextDecoder().decode(answer.body).trim();
  throw problemIn(answer);
}

function problemIn(answer: HttpAnswer): ActError {
  const { status, contentType, body, retryAfterSeconds } = answer;
  const said = { status, ...pauseOf(retryAfterSeconds) };
  if (contentType !== 'application/problem+json') return new ActError('peer_answer_invalid', said);
  const problem = reading(() => assertSchema(validateProblem, parseStrict(body)), said);
  return new RemoteProblem(problem, retryAfterSeconds);
}

/** @param said evidence of the answer itself */
function reading<T>(read: () => T, said: ActError['evidence'] = {}): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ActError)
      throw new ActError('peer_answer_invalid', { ...said, problem: error.code });
    throw error;
  }
}
