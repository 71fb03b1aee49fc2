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
import { readEnd } from './process.ts';
import { agentSettings } from './settings.ts';
import { agentSuite } from './suite.ts';

const SLOW = { timeout: 600_000 };
const folder = mkdtempSync(join(tmpdir(), 'openact-agent-subject-'));
const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const subject = join(folder, 'subject.yaml');

beforeAll(() => {
  execFileSync(process.execPath, [at('../../examples/reference-agent.ts'), 'init', folder]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The same agent with another program. */
function otherSubject(name: string, command: readonly string[], patience: number): string {
  const value = parse(readFileSync(subject, 'utf8')) as { agent: object };
  const path = join(folder, `${name}.yaml`);
  writeFileSync(
    path,
    stringify({ ...value, name, patience_ms: patience, agent: { ...value.agent, command } }),
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

test('as a command, it passes a case of each kind', SLOW, async () => {
  const prefixes = ['PSD-PAY-DEL-01', 'PSD-PAY-INS-05', 'PSD-PAY-A402-06', 'OA-QUO-02', 'OA-TRL-03'];
  const ran = await runSuite('agent', subject, ...prefixes.map((one) => `agent/${one}/`));
  expect(failures(ran)).toEqual([]);
  expect({ exit: ran.exit, cases: ran.entries.length }).toEqual({ exit: 0, cases: 5 });
});

test(
  'an agent that checks nothing passes what an honest world asks, and no negative case',
  SLOW,
  async () => {
    const command = [process.execPath, at('testing/naive-agent.mjs'), 'agent.json', '{errand}'];
    const ran = await runSuite('agent', otherSubject('naive', command, 10_000));
    const positives = ran.entries.filter(({ kind }) => kind === 'positive');
    expect(positives.filter(({ verdict }) => verdict !== 'pass').map(({ id }) => id)).toEqual([]);
    expect(positives.length).toBeGreaterThan(18);
    expect(passedNegatives(ran)).toEqual([]);
    expect(ran.exit).toBe(1);
  },
);

describe('dead agents', () => {
  test.each(['exit-0', 'exit-1', 'hang', 'do-nothing', 'refuse-all'])(
    '%s passes no case at all',
    SLOW,
    async (kind) => {
      const command = [process.execPath, at('../testing/dead-agent.mjs'), kind];
      const ran = await runSuite('agent', otherSubject(kind, command, kind === 'hang' ? 200 : 10_000));
      expect(ran.entries.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id)).toEqual([]);
      expect({ exit: ran.exit, cases: ran.entries.length }).toEqual({
        exit: 1,
        cases: agentSuite.cases().length,
      });
    },
  );
});

test('a program that is not there cannot be reached', SLOW, async () => {
  const ran = await runSuite('agent', otherSubject('nobody', ['/no/such/agent'], 1_000));
  expect({ exit: ran.exit, lines: ran.err.match(/\n/g)?.length }).toEqual({ exit: 3, lines: 1 });
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
