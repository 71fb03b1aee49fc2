import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Case, caseId, type Notes, type Suite } from './case.ts';
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

async function ran(one: Case<object>): Promise<Entry> {
  const suite: Suite<object> = {
    role: 'trust',
    profiles: {},
    cases: () => [one],
    open: () => Promise.reject(new Error('opened before')),
  };
  const entries: Entry[] = [];
  const running = runCases(
    {
      ...{ suite, cases: [one], features: undefined, reasons: new Map(), patience: PATIENCE },
      redact: (value) => value,
      onEntry: (entry) => void entries.push(entry),
    },
    [{}],
  );
  await vi.advanceTimersByTimeAsync(LONG);
  await running;
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
