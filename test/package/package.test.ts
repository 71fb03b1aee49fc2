import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createActors, WORLD_NOW } from '../../src/verifier/testing/actors.ts';
import { buildWorld } from '../../src/verifier/testing/world.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');
const SET_UP_MILLISECONDS = 900_000;
/** A machine that stands still for a while is no fault of a verifier. */
const PATIENT = 'patience_ms: 60000\n';

const ENTRIES = ['protocol', 'verifier', 'issuer', 'merchant', 'agent', 'trust', 'store', 'http'] as const;

let folder = '';
let app = '';
const installed = (...path: string[]): string => join(app, 'node_modules/openact', ...path);

/** The pinned runtime, for scripts that ask for `node` too. */
const PATH = [dirname(process.execPath), process.env.PATH ?? ''].join(delimiter);

/** Node warns about colour variables that contradict each other, and warnings are not expected here. */
const env = { ...process.env, PATH, NO_COLOR: undefined, FORCE_COLOR: undefined };

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function run(command: string, args: readonly string[], cwd: string): Ran {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

function mustRun(command: string, args: readonly string[], cwd: string): void {
  const { status, out, err } = run(command, args, cwd);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}\n${out}\n${err}`);
}

/** Runs a module in the empty project and reads the JSON that it prints. */
function printedBy(name: string, lines: readonly string[], flags: readonly string[] = []): unknown {
  writeFileSync(join(app, name), lines.join('\n'));
  const { status, out, err } = run(process.execPath, [...flags, name], app);
  if (status !== 0) throw new Error(err);
  return JSON.parse(out);
}

/** Declarations of libraries are checked too; `types` are taken from this project, as the package ships none. */
function compile(
  name: string,
  lines: readonly string[],
  types: readonly string[] = [],
  lib = 'es2024,dom',
): Ran {
  writeFileSync(join(app, name), lines.join('\n'));
  const options = ['--noEmit', '--strict', '--target', 'es2024', '--module', 'nodenext', '--lib', lib];
  const ambient = ['--typeRoots', join(ROOT, 'node_modules/@types'), '--types', types.join(',')];
  return run(process.execPath, [TSC, '--ignoreConfig', ...options, ...ambient, name], app);
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'openact-package-'));
  app = join(folder, 'app');
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), '{"private":true,"type":"module"}');
  mustRun('npm', ['pack', '--silent', '--pack-destination', folder], ROOT);
  const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (archive === undefined) throw new Error('npm pack made no archive.');
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'];
  mustRun('npm', ['install', ...quiet, join(folder, archive)], app);
  const actors = await createActors();
  const world = await buildWorld(actors);
  writeFileSync(join(app, 'good.json'), world.bundleBytes);
  writeFileSync(join(app, 'bad.json'), JSON.stringify({ ...world.bundle, receipt: world.sellerReceipt }));
  writeFileSync(join(app, 'key.json'), JSON.stringify(actors.trustList.publicJwk));
}, SET_UP_MILLISECONDS);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the archive', () => {
  it('holds what is needed to use it, and nothing else', () => {
    const files = readdirSync(installed(), { recursive: true, encoding: 'utf8' });
    expect(files).toEqual(
      expect.arrayContaining([
        'dist/protocol/generated/types.d.ts',
        'dist/protocol/generated/validators.d.ts',
        'dist/protocol/generated/validators.js',
        'schemas/mandate.json',
        'schemas/http/payment.json',
        'spec/requirements.yaml',
        'dist/conformance/run/command.js',
        'conformance/vectors/mandate.json',
      ]),
    );
    expect(files.filter((name) => /(^|\/)testing\/|\.test\.|^(?:src|test|tools|demo)\//.test(name))).toEqual(
      [],
    );
    expect(existsSync(installed('README.md'))).toBe(true);
  });

  it('holds the validators as they were generated', () => {
    for (const name of ['validators.js', 'validators.d.ts']) {
      const shipped = readFileSync(installed('dist/protocol/generated', name), 'utf8');
      expect(shipped).toBe(readFileSync(join(ROOT, 'src/protocol/generated', name), 'utf8'));
    }
  });
});

describe('the installed package', () => {
  it('exports something by name from every entry, and nothing by default', () => {
    const imports = ENTRIES.map((name) => `['${name}', Object.keys(await import('openact/${name}'))]`);
    const printed = printedBy('entries.mjs', [
      `const entries = [${imports.join(', ')}];`,
      'console.log(JSON.stringify(Object.fromEntries(entries)));',
    ]) as Record<string, string[]>;
    expect(printed).toEqual({
      protocol: expect.arrayContaining(['readMessage', 'parseStrict', 'ActError']),
      verifier: expect.arrayContaining(['verifyPurchase', 'verifyPaymentRequest', 'openTrustList']),
      issuer: expect.arrayContaining(['createIssuer', 'issuerMigrations']),
      merchant: expect.arrayContaining(['createMerchant', 'merchantMigrations']),
      agent: expect.arrayContaining(['createAgent', 'agentMigrations']),
      trust: expect.arrayContaining(['createTrustApp', 'provision']),
      store: expect.arrayContaining(['openStore']),
      http: expect.arrayContaining(['createHttpClient', 'createTrustSource']),
    });
    expect(Object.values(printed).flat()).not.toContain('default');
  });

  it('has no way in but its entries', () => {
    const printed = printedBy('inside.mjs', [
      "const inside = 'openact/dist/verifier/check.js';",
      'console.log(JSON.stringify(await import(inside).then(() => "open", ({ code }) => code)));',
    ]);
    expect(printed).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });

  it('serves its schemas', () => {
    const printed = printedBy('schema.mjs', [
      "import mandate from 'openact/schemas/mandate.json' with { type: 'json' };",
      'console.log(JSON.stringify(mandate.title));',
    ]);
    expect(printed).toBe('MandateClaims');
  });

  it.each([
    ['good.json', 'accepted', null],
    ['bad.json', 'refused', 'receipt_audience_mismatch'],
  ])('judges %s: %s', (bundle, verdict, code) => {
    const printed = printedBy('verify.mjs', [
      "import { readFileSync } from 'node:fs';",
      "import { verifyPurchase } from 'openact/verifier';",
      "const trustListKey = JSON.parse(readFileSync('key.json', 'utf8'));",
      `const bytes = new Uint8Array(readFileSync('${bundle}'));`,
      `const { verdict, refusal } = await verifyPurchase(bytes, { trustListKey, now: ${WORLD_NOW} });`,
      'console.log(JSON.stringify({ verdict, code: refusal?.code ?? null }));',
    ]);
    expect(printed).toEqual({ verdict, code });
  });
});

describe('the installed verifier', () => {
  const COUNTED = [
    "import { readFileSync } from 'node:fs';",
    'let portable = 0;',
    'const { verify } = crypto.subtle;',
    'crypto.subtle.verify = (...a) => { portable += 1; return verify.apply(crypto.subtle, a); };',
    "const { verifyPurchase } = await import('openact/verifier');",
    "const trustListKey = JSON.parse(readFileSync('key.json', 'utf8'));",
    "const bytes = new Uint8Array(readFileSync('good.json'));",
    `const { verdict } = await verifyPurchase(bytes, { trustListKey, now: ${WORLD_NOW} });`,
    'console.log(JSON.stringify({ verdict, portable }));',
  ];

  /** The trust list of this world is signed with Ed25519, for which there is nothing faster. */
  const P256_MESSAGES = 8;

  it('has Node’s own signatures below it in Node, and those of WebCrypto elsewhere', () => {
    const [node, deno, bun] = [[], ['--conditions=deno'], ['--conditions=bun']].map((flags) =>
      printedBy('counted.mjs', COUNTED, flags),
    ) as { portable: number }[];
    // Certificates are verified with WebCrypto everywhere, once.
    const portable = (node?.portable ?? Number.NaN) + P256_MESSAGES;
    expect(deno).toEqual({ verdict: 'accepted', portable });
    expect(bun).toEqual(deno);
  });
});

describe('the installed program', () => {
  const openact = (...args: string[]): Ran => run(join(app, 'node_modules/.bin/openact'), args, app);

  it('tells the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(openact('--version')).toEqual({ status: 0, out: `${version}\n`, err: '' });
  });

  it('inspects a bundle, and explains a refusal with the clause that was shipped', () => {
    const options = [
      '--trust-key',
      'key.json',
      '--now',
      new Date(WORLD_NOW * 1000).toISOString().replace('.000', ''),
    ];
    const good = openact('inspect', 'good.json', ...options);
    expect({ status: good.status, err: good.err }).toEqual({ status: 0, err: '' });
    expect(good.out).toMatch(/\naccepted {2}/);
    const bad = openact('inspect', 'bad.json', ...options);
    expect(bad.status).toBe(1);
    expect(bad.out).toMatch(/clause +OA-RCP-02 \(MUST\): .+\./);
  });
});

describe('the installed suite', () => {
  const openact = (...args: string[]): Ran => run(join(app, 'node_modules/.bin/openact'), args, app);

  it('lists its cases, and judges a verifier that refuses everything', () => {
    const listed = openact('conformance', 'list', '--role', 'verifier', 'verifier/OA-MNY-05/');
    expect({ status: listed.status, err: listed.err }).toEqual({ status: 0, err: '' });
    expect(listed.out).toContain('verifier/OA-MNY-05/money.');
    writeFileSync(
      join(app, 'no.mjs'),
      `process.stdin.on('data', (line) => console.log(JSON.stringify({ id: JSON.parse(line).id, result: { verdict: 'refused', code: 'no' } })));`,
    );
    writeFileSync(
      join(app, 'no.yaml'),
      `name: No\nrole: verifier\nverifier:\n  command: [node, no.mjs]\n${PATIENT}`,
    );
    const judged = openact(
      'conformance',
      'run',
      '--role',
      'verifier',
      '--subject',
      'no.yaml',
      'verifier/OA-MNY-05/',
    );
    expect(judged.status).toBe(1);
    expect(judged.out).toMatch(/OpenACT profile: {2}does not conform/);
  });

  it('has no example that needs the sources, and runs those that it has', () => {
    const examples = installed('conformance/examples');
    const names = readdirSync(examples);
    expect(names.filter((name) => /\.(?:ts|yaml)$/.test(name))).toEqual(['act_verifier.yaml']);
    const subject = join(examples, 'act_verifier.yaml');
    appendFileSync(subject, PATIENT);
    const judged = openact(
      'conformance',
      'run',
      '--role',
      'verifier',
      '--subject',
      subject,
      'verifier/OA-MNY-',
    );
    expect({ status: judged.status, out: judged.out }).toMatchObject({ status: 0 });
    const shop = run(
      process.execPath,
      [join(examples, 'a402-shop.mjs'), 'init', 'shop', '8461', '8462'],
      app,
    );
    expect({ status: shop.status, err: shop.err }).toEqual({ status: 0, err: '' });
    const keys = openact('conformance', 'keys', '--role', 'merchant', '--subject', 'shop/subject.yaml');
    expect({ status: keys.status, err: keys.err }).toEqual({ status: 0, err: '' });
    expect(JSON.parse(keys.out)).toHaveProperty('trust_list_url');
  });
});

describe('the shipped types', () => {
  const USE = [
    "import type { ClaimsOf } from 'openact/protocol';",
    "import { verifyPurchase } from 'openact/verifier';",
    "const judged = await verifyPurchase(new Uint8Array(), { trustListKey: { kty: 'OKP', crv: 'Ed25519', x: '' }, now: 0 });",
  ];

  it('let a program compile that uses them rightly', () => {
    const right =
      "export const seen: [string, 'accepted' | 'refused'] = [({} as ClaimsOf['mandate']).iac.agent_id, judged.verdict];";
    expect(compile('right.mts', [...USE, right])).toMatchObject({ status: 0, out: '' });
  });

  it('let the lines of the README compile, just as they stand there', () => {
    const readme = readFileSync(installed('README.md'), 'utf8');
    const [, block] = /^## Use the verifier\n\n```ts\n(.*?)^```$/ms.exec(readme) ?? [];
    expect(block).toContain('verifyPurchase(');
    expect(compile('readme.mts', [block ?? ''], ['node'])).toEqual({ status: 0, out: '', err: '' });
  });

  it('stop one that uses them wrongly', () => {
    const wrong =
      "export const seen: [number, 'perhaps'] = [({} as ClaimsOf['mandate']).iac.agent_id, judged.verdict];";
    const { status, out } = compile('wrong.mts', [...USE, wrong]);
    expect(status).not.toBe(0);
    expect(out.match(/error TS2322/g)).toHaveLength(2);
  });

  it.each(ENTRIES)('of %s ask for the types of neither the DOM nor Node', (name) => {
    const lines = [`export * from 'openact/${name}';`];
    expect(compile('bare.mts', lines, [], 'es2023')).toEqual({ status: 0, out: '', err: '' });
  });

  it('describe every entry without an error of their own', () => {
    const lines = ENTRIES.map((name) => `export * as ${name} from 'openact/${name}';`);
    expect(compile('entries.mts', lines, ['node'])).toEqual({ status: 0, out: '', err: '' });
  });
});
