import type { JsonObject } from '../../forge/json.ts';
import { ANOTHER } from '../../live/amounts.ts';
import { now, utc } from '../../live/cast.ts';
import { must } from '../../live/http.ts';
import type { Reply } from '../../live/server.ts';
import { caseId, type Notes } from '../../run/case.ts';
import { answerAsBank } from './bank.ts';
import { boughtUnder, mustHavePaid } from './cases-parts.ts';
import { answer, confirm, dialogue, isAt, say, sentence, whole } from './cases-talk.ts';
import type { Act, Wanted } from './errand.ts';
import type { Kind, Market, Order } from './market.ts';
import { within } from './parts.ts';
import { IDS } from './players.ts';
import { problem, type Scene, type Spoils } from './scene.ts';
import { answerAsSeller, CATEGORY } from './shop.ts';
import { type AgentCase, goodPurchase, needsOf, negative, positive } from './steps.ts';

/** The last cent and the last second of what the user allows, and answers that only look like a refusal. */

const DAY = 86_400;
const OTHER_DIGEST = 'A'.repeat(43);
const PARTS = ['talk', 'orders', 'assignments'];
const billed = (scene: Scene): boolean => scene.called('shop', /^\/figures/) > 0;

/** What the user needs by a second, and what is delivered at a second. */
const NEEDED_BY = utc(now() + 2 * DAY);
const delivered = (deliver_by: string): Spoils => ({
  items: (items) => items.map((item) => ({ ...item, deliver_by })),
  quote: { claims: (claims) => ({ ...claims, deliver_by }) },
});

const bounds: readonly AgentCase[] = [
  positive(
    {
      requirement: 'CID-CART-CFM-05',
      slug: 'offer-on-the-last-second',
      title: 'What is delivered in the very second that the user needs it by is bought.',
      order: { wanted: { delivery_time_requirement: NEEDED_BY } },
      spoils: delivered(NEEDED_BY),
    },
    () => undefined,
  ),
  positive(
    {
      requirement: 'CID-CART-CFM-02',
      slug: 'offer-for-the-whole-total',
      title: 'An offer that costs all that may be spent is bought.',
      order: { wanted: { max_single_amount: '100.00', max_total_amount: '100.00' } },
    },
    () => undefined,
  ),
  negative({
    requirement: 'CID-MER-CAT-12',
    code: 'no_match',
    slug: 'offer-of-half-the-need',
    title: 'The only offer is named with one of the words that the user said, and not with the other.',
    order: { wanted: { need: ['T-100', 'window'] } },
    spoils: {},
    reached: (scene) => scene.intents.length > 0,
    hold: ({ scene }) => must(scene.orders.length === 0, 'It ordered what was not wanted.'),
  }),
];

/** Mandates that allow something in one member and forbid it in another. */
function forbidden(
  requirement: string,
  slug: string,
  title: string,
  code: string,
  commerce: JsonObject,
): AgentCase {
  return {
    id: caseId('agent', requirement, `part-${slug}`),
    requirement,
    title,
    kind: 'negative',
    needs: PARTS,
    run: async (market: Market, notes: Notes) => {
      mustHavePaid(await boughtUnder(market, {}, notes));
      const { views, scene } = await boughtUnder(market, { iac: within('commerce', commerce) }, notes);
      const view = views.at(-1);
      const why = view?.refused ?? view?.code;
      must(scene.intents.length > 0, 'It never came as far as an offer.');
      must(why === code, `It stops for ${why}, where ${code} was due.`);
      must(scene.requests.length + scene.released.length === 0, 'It bought what is forbidden.');
      mustHavePaid(await boughtUnder(market, {}, notes));
    },
  };
}

const exclusions: readonly AgentCase[] = [
  forbidden(
    'CID-CART-CFM-04',
    'forbids-a-seller',
    'A seller that the mandate names as allowed and as forbidden.',
    'merchant_not_allowed',
    { forbidden_merchants: [IDS.shop] } as unknown as JsonObject,
  ),
  forbidden(
    'CID-CART-CFM-03',
    'forbids-a-category',
    'A kind of goods that the mandate names as allowed and as forbidden.',
    'category_not_allowed',
    { forbidden_categories: [CATEGORY] } as unknown as JsonObject,
  ),
];

/** A bill of which one plain field is not that of its quote. */
const plainly = (member: string, value: string, slug: string, title: string): AgentCase =>
  negative({
    requirement: 'OA-A402-01',
    code: 'a402_bill_mismatch',
    slug: `a402-plain-${slug}`,
    title,
    kind: 'fetch',
    spoils: {
      bill: (bill) => ({ ...bill, protocol: { ...(bill.protocol as JsonObject), [member]: value } }),
    },
    reached: billed,
  });

const bills: readonly AgentCase[] = [
  plainly('currency', ANOTHER, 'currency', 'The plain currency of a bill is not the signed one.'),
  plainly('out_trade_no', 'ord-of-somebody', 'order', 'The plain number of the order is not the signed one.'),
  plainly('seller_unique_id', IDS.other, 'seller', 'The plain seller is not who has signed.'),
  plainly('buyer_unique_id', 'did:act:suite.example/agent-2', 'buyer', 'The plain buyer is another agent.'),
  plainly('method_id', 'urn:act:payment:other', 'method', 'The plain method is none that the quote accepts.'),
];

/** The first proof is answered with this; what comes after it, honestly. */
const proofAnswered = (given: Reply): Spoils => ({
  reply: (asked, who, scene) => {
    if (who !== 'shop' || !asked.path.startsWith('/figures') || !asked.headers['payment-proof'])
      return undefined;
    if (scene.called('shop', /^\/figures/) === 2) return given;
    return answerAsSeller(scene, 'shop', asked);
  },
});

/** The payment is made, and what comes back for it is no answer that tells so. */
const answeredAs = (given: Reply): Spoils => ({
  reply: (asked, who, scene) => {
    if (who !== 'bank' || asked.path !== '/payments' || scene.requests.length > 0) return undefined;
    answerAsBank(scene, asked);
    return given;
  },
});

const hasAsked = ({ scene }: { readonly scene: Scene }): void =>
  must(scene.queries.length > 0, 'It did not ask what became of the payment.');

const answers: readonly AgentCase[] = [
  positive(
    {
      requirement: 'OA-A402-15',
      slug: 'a402-busy-seller',
      title: 'The seller is busy when the proof comes: it is shown again, and nothing more is paid.',
      kind: 'fetch',
      spoils: proofAnswered(problem('shutting_down', 'OA-OPS-01', 503, 'later')),
    },
    ({ scene }) => must(scene.called('shop', /^\/figures/) > 2, 'It did not show its proof again.'),
  ),
  positive(
    {
      requirement: 'OA-NET-02',
      slug: 'duplicate-is-no-refusal',
      title:
        'A service that says that it has had the request before has refused nothing: the payment was made.',
      spoils: answeredAs(problem('request_duplicate', 'PSD-PAY-DEL-05', 409, 'query_first')),
    },
    hasAsked,
  ),
  positive(
    {
      requirement: 'OA-NET-03',
      slug: 'unreadable-is-no-refusal',
      title:
        'A refusal that is no problem document refuses nothing: the agent asks what became of the payment.',
      spoils: answeredAs({ status: 422, type: 'text/html', body: '<h1>No</h1>' }),
    },
    hasAsked,
  ),
];

/** A payment whose receipt does not verify, where refusals end the purchase: it may be paid, and is not given up. */
function notGivenUp(kind: Kind, slug: string, title: string): AgentCase {
  const order: Order = { wanted: { on_payment_failure: 'CANCEL' } };
  const spoils: Spoils = {
    receipt: { claims: (claims) => ({ ...claims, out_trade_no: 'ord-of-somebody' }) },
  };
  return {
    id: caseId('agent', 'OA-CART-04', slug),
    requirement: 'OA-CART-04',
    title,
    kind: 'negative',
    needs: needsOf(kind),
    run: async (market, notes) => {
      await goodPurchase(market, kind, notes);
      const { outcome, scene } = await market.run(kind, order, spoils, notes);
      must(scene.requests.length === 1, `It sent ${scene.requests.length} payment requests.`);
      must(outcome.code === 'receipt_order_mismatch', `It stopped for ${outcome.code}.`);
      must(outcome.status !== 'DONE', 'It takes the receipt of another order.');
      must(outcome.status !== 'CANCELLED', 'It says that the purchase is over, which may be paid.');
      must(scene.cancelled.length === 0, 'It gave up an order that may be paid.');
      await goodPurchase(market, kind, notes);
    },
  };
}

/** What an earlier errand has paid was under another mandate. */
const sums: readonly AgentCase[] = [
  {
    id: caseId('agent', 'PSD-PAY-DEL-19', 'counts-by-mandate'),
    requirement: 'PSD-PAY-DEL-19',
    title: 'What was paid under one mandate does not count against the next one.',
    kind: 'positive',
    needs: ['orders'],
    run: async (market, notes) => {
      const memory = market.memory();
      const order: Order = { wanted: { max_total_amount: '150.00' } };
      await goodPurchase(market, 'order', notes, order, memory);
      await goodPurchase(market, 'order', notes, order, memory);
    },
  },
];

const LEAST = '12.34';
const EXPECTED = '98.76';
const bounded: Partial<Wanted> = {
  ...whole,
  min_single_amount: LEAST,
  reference_price: EXPECTED,
  price_deviation_tolerance: 20,
  // Another time than that of the end.
  delivery_time_requirement: utc(now() + DAY + 25_200),
};
const another: Act = { act: 'buy', purchase: '2' };

/** The seller takes twenty off each order: what is paid is what was offered, and what counts is more. */
const discounted: Spoils = {
  lines: (line) => ({ ...line, unit_price: '120.00', amount: '120.00' }),
  quote: {
    claims: (claims) => ({
      ...claims,
      amount: '120.00',
      discounts: [{ funder: IDS.shop, amount: '20.00' }] as unknown as JsonObject[],
      payer_amount: '100.00',
    }),
  },
};

const talks: readonly AgentCase[] = [
  dialogue(
    {
      requirement: 'ADD-INT-ICS-20',
      slug: 'summary-has-every-amount',
      title:
        'The least amount, the expected price and the time of delivery stand in what the user agrees to.',
      acts: [say(sentence()), answer(bounded)],
    },
    ({ views: [, view], scene }) => {
      const texts = Object.entries(view?.summary ?? {});
      must(texts.length > 0, 'There is no summary.');
      for (const [language, text] of texts)
        for (const bound of scene.players.said([
          LEAST,
          EXPECTED,
          String(view?.draft?.delivery_time_requirement),
        ]))
          must(text.includes(bound), `The summary (${language}) does not have ${bound}.`);
    },
  ),
  dialogue(
    {
      requirement: 'OA-LIM-20',
      slug: 'counts-before-a-discount',
      title:
        'Of two orders with a discount the second is over the total before it, and within it afterwards.',
      kind: 'negative',
      acts: [
        say(sentence()),
        answer({ ...whole, max_total_amount: '220.00' }),
        confirm,
        { act: 'buy' },
        another,
      ],
      spoils: discounted,
      needs: ['orders'],
    },
    ({ views: [, , , first, second], scene }) => {
      isAt(first, 'DONE');
      must(
        second?.code === 'amount_over_total_limit',
        `The second purchase is ${second?.status} ${second?.code}.`,
      );
      must(scene.requests.length === 1, `${scene.requests.length} requests were sent, where one was due.`);
    },
  ),
  dialogue(
    {
      requirement: 'OA-LIM-20',
      slug: 'counts-both-before-a-discount',
      title: 'Two orders with a discount are made where the total has room for them before it.',
      acts: [
        say(sentence()),
        answer({ ...whole, max_total_amount: '240.00' }),
        confirm,
        { act: 'buy' },
        another,
      ],
      spoils: discounted,
      needs: ['orders'],
    },
    ({ views: [, , , first, second] }) => {
      isAt(first, 'DONE');
      isAt(second, 'DONE');
    },
  ),
];

/** What is judged on one road, and has to be on the other. */
const roads: readonly AgentCase[] = [
  {
    id: caseId('agent', 'ADD-IAC-LCM-11', 'part-above-revoked'),
    requirement: 'ADD-IAC-LCM-11',
    title: 'The mandate above the one that was handed down is revoked before anything is paid.',
    kind: 'negative',
    needs: PARTS,
    run: async (market: Market, notes: Notes) => {
      mustHavePaid(await boughtUnder(market, {}, notes));
      const { views, scene } = await boughtUnder(market, {}, notes, { statusAbove: 1 });
      const view = views.at(-1);
      const why = view?.refused ?? view?.code;
      must(scene.called('bank', /^\/status-lists\//) > 0, 'It looked at no list of states.');
      must(why === 'parent_not_active', `It stops for ${why}, where parent_not_active was due.`);
      must(scene.requests.length + scene.released.length === 0, 'It paid under what is revoked.');
      mustHavePaid(await boughtUnder(market, {}, notes));
    },
  },
  negative({
    requirement: 'ADD-IAC-ISS-04',
    code: 'intent_widened',
    slug: 'mandate-any-method',
    title: 'The mandate that comes back does not name the methods any more that were asked for.',
    spoils: { iac: ({ allowed_payment_methods: _, ...iac }) => iac },
    reached: (scene) => scene.called('bank', /^\/mandates\/./) > 0,
  }),
  negative({
    requirement: 'OA-RCP-10',
    code: 'receipt_confirmation_mismatch',
    slug: 'receipt-a402-another-confirmation',
    title:
      'The receipt of a bill that was paid at the cashier names another confirmation than is handed out.',
    kind: 'cashier-fetch',
    spoils: { receipt: { claims: (claims) => ({ ...claims, confirmation_digest: OTHER_DIGEST }) } },
    reached: (scene) => scene.requests.length > 0,
    sent: 1,
  }),
];

export const edgeCases: readonly AgentCase[] = [
  ...bounds,
  ...exclusions,
  ...bills,
  ...answers,
  notGivenUp(
    'order',
    'unverified-is-not-given-up',
    'The receipt of a payment is of another order, and refusals are to end the purchase.',
  ),
  notGivenUp(
    'cashier',
    'cashier-unverified-is-not-given-up',
    'The receipt of a payment at the cashier is of another order, and refusals are to end the purchase.',
  ),
  ...sums,
  ...roads,
  ...talks,
];
