/**
 * The reference account side as a subject of the suite: what a vendor has to write to set a deployment up and start it.
 *
 *   node reference-account-side.ts <folder> <port> <control port> [<operator port>]
 *     < what `openact conformance keys` prints
 *
 * Makes keys, accounts and anchors anew in the folder, and runs the server until it is told to end. The role `psp` of the
 * suite is judged at the same server.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { trustMemoryMigration } from '../../src/http/index.ts';
import { loadSigner } from '../../src/http/key-file.ts';
import { issuerMigrations } from '../../src/issuer/index.ts';
import { openStore } from '../../src/store/index.ts';
import { provision } from '../../src/trust/index.ts';
import { presetAccountSide } from './preset-account-side.ts';

/** Known to everybody: it is for a server on loopback that is gone after the run. */
const CONTROL_TOKEN = 'only-for-tests-on-loopback';
const OPERATOR_TOKEN = 'only-for-tests-on-loopback-by-the-operator';
const ISSUER = 'did:act:bank.example/iac';
const PSP = 'did:act:bank.example/psp';
const MANY = '100000';

interface SetUp {
  readonly trust_list_url: string;
  readonly trust_list_key: object;
  readonly next_trust_list_key: object;
  readonly status_list_url: string;
  readonly log_url: string;
  /** Of a payment service: where it tells what operators see. */
  readonly collector_url?: string;
  /** Of an issuer: the payment service that mandates are made out to. */
  readonly psp_id?: string;
  /** Of a payment service: the other one, the prefixes of its payer codes, and what is taken off for orders paid there. */
  readonly clears_with?: string;
  readonly payer_codes_there?: readonly string[];
  readonly promotion?: {
    readonly promotion_id: string;
    /** Of all accounts. */
    readonly currency: string;
    readonly amount: string;
    readonly min_amount: string;
  };
}

function anchorsIn(listPath: string): readonly (readonly [role: string, anchor: string])[] {
  const payload = readFileSync(listPath, 'utf8').split('.')[1] ?? '';
  const { entries } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as {
    readonly entries: readonly { readonly role: string; readonly anchors: readonly string[] }[];
  };
  return entries.map(({ role, anchors }) => [role, anchors[0] ?? '']);
}

async function prepare(folder: string, setUp: SetUp): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const now = Math.floor(Date.now() / 1000);
  const entities = [
    { id: ISSUER, role: 'IAC_ISSUER' as const, folder: 'bank' },
    { id: PSP, role: 'PSP' as const, folder: 'bank' },
  ];
  const keys = join(folder, 'keys');
  await provision(keys, { operator: 'did:act:bank.example/own-list', entities }, now);
  for (const [role, anchor] of anchorsIn(join(keys, 'trust-list.jwt')))
    writeFileSync(join(folder, role === 'PSP' ? 'psp-anchor.txt' : 'issuer-anchor.txt'), anchor);
  const { header } = await loadSigner(join(keys, 'bank', 'psp-receipt.json'));
  const { x5c = [] } = header as { readonly x5c?: readonly string[] };
  for (const [at, certificate] of x5c.entries())
    writeFileSync(join(folder, `receipt-${at}.txt`), certificate);
  writeFileSync(
    join(folder, 'trust-list.pub.json'),
    JSON.stringify({ keys: [setUp.trust_list_key, setUp.next_trust_list_key] }),
  );
  const store = await openStore(join(folder, 'bank.db'), [...issuerMigrations, trustMemoryMigration]);
  await presetAccountSide(store, {
    now,
    random: (count) => new Uint8Array(randomBytes(count)),
    ...(setUp.promotion && { currency: setUp.promotion.currency }),
  });
  await store.close();
}

/** Prefixes of the payer codes that it gives itself. */
const OWN_CODES = '28-29';
const PROMOTION_BUDGET = '1000.00';
const YEAR_SECONDS = 366 * 86_400;

/** How a payment service is told of the one that it clears with. */
function clearing(folder: string, { clears_with: partner, payer_codes_there: codes, promotion }: SetUp) {
  if (partner === undefined) return {};
  const valid_until = new Date(Date.now() + YEAR_SECONDS * 1_000).toISOString().replace(/\.\d+/, '');
  const promotions = [{ ...promotion, budget: PROMOTION_BUDGET, valid_until }];
  const path = join(folder, 'promotions.json');
  writeFileSync(path, JSON.stringify(promotions));
  return {
    OPENACT_PARTNERS: `${partner}=${codes?.join(',') ?? ''}`,
    OPENACT_PAYER_CODES: OWN_CODES,
    OPENACT_PROMOTIONS: path,
  };
}

function environment(folder: string, port: string, controlPort: string, setUp: SetUp) {
  return {
    PATH: process.env.PATH,
    OPENACT_DATABASE: join(folder, 'bank.db'),
    OPENACT_KEYS: join(folder, 'keys', 'bank'),
    OPENACT_TRUST_URL: setUp.trust_list_url,
    OPENACT_TRUST_KEY: join(folder, 'trust-list.pub.json'),
    OPENACT_ISSUER_ID: ISSUER,
    OPENACT_PSP_ID: PSP,
    OPENACT_PSPS: [PSP, setUp.psp_id ?? ''].join(' ').trim(),
    OPENACT_PORT: port,
    OPENACT_LOCAL_ORIGINS: new URL(setUp.status_list_url).origin,
    OPENACT_ADDRESS_RATE: MANY,
    OPENACT_CALLER_RATE: MANY,
    OPENACT_LOG: 'error',
    // A payment service is judged by its records too.
    ...(setUp.psp_id === undefined ? { OPENACT_LOG_URL: setUp.log_url } : {}),
    ...(setUp.collector_url === undefined
      ? {}
      : { OTEL_EXPORTER_OTLP_ENDPOINT: setUp.collector_url, OTEL_METRIC_EXPORT_INTERVAL: '250' }),
    ...clearing(folder, setUp),
    OPENACT_TEST_CONTROL: controlPort,
    OPENACT_TEST_CONTROL_TOKEN: CONTROL_TOKEN,
  };
}

const [where = '', port = '', controlPort = '', operatorPort = ''] = process.argv.slice(2);
const folder = resolve(where);
const setUp = JSON.parse(readFileSync(process.stdin.fd, 'utf8')) as SetUp;
await prepare(folder, setUp);
const main = fileURLToPath(new URL('../../src/issuer/main.ts', import.meta.url));
const operating =
  operatorPort === '' ? {} : { OPENACT_OPERATOR: operatorPort, OPENACT_OPERATOR_TOKEN: OPERATOR_TOKEN };
const env = { ...environment(folder, port, controlPort, setUp), ...operating };
const server = spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'inherit'] });
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => server.kill(signal));
server.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
