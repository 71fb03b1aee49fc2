import { isDeepStrictEqual } from 'node:util';
import { digestOfText } from '../../forge/bytes.ts';
import { digestOf } from '../../forge/drafts.ts';
import { canonical, isObject, type JsonObject } from '../../forge/json.ts';
import { SUITE_IDS, utc } from '../../live/cast.ts';
import { type Answer, mediaTypeOf } from '../../live/http.ts';
import { type Notes, SubjectFault } from '../../run/case.ts';
import { MINUTE, type Waiting } from '../account/bank.ts';
import { SHOP_NAME } from '../account/surroundings.ts';
import { mustTell } from './cases-payment.ts';
import {
  INSTANT,
  must,
  mustBeStated,
  mustRefuse,
  mustSucceed,
  negative,
  type PspCase,
  positive,
  wrongTools,
} from './steps.ts';
import { hundredths, type Order, type Payment, PRICE, type Till } from './till.ts';

const NEEDS = [INSTANT];
const AT_ONCE = 6;
const PAID = hundredths(PRICE.payer_amount);

interface Opened {
  readonly payment: Payment;
  readonly paymentId: string;
  readonly asked: Waiting;
}

const ask = (till: Till, payment: Payment, notes: Notes): Promise<Answer> =>
  till.post('/instant-payments', payment.body, notes);

/** A payment that waits at the cashier. @throws SubjectFault */
export async function open(till: Till, notes: Notes, order: Order = {}): Promise<Opened> {
  const payment = await till.payment(order, notes, 'cashier');
  const answer = await ask(till, payment, notes);
  mustSucceed(answer, 202, 'http/instant-payment-answer.json');
  must(answer.body.status === 'WAIT_BUYER_PAY', `The payment is ${String(answer.body.status)}.`);
  const asked = await till.waiting(String(answer.body.confirmation_id), notes);
  return { payment, paymentId: String(answer.body.payment_id), asked };
}

function askState(till: Till, target: string, notes: Notes): Promise<Answer> {
  const command = till.command('payment.read', target, { aud: till.settings.id }, till.cast.agent);
  return till.get(`/instant-payments/${encodeURIComponent(target)}`, command, notes);
}

export async function state(till: Till, target: string, notes: Notes): Promise<JsonObject> {
  const answer = await askState(till, target, notes);
  mustSucceed(answer, 200, 'http/instant-payment-answer.json');
  return answer.body;
}

/** The receipts of a payment that was confirmed. @throws SubjectFault */
function paidOf(answer: JsonObject): JsonObject {
  if (!isObject(answer.payment)) throw new SubjectFault('A confirmed payment has no receipts.');
  return answer.payment;
}

/** The whole good way: asked, confirmed, charged once. @returns the trade number; @throws SubjectFault */
export async function payAtCashier(till: Till, notes: Notes): Promise<string> {
  const before = await till.balance(notes);
  const { payment, paymentId, asked } = await open(till, notes);
  await till.approve(asked.confirmation_id, notes);
  const paid = paidOf(await state(till, paymentId, notes));
  till.openAnswer(payment, paid);
  must(before - (await till.balance(notes)) === PAID, 'Another amount left the account.');
  return String(paid.trade_no);
}

/** A request with one thing changed: refused by its code, the cashier asks nobody, nothing moves; then a good one. */
function badInstant(
  requirement: string,
  code: string,
  slug: string,
  title: string,
  spoil: (till: Till, notes: Notes) => Order | Promise<Order>,
): PspCase {
  return negative(
    requirement,
    `instant-${slug}`,
    title,
    async (till, notes) => {
      await payAtCashier(till, notes);
      const payment = await till.payment(await spoil(till, notes), notes, 'cashier');
      const [before, waiting] = [await till.balance(notes), (await till.inbox(notes)).length];
      mustRefuse(await ask(till, payment, notes), code);
      must((await till.inbox(notes)).length === waiting, 'The cashier asks about what was refused.');
      must((await till.balance(notes)) === before, 'The refused request has moved money.');
      await payAtCashier(till, notes);
    },
    NEEDS,
  );
}

/** A decision after which nothing is paid, and then a good payment. */
function unpaid(
  kind: typeof positive,
  requirement: string,
  slug: string,
  title: string,
  run: (till: Till, opened: Opened, notes: Notes) => Promise<string>,
): PspCase {
  return kind(
    requirement,
    `instant-${slug}`,
    title,
    async (till, notes) => {
      await payAtCashier(till, notes);
      const opened = await open(till, notes);
      const before = await till.balance(notes);
      const code = await run(till, opened, notes);
      const { status, code: told } = await state(till, opened.paymentId, notes);
      must(status === 'TRADE_CLOSED' && told === code, `The payment is ${String(status)}, ${String(told)}.`);
      must((await till.balance(notes)) === before, 'Money was moved.');
      await payAtCashier(till, notes);
    },
    NEEDS,
  );
}

const pageOf = ({ confirmation_id: id }: Waiting): string => `/cashier/${encodeURIComponent(id)}`;

/** What a person gets to see who opens the cashier. @throws SubjectFault */
async function page(till: Till, asked: Waiting, notes: Notes): Promise<Answer> {
  const answer = await till.look(pageOf(asked), notes);
  mustSucceed(answer, 200);
  must(mediaTypeOf(answer) === 'text/html', 'It is no page.');
  return answer;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The text between the tags, piece by piece. */
function rowsOf(html: string): readonly string[] {
  return html
    .split(/<[^>]*>/)
    .map((text) =>
      text.replaceAll(/&([a-z]+|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole).trim(),
    );
}

const requestSays = (values: JsonObject) => (): Order => ({ request: { values } });
const quoteSays = (values: JsonObject) => (): Order => ({ quote: { values } });

export const instantCases: readonly PspCase[] = [
  positive(
    'PSD-PAY-INS-11',
    'instant-pays-once-confirmed',
    'Asked, confirmed, charged: once.',
    async (till, notes) => {
      await payAtCashier(till, notes);
    },
    NEEDS,
  ),
  positive(
    'PSD-PAY-INS-07',
    'instant-reaches-the-delegator',
    'A request that passes the basic checks reaches the delegator’s device as a payment.',
    async (till, notes) => {
      const { asked } = await open(till, notes);
      must(asked.shown.kind === 'payment', `It reaches the device as ${String(asked.shown.kind)}.`);
      await till.decline(asked.confirmation_id, notes);
    },
    NEEDS,
  ),
  positive(
    'PSD-PAY-INS-14',
    'instant-event',
    'A confirmed payment is written down to be recorded, once; before the confirmation nothing is.',
    async (till, notes) => {
      const { payment, paymentId, asked } = await open(till, notes);
      must((await till.control.events(paymentId, notes)).length === 0, 'It is told before it was made.');
      await till.approve(asked.confirmation_id, notes);
      await mustTell(till, paymentId, payment.quote.claims.out_trade_no, notes);
    },
    NEEDS,
  ),
  positive(
    'PSD-PAY-INS-08',
    'instant-shows-the-payment',
    'The cashier shows order, merchant, amounts, discounts, currency, method and categories word for word.',
    async (till, notes) => {
      const { payment, asked } = await open(till, notes);
      const shown = (asked.shown.payment ?? {}) as JsonObject;
      const { claims } = payment.quote;
      for (const member of ['out_trade_no', 'amount', 'payer_amount', 'currency', 'discounts', 'categories'])
        must(
          canonical(shown[member] ?? '') === canonical(claims[member] ?? ''),
          `Another ${member} is shown than the quote has.`,
        );
      must(shown.merchant === claims.iss, 'Another merchant is shown.');
      must(shown.method_id === payment.request.claims.method_id, 'Another method is shown.');
      must(asked.subject_digest === digestOfText(payment.request.compact), 'Another request is asked about.');
      await till.decline(asked.confirmation_id, notes);
    },
    NEEDS,
  ),
  positive(
    'OA-INS-05',
    'instant-page-shows-the-payment',
    'The page of the cashier shows what the device is asked to confirm, word for word.',
    async (till, notes) => {
      const { asked } = await open(till, notes);
      const { payment, agent, summary } = asked.shown as Readonly<Record<string, JsonObject>>;
      const rows = rowsOf((await page(till, asked, notes)).text);
      const due = [
        ...['merchant', 'method_id', 'out_trade_no'].map((member) => payment?.[member]),
        agent?.agent_id,
        `${String(payment?.currency)} ${String(payment?.payer_amount)}`,
      ];
      for (const value of due) must(rows.includes(String(value)), `It does not show ${String(value)}.`);
      for (const text of Object.values(summary ?? {}))
        for (const line of String(text).split('\n'))
          must(rows.includes(line), `It does not have the line ${line}`);
      await till.decline(asked.confirmation_id, notes);
    },
    NEEDS,
  ),
  negative(
    'OA-INS-07',
    'instant-names-the-merchant',
    'The merchant has the name of the trust list beside its identifier; one without a name there has none.',
    async (till, notes) => {
      const named = await open(till, notes);
      const { payment } = named.asked.shown as Readonly<Record<string, JsonObject>>;
      must(payment?.merchant_name === SHOP_NAME, `It is called ${String(payment?.merchant_name)}.`);
      const rows = rowsOf((await page(till, named.asked, notes)).text);
      for (const text of [SHOP_NAME, String(payment?.merchant)])
        must(rows.includes(text), `The page does not have ${text}.`);
      await till.decline(named.asked.confirmation_id, notes);
      const nameless = await open(till, notes, { quote: { by: till.around.otherShop } });
      const { payment: other } = nameless.asked.shown as Readonly<Record<string, JsonObject>>;
      must(other?.merchant === till.around.otherShop.id, 'Another merchant is shown.');
      must(other?.merchant_name === undefined, `It is called ${String(other?.merchant_name)}.`);
      await till.decline(nameless.asked.confirmation_id, notes);
    },
    NEEDS,
  ),
  negative(
    'OA-INS-06',
    'instant-page-decides-nothing',
    'The page runs and loads nothing, stands in no frame, and what is posted to it decides nothing.',
    async (till, notes) => {
      const { asked } = await open(till, notes);
      const { headers, text } = await page(till, asked, notes);
      const policy = headers.get('content-security-policy') ?? '';
      must(policy.startsWith("default-src 'none'"), 'Its policy lets something in.');
      must(policy.includes("frame-ancestors 'none'"), 'It stands in a frame.');
      must(/\bno-store\b/.test(headers.get('cache-control') ?? ''), 'It may be kept.');
      must(!/<script|javascript:|\son\w+\s*=/i.test(text), 'It has a script.');
      const posted = await till.post(pageOf(asked), { decision: 'APPROVE' }, notes);
      must(posted.status >= 400, `What is posted to it is answered with ${posted.status}.`);
      const before = await till.balance(notes);
      await till.waiting(asked.confirmation_id, notes);
      await till.approve(asked.confirmation_id, notes);
      must(before - (await till.balance(notes)) === PAID, 'The yes of the device charged another amount.');
    },
    NEEDS,
  ),
  positive(
    'PSD-PAY-INS-10',
    'instant-waits',
    'Before the user has confirmed nothing has moved, and the agent is told that it waits.',
    async (till, notes) => {
      const before = await till.balance(notes);
      const { paymentId, asked } = await open(till, notes);
      must((await till.balance(notes)) === before, 'Money moved before the user has spoken.');
      must((await state(till, paymentId, notes)).status === 'WAIT_BUYER_PAY', 'It does not wait.');
      await till.decline(asked.confirmation_id, notes);
    },
    NEEDS,
  ),
  positive(
    'PSD-PAY-INS-09',
    'instant-keeps-the-evidence',
    'The agent gets the confirmation that was given, and the receipt names it.',
    async (till, notes) => {
      const { payment, paymentId, asked } = await open(till, notes);
      const evidence = await till.approve(asked.confirmation_id, notes);
      const answer = await state(till, paymentId, notes);
      must(answer.confirmation === evidence, 'Another confirmation stands beside the payment.');
      const paid = paidOf(answer);
      const { receipt } = till.openAnswer(payment, paid);
      const confirmation_digest = digestOfText(evidence);
      must(
        receipt.claims.confirmation_digest === confirmation_digest,
        'The receipt names another confirmation.',
      );
      const due = digestOf({ salt: String(paid.authorization_salt), confirmation_digest });
      must(receipt.claims.authorization_digest === due, 'The salt does not open the digest.');
    },
    NEEDS,
  ),
  positive(
    'PSD-PAY-INS-12',
    'instant-tells-the-result',
    'The agent is told trade number, order, state and time, by payment id and by request id.',
    async (till, notes) => {
      const { payment, paymentId, asked } = await open(till, notes);
      await till.approve(asked.confirmation_id, notes);
      const one = await state(till, paymentId, notes);
      const other = await state(till, String(payment.request.claims.jti), notes);
      const paid = paidOf(one);
      for (const member of ['payment_id', 'status', 'payment'])
        must(isDeepStrictEqual(one[member], other[member]), `Two ways of asking get two answers: ${member}.`);
      must(paid.out_trade_no === payment.quote.claims.out_trade_no, 'The result is of another order.');
      must(
        Math.abs(Date.parse(String(paid.paid_at)) / 1000 - till.now()) < 60,
        'paid_at is no time of today.',
      );
    },
    NEEDS,
  ),
  positive(
    'OA-INS-02',
    'instant-asks-once',
    'Two requests for one order put one question, and one yes pays once.',
    async (till, notes) => {
      const before = await till.balance(notes);
      const { payment, asked } = await open(till, notes);
      const again = await till.payment({ of: { quote: payment.quote } }, notes, 'cashier');
      const answer = await ask(till, again, notes);
      mustSucceed(answer, 202);
      must(answer.body.confirmation_id === asked.confirmation_id, 'The user is asked twice for one order.');
      await till.approve(asked.confirmation_id, notes);
      must(before - (await till.balance(notes)) === PAID, 'Another amount left the account.');
    },
    NEEDS,
  ),
  positive(
    'OA-CNF-08',
    'instant-race-confirmed-once',
    `${AT_ONCE} confirmations at once charge once.`,
    async (till, notes) => {
      const before = await till.balance(notes);
      const { asked } = await open(till, notes);
      const answers = await Promise.all(
        Array.from({ length: AT_ONCE }, () => till.askDecision(asked, {}, notes)),
      );
      const good = answers.filter(({ status }) => status === 200).length;
      must(good === 1, `${good} confirmations of one payment were taken.`);
      for (const answer of answers) if (answer.status !== 200) mustRefuse(answer, 'confirmation_decided');
      must(before - (await till.balance(notes)) === PAID, 'Another amount left the account.');
    },
    NEEDS,
  ),
  unpaid(
    positive,
    'OA-CNF-02',
    'declined',
    'A no closes the payment, and nothing is charged.',
    async (till, { asked }, notes) => {
      mustSucceed(await till.askDecision(asked, { claims: { decision: 'DENY' } }, notes), 200);
      return 'confirmation_denied';
    },
  ),
  unpaid(
    negative,
    'OA-INS-03',
    'tool-revoked-meanwhile',
    'A yes after the tool was revoked charges nothing.',
    async (till, { asked }, notes) => {
      const { toolRef } = await till.bind(notes);
      const second = await till.payment(
        { request: { values: { payment_tool_ref: toolRef } } },
        notes,
        'cashier',
      );
      mustSucceed(await ask(till, second, notes), 202);
      const waiting = await till.waiting(
        (await state(till, String(second.request.claims.jti), notes)).confirmation_id as string,
        notes,
      );
      const command = till.deviceCommand('tool.revoke', toolRef, { aud: till.settings.id });
      mustSucceed(await till.post(`/tools/${toolRef}/revoke`, { command }, notes), 200);
      mustRefuse(await till.askDecision(waiting, {}, notes), 'tool_invalid');
      must(
        (await state(till, String(second.request.claims.jti), notes)).status === 'TRADE_CLOSED',
        'What cannot be charged any more waits on.',
      );
      mustSucceed(await till.askDecision(asked, { claims: { decision: 'DENY' } }, notes), 200);
      return 'confirmation_denied';
    },
  ),
  unpaid(
    negative,
    'OA-CNF-03',
    'confirmed-too-late',
    'A yes after the question has lapsed.',
    async (till, { asked }, notes) => {
      const left = Date.parse(asked.expires_at) / 1000 - till.now();
      await till.control.advance(left + 1, notes);
      mustRefuse(await till.askDecision(asked, {}, notes), 'confirmation_expired');
      return 'confirmation_expired';
    },
  ),
  negative(
    'OA-CNF-01',
    'instant-confirmed-otherwise',
    'A yes to something else than was shown.',
    async (till, notes) => {
      await payAtCashier(till, notes);
      const { asked } = await open(till, notes);
      const before = await till.balance(notes);
      const spoilt = { claims: { challenge: 'A'.repeat(43) } };
      mustRefuse(await till.askDecision(asked, spoilt, notes), 'confirmation_challenge_mismatch');
      must((await till.balance(notes)) === before, 'Money was moved.');
      await till.approve(asked.confirmation_id, notes);
      must(before - (await till.balance(notes)) === PAID, 'The good yes afterwards charged another amount.');
    },
    NEEDS,
  ),
  negative(
    'OA-CNF-06',
    'instant-confirmed-by-another',
    'A yes that the device did not sign.',
    async (till, notes) => {
      await payAtCashier(till, notes);
      const { asked } = await open(till, notes);
      const before = await till.balance(notes);
      const spoilt = { signer: { ...till.device, key: till.cast.stranger.key } };
      mustRefuse(await till.askDecision(asked, spoilt, notes), 'confirmation_device_mismatch');
      must((await till.balance(notes)) === before, 'Money was moved.');
      await till.approve(asked.confirmation_id, notes);
      must(before - (await till.balance(notes)) === PAID, 'The good yes afterwards charged another amount.');
    },
    NEEDS,
  ),
  negative(
    'PSD-PAY-DEL-05',
    'instant-replayed',
    'The very request that waits at the cashier, again.',
    async (till, notes) => {
      const { payment, asked } = await open(till, notes);
      mustRefuse(await ask(till, payment, notes), 'request_duplicate');
      await till.approve(asked.confirmation_id, notes);
      const before = await till.balance(notes);
      mustRefuse(await ask(till, payment, notes), 'request_duplicate');
      must((await till.balance(notes)) === before, 'A replay has moved money.');
      await payAtCashier(till, notes);
    },
    NEEDS,
  ),
  negative(
    'PSD-PAY-INS-06',
    'instant-states-its-refusal',
    'What fails a basic check gets its failure at once, with a signed statement, and never reaches the cashier.',
    async (till, notes) => {
      await payAtCashier(till, notes);
      const bad = await till.payment(
        { request: { values: { payment_tool_ref: 'tool-nobody-bound' } } },
        notes,
        'cashier',
      );
      const waiting = (await till.inbox(notes)).length;
      const refused = await ask(till, bad, notes);
      mustRefuse(refused, 'tool_invalid');
      mustBeStated(till, refused.body.refusal, 'tool_invalid', bad);
      must((await till.inbox(notes)).length === waiting, 'It has reached the cashier.');
      await payAtCashier(till, notes);
    },
    NEEDS,
  ),
  badInstant(
    'OA-INS-01',
    'payment_level_mismatch',
    'another-level',
    'A request of act:L2 at the cashier.',
    requestSays({
      level: 'act:L2',
      delegation_id: 'dlg-1',
      mandate_digest: 'A'.repeat(43),
    }),
  ),
  badInstant(
    'PSD-PAY-INS-02',
    'request_time_out_of_window',
    'too-old',
    'A request of two minutes ago.',
    (till) => ({
      request: { values: { iat: till.now() - 2 * MINUTE } },
    }),
  ),
  badInstant(
    'OA-REQ-01',
    'request_audience_mismatch',
    'for-another-service',
    'A request made out to another service.',
    requestSays({
      aud: SUITE_IDS.otherPsp,
    }),
  ),
  badInstant(
    'PSD-PAY-DEL-06',
    'agent_signature_invalid',
    'signed-by-another',
    'A request that the agent did not sign.',
    (till) => ({
      request: { signer: { header: till.cast.agent.header, key: till.cast.stranger.key } },
    }),
  ),
  badInstant(
    'OA-REQ-04',
    'quote_digest_mismatch',
    'another-quote',
    'A request for another quote than comes with it.',
    requestSays({
      quote_digest: 'A'.repeat(43),
    }),
  ),
  badInstant(
    'PSD-PAY-DEL-22',
    'request_quote_disagree',
    'other-amount',
    'A request for another amount than the quote has.',
    requestSays({
      payer_amount: '0.90',
    }),
  ),
  badInstant(
    'OA-QUO-07',
    'jws_signature_invalid',
    'quote-forged',
    'A quote that its merchant did not sign.',
    (till) => ({
      quote: { signer: { header: till.shop.signer.header, key: till.cast.stranger.key } },
    }),
  ),
  badInstant(
    'OA-QUO-02',
    'quote_totals_wrong',
    'quote-that-adds-up-wrong',
    'A quote that does not add up.',
    quoteSays({
      payer_amount: '1.01',
    }),
  ),
  badInstant(
    'OA-QUO-03',
    'quote_agent_mismatch',
    'quote-for-another-agent',
    'A quote for another agent.',
    quoteSays({
      aud: SUITE_IDS.otherAgent,
    }),
  ),
  badInstant('OA-QUO-01', 'quote_expired', 'quote-expired', 'A quote that has run out.', (till) => {
    const exp = till.now() - 1;
    return { quote: { values: { iat: exp - 10 * MINUTE, exp, pay_before: utc(exp) } } };
  }),
  badInstant(
    'OA-QUO-04',
    'quote_payee_mismatch',
    'payee-of-another',
    'The payee account of another merchant.',
    (till) => ({
      quote: { values: { payee: { account: till.settings.payees[1], psp_id: till.settings.id } } },
    }),
  ),
  ...wrongTools.map((wrong) => badInstant(...wrong)),
];
