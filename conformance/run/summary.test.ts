import { expect, test } from 'vitest';
import type { Verdict } from './case.ts';
import type { Entry } from './record.ts';
import { summaryOf, verdictOf } from './summary.ts';

/** A case of the profile that ended so, after an answer with this status. */
function entry(verdict: Verdict, status?: number): Entry {
  const received = status === undefined ? null : { status, body: {} };
  return {
    type: 'case',
    id: 'merchant/OA-QUO-02/adds-up',
    title: 'It adds up.',
    kind: 'positive',
    requirement: 'OA-QUO-02',
    component: 'OA-QUO',
    origin: 'profile',
    strength: 'MUST',
    clause: 'It adds up.',
    verdict,
    milliseconds: 1,
    exchanges: [{ what: 'POST /quotes', sent: null, received }],
  };
}

test('a failure that was put off is counted by itself, and is neither a pass nor a fault', () => {
  const entries = [entry('pass', 201), entry('fail', 429), entry('fail', 503)];
  expect(verdictOf(entries, 'profile')).toBe('not known: the subject put the suite off');
  expect(summaryOf(entries)).toContain('2 failed on an answer of 429 or 503');
});

test('beside a failure of another kind it does not conform', () => {
  const entries = [entry('fail', 429), entry('fail', 200)];
  expect(verdictOf(entries, 'profile')).toBe('does not conform');
  expect(summaryOf(entries)).toContain('1 failed on an answer of 429 or 503');
});

test('silence, and a case that broke, are no putting off', () => {
  for (const one of [entry('fail'), entry('error', 429)]) {
    expect(verdictOf([one], 'profile')).toBe('does not conform');
    expect(summaryOf([one])).not.toContain('429');
  }
});

test('a refusal in another form is no putting off, whatever its status', () => {
  const message = 'The refusal does not fit schemas/problem.json: / must NOT have additional properties';
  const wrong = { ...entry('fail', 503), message };
  expect(verdictOf([wrong], 'profile')).toBe('does not conform');
  expect(summaryOf([wrong])).not.toContain('429 or 503');
  const putOff = { ...wrong, message: 'Answered 503, where 200 was due.' };
  expect(verdictOf([putOff], 'profile')).toBe('not known: the subject put the suite off');
});

test('what was refused as it was due passes, and is not counted', () => {
  expect(verdictOf([entry('pass', 429)], 'profile')).toBe('conforms, as far as it was run');
  expect(summaryOf([entry('pass', 429)])).not.toContain('429 or 503');
});

test('a 503 whose code has judged what was asked is no putting off', () => {
  const judged = entry('fail', 503);
  const answer = (code: string) => ({
    ...judged,
    exchanges: [{ what: 'POST /payments', sent: null, received: { status: 503, body: { code } } }],
  });
  expect(verdictOf([answer('status_list_stale')], 'profile')).toBe('does not conform');
  expect(verdictOf([answer('store_unavailable')], 'profile')).toBe(
    'not known: the subject put the suite off',
  );
});

const NOBODY = 'Whatever was asked, the answer was 404';

test('where every answer is the same and nothing passes, the address is in doubt', () => {
  const all = Array.from({ length: 10 }, () => entry('fail', 404));
  expect(summaryOf(all)).toContain(NOBODY);
  expect(summaryOf([...all, entry('skip')])).toContain(NOBODY);
});

test('and is not where one was answered otherwise, where one passed, or after few cases', () => {
  const all = Array.from({ length: 10 }, () => entry('fail', 404));
  expect(summaryOf([...all, entry('fail', 200)])).not.toContain('Whatever');
  expect(summaryOf([...all, entry('pass', 404)])).not.toContain('Whatever');
  expect(summaryOf(all.slice(1))).not.toContain('Whatever');
});
