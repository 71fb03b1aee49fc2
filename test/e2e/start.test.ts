import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ATTACKS } from '../../demo/attacks/index.ts';
import { freePorts } from '../../scenarios/ports.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folders: string[] = [];
/** As many servers as `npm start` has, and some. */
const PORTS = 10;

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'openact-start-'));
  folders.push(folder);
  return folder;
}

/** Runs what `npm start` runs, with the runtime that runs this test. */
async function start(args: string[], env: Record<string, string>, mutant?: string): Promise<Outcome> {
  const hook = mutant ? ['--import', './conformance/self/remove-check.ts'] : [];
  const options = {
    cwd: root,
    env: {
      ...process.env,
      NO_COLOR: '1',
      OPENACT_PORT: String(await freePorts(PORTS)),
      ...(mutant ? { OPENACT_MUTANT: mutant } : {}),
      ...env,
    },
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [...hook, 'demo/start.ts', ...args], options, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr });
    });
  });
}

type Line = Record<string, unknown>;

function linesOf(outcome: Outcome): Line[] {
  expect(outcome.code, outcome.stderr).toBe(0);
  return outcome.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('npm start', () => {
  const data = newFolder();
  let onFresh: Outcome;
  let onTheSame: Outcome;
  beforeAll(async () => {
    onFresh = await start(['--once', '--json'], { OPENACT_DATA: data });
    onTheSame = await start(['--once', '--json'], { OPENACT_DATA: data });
  });

  test('buys at each level and refuses every attack, on fresh data and on the same data again', () => {
    for (const outcome of [onFresh, onTheSame]) {
      expect(outcome.stderr).toBe('');
      expect(outcome.code).toBe(0);
      const lines = linesOf(outcome);
      const { summary } = lines.at(-1) as { summary: Record<string, unknown[]> };
      expect(summary.purchases).toEqual([
        {
          level: 'act:L2',
          amount: '553.50',
          currency: 'CNY',
          state: 'WAIT_BUYER_RECEIPT',
          trade_no: expect.any(String),
        },
        {
          level: 'act:L1',
          amount: '15.00',
          currency: 'CNY',
          state: 'WAIT_BUYER_RECEIPT',
          trade_no: expect.any(String),
        },
        {
          level: 'act:L3',
          amount: '0.20',
          currency: 'CNY',
          state: 'WAIT_BUYER_RECEIPT',
          trade_no: expect.any(String),
        },
      ]);
      const { anchored, chain, holds } = summary.records as unknown as {
        readonly anchored: number;
        readonly chain: readonly string[];
        readonly holds: boolean;
      };
      expect(holds).toBe(true);
      expect(anchored).toBeGreaterThan(60);
      expect([chain.at(0), chain.at(-1)]).toEqual(['intent-created', 'fulfillment-completed']);
      const levels = new Set(lines.slice(0, -1).map((line) => line.level));
      expect(levels).toEqual(new Set(['act:L2', 'act:L1', 'act:L3']));
      const cancelled = lines.filter(({ level, code }) => level === 'act:L1' && code !== null);
      expect(new Set(cancelled.map(({ code }) => code))).toEqual(new Set(['confirmation_denied']));
      expect(summary.refusals).toEqual(
        ATTACKS.map(({ name, code, requirement }) => ({ attack: name, code, requirement })),
      );
      for (const line of lines.slice(0, -1)) {
        expect(Object.keys(line)).toEqual([
          'step',
          'level',
          'from',
          'to',
          'message',
          'signer',
          'checks',
          'outcome',
          'code',
          'requirement',
          'balances',
        ]);
      }
    }
  });

  test('moves exactly what was bought, and nothing in the attacks', () => {
    const lines = linesOf(onFresh);
    // What the log is told goes on beside the rest, and moves nothing.
    const balances = lines
      .slice(0, -1)
      .map((line) => JSON.stringify(line.balances))
      .filter((value) => value !== '{}');
    const distinct = balances.filter((value, index) => value !== balances[index - 1]);
    const fresh = { voyage: '0.00', market: '0.00', archive: '0.00' };
    const sellers = { ...fresh, voyage: '15.00' };
    expect(distinct.slice(0, 4)).toEqual(
      [
        { user: '2000.00', rail: '0.00', ...fresh, research: '0.00' },
        { user: '1446.50', rail: '553.50', ...fresh, research: '0.00' },
        { user: '1431.50', rail: '553.50', ...sellers, research: '0.00' },
        { user: '1411.50', rail: '553.50', ...sellers, research: '20.00' },
      ].map((each) => JSON.stringify(each)),
    );
    // A purse of 1.00 that paid 0.01 and was closed; twenty calls at 0.01, and nothing after the last of them.
    expect(distinct).toHaveLength(27);
    expect(distinct.at(-1)).toBe(
      JSON.stringify({
        ...{ user: '1411.49', rail: '553.50', voyage: '15.00' },
        ...{ market: '0.11', archive: '0.10', research: '19.80' },
      }),
    );
    const attacked = lines.findIndex((line) => line.from === 'hijacked agent');
    expect(balances[attacked]).toBe(distinct.at(-1));
  });
});

describe('each attack succeeds when only its check is removed', () => {
  test.each(ATTACKS)('$name without $requirement', async ({ name, requirement }) => {
    const lines = linesOf(await start(['--once', '--json'], { OPENACT_DATA: newFolder() }, requirement));
    const { summary } = lines.at(-1) as { summary: { refusals: { attack: string }[] } };
    const refused = summary.refusals.map((one) => one.attack);
    expect(refused).toEqual(ATTACKS.map((attack) => attack.name).filter((other) => other !== name));
  });
});

describe('what cannot start says why in one line', () => {
  test('a port in use', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
    });
    const outcome = await start(['--once'], { OPENACT_DATA: newFolder(), OPENACT_PORT: String(port) });
    server.close();
    expect(outcome.code).not.toBe(0);
    expect(outcome.stderr).toBe(
      `openact: Port ${port} on 127.0.0.1 is in use. OPENACT_PORT names the first of seven others.\n`,
    );
  });

  test('a data folder that cannot be written', async () => {
    const file = join(newFolder(), 'a-file');
    writeFileSync(file, '');
    const outcome = await start(['--once'], { OPENACT_DATA: join(file, 'data') });
    expect(outcome.code).not.toBe(0);
    expect(outcome.stderr).toMatch(/^openact: The data folder .* cannot be written \(ENOTDIR\)\.\n$/);
  });

  test('a damaged database', async () => {
    const data = newFolder();
    writeFileSync(join(data, 'bank.db'), 'this is not a database, it only has the name of one. '.repeat(100));
    const outcome = await start(['--once'], { OPENACT_DATA: data });
    expect(outcome.code).not.toBe(0);
    expect(outcome.stderr).toMatch(
      /^openact: The database file .*bank\.db cannot be read: file is not a database\.\n$/,
    );
  });

  test('an unknown option', async () => {
    const outcome = await start(['--twice'], { OPENACT_DATA: newFolder() });
    expect(outcome.code).not.toBe(0);
    expect(outcome.stderr.trim().split('\n')).toHaveLength(1);
  });
});
