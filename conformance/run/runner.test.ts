import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Case, caseId, type Notes, NotRun, type Suite, Unreachable } from './case.ts';
import type { Entry } from './record.ts';
import { runCases } from './runner.ts';

const PATIENCE = 1_000;
const LONG = 40 * PATIENCE;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const slug = (name: string, run: (notes: Notes) => Promise<void>): Case<object> => ({
  ...{ id: caseId('trust', 'OA-TRL-01', name), requirement: 'OA-TRL-01', title: name },
  ...{ kind: 'positive', needs: [], run: (_subject, notes) => run(notes) },
});

function running(cases: readonly Case<object>[], entries: Entry[]): Promise<void> {
  const suite: Suite<object> = {
    role: 'trust',
    profiles: {},
    cases: () => cases,
    open: () => Promise.reject(new Error('opened before')),
  };
  return runCases(
    {
      ...{ suite, cases, features: undefined, reasons: new Map(), patience: PATIENCE },
      redact: (value) => value,
      onEntry: (entry) => void entries.push(entry),
    },
    [{}],
  );
}

async function ran(one: Case<object>): Promise<Entry> {
  const entries: Entry[] = [];
  const run = running([one], entries);
  await vi.advanceTimersByTimeAsync(LONG);
  await run;
  const [entry] = entries;
  if (entry === undefined) throw new Error('Nothing was told.');
  return entry;
}

test('a subject that is slow with every answer is judged by its answers', async () => {
  const slow = slug('slow', async (notes) => {
    for (let at = 0; at < 30; at += 1) {
      await new Promise((answered) => setTimeout(answered, PATIENCE));
      notes.exchange({ what: 'GET /', sent: null, received: null });
    }
  });
  const entry = await ran(slow);
  expect(entry).toMatchObject({ verdict: 'pass' });
  expect(entry.exchanges).toHaveLength(30);
});

test('a case in which nothing is answered any more ends', async () => {
  const silent = slug('silent', async (notes) => {
    notes.exchange({ what: 'GET /', sent: null, received: null });
    await new Promise(() => undefined);
  });
  expect(await ran(silent)).toMatchObject({ verdict: 'fail', message: expect.stringContaining('12000 ms') });
});

test('of a subject that falls over, the last case in which it was there is named', async () => {
  const gone = (name: string) => slug(name, () => Promise.reject(new Unreachable('ECONNREFUSED')));
  const cases = [slug('good', async () => undefined), gone('one'), gone('two'), gone('three'), gone('four')];
  const entries: Entry[] = [];
  await expect(running(cases, entries)).rejects.toThrow(
    'The subject has stopped answering since trust/OA-TRL-01/good, the last case in which it could be reached: ECONNREFUSED',
  );
  expect(entries).toHaveLength(4);
  await expect(running(cases.slice(1), [])).rejects.toThrow(
    'The subject has stopped answering: ECONNREFUSED',
  );
});

test('an answer to a case that is over starts nothing anew', async () => {
  const quick = slug('quick', async (notes) => {
    setTimeout(() => notes.exchange({ what: 'GET /', sent: null, received: null }), PATIENCE);
  });
  const entries: Entry[] = [];
  await running([quick], entries);
  expect(entries[0]?.verdict).toBe('pass');
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(PATIENCE);
  expect(vi.getTimerCount()).toBe(0);
});

test('a case that throws at once leaves no timer behind', async () => {
  const entries: Entry[] = [];
  const absent = slug('absent', () => {
    throw new NotRun('The subject has none.');
  });
  await running([absent], entries);
  expect(entries[0]?.verdict).toBe('skip');
  expect(vi.getTimerCount()).toBe(0);
});
