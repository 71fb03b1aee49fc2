/** The reference merchant as a subject: a real server on loopback, set up for the suite as any vendor would be. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createHttpClient, createLogger, trustMemoryMigration } from '../../../src/http/index.ts';
import { loadSigner } from '../../../src/http/key-file.ts';
import {
  createMerchant,
  createSeller,
  type Merchant,
  type MerchantConfig,
  type MerchantDeps,
  merchantMigrations,
} from '../../../src/merchant/index.ts';
import { createTestControl } from '../../../src/merchant/test-control/index.ts';
import type { Clock } from '../../../src/protocol/ports.ts';
import { formatUtcSeconds } from '../../../src/protocol/time/index.ts';
import { provision } from '../../../src/trust/index.ts';
import { anchorOf } from '../../examples/anchor-of.ts';
import { Cast, METHOD_ID, SUITE_IDS } from '../../live/cast.ts';
import { addressOf, chainOf, Deployment, type RunningSubject, suiteTrust } from './deployment.ts';

const MERCHANT = 'did:act:shop.example/goods';
const ACCOUNT = 'acct-shop';
const PLAN = {
  operator: 'did:act:shop.example/own-list',
  entities: [{ id: MERCHANT, role: 'MERCHANT', folder: 'shop' } as const],
};
const DAY = 86_400;
const HOUR = 3_600;
const FEW = 40;
const ANONYMOUS_LIMIT = 100;

type Options = Pick<MerchantConfig, 'negotiation' | 'settlement'>;

/** What it sells for, in its currency. */
interface Prices {
  readonly currency: string;
  readonly items: readonly [string, string, string];
  readonly figures: string;
}

const PRICES: Prices = { currency: 'CNY', items: ['12.50', '99.00', '1.05'], figures: '0.01' };

/** Starts it on two ports: its own, and the one that the suite will serve on. */
export async function startReferenceMerchant(
  port: number,
  suitePort: number,
  {
    control: isControlled = true,
    prices = PRICES,
    ...options
  }: Options & { readonly control?: boolean; readonly prices?: Prices } = {},
): Promise<RunningSubject> {
  const deployment = new Deployment();
  const { secret, time } = deployment;
  const declared = configOf(addressOf(port), addressOf(suitePort), prices, options);
  const config = options.settlement === 'ESCROW' ? deliveredSoon(declared, time.clock) : declared;
  const deps = await depsOf(deployment, config, addressOf(suitePort));
  const merchant = await openShop(deployment, deps, prices);
  await deployment.listen(merchant.app, port);
  merchant.start();
  const { store, log } = deps;
  const control = isControlled
    ? await deployment.listen(createTestControl({ token: secret, store, time, log }))
    : undefined;
  const own = {
    ...subjectOf(deployment, deps),
    ...(control ? { control: { url: control.url, token: secret } } : {}),
    resources: ['/data/trend?page=1', '/data/trend?page=2'],
    records: true,
    suite: { port: suitePort, secret },
  };
  return deployment.declare('merchant', { name: 'OpenACT reference merchant', own });
}

function configOf(url: string, suiteUrl: string, prices: Prices, options: Options): MerchantConfig {
  const deliverBy = formatUtcSeconds(Math.floor(Date.now() / 1000) + 30 * DAY);
  const item = (item_id: string, price: string) => ({
    ...{
      item_id,
      name: `Item ${item_id}`,
      category: 'goods/things',
      price,
      currency: prices.currency,
      stock: 1_000_000,
    },
    deliver_by: deliverBy,
  });
  const [one, other, scarce] = prices.items;
  const psp = { psp_id: SUITE_IDS.psp, endpoint: suiteUrl, method_schema_url: `${suiteUrl}/method.json` };
  return {
    merchant: MERCHANT,
    base_url: url,
    items: [item('thing-1', one), item('thing-2', other), { ...item('thing-3', scarce), stock: FEW }],
    payee: { account: ACCOUNT, psp_id: SUITE_IDS.psp },
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

/** Makes its keys and a list of its own that certifies them, its database, and its ways to the suite. */
async function depsOf(
  deployment: Deployment,
  config: MerchantConfig,
  suiteUrl: string,
): Promise<MerchantDeps> {
  const { secret, time, random } = deployment;
  const keys = join(deployment.folder, 'keys');
  await provision(keys, PLAN, time.clock());
  deployment.write('anchor.txt', anchorOf(join(keys, 'trust-list.jwt'), 'MERCHANT'));
  const store = await deployment.open('shop.db', [...merchantMigrations, trustMemoryMigration]);
  const http = createHttpClient((origin) => origin === suiteUrl);
  deployment.endsWith(() => http.close());
  const pinnedKey = { ...new Cast(secret).trust.key.publicJwk } as never;
  return {
    config,
    store,
    signer: await loadSigner(join(keys, 'shop', 'merchant-quote.json')),
    recordSigner: await loadSigner(join(keys, 'shop', 'merchant-record.json')),
    trust: suiteTrust(suiteUrl, pinnedKey, http, store),
    http,
    clock: time.clock,
    random,
    log: createLogger('merchant', 'silent'),
    trace: () => undefined,
  };
}

/** Its goods, and figures that are paid for on access. */
async function openShop(deployment: Deployment, deps: MerchantDeps, prices: Prices): Promise<Merchant> {
  const merchant = await createMerchant(deps);
  const seller = createSeller(deps);
  deployment.endsWith(() => seller.close());
  deployment.endsWith(() => merchant.close());
  const { figures: price, currency } = prices;
  merchant.app.use('/data/*', seller.sells({ name: 'Figures', price, currency, category: 'data/figures' }));
  merchant.app.get('/data/*', (c) => c.json({ asked: c.req.path, drawn: randomBytes(8).toString('hex') }));
  return merchant;
}

/** What the subject file says of the shop itself. */
function subjectOf(deployment: Deployment, { config, signer }: MerchantDeps) {
  const [one, other, scarce] = config.items.map(({ item_id, price, currency, category }) => ({
    ...{ item_id, price, currency, category },
  }));
  return {
    url: config.base_url,
    id: MERCHANT,
    anchor: 'anchor.txt',
    chain: chainOf(signer).map((certificate, at) => deployment.write(`chain-${at}.txt`, certificate)),
    account: ACCOUNT,
    items: [one, other],
    scarce,
    anonymous_limit: ANONYMOUS_LIMIT,
  };
}
