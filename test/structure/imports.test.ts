import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const src = fileURLToPath(new URL('../../src', import.meta.url));

/** What each folder of src may import besides itself. Roles speak HTTP: they never import each other. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  protocol: [],
  verifier: ['protocol'],
  store: ['protocol'],
  node: ['protocol', 'verifier'],
  http: ['protocol', 'verifier', 'node', 'store'],
  records: ['protocol', 'verifier', 'store', 'http'],
  issuer: ['protocol', 'verifier', 'node', 'store', 'http', 'records'],
  merchant: ['protocol', 'verifier', 'node', 'store', 'http', 'records'],
  agent: ['protocol', 'verifier', 'node', 'store', 'http', 'records'],
  trust: ['protocol', 'verifier', 'node', 'store', 'http'],
  cli: ['protocol', 'node', 'verifier', 'store', 'http', 'records', 'issuer', 'merchant', 'agent', 'trust'],
};

interface Import {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly target: string;
}

function sources(): string[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('.d.ts'))
    .filter((name) => !/(^|\/)testing\//.test(name))
    .map((name) => join(src, name));
}

function folderOf(path: string): string {
  return relative(src, path).split('/')[0] ?? '';
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const names = [...text.matchAll(/(?:from|import)\s+'([^']+)'/g)].map((match) => match[1] ?? '');
  return names.map((target) => {
    const inside = target.startsWith('.');
    return { file, from: folderOf(file), to: inside ? folderOf(resolve(dirname(file), target)) : '', target };
  });
}

const all = sources().flatMap(importsOf);

describe('the direction of imports', () => {
  test('there is something to look at', () => {
    expect(all.length).toBeGreaterThan(100);
    expect(new Set(all.map((one) => one.from))).toEqual(new Set(Object.keys(MAY_IMPORT)));
  });

  test('every folder imports only what lies below it', () => {
    const wrong = all.filter(
      (one) => one.to && one.to !== one.from && !MAY_IMPORT[one.from]?.includes(one.to),
    );
    expect(wrong.map((one) => `${relative(src, one.file)} imports ${one.target}`)).toEqual([]);
  });

  test('protocol and verifier need no Node, so that they run in browsers', () => {
    const portable = all.filter((one) => one.from === 'protocol' || one.from === 'verifier');
    expect(portable.filter((one) => one.target.startsWith('node:'))).toEqual([]);
    expect(portable.length).toBeGreaterThan(50);
  });

  test('only main files read the environment', () => {
    const readers = sources().filter((file) => /process\.env/.test(readFileSync(file, 'utf8')));
    expect(readers.map((file) => relative(src, file)).filter((name) => !name.endsWith('main.ts'))).toEqual(
      [],
    );
  });

  test('what sends traces and metrics is loaded by main files only; the rest knows the API', () => {
    const sdk = all.filter(
      ({ target }) => target.startsWith('@opentelemetry/') && target !== '@opentelemetry/api',
    );
    expect(new Set(sdk.map(({ file }) => relative(src, file)))).toEqual(new Set(['http/otlp.ts']));
    const starters = sources().filter((file) =>
      /startTelemetry\(|otlp\.ts'/.test(readFileSync(file, 'utf8')),
    );
    const others = starters.map((file) => relative(src, file)).filter((name) => !name.endsWith('/main.ts'));
    expect(others).toEqual(['http/telemetry-start.ts']);
  });
});
