import { expect, test } from 'vitest';
import { ActError } from '../protocol/errors/index.ts';
import { expectText, isPutOff, isUnanswered, problemOf, retryAfterOf } from './index.ts';

const PROBLEM = 'application/problem+json';

/** What a caller gets of an answer. */
function failureOf(status: number, contentType: string, said: unknown, retryAfterSeconds?: number): ActError {
  const body = new TextEncoder().encode(JSON.stringify(said));
  const pause = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  try {
    expectText({ status, contentType, body, ...pause });
  } catch (error) {
    if (error instanceof ActError) return error;
    throw error;
  }
  throw new Error('it was a good answer');
}

test.each([
  [429, true, true],
  [503, true, true],
  [502, true, true],
  [500, true, false],
  [404, false, false],
])('%i is known, whatever is said with it', (status, unanswered, putOff) => {
  const body = { ...problemOf(new ActError('internal')), status };
  const all = [
    failureOf(status, PROBLEM, body),
    failureOf(status, PROBLEM, { says: 'something else' }),
    failureOf(status, 'text/html', 'no'),
  ];
  expect(all.map(isUnanswered)).toEqual([unanswered, unanswered, unanswered]);
  expect(all.map(isPutOff)).toEqual([putOff, putOff, putOff]);
});

test('silence is no answer, and puts off', () => {
  const silence = new ActError('peer_unreachable');
  expect([isUnanswered(silence), isPutOff(silence), retryAfterOf(silence)]).toEqual([true, true, undefined]);
});

test('when to come again is read from the problem, or from the header', () => {
  const said = problemOf(new ActError('request_rate_exceeded', { retry_after_seconds: 40 }));
  const silent = problemOf(new ActError('request_rate_exceeded'));
  expect(retryAfterOf(failureOf(429, PROBLEM, said, 7))).toBe(40);
  expect(retryAfterOf(failureOf(429, PROBLEM, silent, 7))).toBe(7);
  expect(retryAfterOf(failureOf(429, PROBLEM, {}, 7))).toBe(7);
  expect(retryAfterOf(failureOf(429, 'text/html', 'no', 7))).toBe(7);
  expect(retryAfterOf(failureOf(429, PROBLEM, silent))).toBeUndefined();
});
