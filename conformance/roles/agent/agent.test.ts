import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { PrivateJwk } from '../../../src/protocol/jws/index.ts';
import { readSubjectFile } from '../../run/subject-file.ts';
import { ReferenceAgent } from '../../self/reference/agent.ts';
import { failures, type Ran, runSuite } from '../testing/run-suite.ts';
import { Market } from './market.ts';
import { readEnd, readServed } from './process.ts';
import { agentSettings } from './settings.ts';
import { agentSuite } from './suite.ts';

const SLOW = { timeout: 1_200_000 };
const folder = mkdtempSync(join(tmpdir(), 'openact-agent-subject-'));
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const subject = join(folder, 'subject.yaml');

beforeAll(() => {
  execFileSync(process.execPath, [at('../../examples/reference-agent.ts'), 'init', folder]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The same agent with another program. */
function otherSubject(name: string, program: object, patience: number): string {
  const value = parse(readFileSync(subject, 'utf8')) as { agent: { id: string; key: string } };
  const { id, key } = value.agent;
  const path = join(folder, `${name}.yaml`);
  writeFileSync(
    path,
    stringify({ ...value, name, patience_ms: patience, agent: { id, key, parallel: 2, ...program } }),
  );
  return path;
}

const passedNegatives = ({ entries }: Ran): string[] =>
  entries.filter(({ verdict, kind }) => verdict === 'pass' && kind === 'negative').map(({ id }) => id);

test('the reference agent passes every case', SLOW, async () => {
  const jwk = JSON.parse(readFileSync(join(folder, 'agent.json'), 'utf8')) as PrivateJwk;
  const market = new Market(agentSettings(readSubjectFile(subject).settings), new ReferenceAgent(jwk));
  const failed: string[] = [];
  await market.open();
  try {
    for (const one of agentSuite.cases())
      await one.run(market, { exchange: () => undefined }).catch((error: unknown) => {
        failed.push(`${one.id}: ${String(error)}`);
      });
  } finally {
    await market.close();
  }
  expect(failed).toEqual([]);
  const negatives = agentSuite.cases().filter(({ kind }) => kind === 'negative');
  expect(negatives.length).toBeGreaterThan(75);
});

const program = [process.execPath, at('../../examples/reference-agent.ts')];

test.each([
  ['as a command', { command: [...program, 'errand', 'agent.json', '{errand}', '{state}'] }],
  ['started once', { serve: [...program, 'serve', 'agent.json'] }],
])('%s, it passes a case of each kind, told in the order of the list', SLOW, async (name, how) => {
  const prefixes = ['PSD-PAY-DEL-01', 'PSD-PAY-INS-05', 'PSD-PAY-A402-06', 'OA-QUO-02', 'OA-TRL-03'];
  const file = otherSubject(name.replace(' ', '-'), how, 60_000);
  const ran = await runSuite('agent', file, ...prefixes.map((one) => `agent/${one}/`));
  expect(failures(ran)).toEqual([]);
  const ids = agentSuite
    .cases()
    .map(({ id }) => id)
    .filter((id) => prefixes.some((one) => id.startsWith(`agent/${one}/`)));
  expect({ exit: ran.exit, ids: ran.entries.map(({ id }) => id) }).toEqual({ exit: 0, ids });
  expect(ids).toHaveLength(5);
});

test(
  'an agent that checks nothing passes what an honest world asks, and no negative case',
  SLOW,
  async () => {
    const serve = [process.execPath, at('testing/naive-agent.mjs'), 'agent.json'];
    const ran = await runSuite(
      'agent',
      otherSubject('naive', { serve }, 60_000),
      '--profile',
      'agent-errands',
    );
    // It holds no talk with its user.
    const positives = ran.entries.filter(({ kind, verdict }) => kind === 'positive' && verdict !== 'skip');
    const missed = positives.filter(({ verdict }) => verdict !== 'pass').map(({ id }) => id);
    // It tries nothing again.
    expect(missed.toSorted()).toEqual([
      'agent/OA-A402-15/a402-busy-seller',
      'agent/OA-A402-15/a402-unheard-proof',
      'agent/OA-CART-05/a402-tries-as-often-as-set',
    ]);
    expect(positives.length).toBeGreaterThan(18);
    expect(passedNegatives(ran)).toEqual([]);
    expect(ran.exit).toBe(1);
  },
);

/** Agents that must pass no case: one way of doing nothing right each. A shell starts sooner than a program of ours. */
const DEAD = {
  'exit-0': 'exit 0',
  'exit-1': 'exit 1',
  hang: 'exec sleep 60',
  'do-nothing': `echo '{"status":"DONE","trade_no":"trd-1","body":"figures"}'`,
  'refuse-all': `echo '{"status":"PAUSED","code":"quote_expired"}'; exit 1`,
};

describe('dead agents', () => {
  test.each(Object.entries(DEAD))('%s passes no case at all', SLOW, async (kind, script) => {
    const command = ['/bin/sh', '-c', script];
    const ran = await runSuite('agent', otherSubject(kind, { command }, kind === 'hang' ? 200 : 60_000));
    expect(ran.entries.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id)).toEqual([]);
    expect({ exit: ran.exit, cases: ran.entries.length }).toEqual({
      exit: 1,
      cases: agentSuite.cases().length,
    });
  });
});

describe('dead agents that are started once', () => {
  test.each(['exit-0', 'exit-1', 'hang'])('%s cannot be reached', SLOW, async (kind) => {
    const serve = [process.execPath, at('../testing/dead-agent.mjs'), kind];
    const ran = await runSuite('agent', otherSubject(`serve-${kind}`, { serve }, 500));
    expect(ran.entries.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id)).toEqual([]);
    expect(ran.exit).toBe(3);
    expect(ran.err).toContain('The agent has ended or fallen silent too often.');
  });

  test.each(['serve-done', 'serve-refuse', 'serve-nonsense', 'serve-other-id'])(
    '%s passes no case at all',
    SLOW,
    async (kind) => {
      const serve = [process.execPath, at('../testing/dead-agent.mjs'), kind];
      const ran = await runSuite('agent', otherSubject(kind, { serve }, 60_000));
      expect(ran.entries.filter(({ verdict }) => verdict !== 'fail').map(({ id }) => id)).toEqual([]);
      expect({ exit: ran.exit, cases: ran.entries.length }).toEqual({
        exit: 1,
        cases: agentSuite.cases().length,
      });
    },
  );

  test('one that crashes on an errand is started again for the next', SLOW, async () => {
    const serve = [process.execPath, at('../testing/dead-agent.mjs'), 'serve-every-other'];
    const ran = await runSuite('agent', otherSubject('crashing', { serve }, 60_000));
    const messages = ran.entries.map(({ message = '' }) => message);
    expect(ran.entries.length).toBe(agentSuite.cases().length);
    expect(messages.some((one) => one.includes('The agent ended with 3.'))).toBe(true);
    expect(messages.some((one) => one.includes('It ended as REFUSED quote_expired'))).toBe(true);
  });
});

test.each([{ command: ['/no/such/agent'] }, { serve: ['/no/such/agent'] }])(
  'a program that is not there cannot be reached: %j',
  SLOW,
  async (how) => {
    const ran = await runSuite('agent', otherSubject('nobody', how, 1_000));
    expect({ exit: ran.exit, lines: ran.err.match(/\n/g)?.length }).toEqual({ exit: 3, lines: 1 });
  },
);

test.each([
  [{}, 'either command'],
  [{ command: ['a'], serve: ['a'] }, 'either command'],
  [{ serve: 'a' }, 'agent.serve is not a list'],
  [{ serve: ['a'], parallel: 0 }, 'agent.parallel is no whole number'],
])('%j cannot be used', async (how, message) => {
  const ran = await runSuite('agent', otherSubject('unusable', how, 1_000));
  expect({ exit: ran.exit, lines: ran.err.match(/\n/g)?.length }).toEqual({ exit: 2, lines: 1 });
  expect(ran.err).toContain(message);
});

describe('the end of a run', () => {
  const done = '{"status":"DONE"}';
  const stopped = '{"status":"PAUSED","code":"no_match"}';
  test.each([
    ['done', 0, `a log line\n${done}\n`, { outcome: { status: 'DONE' } }],
    ['stopped', 1, stopped, { outcome: { status: 'PAUSED', code: 'no_match' } }],
  ])('%s is an outcome', (_, exit, out, ended) => {
    expect(readEnd(exit, out)).toEqual(ended);
  });
  test.each([
    ['nothing', 0, ''],
    ['no JSON', 1, 'refused'],
    ['no status', 1, '{"code":"no_match"}'],
    ['done with another exit status', 1, done],
    ['stopped with exit status 0', 0, stopped],
    ['stopped without a reason', 1, '{"status":"PAUSED"}'],
    ['killed', null, stopped],
  ])('%s is none', (_, exit, out) => {
    expect(readEnd(exit, out)).toHaveProperty('broken');
  });
});

describe('the line of an agent that serves', () => {
  const line = (id: string, outcome: unknown): string => JSON.stringify({ id, outcome });
  test('is an outcome', () => {
    const outcome = { status: 'PAUSED', code: 'no_match' };
    expect(readServed(line('7', outcome), '7')).toEqual({ outcome });
  });
  test.each([
    ['of another errand', line('6', { status: 'DONE' })],
    ['without an outcome', line('7', undefined)],
    ['without a status', line('7', { code: 'no_match' })],
    ['that stopped without a reason', line('7', { status: 'PAUSED' })],
    ['that is no JSON', 'refused'],
    ['that is nothing', 'null'],
  ])('%s is none', (_, text) => {
    expect(readServed(text, '7')).toHaveProperty('broken');
  });
});
