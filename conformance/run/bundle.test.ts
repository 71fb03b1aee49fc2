import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../forge/json.ts';
import { conformanceCommand } from './command.ts';
import type { Entry } from './record.ts';
import { openSeal, sealed } from './seal.ts';

const folder = mkdtempSync(join(tmpdir(), 'openact-bundle-'));
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const at = (name: string) => join(folder, name);
const FEW = 'verifier/OA-MNY-01/';

interface Bundle {
  format: string;
  statement: string;
  files: { 'report.jsonl'?: string };
}

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

function keyPair(name: string): { private: JsonObject; public: string; path: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = privateKey.export({ format: 'jwk' }) as unknown as JsonObject;
  writeFileSync(at(`${name}.json`), JSON.stringify(jwk));
  writeFileSync(at(`${name}.pub.json`), JSON.stringify(publicKey.export({ format: 'jwk' })));
  return { private: jwk, public: at(`${name}.pub.json`), path: at(`${name}.json`) };
}

const vendor = keyPair('vendor');
const other = keyPair('other');

/** Runs a few cases and seals what came of it. */
async function sealedRun(name: string, command: readonly string[]): Promise<string> {
  const file = at(`${name}.yaml`);
  const program = JSON.stringify([process.execPath, ...command]);
  writeFileSync(
    file,
    `name: ${name}\nversion: "1.4"\nrole: verifier\npatience_ms: 60000\nverifier:\n  command: ${program}\n`,
  );
  await openact('run', '--role', 'verifier', '--subject', file, '--report', at(name), FEW);
  const made = await openact(
    'bundle',
    '--report',
    at(name),
    '--key',
    vendor.path,
    '--out',
    at(`${name}.bundle`),
  );
  expect(made).toMatchObject({ exit: 0, err: '' });
  return at(`${name}.bundle`);
}

let good: string;
let bad: string;
beforeAll(async () => {
  good = await sealedRun('reference', [here('../examples/reference-verifier.ts')]);
  bad = await sealedRun('accepts-all', [here('testing/dead.mjs'), 'accept-all']);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const verify = (path: string, ...more: readonly string[]) => openact('verify-bundle', path, ...more);
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Bundle;

describe('a certification bundle', () => {
  test('holds, with the verdict, in one line', async () => {
    const { exit, out, err } = await verify(good, '--key', vendor.public);
    expect({ exit, err, lines: out.match(/\n/g)?.length }).toEqual({ exit: 0, err: '', lines: 1 });
    expect(out).toMatch(
      /holds: reference 1\.4 as verifier; profile full, only verifier\/OA-MNY-01\/: \d+ of \d+ cases/,
    );
    expect(out).toContain('OpenACT profile conforms, as far as it was run; signed by the given key');
  });

  test('of an unknown key says that nobody was told whose it is', async () => {
    expect(await verify(good)).toMatchObject({
      exit: 0,
      out: expect.stringContaining('whose, --key would show'),
    });
  });

  test('of a run that did not go well holds, and ends with 1', async () => {
    const { exit, out } = await verify(bad, '--key', vendor.public);
    expect(exit).toBe(1);
    expect(out).toContain('holds, and the run did not go as expected');
    expect(out).toContain('OpenACT profile does not conform');
  });

  test('holds neither the private key nor the subject file', () => {
    const text = readFileSync(good, 'utf8');
    expect(text).toContain('report.jsonl');
    expect(text).not.toContain(String(vendor.private.d));
    expect(text).not.toContain('reference-verifier.ts');
  });
});

/** A bundle with one thing changed. */
function changed(change: (bundle: Bundle) => void): string {
  const bundle = read(good);
  change(bundle);
  writeFileSync(at('changed.bundle'), JSON.stringify(bundle));
  return at('changed.bundle');
}

/** The record with its entries changed, and its own digest put right. */
function recordWith(text: string, change: (entries: Entry[]) => Entry[], footer: JsonObject = {}): string {
  const lines = text.trimEnd().split('\n');
  const [header = '', ...rest] = lines;
  const last = JSON.parse(rest.pop() ?? '') as JsonObject;
  const entries = change(rest.map((line) => JSON.parse(line) as Entry));
  const body = [header, ...entries.map((entry) => JSON.stringify(entry))].map((line) => `${line}\n`).join('');
  const digest = createHash('sha256').update(body).digest('hex');
  return `${body}${JSON.stringify({ ...last, ...footer, digest })}\n`;
}

/** Signed anew by the vendor itself, over another record. */
function resealed(bundle: Bundle, text: string, claims: JsonObject = {}): void {
  const known = openSeal(bundle.statement)?.claims ?? {};
  const files = {
    ...(known.files as JsonObject),
    'report.jsonl': createHash('sha256').update(text).digest('hex'),
  };
  bundle.files['report.jsonl'] = text;
  bundle.statement = sealed({ ...known, files, ...claims }, vendor.private);
}

const record = (bundle: Bundle): string => bundle.files['report.jsonl'] ?? '';
const withoutLast = (entries: Entry[]): Entry[] => entries.slice(0, -1);
const flipped = (entries: Entry[]): Entry[] =>
  entries.map((entry, index) => (index === 0 ? { ...entry, verdict: 'skip' as const } : entry));

describe('a bundle that was tampered with does not hold', () => {
  test.each<[string, (bundle: Bundle) => void, string]>([
    [
      'its signature',
      (b) => {
        b.statement = `${b.statement.slice(0, -4)}AAAA`;
      },
      'not what its key has signed',
    ],
    [
      'its claims',
      (b) => {
        const [header, , signature] = b.statement.split('.');
        const claims = Buffer.from(JSON.stringify({ format: 'x' })).toString('base64url');
        b.statement = `${header}.${claims}.${signature}`;
      },
      'not what its key has signed',
    ],
    [
      'another key',
      (b) => {
        b.statement = sealed(openSeal(b.statement)?.claims ?? {}, other.private);
      },
      'another key',
    ],
    [
      'no statement',
      (b) => {
        b.statement = '';
      },
      'not what its key has signed',
    ],
    [
      'no record',
      (b) => {
        b.files = {};
      },
      'There is no report.jsonl',
    ],
    [
      'a byte of the record',
      (b) => {
        b.files['report.jsonl'] = record(b).replace('"pass"', '"skip"');
      },
      'not the file that was signed',
    ],
    [
      'a record without its footer, signed anew',
      (b) => resealed(b, record(b).split('\n').slice(0, -2).join('\n')),
      'no footer',
    ],
    [
      'a record that was changed, signed anew',
      (b) => resealed(b, record(b).replace('"pass"', '"skip"')),
      'not as it was written',
    ],
    [
      'a case left out, signed anew',
      (b) => resealed(b, recordWith(record(b), withoutLast)),
      'missing, or there twice',
    ],
    [
      'another verdict, signed anew',
      (b) => resealed(b, recordWith(record(b), flipped)),
      'not those of the cases',
    ],
    [
      'another exit status, signed anew',
      (b) =>
        resealed(
          b,
          recordWith(record(b), (entries) => entries, { exit: 1 }),
        ),
      'does not follow from the cases',
    ],
    [
      'a case that the suite has otherwise, signed anew',
      (b) =>
        resealed(
          b,
          recordWith(record(b), (entries) => entries.map((entry) => ({ ...entry, strength: 'SHOULD' }))),
        ),
      'is another one',
    ],
    [
      'the name of the subject in the statement alone, signed anew',
      (b) => resealed(b, record(b), { subject: { name: 'Another', role: 'verifier', profile: 'full' } }),
      'does not say what the record says',
    ],
    [
      'the digest of a page, signed anew',
      (b) => {
        const { files } = openSeal(b.statement)?.claims ?? {};
        resealed(b, record(b), { files: { ...(files as JsonObject), 'report.html': '0'.repeat(64) } });
      },
      'does not say what the record says',
    ],
  ])('%s', async (_name, change, message) => {
    const { exit, out, err } = await verify(changed(change), '--key', vendor.public);
    expect({ exit, out, lines: err.match(/\n/g)?.length }).toEqual({ exit: 1, out: '', lines: 1 });
    expect(err).toContain(message);
    expect(await verify(good, '--key', vendor.public)).toMatchObject({ exit: 0 });
  });
});

describe('what cannot be used ends with 2 and one line', () => {
  const file = (name: string, text: string): string => {
    writeFileSync(at(name), text);
    return at(name);
  };
  test.each<[string, () => readonly string[], string]>([
    ['no file', () => ['verify-bundle'], 'takes one file'],
    ['two files', () => ['verify-bundle', good, good], 'takes one file'],
    ['a file that is not there', () => ['verify-bundle', at('nowhere')], 'cannot be read'],
    ['no JSON', () => ['verify-bundle', file('text', 'hello')], 'is no JSON object'],
    ['another file', () => ['verify-bundle', file('object', '{}')], 'is no certification bundle'],
    ['no key to compare with', () => ['verify-bundle', good, '--key', file('key', '{}')], 'is no public JWK'],
    ['a bundle without a key', () => ['bundle', '--report', at('reference')], 'needs --report and --key'],
    ['a bundle of nothing', () => ['bundle', '--report', at('none'), '--key', vendor.path], 'cannot be read'],
    [
      'a bundle by a public key',
      () => ['bundle', '--report', at('reference'), '--key', vendor.public],
      'is no private JWK',
    ],
  ])('%s', async (_name, args, message) => {
    const { exit, out, err } = await openact(...args());
    expect({ exit, out, lines: err.match(/\n/g)?.length }).toEqual({ exit: 2, out: '', lines: 1 });
    expect(err).toContain(message);
  });
});
