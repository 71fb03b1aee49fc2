/** The reference merchant as a subject: a real server on loopback, set up for the suite as any vendor would be. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import {
  createHttpClient,
  createLogger,
  createTrustSource,
  listen,
  movableClock,
  trustMemoryMigration,
} from '../../../src/http/index.ts';
import { loadSigner, readKeyFile } from '../../../src/http/key-file.ts';
import {
  createMerchant,
  createSeller,
  type MerchantConfig,
  merchantMigrations,
} from '../../../src/merchant/index.ts';
import { createTestControl } from '../../../src/merchant/test-control/index.ts';
import type { Clock } from '../../../src/protocol/ports.ts';
import { formatUtcSeconds } from '../../../src/protocol/time/index.ts';
import { openStore } from '../../../src/store/index.ts';
import { provision } from '../../../src/trust/index.ts';
import { Cast, METHOD_ID, SUITE_IDS } from '../../live/cast.ts';

/** A subject that runs, with the file that describes it. */
export interface RunningSubject {
  readonly file: string;
  close(): Promise<void>;
}

/** A role that is broken on purpose may say nothing at all: every such mutant is waited for that long. */
export const PATIENCE_MS = 15_000;

const MERCHANT = 'did:act:shop.example/goods';
const DAY = 86_400;
const HOUR = 3_600;
const FEW = 40;
const ANONYMOUS_LIMIT = 100;

type Options = Pick<MerchantConfig, 'negotiation' | 'settlement'>;

export function configOf(url: string, suiteUrl: string, options: Options = {}): MerchantConfig {
  const deliverBy = new Date((Math.floor(Date.now() / 1000) + 30 * DAY) * 1000)
    .toISOString()
    .replace(/\.\d+Z/, 'Z');
  const item = (item_id: string, price: string) => ({
    ...{
      item_id,
      name: `Item ${item_id}`,
      category: 'goods/things',
      price,
      currency: 'CNY',
      stock: 1_000_000,
    },
    deliver_by: deliverBy,
  });
  const psp = { psp_id: SUITE_IDS.psp, endpoint: suiteUrl, method_schema_url: `${suiteUrl}/method.json` };
  return {
    merchant: MERCHANT,
    base_url: url,
    items: [item('thing-1', '12.50'), item('thing-2', '99.00'), { ...item('thing-3', '1.05'), stock: FEW }],
    payee: { account: 'acct-shop', psp_id: SUITE_IDS.psp },
    methods: [{ method_id: METHOD_ID, psps: [psp] }],
    confirmation: { first_delay_seconds: 1, max_delay_seconds: 2, max_attempts: 3, poll_milliseconds: 20 },
    intents_per_minute: 100_000,
    anonymous_calls_per_minute: ANONYMOUS_LIMIT,
    ...options,
  };
}

/** One item is delivered within an hour, whenever it is ordered; of the others nothing is said. */
function deliveredSoon(config: MerchantConfig, clock: Clock): MerchantConfig {
  const items = config.items.map(({ deliver_by: _fixed, ...item }, at) =>
    at > 0
      ? item
      : {
          ...item,
          get deliver_by() {
            return formatUtcSeconds(clock() + HOUR);
          },
        },
  );
  return { ...config, items };
}

/** The anchor that its own deployment certifies merchants under. */
function anchorIn(listPath: string): string {
  const payload = readFileSync(listPath, 'utf8').split('.')[1] ?? '';
  const { entries } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as {
    readonly entries: readonly { readonly anchors: readonly string[] }[];
  };
  return entries[0]?.anchors[0] ?? '';
}

/** Starts it on two ports: its own, and the one that the suite will serve on. */
export async function startReferenceMerchant(
  port: number,
  suitePort: number,
  { control: isControlled = true, ...options }: Options & { readonly control?: boolean } = {},
): Promise<RunningSubject> {
  const folder = mkdtempSync(join(tmpdir(), 'openact-subject-'));
  const secret = randomBytes(24).toString('base64url');
  const [url, suiteUrl] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${suitePort}`];
  const time = movableClock(() => Math.floor(Date.now() / 1000));
  const { clock } = time;
  const plan = {
    operator: 'did:act:shop.example/own-list',
    entities: [{ id: MERCHANT, role: 'MERCHANT' as const, folder: 'shop' }],
  };
  await provision(join(folder, 'keys'), plan, clock());
  const keyPath = join(folder, 'keys', 'shop', 'merchant-quote.json');
  const { header } = await readKeyFile(keyPath);
  const chain = 'x5c' in header ? header.x5c : [];
  mkdirSync(join(folder, 'subject'));
  const paths = chain.map((certificate, at) => {
    writeFileSync(join(folder, 'subject', `chain-${at}.txt`), certificate);
    return `chain-${at}.txt`;
  });
  writeFileSync(join(folder, 'subject', 'anchor.txt'), anchorIn(join(folder, 'keys', 'trust-list.jwt')));
  const declared = configOf(url, suiteUrl, options);
  const config = options.settlement === 'ESCROW' ? deliveredSoon(declared, clock) : declared;
  const store = await openStore(join(folder, 'shop.db'), [...merchantMigrations, trustMemoryMigration]);
  const http = createHttpClient((origin) => origin === new URL(suiteUrl).origin);
  const trust = createTrustSource({
    url: `${suiteUrl}/trust-list`,
    pinnedKey: { ...new Cast(secret).trust.key.publicJwk } as never,
    client: http,
    store,
    refreshSeconds: 1,
  });
  const random = (count: number) => new Uint8Array(randomBytes(count));
  const deps = {
    config,
    store,
    signer: await loadSigner(keyPath),
    recordSigner: await loadSigner(join(folder, 'keys', 'shop', 'merchant-record.json')),
    trust,
    http,
    clock,
    random,
    log: createLogger('merchant', 'silent'),
    trace: () => undefined,
  };
  const merchant = await createMerchant(deps);
  const seller = createSeller(deps);
  merchant.app.use(
    '/data/*',
    seller.sells({ name: 'Figures', price: '0.01', currency: 'CNY', category: 'data/figures' }),
  );
  merchant.app.get('/data/*', (c) => c.json({ asked: c.req.path, drawn: randomBytes(8).toString('hex') }));
  const server = await listen(merchant.app, { host: '127.0.0.1', port });
  merchant.start();
  const control =
    isControlled &&
    (await listen(createTestControl({ token: secret, store, time, log: deps.log }), {
      host: '127.0.0.1',
      port: 0,
    }));
  const [one, other, scarce] = config.items.map(({ item_id, price, currency, category }) => ({
    ...{ item_id, price, currency, category },
  }));
  const file = join(folder, 'subject', 'subject.yaml');
  const subject = {
    name: 'OpenACT reference merchant',
    role: 'merchant',
    patience_ms: PATIENCE_MS,
    secrets: [secret],
    merchant: {
      url,
      id: MERCHANT,
      anchor: 'anchor.txt',
      chain: paths,
      account: 'acct-shop',
      items: [one, other],
      scarce,
      anonymous_limit: ANONYMOUS_LIMIT,
      ...(control ? { control: { url: control.url, token: secret } } : {}),
      resources: ['/data/trend?page=1', '/data/trend?page=2'],
      records: true,
      suite: { port: suitePort, secret },
    },
  };
  writeFileSync(file, stringify(subject));
  return {
    file,
    async close() {
      if (control) await control.close();
      await server.close();
      await merchant.close();
      await seller.close();
      await http.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
