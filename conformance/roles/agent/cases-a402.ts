import type { JsonObject } from '../../forge/json.ts';
import { now, utc } from '../../live/cast.ts';
import { must } from '../../live/http.ts';
import { answerAsBank } from './bank.ts';
import { entry, suspended } from './cases-authority.ts';
import { IDS } from './players.ts';
import { reply, type Scene, type Spoils } from './scene.ts';
import { answerAsSeller } from './shop.ts';
import { type AgentCase, type Bad, negative, positive } from './steps.ts';

/** Payment on access: bills in Payment-Needed, honest and hostile. */

const billed = (scene: Scene): boolean => scene.called('shop', /^\/figures/) > 0;
const OTHER_DIGEST = 'A'.repeat(43);

type Short = Omit<Bad, 'reached' | 'kind'> & { readonly kind?: 'fetch' | 'cashier-fetch' };

function badBill(bad: Short): AgentCase {
  return negative({ kind: 'fetch', ...bad, slug: `a402-${bad.slug}`, reached: billed });
}

/** A plain field of the bill, changed; the quote in it stays. */
const plain = (change: JsonObject): Spoils => ({
  bill: (bill) => ({ ...bill, protocol: { ...(bill.protocol as JsonObject), ...change } }),
});

const claims = (change: JsonObject): Spoils => ({ quote: { claims: (all) => ({ ...all, ...change }) } });

/** The seller takes a tenth of a unit off: signed are 0.60 before and 0.50 after it, and in plain stands what is due. */
const discounted: Spoils = claims({
  amount: '0.60',
  discounts: [{ funder: IDS.shop, amount: '0.10' }] as unknown as JsonObject[],
  payer_amount: '0.50',
});

/** The beginning of a name on the way to the figures is another path than theirs. */
const below = (endpoints: JsonObject, path: string): JsonObject => ({
  ...endpoints,
  base_url: `${String(endpoints.base_url)}${path}`,
});

const honest: readonly AgentCase[] = [
  positive(
    {
      requirement: 'PSD-PAY-A402-06',
      slug: 'a402-buys',
      title: 'A 402 is paid under the mandate, and the same request is made again with its proof.',
      kind: 'fetch',
    },
    ({ scene }) => {
      must(scene.called('shop', /^\/figures/) === 2, 'It did not ask once without and once with a proof.');
    },
  ),
  positive(
    {
      requirement: 'PSD-PAY-A402-19',
      slug: 'a402-at-the-cashier',
      title: 'At act:L1 the bill is put before the user, and paid after the confirmation.',
      kind: 'cashier-fetch',
    },
    ({ scene }) => {
      must(scene.called('bank', /^\/instant-payments\/./) > 0, 'It did not wait for its user.');
      must(scene.mandates.length === 0, 'It asked for a mandate where the user is present.');
    },
  ),
  positive(
    {
      requirement: 'PSD-PAY-A402-03',
      slug: 'a402-reads-the-header',
      title: 'The body of a 402 says something else than its header: the header counts.',
      kind: 'fetch',
      spoils: {
        reply: (asked, who, scene) => {
          if (who !== 'shop' || !asked.path.startsWith('/figures') || asked.headers['payment-proof'])
            return undefined;
          const bill = answerAsSeller(scene, 'shop', asked);
          return { ...bill, body: JSON.stringify({ amount: '0.01', pay_to: 'acct-thief' }) };
        },
      },
    },
    ({ scene }) =>
      must(scene.requests[0]?.claims.amount === scene.players.said('0.50'), 'It paid what the body says.'),
  ),
  positive(
    {
      requirement: 'OA-A402-01',
      slug: 'a402-discounted',
      title: 'A bill with a discount says in plain what is due after it, and is paid.',
      kind: 'fetch',
      spoils: { ...discounted, ...plain({ amount: '0.50' }) },
    },
    ({ scene }) => {
      const { amount, payer_amount: net } = scene.requests[0]?.claims ?? {};
      const [before, after] = scene.players.said(['0.60', '0.50']);
      must(amount === before, 'It does not ask for the payment of the amount before the discount.');
      must(net === after, 'It does not pay what is due after the discount.');
    },
  ),
  positive(
    {
      requirement: 'OA-A402-14',
      slug: 'a402-lost-answer',
      title: 'The answer to the payment of a bill gets lost: the agent asks what became of it.',
      kind: 'fetch',
      spoils: {
        reply: (asked, who, scene) => {
          if (who !== 'bank' || asked.path !== '/payments' || scene.paid.size > 0) return undefined;
          answerAsBank(scene, asked);
          return { status: 504, type: 'text/plain', body: 'lost' };
        },
      },
    },
    ({ scene }) => must(scene.queries.length > 0, 'It did not ask what became of the payment.'),
  ),
  positive(
    {
      requirement: 'OA-A402-15',
      slug: 'a402-unheard-proof',
      title:
        'The first proof gets lost on the way, and a bill comes back that says nothing of it: it is shown again.',
      kind: 'fetch',
      spoils: {
        reply: (asked, who, scene) => {
          // Once without and once with a proof: that one is taken off.
          if (who !== 'shop' || scene.called('shop', /^\/figures/) !== 2) return undefined;
          const { 'payment-proof': _proof, ...headers } = asked.headers;
          return answerAsSeller(scene, 'shop', { ...asked, headers });
        },
      },
    },
    ({ scene }) => must(scene.called('shop', /^\/figures/) > 2, 'It did not show its proof again.'),
  ),
];

const bills: readonly AgentCase[] = [
  badBill({
    requirement: 'OA-A402-01',
    code: 'a402_bill_mismatch',
    slug: 'another-resource',
    title: 'The bill names another resource than was asked for.',
    spoils: plain({ resource_id: OTHER_DIGEST }),
  }),
  badBill({
    requirement: 'OA-A402-01',
    code: 'a402_bill_mismatch',
    slug: 'another-resource-signed',
    title: 'The signed quote is for another resource than was asked for.',
    spoils: claims({ resource_id: OTHER_DIGEST }),
  }),
  badBill({
    requirement: 'OA-A402-01',
    code: 'a402_bill_mismatch',
    slug: 'another-price',
    title: 'The plain price is lower than the signed one.',
    spoils: plain({ amount: '0.01' }),
  }),
  badBill({
    requirement: 'OA-A402-01',
    code: 'a402_bill_mismatch',
    slug: 'before-the-discount',
    title: 'The plain price of a bill with a discount is the signed one before the discount.',
    spoils: { ...discounted, ...plain({ amount: '0.60' }) },
  }),
  badBill({
    requirement: 'OA-A402-01',
    code: 'a402_bill_mismatch',
    slug: 'another-end',
    title: 'The plain end of the bill is not that of its quote.',
    spoils: plain({ pay_before: utc(now() + 5_000) }),
  }),
  badBill({
    requirement: 'PSD-PAY-A402-04',
    code: 'amount_over_single_limit',
    slug: 'over-the-limit',
    title: 'The bill is over more than one payment may be.',
    spoils: {
      ...claims({ amount: '5.00', payer_amount: '5.00' }),
      ...plain({ amount: '5.00' }),
    },
  }),
  badBill({
    requirement: 'OA-LIM-03',
    code: 'category_not_allowed',
    slug: 'another-category',
    title: 'The bill is for a category that the mandate does not allow.',
    spoils: claims({ categories: ['data/gossip'] }),
  }),
  badBill({
    requirement: 'PSD-PAY-DEL-02',
    code: 'mandate_revoked',
    slug: 'mandate-revoked-meanwhile',
    title: 'The mandate was revoked before the bill is paid.',
    spoils: { status: 1 },
  }),
  badBill({
    requirement: 'PSD-PAY-AUP-01',
    code: 'merchant_not_allowed',
    slug: 'seller-not-allowed',
    title: 'The bill is of a seller that the mandate does not allow.',
    order: { merchants: [IDS.shop, IDS.other], wanted: { allowed_merchants: [IDS.other] } },
    spoils: {},
  }),
  badBill({
    requirement: 'OA-TRL-05',
    code: 'issuer_suspended',
    slug: 'seller-suspended',
    title: 'The trust list has suspended the seller that bills.',
    spoils: { trust: entry(IDS.shop, suspended) },
  }),
  badBill({
    requirement: 'OA-TRL-05',
    code: 'issuer_suspended',
    slug: 'service-suspended',
    title: 'The trust list has suspended the agent’s payment service: it is sent nothing.',
    spoils: { trust: entry(IDS.psp, suspended) },
    hold: ({ scene }) => must(scene.called('bank', /^\/payments/) === 0, 'It sent something all the same.'),
  }),
  badBill({
    requirement: 'OA-A402-12',
    code: 'a402_seller_mismatch',
    slug: 'another-seller',
    title: 'The bill is a good one of another seller, handed out at this address.',
    order: { wanted: { allowed_merchants: [IDS.shop, IDS.other] } },
    spoils: {
      quote: {
        claims: (all) => ({ ...all, iss: IDS.other, payee: { account: 'acct-other', psp_id: IDS.psp } }),
        signer: ({ other }) => other.thin,
      },
      ...plain({ seller_unique_id: IDS.other }),
    },
  }),
  badBill({
    requirement: 'OA-A402-12',
    code: 'a402_seller_mismatch',
    slug: 'another-path',
    title: 'The trust list has the seller that bills at another path of this host.',
    spoils: {
      trust: {
        claims: (list) => ({
          ...list,
          entries: (list.entries as JsonObject[]).map((one) =>
            one.entity === IDS.shop ? { ...one, endpoints: below(one.endpoints as JsonObject, '/fig') } : one,
          ),
        }),
      },
    },
  }),
  badBill({
    requirement: 'PSD-PAY-A402-05',
    code: 'a402_not_payable',
    slug: 'another-method',
    title: 'The bill takes a method that the agent has not.',
    spoils: {
      ...claims({
        accepted: [{ method_id: 'urn:act:payment:other', psp_id: IDS.psp }] as unknown as JsonObject[],
      }),
      ...plain({ method_id: 'urn:act:payment:other' }),
    },
  }),
  badBill({
    requirement: 'PSD-PAY-A402-18',
    code: 'a402_not_payable',
    slug: 'another-service',
    title: 'The bill takes a payment service that the agent has not.',
    spoils: claims({
      accepted: [
        { method_id: IDS.method, psp_id: 'did:act:suite.example/other-psp' },
      ] as unknown as JsonObject[],
    }),
  }),
  badBill({
    requirement: 'PSD-PAY-A402-14',
    code: 'a402_header_malformed',
    slug: 'malformed',
    title: 'Payment-Needed is no base64url of JSON.',
    spoils: {
      reply: (asked, who) =>
        who === 'shop' && asked.path.startsWith('/figures')
          ? { ...reply({}, 402), headers: { 'Payment-Needed': '!!!!' } }
          : undefined,
    },
  }),
  badBill({
    requirement: 'PSD-PAY-A402-14',
    code: 'a402_header_malformed',
    slug: 'no-bill',
    title: 'A 402 without Payment-Needed.',
    spoils: {
      reply: (asked, who) =>
        who === 'shop' && asked.path.startsWith('/figures') ? reply({}, 402) : undefined,
    },
  }),
  badBill({
    requirement: 'OA-QUO-07',
    code: 'jws_signature_invalid',
    slug: 'forged',
    title: 'The quote in the bill is signed by a key that its certificate does not have.',
    spoils: {
      quote: { signer: ({ shop, cast }) => ({ key: cast.stranger.key, header: shop.thin.header }) },
    },
  }),
  badBill({
    requirement: 'OA-QUO-01',
    code: 'quote_expired',
    slug: 'expired',
    title: 'The bill has run out.',
    spoils: {
      quote: { claims: (all) => ({ ...all, exp: now() - 60, pay_before: utc(now() - 60) }) },
      ...plain({ pay_before: utc(now() - 60) }),
    },
  }),
  negative({
    requirement: 'PSD-PAY-A402-08',
    code: 'payment_proof_invalid',
    slug: 'a402-billed-again',
    title: 'The seller answers the proof with another bill: the agent does not pay twice.',
    kind: 'fetch',
    spoils: {
      reply: (asked, who, scene) => {
        if (who !== 'shop' || !asked.path.startsWith('/figures')) return undefined;
        const { 'payment-proof': _proof, ...headers } = asked.headers;
        return answerAsSeller(scene, 'shop', { ...asked, headers });
      },
    },
    reached: (scene) => scene.called('shop', /^\/figures/) > 1,
    sent: 1,
  }),
];

const POOR = 'balance_insufficient';
const tries = (max_retry_count: number) => ({
  wanted: { on_payment_failure: 'AUTO_RETRY' as const, max_retry_count },
});

const refusing = (times: number, retryability: string): Spoils => ({
  refusing: { code: POOR, retryability, times },
});

/** Every try is for the one bill, by a request of its own. */
function ofOneBill(scene: Scene, tries: number): void {
  const said = (member: 'jti' | 'out_trade_no') =>
    new Set(scene.requests.map(({ claims }) => String(claims[member]))).size;
  must(scene.requests.length === tries, `${scene.requests.length} requests, where ${tries} were due.`);
  must(said('jti') === tries, 'Two tries have one request id.');
  must(said('out_trade_no') === 1, `The tries are for ${said('out_trade_no')} bills.`);
}

/** A bill that was refused, by what the user has set for it. */
const refusals: readonly AgentCase[] = [
  positive(
    {
      requirement: 'OA-CART-05',
      slug: 'a402-tries-as-often-as-set',
      title: 'Two refusals of a bill that may pass are outlived by two further tries.',
      kind: 'fetch',
      order: tries(2),
      spoils: refusing(2, 'later'),
      requests: 3,
    },
    ({ scene }) => ofOneBill(scene, 3),
  ),
  negative({
    requirement: 'OA-CART-05',
    code: POOR,
    slug: 'a402-tries-no-more-than-set',
    title: 'The second refusal of a bill is the last, where one further try is set.',
    kind: 'fetch',
    order: tries(1),
    spoils: refusing(100, 'later'),
    reached: (scene) => scene.requests.length > 0,
    sent: 2,
    hold: ({ scene }) => ofOneBill(scene, 2),
  }),
  negative({
    requirement: 'OA-CART-05',
    code: POOR,
    slug: 'a402-final-is-final',
    title: 'A refusal of a bill that says that trying again cannot help is not tried again.',
    kind: 'fetch',
    order: tries(2),
    spoils: refusing(1, 'never'),
    reached: (scene) => scene.requests.length > 0,
    sent: 1,
  }),
];

export const a402Cases: readonly AgentCase[] = [...honest, ...bills, ...refusals];
