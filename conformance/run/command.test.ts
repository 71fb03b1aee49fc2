import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { conformanceCommand } from './command.ts';
import { readRecord } from './record.ts';

const folder = mkdtempSync(join(tmpdir(), 'openact-suite-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const SLOW = { timeout: 1_200_000 };
const TEXT = 'verifier/OA-MNY-01/';

async function openact(...args: readonly string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const exit = await conformanceCommand(args, {
    write: (text) => out.push(text),
    writeError: (text) => err.push(text),
    colour: false,
    now: () => 1_800_000_000,
  });
  return { exit, out: out.join(''), err: err.join('') };
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Whoever answers may take its time to start on a busy machine; who never does is not waited for so long. */
const PATIENCE_MS = 60_000;
const SILENT_PATIENCE_MS = 5_000;
const ANSWERING = /reference|secretive|-all$/;

function subject(name: string, command: readonly string[], more = ''): string {
  return file(
    `${name}.yaml`,
    `name: ${name}\nrole: verifier\npatience_ms: ${ANSWERING.test(name) ? PATIENCE_MS : SILENT_PATIENCE_MS}\n${more}verifier:\n  command: ${JSON.stringify([process.execPath, ...command])}\n`,
  );
}

const reference = subject('reference', [here('../examples/reference-verifier.ts')]);
/** Two mebibytes of nothing. */
const huge = join(folder, 'huge.yaml');
writeFileSync(huge, '\n'.repeat(2 * 1_048_576));
const dead = (kind: string, more?: string) => subject(kind, [here('testing/dead.mjs'), kind], more);
const run = (path: string, ...args: readonly string[]) =>
  openact('run', '--role', 'verifier', '--subject', path, ...args);

describe('a report that cannot be written', () => {
  const nowhere = process.platform === 'linux' ? '/proc/openact/report' : join(huge, 'a', 'report');
  test.each([huge, join(huge, 'report'), nowhere])('is refused before anything runs: %s', async (path) => {
    const { exit, out, err } = await run(dead('exits'), '--report', path);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toMatch(/^openact conformance: The report .* cannot be written \(E[A-Z]+\)\.\n$/);
  });
});

describe('a run', () => {
  test('of the reference verifier: everything passes, and the record says so', SLOW, async () => {
    const report = join(folder, 'report');
    const { exit, out } = await run(reference, '--report', report);
    expect(out).not.toContain('fail ');
    expect(exit).toBe(0);
    const { header, entries, footer } = readRecord(readFileSync(join(report, 'report.jsonl'), 'utf8'));
    expect(header).toMatchObject({ role: 'verifier', subject: 'reference', cases: entries.length });
    expect(Object.keys(header.digests)).toEqual(['requirements', 'schemas', 'vectors', 'subject']);
    expect(footer).toMatchObject({ exit: 0, counts: { pass: entries.length, fail: 0, error: 0 } });
    expect(entries.length).toBeGreaterThan(1_300);
    const junit = readFileSync(join(report, 'junit.xml'), 'utf8');
    expect(junit.match(/<testcase /g)).toHaveLength(entries.length);
    const page = readFileSync(join(report, 'report.html'), 'utf8');
    expect(page).toContain('Content-Security-Policy');
    const data = /id="data">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
    expect(JSON.parse(data)).toEqual(entries);
  });

  test('that is cut off or changed is no result', SLOW, async () => {
    const report = join(folder, 'cut');
    expect(await run(reference, TEXT, '--report', report)).toMatchObject({ exit: 0 });
    const text = readFileSync(join(report, 'report.jsonl'), 'utf8');
    expect(() => readRecord(text.split('\n').slice(0, -2).join('\n'))).toThrow('no footer');
    expect(() => readRecord(text.replace('"pass"', '"fail"'))).toThrow('not as it was written');
    expect(readRecord(text).footer.exit).toBe(0);
  });

  test('keeps ids unique and in their form', async () => {
    const { exit, out } = await openact('list', '--role', 'verifier');
    expect(exit).toBe(0);
    const ids = out
      .split('\n')
      .slice(0, -1)
      .map((line) => line.split(' ')[0] ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^verifier\/[A-Z0-9-]+-\d{2,3}\/[a-z0-9.-]+$/.test(id))).toEqual([]);
  });
});

test('a verifier in another language passes its profile', SLOW, async () => {
  const report = join(folder, 'python');
  const { exit, out } = await run(here('../examples/act_verifier.yaml'), '--report', report);
  expect({ exit, failed: out.match(/^fail .*/gm) }).toEqual({ exit: 0, failed: null });
  const { entries, footer, header } = readRecord(readFileSync(join(report, 'report.jsonl'), 'utf8'));
  expect(header.profile).toBe('verifier-purchase');
  expect(footer.counts.pass).toBeGreaterThanOrEqual(1_160);
  expect(entries.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'skip')).toEqual([]);
  for (const name of ['verifier', 'schema', 'trust', 'records', 'purchase']) {
    const source = readFileSync(here(`../examples/act_${name}.py`), 'utf8');
    expect(source).not.toMatch(/src\/|\.ts\b/);
  }
});

describe('dead subjects', () => {
  test.each(['accept-all', 'refuse-all'])('%s passes no negative case', SLOW, async (kind) => {
    const report = join(folder, kind);
    // The greeting is a good message: whoever refuses it is spoken to all the same.
    const { exit } = await run(dead(kind), '--report', report);
    expect(exit).toBe(1);
    const { entries } = readRecord(readFileSync(join(report, 'report.jsonl'), 'utf8'));
    const negatives = entries.filter((entry) => entry.kind === 'negative');
    expect(negatives.length).toBeGreaterThan(1_000);
    expect(negatives.filter(({ verdict }) => verdict === 'pass')).toEqual([]);
  });

  test('what a subject calls its refusal cannot write lines of the suite', SLOW, async () => {
    const { exit, out } = await run(dead('rude-all'), TEXT);
    expect(exit).toBe(1);
    expect(out).toContain('x\\u001b[2J\\u202e\\u000apass  everything');
    expect(out).not.toMatch(/^pass|(?!\n)[\p{Cc}\p{Cf}]/mu);
  });

  test.each(['exit', 'error-all', 'nonsense', 'hang'])('%s cannot be reached', SLOW, async (kind) => {
    const { exit, out, err } = await run(dead(kind, ''), TEXT);
    expect({ exit, out }).toEqual({ exit: 3, out: '' });
    expect(err).toMatch(/^openact conformance: The verifier answers nothing: .+\n$/);
  });

  test('a program that is not there cannot be reached', SLOW, async () => {
    const path = file('none.yaml', 'name: None\nrole: verifier\nverifier:\n  command: [no-such-program]\n');
    const { exit, err } = await run(path, TEXT);
    expect({ exit, lines: err.split('\n').length }).toEqual({ exit: 3, lines: 2 });
    expect(err).toContain('no-such-program cannot be started');
  });
});

describe('the command line', () => {
  test.each([
    [[], 'conformance takes run, list, keys, bundle or verify-bundle.'],
    [['run', '--role', 'verifier'], 'run needs --subject.'],
    [['run', '--role', 'baker'], '--role is one of'],
    [['keys', '--role', 'verifier', '--subject', reference], 'needs no keys'],
    [['list', '--role', 'verifier', '--nothing'], 'nothing'],
    [['list', '--role', 'verifier', 'merchant/'], 'No case of verifier begins with merchant/.'],
    [['run', '--role', 'verifier', '--subject', '/nowhere.yaml'], '/nowhere.yaml cannot be read.'],
    [['run', '--role', 'verifier', '--subject', huge], 'is larger than'],
    [['run', '--role', 'verifier', '--subject', reference, '--profile', 'x'], 'has no profile x'],
  ])('%j ends with 2 and one line', async (args, message) => {
    const { exit, out, err } = await openact(...args);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain(message);
    expect(err.match(/\n/g)).toHaveLength(1);
  });

  test('explains itself', async () => {
    expect(await openact('--help')).toMatchObject({ exit: 0, out: expect.stringContaining('Exit status') });
  });

  test.each([
    ['role: verifier\nverifier: {command: [node]}\n', 'name is missing'],
    ['name: x\nrole: verifier\n', 'verifier is missing'],
    ['name: x\nrole: verifier\nfriend: 1\nverifier: {command: [node]}\n', 'friend is not a member'],
    ['name: x\nrole: verifier\nverifier: {command: node}\n', 'verifier.command is not a list'],
    ['name: x\nrole: merchant\nmerchant: {}\n', 'declares the role merchant, not verifier'],
    ['name: [\n', 'is not YAML'],
  ])('refuses the subject file %j', async (text, message) => {
    const { exit, err } = await run(file('bad.yaml', text), TEXT);
    expect(exit).toBe(2);
    expect(err).toContain(message);
  });
});

describe('a profile', () => {
  test('skips what it has not, and never counts it as passed', SLOW, async () => {
    const report = join(folder, 'profile');
    const args = ['--profile', 'verifier-text', '--report', report, TEXT, 'verifier/OA-MND-01/'];
    expect(await run(reference, ...args)).toMatchObject({ exit: 0 });
    const { entries, header } = readRecord(readFileSync(join(report, 'report.jsonl'), 'utf8'));
    expect(header.profile).toBe('verifier-text');
    const verdicts = new Map(entries.map(({ requirement, verdict }) => [requirement, verdict]));
    expect(Object.fromEntries(verdicts)).toEqual({ 'OA-MND-01': 'skip', 'OA-MNY-01': 'pass' });
  });

  test('of which nothing is left has run nothing', async () => {
    const { exit, err } = await run(reference, '--profile', 'verifier-text', 'verifier/OA-MND-01/');
    expect(exit).toBe(2);
    expect(err).toContain('nothing was run');
  });
});

describe('a baseline', () => {
  const baseline = (...ids: readonly string[]) =>
    file('baseline.yaml', JSON.stringify(ids.map((id) => ({ id, reason: 'being worked on' }))));
  const ID = 'verifier/OA-MNY-01/money.an-exponent';

  async function failing(): Promise<string> {
    const { out } = await openact('list', '--role', 'verifier', TEXT);
    return (
      out
        .split('\n')
        .find((line) => line.includes('negative'))
        ?.split(' ')[0] ?? ID
    );
  }

  test('expects a failure', SLOW, async () => {
    const id = await failing();
    const known = await run(dead('accept-all'), id, '--baseline', baseline(id));
    expect(known).toMatchObject({ exit: 0, out: expect.stringContaining('being worked on') });
    expect(await run(dead('accept-all'), id)).toMatchObject({ exit: 1 });
  });

  test('is stale when the failure is gone, or names no case', SLOW, async () => {
    const id = await failing();
    const gone = await run(reference, id, '--baseline', baseline(id));
    expect(gone).toMatchObject({ exit: 1, err: expect.stringContaining(`${id} did not fail`) });
    const unknown = await run(reference, id, '--baseline', baseline('verifier/OA-MNY-01/none'));
    expect(unknown).toMatchObject({ exit: 1, err: expect.stringContaining('is not a case of this role') });
  });

  test('gives a reason for each id', async () => {
    const path = file('reasonless.yaml', JSON.stringify([{ id: ID }]));
    expect(await run(reference, TEXT, '--baseline', path)).toMatchObject({ exit: 2 });
  });
});

test('secrets and private keys do not reach a report', SLOW, async () => {
  const report = join(folder, 'secrets');
  const path = subject('secretive', [here('testing/dead.mjs'), 'accept-all'], 'secrets: [accepted]\n');
  await run(path, TEXT, '--report', report);
  const text = ['report.jsonl', 'report.html', 'junit.xml'].map((name) =>
    readFileSync(join(report, name), 'utf8'),
  );
  expect(text[0]).toContain('[redacted]');
  expect(text.filter((one) => /"verdict":"accepted"/.test(one))).toEqual([]);
  expect(text.every((one) => one.length > 1_000)).toBe(true);
});
