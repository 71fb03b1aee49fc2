import { isDeepStrictEqual } from 'node:util';
import { digestOfText } from '../../forge/bytes.ts';
import type { JsonObject } from '../../forge/json.ts';
import { anotherThan } from '../../live/amounts.ts';
import type { Institution } from '../../live/cast.ts';
import { SUITE_IDS, utc } from '../../live/cast.ts';
import type { Answer } from '../../live/http.ts';
import type { Notes } from '../../run/case.ts';
import { DAY, id, MINUTE, type Spoilt } from '../account/bank.ts';
import { AFTER, ESCROW, must, mustRefuse, mustSucceed, negative, type PspCase, positive } from './steps.ts';
import { hundredths, type Paid, PRICE, type Till } from './till.ts';

const NEEDS = [AFTER];
const AT_ONCE = 6;
const PAID = hundredths(PRICE.payer_amount);
const OTHER_DIGEST = 'A'.repeat(43);

interface Given {
  readonly by?: Institution;
  readonly digest?: string;
  readonly tradeNo?: string;
  readonly command?: Spoilt;
}

/** Whether the proof of payment stands, asked by a seller. */
function askValidation(till: Till, paid: Paid, notes: Notes, given: Given = {}): Promise<Answer> {
  const params = { digest: given.digest ?? digestOfText(paid.sellerReceipt.compact) };
  const target = given.tradeNo ?? paid.tradeNo;
  const command = till.sellerCommand('payment.validate', target, params, given.by, given.command);
  return till.post('/payments/validate', { command }, notes);
}

export async function validate(till: Till, paid: Paid, notes: Notes): Promise<JsonObject> {
  const answer = await askValidation(till, paid, notes);
  mustSucceed(answer, 200, 'http/validation-answer.json');
  must(answer.body.trade_no === paid.tradeNo, 'Another trade is vouched for.');
  must(
    answer.body.receipt_digest === digestOfText(paid.sellerReceipt.compact),
    'Another receipt is vouched for.',
  );
  return answer.body;
}

function badValidation(
  requirement: string,
  code: string,
  slug: string,
  title: string,
  spoil: (till: Till, paid: Paid) => Given,
): PspCase {
  return negative(
    requirement,
    `validate-${slug}`,
    title,
    async (till, notes) => {
      const paid = await till.pay(notes);
      await validate(till, paid, notes);
      mustRefuse(await askValidation(till, paid, notes, spoil(till, paid)), code);
      await validate(till, paid, notes);
    },
    NEEDS,
  );
}

interface Refund {
  readonly amount?: string;
  readonly currency?: string;
  readonly refundId?: string;
  readonly by?: Institution;
  readonly command?: Spoilt;
}

export function askRefund(till: Till, { tradeNo }: Paid, notes: Notes, refund: Refund = {}): Promise<Answer> {
  const { amount = PRICE.payer_amount, currency = till.settings.currency, refundId = id('rfd') } = refund;
  const params = till.written({ amount, currency, refund_id: refundId });
  const command = till.sellerCommand('payment.refund', tradeNo, params, refund.by, refund.command);
  return till.post(`/payments/${encodeURIComponent(tradeNo)}/refunds`, { command }, notes);
}

/** A refund with one thing changed: refused, nothing comes back; then the good one comes back whole. */
function badRefund(
  requirement: string,
  code: string,
  slug: string,
  title: string,
  spoil: (till: Till) => Refund,
): PspCase {
  return negative(
    requirement,
    `refund-${slug}`,
    title,
    async (till, notes) => {
      const paid = await till.pay(notes);
      const before = await till.balance(notes);
      mustRefuse(await askRefund(till, paid, notes, spoil(till)), code);
      must((await till.balance(notes)) === before, 'The refused refund has moved money.');
      mustSucceed(await askRefund(till, paid, notes), 200);
      must((await till.balance(notes)) - before === PAID, 'The good refund has moved another amount.');
    },
    NEEDS,
  );
}

export function askStep(
  till: Till,
  verb: 'fulfilment' | 'receipt',
  { tradeNo }: Paid,
  command: string,
  notes: Notes,
) {
  return till.post(`/payments/${encodeURIComponent(tradeNo)}/${verb}`, { command }, notes);
}

export const delivered = (till: Till, paid: Paid, notes: Notes, by?: Institution): Promise<Answer> =>
  askStep(till, 'fulfilment', paid, till.sellerCommand('fulfilment.confirm', paid.tradeNo, {}, by), notes);

export const received = (till: Till, paid: Paid, notes: Notes): Promise<Answer> =>
  askStep(
    till,
    'receipt',
    paid,
    till.command('trade.receive', paid.tradeNo, { aud: till.settings.id }, till.cast.agent),
    notes,
  );

export async function mustReach(answer: Answer, due: string): Promise<void> {
  mustSucceed(answer, 200);
  must(answer.body?.state === due, `The trade is ${String(answer.body?.state)}, where ${due} was due.`);
}

const validation: readonly PspCase[] = [
  positive(
    'PSD-PAY-A402-07',
    'validate-vouches',
    'A seller that asks is told that the proof stands, for this order and this receipt.',
    async (till, notes) => {
      const paid = await till.pay(notes);
      const { out_trade_no, refunded_total } = await validate(till, paid, notes);
      must(out_trade_no === paid.answer.out_trade_no, 'It vouches for another order.');
      must(till.smallest(refunded_total) === 0n, 'Something was refunded already.');
    },
    NEEDS,
  ),
  badValidation(
    'PSD-PAY-A402-07',
    'payment_proof_invalid',
    'another-receipt',
    'The digest of another receipt.',
    () => ({
      digest: OTHER_DIGEST,
    }),
  ),
  badValidation(
    'PSD-PAY-A402-07',
    'payment_proof_invalid',
    'receipt-of-the-agent',
    'The agent’s receipt in the place of the seller’s.',
    (_, paid) => ({
      digest: digestOfText(paid.receipt.compact),
    }),
  ),
  badValidation(
    'PSD-PAY-A402-07',
    'payment_proof_invalid',
    'by-another-seller',
    'The trade of another seller.',
    (till) => ({
      by: till.around.otherShop,
    }),
  ),
  badValidation(
    'PSD-PAY-A402-07',
    'payment_proof_invalid',
    'no-such-trade',
    'A trade that does not exist.',
    () => ({
      tradeNo: 'trade-nobody-made',
    }),
  ),
  badValidation(
    'OA-CMD-06',
    'command_signature_invalid',
    'forged',
    'A question that the seller did not sign.',
    (till) => ({
      command: { signer: { header: till.shop.signer.header, key: till.cast.stranger.key } },
    }),
  ),
  badValidation(
    'OA-CMD-05',
    'command_audience_mismatch',
    'for-another-service',
    'A question made out to another service.',
    () => ({
      command: { claims: { aud: SUITE_IDS.otherPsp } },
    }),
  ),
  badValidation(
    'OA-CMD-03',
    'command_time_out_of_window',
    'from-the-future',
    'A question from in two minutes.',
    (till) => ({
      command: { claims: { iat: till.now() + 2 * MINUTE } },
    }),
  ),
  badValidation(
    'OA-CMD-03',
    'command_time_out_of_window',
    'too-old',
    'A question of 65 seconds ago.',
    (till) => ({
      command: { claims: { iat: till.now() - MINUTE - 5 } },
    }),
  ),
  badValidation(
    'OA-TRL-04',
    'issuer_not_trusted',
    'by-an-unlisted-seller',
    'A question of a seller that nobody lists.',
    () => ({
      command: { claims: { iss: 'did:act:suite.example/unlisted-shop' } },
    }),
  ),
  negative(
    'PSD-PAY-A402-07',
    'validate-refunded',
    'A proof whose money went back.',
    async (till, notes) => {
      const paid = await till.pay(notes);
      await validate(till, paid, notes);
      mustSucceed(await askRefund(till, paid, notes, { amount: '0.01' }), 200);
      mustRefuse(await askValidation(till, paid, notes), 'payment_proof_invalid');
      await validate(till, await till.pay(notes), notes);
    },
    NEEDS,
  ),
  negative(
    'OA-CMD-02',
    'validate-replayed',
    'The question of before, again.',
    async (till, notes) => {
      const paid = await till.pay(notes);
      const command = { claims: { jti: id('cmd') } };
      mustSucceed(await askValidation(till, paid, notes, { command }), 200);
      mustRefuse(await askValidation(till, paid, notes, { command }), 'command_duplicate');
      await validate(till, paid, notes);
    },
    NEEDS,
  ),
];

const refunds: readonly PspCase[] = [
  positive(
    'OA-RFD-02',
    'refund-goes-back',
    'A refund goes back where the money came from, once for each refund_id.',
    async (till, notes) => {
      const paid = await till.pay(notes);
      const before = await till.balance(notes);
      const refundId = id('rfd');
      const one = await askRefund(till, paid, notes, { amount: '0.40', refundId });
      mustSucceed(one, 200);
      const other = await askRefund(till, paid, notes, { amount: '0.40', refundId });
      mustSucceed(other, 200);
      must(isDeepStrictEqual(one.body, other.body), 'The same refund got two answers.');
      must((await till.balance(notes)) - before === 40n, 'Another amount came back.');
    },
    NEEDS,
  ),
  positive(
    'OA-RFD-01',
    'refund-race',
    `${AT_ONCE} refunds at once of which two fit: no more comes back than was paid.`,
    async (till, notes) => {
      const paid = await till.pay(notes);
      const before = await till.balance(notes);
      const answers = await Promise.all(
        Array.from({ length: AT_ONCE }, () => askRefund(till, paid, notes, { amount: '0.50' })),
      );
      const good = answers.filter(({ status }) => status === 200).length;
      must(good === 2, `${good} refunds were acknowledged.`);
      must((await till.balance(notes)) - before === PAID, 'Another amount came back.');
    },
    NEEDS,
  ),
  positive(
    'OA-LIM-21',
    'refund-gives-no-budget',
    'What was refunded stays spent under its mandate.',
    async (till, notes) => {
      const mandate = till.mandate(
        till.iac({ max_total_amount: 1.5 }, { commerce: { allowed_merchants: [till.shop.id] } }),
      );
      const order = { of: { mandate } };
      mustSucceed(await askRefund(till, await till.pay(notes, order), notes), 200);
      const payment = await till.payment(order, notes);
      mustRefuse(await till.ask(payment, notes), 'amount_over_total_limit');
    },
    NEEDS,
  ),
  badRefund(
    'OA-RFD-01',
    'refund_over_captured',
    'over-what-was-paid',
    'One cent more than was paid.',
    () => ({
      amount: '1.01',
    }),
  ),
  badRefund(
    'OA-RFD-01',
    'refund_over_captured',
    'gross-amount',
    'The gross amount, of which the payer paid less.',
    () => ({
      amount: PRICE.amount,
    }),
  ),
  badRefund(
    'OA-CMD-01',
    'command_not_permitted',
    'by-another-seller',
    'A refund by another seller.',
    (till) => ({
      by: till.around.otherShop,
    }),
  ),
  badRefund(
    'OA-CMD-06',
    'command_signature_invalid',
    'forged',
    'A refund that the seller did not sign.',
    (till) => ({
      command: { signer: { header: till.shop.signer.header, key: till.cast.stranger.key } },
    }),
  ),
  badRefund('OA-REQ-05', 'currency_mismatch', 'other-currency', 'A refund in another currency.', (till) => ({
    currency: anotherThan(till.settings.currency),
  })),
  negative(
    'OA-RFD-02',
    'refund-id-reused',
    'The id of one refund over another amount.',
    async (till, notes) => {
      const paid = await till.pay(notes);
      const refundId = id('rfd');
      mustSucceed(await askRefund(till, paid, notes, { amount: '0.40', refundId }), 200);
      const before = await till.balance(notes);
      mustRefuse(await askRefund(till, paid, notes, { amount: '0.41', refundId }), 'request_id_reused');
      must((await till.balance(notes)) === before, 'The refused refund has moved money.');
      mustSucceed(await askRefund(till, paid, notes, { amount: '0.41' }), 200);
    },
    NEEDS,
  ),
];

const steps: readonly PspCase[] = [
  positive(
    'PSD-PAY-A402-20',
    'trade-goes-its-way',
    'Paid, delivered, received: a trade goes along the table, and saying it again changes nothing.',
    async (till, notes) => {
      const paid = await till.pay(notes);
      await mustReach(await delivered(till, paid, notes), 'WAIT_BUYER_RECEIPT');
      await mustReach(await delivered(till, paid, notes), 'WAIT_BUYER_RECEIPT');
      await mustReach(await received(till, paid, notes), 'TRADE_FINISHED');
      await mustReach(await received(till, paid, notes), 'TRADE_FINISHED');
      await mustReach(await delivered(till, paid, notes), 'TRADE_FINISHED');
    },
    NEEDS,
  ),
  negative(
    'PSD-PAY-A402-20',
    'trade-received-before-delivery',
    'Received before anything was delivered.',
    async (till, notes) => {
      const paid = await till.pay(notes);
      mustRefuse(await received(till, paid, notes), 'trade_transition_illegal');
      await mustReach(await delivered(till, paid, notes), 'WAIT_BUYER_RECEIPT');
      await mustReach(await received(till, paid, notes), 'TRADE_FINISHED');
    },
    NEEDS,
  ),
  negative(
    'PSD-PAY-A402-20',
    'trade-refunded-after-its-end',
    'A refund of a trade that is finished.',
    async (till, notes) => {
      const paid = await till.pay(notes);
      await mustReach(await delivered(till, paid, notes), 'WAIT_BUYER_RECEIPT');
      await mustReach(await received(till, paid, notes), 'TRADE_FINISHED');
      const before = await till.balance(notes);
      mustRefuse(await askRefund(till, paid, notes), 'trade_transition_illegal');
      must((await till.balance(notes)) === before, 'The refused refund has moved money.');
      mustSucceed(await askRefund(till, await till.pay(notes), notes), 200);
    },
    NEEDS,
  ),
  negative(
    'OA-CMD-01',
    'trade-delivered-by-another',
    'A delivery told by another seller.',
    async (till, notes) => {
      const paid = await till.pay(notes);
      mustRefuse(await delivered(till, paid, notes, till.around.otherShop), 'command_not_permitted');
      await mustReach(await delivered(till, paid, notes), 'WAIT_BUYER_RECEIPT');
    },
    NEEDS,
  ),
];

export const IN_ESCROW = { settlement: 'ESCROW' } as const;

/** What is in a seller's account, by the books. */
export async function shopBalance(till: Till, notes: Notes): Promise<bigint> {
  return till.smallest((await till.control.account(till.settings.payees[0], notes)).balance);
}

/** What a case before has left held, and undelivered, is back at the payer: it is not counted here. */
export const returnLeftovers = (till: Till, notes: Notes) => till.control.advance(11 * MINUTE, notes);

const escrow: readonly PspCase[] = [
  positive(
    'OA-ESC-03',
    'escrow-holds',
    'What is paid into escrow has left the payer and has not reached the payee; after the receipt it has.',
    async (till, notes) => {
      const before = await shopBalance(till, notes);
      const paid = await till.pay(notes, { quote: { values: IN_ESCROW } });
      must((await shopBalance(till, notes)) === before, 'The payee has it already.');
      await mustReach(await delivered(till, paid, notes), 'WAIT_BUYER_RECEIPT');
      must((await shopBalance(till, notes)) === before, 'The payee has it before the buyer has received.');
      await mustReach(await received(till, paid, notes), 'TRADE_FINISHED');
      must((await shopBalance(till, notes)) - before === PAID, 'The payee got another amount.');
    },
    [ESCROW],
  ),
  positive(
    'OA-ESC-04',
    'escrow-released-by-the-device',
    'A device of the payer releases what is held.',
    async (till, notes) => {
      const before = await shopBalance(till, notes);
      const paid = await till.pay(notes, { quote: { values: IN_ESCROW } });
      await mustReach(await delivered(till, paid, notes), 'WAIT_BUYER_RECEIPT');
      const command = till.deviceCommand('trade.receive', paid.tradeNo, { aud: till.settings.id });
      await mustReach(await askStep(till, 'receipt', paid, command, notes), 'TRADE_FINISHED');
      must((await shopBalance(till, notes)) - before === PAID, 'The payee got another amount.');
    },
    [ESCROW],
  ),
  negative(
    'OA-ESC-04',
    'escrow-released-by-another',
    'Another agent releases what is held.',
    async (till, notes) => {
      await till.bind(notes, {}, { key: till.cast.otherAgent, id: SUITE_IDS.otherAgent });
      const paid = await till.pay(notes, { quote: { values: IN_ESCROW } });
      await mustReach(await delivered(till, paid, notes), 'WAIT_BUYER_RECEIPT');
      const before = await shopBalance(till, notes);
      const claims = { iss: SUITE_IDS.otherAgent, aud: till.settings.id };
      const command = till.command('trade.receive', paid.tradeNo, claims, till.cast.otherAgent);
      mustRefuse(await askStep(till, 'receipt', paid, command, notes), 'payment_unknown');
      must((await shopBalance(till, notes)) === before, 'What was held has moved.');
      await mustReach(await received(till, paid, notes), 'TRADE_FINISHED');
      must((await shopBalance(till, notes)) - before === PAID, 'The payee got another amount.');
    },
    [ESCROW],
  ),
  positive(
    'OA-ESC-06',
    'escrow-goes-back-undelivered',
    'What was not delivered in time goes back to the payer, without anybody’s word.',
    async (till, notes) => {
      await returnLeftovers(till, notes);
      const before = await till.balance(notes);
      const deliver_by = utc(till.now() + 10 * MINUTE);
      const paid = await till.pay(notes, { quote: { values: { ...IN_ESCROW, deliver_by } } });
      must(before - (await till.balance(notes)) === PAID, 'Another amount was taken.');
      await till.control.advance(11 * MINUTE, notes);
      must((await till.balance(notes)) === before, 'It has not come back.');
      mustRefuse(await delivered(till, paid, notes), 'trade_transition_illegal');
    },
    [ESCROW],
  ),
  positive(
    'OA-ESC-05',
    'escrow-finished-by-time',
    'What was delivered, and about which nobody has complained, counts as received in the end.',
    async (till, notes) => {
      // What cases before have left delivered is finished first.
      await till.control.advance(8 * DAY, notes);
      const before = await shopBalance(till, notes);
      const paid = await till.pay(notes, { quote: { values: IN_ESCROW } });
      await mustReach(await delivered(till, paid, notes), 'WAIT_BUYER_RECEIPT');
      await till.control.advance(8 * DAY, notes);
      must((await shopBalance(till, notes)) - before === PAID, 'After eight days the payee has not got it.');
      await mustReach(await received(till, paid, notes), 'TRADE_FINISHED');
    },
    [ESCROW],
  ),
  positive(
    'OA-ESC-02',
    'tip-is-over-at-once',
    'A tip is finished with its payment.',
    async (till, notes) => {
      const quote = { values: { settlement: 'GRATUITY', categories: ['tip'] } };
      const iac = till.iac(
        {},
        {
          commerce: { max_single_amount: 40, allowed_merchants: [till.shop.id], allowed_categories: ['tip'] },
        },
      );
      const { answer } = await till.pay(notes, { of: { mandate: till.mandate(iac) }, quote });
      must(answer.state === 'TRADE_FINISHED', `A tip is ${String(answer.state)}.`);
    },
    [ESCROW],
  ),
];

export const afterCases: readonly PspCase[] = [...validation, ...refunds, ...steps, ...escrow];
