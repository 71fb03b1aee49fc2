import { digestOf } from '../../forge/drafts.ts';
import type { JsonObject } from '../../forge/json.ts';
import { smallestOf, written } from '../../live/amounts.ts';
import { METHOD_ID, SUITE_IDS, utc } from '../../live/cast.ts';
import { NotRun } from '../../run/case.ts';
import { id, type Quoted, type Shop } from './shop.ts';
import { badQuote, type MerchantCase, must, mustRefuse, mustSucceed, positive } from './steps.ts';

const DAY = 86_400;
/** A race is run again and again: whoever is right wins each, and whoever is wrong may win one by luck. */
const [RACES, AT_ONCE] = [8, 8] as const;

/** An amount in the currency of what is sold. */
const smallest = ({ item }: Shop, amount: unknown): bigint => smallestOf(amount, item.currency);

function sum(shop: Shop, values: readonly unknown[]): bigint {
  return values.reduce<bigint>((total, value) => total + smallest(shop, value), 0n);
}

/** An order of the item in several lines. */
function linesOf(shop: Shop, quantities: readonly number[]): JsonObject {
  const { item } = shop;
  const lines = quantities.map((quantity) => ({ item_id: item.item_id, quantity }));
  const units = BigInt(quantities.reduce((total, quantity) => total + quantity, 0));
  return {
    lines,
    currency: item.currency,
    expected_amount: written(smallest(shop, item.price) * units, item.currency),
  };
}

const list = (value: unknown): readonly JsonObject[] => (Array.isArray(value) ? value : []);

/** What each part of a good quote has to say. */
const promises: readonly (readonly [string, string, string, (shop: Shop, quoted: Quoted) => void])[] = [
  [
    'OA-QUO-03',
    'names-its-agent',
    'A quote is made out to the agent that asked.',
    (_, { claims }) => {
      must(claims.aud === SUITE_IDS.agent, `aud is ${String(claims.aud)}.`);
    },
  ],
  [
    'OA-QUO-02',
    'adds-up',
    'Amount less discounts is what the payer pays, and it is what was asked for.',
    (shop, { claims }) => {
      const discounts = list(claims.discounts).map(({ amount }) => amount);
      must(
        smallest(shop, claims.amount) - sum(shop, discounts) === smallest(shop, claims.payer_amount),
        'The quote does not add up.',
      );
      must(
        smallest(shop, claims.payer_amount) === smallest(shop, shop.item.price),
        'The quote has another price than was asked for.',
      );
      must(claims.currency === shop.item.currency, 'The quote has another currency than was asked for.');
    },
  ],
  [
    'OA-QUO-08',
    'says-its-end-twice',
    'pay_before and exp are the same time, and lie ahead.',
    (shop, { claims }) => {
      must(claims.pay_before === utc(Number(claims.exp)), 'pay_before and exp disagree.');
      must(Number(claims.exp) > shop.now(), 'The quote has run out already.');
    },
  ],
  [
    'OA-QUO-06',
    'binds-its-cart',
    'cart_digest is the digest of the cart that comes with it.',
    (_, { claims, cart }) => {
      must(claims.cart_digest === digestOf(cart), 'cart_digest is not the digest of the cart.');
    },
  ],
  [
    'OA-QUO-09',
    'has-a-cart-that-makes-it-up',
    'The lines of the cart make up amount and categories.',
    (shop, { claims, cart }) => {
      const lines = list(cart.lines);
      must(
        sum(
          shop,
          lines.map(({ amount }) => amount),
        ) === smallest(shop, claims.amount),
        'The lines do not sum to the amount.',
      );
      must(
        lines.length === 1 && lines[0]?.item_id === shop.item.item_id,
        'The cart has other lines than were ordered.',
      );
      const categories = new Set(list(claims.categories).map(String));
      must(
        lines.every(({ category }) => categories.has(String(category))),
        'A line has a category that the quote does not state.',
      );
    },
  ],
  [
    'OA-QUO-05',
    'accepts-a-method-at-a-service',
    'The quote names the method and the payment service that it was set up with.',
    (shop, { claims }) => {
      const fits = list(claims.accepted).some(
        (one) => one.method_id === METHOD_ID && one.psp_id === SUITE_IDS.psp,
      );
      must(fits, 'The quote does not accept the method at the service of the suite.');
      const payee = claims.payee as JsonObject;
      must(
        payee.account === shop.settings.account && payee.psp_id === SUITE_IDS.psp,
        'The payee is another.',
      );
    },
  ],
  [
    'OA-DIG-03',
    'salts-its-cart',
    'The salt of the cart is of 16 bytes or more, and never the same.',
    (_, { cart }) => {
      must(Buffer.from(String(cart.salt), 'base64url').length >= 16, 'The salt is shorter than 16 bytes.');
    },
  ],
  [
    'OA-PRV-02',
    'keeps-the-lines-from-the-account-side',
    'The quote, which the account side sees, names no item.',
    (shop, quoted) => {
      const seen = Buffer.from(quoted.compact.split('.')[1] ?? '', 'base64url').toString();
      must(!seen.includes(`"${shop.item.item_id}"`), 'The quote names an item.');
    },
  ],
  [
    'OA-TIM-03',
    'writes-times-in-utc',
    'pay_before is UTC with Z and whole seconds.',
    (_, { claims }) => {
      const text = String(claims.pay_before);
      must(
        /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) && utc(Date.parse(text) / 1000) === text,
        `pay_before is ${text}.`,
      );
    },
  ],
];

const stranger = (shop: Shop) => ({ signer: { ...shop.cast.agent, key: shop.cast.stranger.key } });

export const quoteCases: readonly MerchantCase[] = [
  positive(
    'CID-CART-CFM-13',
    'locks-and-numbers',
    'An accepted order gets a signed quote with a number of its own.',
    async (shop, notes) => {
      const [one, other] = [await shop.quote(notes), await shop.quote(notes)];
      must(one.orderNo !== other.orderNo, 'Two orders have one number.');
    },
  ),
  positive(
    'OA-QUO-07',
    'is-signed-by-the-merchant',
    'The quote is signed under the declared anchor, in the name of the merchant, for quotes.',
    async (shop, notes) => {
      await shop.quote(notes);
    },
  ),
  ...promises.map(([requirement, slug, title, hold]) =>
    positive(requirement, `quote-${slug}`, title, async (shop, notes) => hold(shop, await shop.quote(notes))),
  ),
  positive(
    'OA-DIG-03',
    'quote-salts-each-cart-anew',
    'Two carts of the same goods have two salts, and so two digests.',
    async (shop, notes) => {
      const [one, other] = [await shop.quote(notes), await shop.quote(notes)];
      must(one.cart.salt !== other.cart.salt, 'Two carts have one salt.');
      must(one.claims.cart_digest !== other.claims.cart_digest, 'Two carts have one digest.');
      must(one.claims.jti !== other.claims.jti, 'Two quotes have one jti.');
    },
  ),
  positive(
    'CID-CART-CFM-14',
    'order-number-stays-good',
    'The agent can read its order by its number, before it is paid and after its goods were released.',
    async (shop, notes) => {
      const quoted = await shop.quote(notes);
      const { state, pay_before } = await shop.read(quoted, notes);
      must(state === 'LOCKED', `A fresh order is ${String(state)}.`);
      must(pay_before === quoted.claims.pay_before, `It is said to be payable before ${String(pay_before)}.`);
      const receipt = shop.receipt(quoted);
      const trade = shop.counter.lastTrade();
      await shop.release(quoted, receipt, notes);
      const after = await shop.read(quoted, notes);
      must(after.state === 'RELEASED', `A released order is ${String(after.state)}.`);
      must(after.trade_no === trade, `It is said to be paid by ${String(after.trade_no)}.`);
    },
  ),
  positive(
    'OA-ORD-24',
    'same-request-same-quote',
    'The same request_id again gives the same quote.',
    async (shop, notes) => {
      const request = { request_id: id('req') };
      const [one, other] = [await shop.quote(notes, request), await shop.quote(notes, request)];
      must(one.compact === other.compact, 'The same request got another quote.');
    },
  ),
  positive(
    'OA-ORD-24',
    'same-request-at-once',
    'One order sent many times at once under one request_id: one quote, and its stock is locked once, time after time.',
    async (shop, notes) => {
      for (let round = 0; round < RACES; round += 1) {
        const request = { request_id: id('req') };
        const before = await shop.stock(notes);
        const asked = Array.from({ length: AT_ONCE }, () => shop.quote(notes, request));
        const quotes = new Set((await Promise.all(asked)).map(({ compact }) => compact));
        must(quotes.size === 1, 'One request got several quotes.');
        const after = await shop.stock(notes);
        must(before === undefined || after === before - 1, `Of ${before} there are ${String(after)} left.`);
      }
    },
  ),
  badQuote(
    'CID-CART-CFM-15',
    'price_changed',
    'other-price',
    'An expected price that is not the price.',
    ({ item }) => ({ order: { expected_amount: written(1n, item.currency) } }),
  ),
  badQuote(
    'CID-CART-CFM-15',
    'price_changed',
    'higher-price',
    'An expected price above the price: what the agent said is not what it would pay.',
    (shop) => ({
      order: { expected_amount: written(smallest(shop, shop.item.price) + 1n, shop.item.currency) },
    }),
  ),
  positive(
    'OA-QUO-09',
    'quote-of-two-lines',
    'Two lines of an order stand in its cart, and their categories in the quote, line by line in order.',
    async (shop, notes) => {
      const { claims, cart } = await shop.quote(notes, linesOf(shop, [1, 2]));
      const lines = list(cart.lines);
      must(lines.length === 2, `The cart has ${lines.length} lines.`);
      for (const { quantity, unit_price, amount } of lines)
        must(
          BigInt(Number(quantity)) * smallest(shop, unit_price) === smallest(shop, amount),
          'A line does not multiply.',
        );
      must(
        sum(
          shop,
          lines.map(({ amount }) => amount),
        ) === smallest(shop, claims.amount),
        'The lines do not sum to the amount.',
      );
      const stated = JSON.stringify(lines.map(({ category }) => category));
      must(
        JSON.stringify(claims.categories) === stated,
        `The quote states ${JSON.stringify(claims.categories)}, and its lines are ${stated}.`,
      );
    },
  ),
  positive(
    'CID-CART-CFM-13',
    'two-lines-lock-what-both-take',
    'Two lines of one item lock what both take together.',
    async (shop, notes) => {
      const before = await shop.stock(notes);
      if (before === undefined) throw new NotRun('The catalogue says nothing of stock.');
      await shop.quote(notes, linesOf(shop, [1, 2]));
      const after = await shop.stock(notes);
      must(after === before - 3, `Of ${before} there are ${String(after)} left, and 3 were ordered.`);
    },
    ['orders', 'catalogue'],
  ),
  {
    ...badQuote(
      'OA-ORD-24',
      'request_id_reused',
      'same-id-another-order',
      'Another order under an id that was used.',
      () => ({}),
    ),
    async run(shop, notes) {
      const request = { request_id: id('req') };
      const { orderNo } = await shop.quote(notes, request);
      const other = { ...linesOf(shop, [2]), ...request };
      mustRefuse(await shop.askQuote({ order: other }, notes), 'request_id_reused');
      must((await shop.quote(notes, request)).orderNo === orderNo, 'The order of the id is another one now.');
      await shop.purchase(notes);
      shop.isProven = true;
    },
  },
  badQuote('CID-MER-CAT-01', 'item_unknown', 'unknown-item', 'An item that is not sold here.', () => ({
    order: { lines: [{ item_id: 'no-such-item', quantity: 1 }] },
  })),
  badQuote(
    'CID-CART-CFM-05',
    'delivery_too_late',
    'delivery-too-late',
    'A delivery that lies in the past.',
    (shop) => ({
      order: { deliver_by: utc(shop.now() - 30 * DAY) },
    }),
  ),
  badQuote(
    'OA-CMD-06',
    'command_signature_invalid',
    'signed-by-another',
    'A command that the attested agent did not sign.',
    (shop) => ({ command: stranger(shop) }),
  ),
  badQuote(
    'OA-CMD-05',
    'command_audience_mismatch',
    'for-another-merchant',
    'A command made out to another merchant.',
    () => ({
      command: { claims: { aud: 'did:act:other.example/shop' } },
    }),
  ),
  badQuote('OA-CMD-04', 'command_target_mismatch', 'another-action', 'A command for another action.', () => ({
    command: { claims: { action: 'order.read' } },
  })),
  badQuote('OA-CMD-04', 'command_target_mismatch', 'another-target', 'A command for another target.', () => ({
    command: { claims: { target: 'did:act:other.example/shop' } },
  })),
  badQuote(
    'OA-CMD-04',
    'command_target_mismatch',
    'another-order',
    'An order that was changed after it was signed.',
    (shop) => ({
      covers: shop.order({ expected_amount: written(2n, shop.item.currency) }),
    }),
  ),
  badQuote('OA-CMD-03', 'command_time_out_of_window', 'too-old', 'A command of 65 seconds ago.', (shop) => ({
    command: { claims: { iat: shop.now() - 65 } },
  })),
  badQuote(
    'OA-CMD-03',
    'command_time_out_of_window',
    'from-the-future',
    'A command from in two minutes.',
    (shop) => ({ command: { claims: { iat: shop.now() + 120 } } }),
  ),
  badQuote(
    'OA-CMD-01',
    'command_not_permitted',
    'in-another-name',
    'A command in the name of another agent.',
    () => ({ command: { claims: { iss: SUITE_IDS.otherAgent } } }),
  ),
  badQuote(
    'OA-KEY-07',
    'jws_signature_invalid',
    'attestation-forged',
    'An attestation that its provider did not sign.',
    (shop) => ({
      attestation: { signer: { ...shop.cast.provider.signer, key: shop.cast.stranger.key } },
    }),
  ),
  badQuote(
    'OA-KEY-05',
    'agent_attestation_expired',
    'attestation-expired',
    'An attestation that has run out.',
    (shop) => ({
      attestation: { claims: { iat: shop.now() - 2 * DAY, exp: shop.now() - 1 } },
    }),
  ),
  badQuote(
    'OA-KEY-09',
    'agent_attestation_invalid',
    'attestation-outside-its-domain',
    'An agent of another domain than its provider.',
    () => ({
      attestation: { claims: { sub: 'did:act:elsewhere.example/agent-1' } },
      command: { claims: { iss: 'did:act:elsewhere.example/agent-1' } },
    }),
  ),
  badQuote(
    'OA-TRL-04',
    'issuer_not_trusted',
    'provider-unknown',
    'An attestation of a provider that nobody lists.',
    () => ({
      attestation: { claims: { iss: 'did:act:suite.example/unlisted' } },
    }),
  ),
  badQuote(
    'OA-PKI-10',
    'x509_eku_mismatch',
    'attestation-with-another-certificate',
    'An attestation signed with a certificate for receipts.',
    (shop) => ({
      attestation: {
        signer: shop.cast.institution(SUITE_IDS.provider, 'provider (receipts)', [
          '2.25.295975056238066013663819618617541709289.3',
        ]).signer,
      },
    }),
  ),
  badQuote(
    'OA-JWS-02',
    'jws_alg_not_allowed',
    'command-without-signature',
    'A command with alg none and its honest signature.',
    () => ({
      command: {
        forge: { header: (header) => ({ ...header, alg: 'none' }) },
      },
    }),
  ),
  badQuote(
    'OA-JWS-03',
    'jws_typ_mismatch',
    'command-of-another-type',
    'An act-quote+jwt as a command.',
    () => ({
      command: { forge: { header: (header) => ({ ...header, typ: 'act-quote+jwt' }) } },
    }),
  ),
  badQuote(
    'OA-JSON-01',
    'json_duplicate_member',
    'member-twice',
    'A body that names its order twice.',
    () => ({
      text: (body) => JSON.stringify(body).replace('{', `{"order":${JSON.stringify(body.order)},`),
    }),
  ),
  badQuote(
    'OA-SCH-01',
    'schema_mismatch',
    'unknown-member',
    'A body with a member that nobody knows.',
    () => ({
      text: (body) => JSON.stringify({ ...body, hint: 'x' }),
    }),
  ),
  badQuote('OA-JSON-05', 'json_too_large', 'too-large', 'A body of more than 64 KiB.', () => ({
    text: (body) => `${JSON.stringify(body)}${' '.repeat(65_536)}`,
  })),
  badQuote('OA-JSON-06', 'json_syntax', 'cut-off', 'A body that is cut off.', () => ({
    text: (body) => JSON.stringify(body).slice(0, -1),
  })),
  {
    ...badQuote('OA-CMD-02', 'command_duplicate', 'replayed', 'A command that was given before.', () => ({})),
    async run(shop, notes) {
      const command = { jti: id('cmd') };
      mustSucceed(
        await shop.askQuote({ command: { claims: command } }, notes),
        201,
        'http/quote-answer.json',
      );
      // The same id over another wish: were it the same request, the same quote would be due.
      const other = { request_id: id('req') };
      mustRefuse(
        await shop.askQuote({ order: other, command: { claims: command } }, notes),
        'command_duplicate',
      );
      await shop.purchase(notes);
      shop.isProven = true;
    },
  },
];
