import { isDeepStrictEqual } from 'node:util';
import { EKU } from '../../forge/certificate.ts';
import { digestOf } from '../../forge/drafts.ts';
import { isObject, type JsonObject } from '../../forge/json.ts';
import { METHOD_ID, SUITE_IDS } from '../../live/cast.ts';
import { mustBeCertified, openMessage } from '../../live/read.ts';
import { mustFit } from '../../live/schemas.ts';
import type { Notes } from '../../run/case.ts';
import { id, MINUTE } from '../account/bank.ts';
import { PROMOTION } from '../account/ids.ts';
import { otherKey } from './cases-other-key.ts';
import { Partner, paidInto } from './partner.ts';
import { ACROSS, must, mustRefuse, mustSucceed, negative, type PspCase, positive } from './steps.ts';
import { hundredths, PRICE, type Till } from './till.ts';

const NEEDS = [ACROSS];
const PAID = hundredths(PRICE.payer_amount);
const AT_ONCE = 4;

const shopBalance = async (till: Till, notes: Notes): Promise<bigint> =>
  till.smallest((await till.control.account(till.settings.payees[0], notes)).balance);

/** An instruction with one thing wrong: the shop gets nothing; a good one before and after. */
function badInstruction(
  requirement: string,
  code: string,
  slug: string,
  title: string,
  spoil: (partner: Partner) => JsonObject,
  spoilt: Parameters<Partner['askToPay']>[2] = {},
): PspCase {
  return negative(
    requirement,
    `across-${slug}`,
    title,
    async (till, notes) => {
      const partner = new Partner(till);
      await paidInto(partner, notes);
      const before = await shopBalance(till, notes);
      mustRefuse(await partner.askToPay(spoil(partner), notes, spoilt), code);
      must((await shopBalance(till, notes)) === before, 'The refused instruction has credited the shop.');
      await paidInto(partner, notes);
    },
    NEEDS,
  );
}

/** A payment of the suite's agent across, whatever comes of it. */
async function paidAcross(till: Till, partner: Partner, notes: Notes) {
  const payment = await partner.paymentAcross(notes);
  const answer = await till.ask(payment, notes);
  mustSucceed(answer, 200, 'http/payment-answer.json');
  return { payment, answer: answer.body as JsonObject };
}

const asPayees: readonly PspCase[] = [
  positive(
    'OA-ICN-06',
    'across-credits-once',
    `One instruction ${AT_ONCE} times at once credits the shop once, and is answered as one.`,
    async (till, notes) => {
      const partner = new Partner(till);
      const before = await shopBalance(till, notes);
      const instruction = partner.instruction(partner.quoteThere());
      const answers = await Promise.all(
        Array.from({ length: AT_ONCE }, () => partner.askToPay(instruction, notes)),
      );
      for (const answer of answers) mustSucceed(answer, 200, 'http/interconnect-answer.json');
      must(new Set(answers.map(({ body }) => body.peer_trade_no)).size === 1, 'It became several trades.');
      must((await shopBalance(till, notes)) - before === PAID, 'Another amount was credited.');
    },
    NEEDS,
  ),
  negative(
    'OA-ICN-06',
    'across-given-up-comes-late',
    'An instruction that arrives after its number was given up.',
    async (till, notes) => {
      const partner = new Partner(till);
      await paidInto(partner, notes);
      const before = await shopBalance(till, notes);
      const instruction = partner.instruction(partner.quoteThere());
      mustRefuse(await partner.askWhatBecame(instruction, notes), 'interconnect_cancelled');
      mustRefuse(await partner.askToPay(instruction, notes), 'interconnect_cancelled');
      must((await shopBalance(till, notes)) === before, 'A number that was given up was credited.');
      await paidInto(partner, notes);
    },
    NEEDS,
  ),
  badInstruction(
    'OA-ICN-02',
    'interconnect_instruction_altered',
    'altered-on-the-way',
    'An instruction that its sender has not signed.',
    (partner) => partner.instruction(partner.quoteThere()),
    { over: { amount: '0.01' } },
  ),
  badInstruction(
    'OA-ICN-03',
    'interconnect_instruction_mismatch',
    'less-than-the-offer',
    'An instruction over less than the shop asks for.',
    (partner) => partner.instruction(partner.quoteThere(), { amount: '0.99' }),
  ),
  positive(
    'OA-ICN-21',
    'across-is-recorded',
    'The service that credits the shop records the payment, with the trade of the other.',
    async (till, notes) => {
      const { instruction, tradeNo } = await paidInto(new Partner(till), notes);
      const events = await till.control.events(tradeNo, notes);
      const paid = events.find(({ event_type }) => event_type === 'act:payment:transaction-completed');
      const peer = isObject(paid?.event_body) ? paid.event_body.peer : undefined;
      must(isObject(peer) && peer.trade_no === instruction.trade_no, 'The record names no other trade.');
    },
    NEEDS,
  ),
  positive(
    'OA-ICN-10',
    'across-refund-goes-back',
    'The shop’s refund is asked of the payer’s service, signed, once for its refund_id; a part and the rest.',
    async (till, notes) => {
      const partner = new Partner(till);
      const { instruction, tradeNo } = await paidInto(partner, notes);
      const before = await shopBalance(till, notes);
      const refundId = id('rfd');
      for (const again of [1, 2]) {
        mustSucceed(await askRefund(till, tradeNo, { amount: '0.40', refundId }, notes), 200);
        must(
          partner.heard.length === 1,
          `After ${again} requests the other service was asked ${partner.heard.length} times.`,
        );
      }
      const { path, body } = partner.heard[0] ?? { path: '', body: {} };
      must(path === '/interconnect/refunds', 'The other service was asked for something else.');
      mustFit('http/interconnect-refund.json', body, 'What the other service was asked');
      partner.mustBeCommanded(body, 'interconnect.refund', instruction.trade_no, body.refund as JsonObject);
      mustRefuse(await askRefund(till, tradeNo, { amount: '0.61' }, notes), 'refund_over_captured');
      mustSucceed(await askRefund(till, tradeNo, { amount: '0.60' }, notes), 200);
      must(before - (await shopBalance(till, notes)) === PAID, 'Another amount was taken from the shop.');
    },
    NEEDS,
  ),
  negative(
    'OA-ICN-07',
    'across-refund-unsigned',
    'A refund that is acknowledged without the other service’s word.',
    async (till, notes) => {
      const good = new Partner(till);
      const { tradeNo } = await paidInto(good, notes);
      let isForged = true;
      new Partner(till, {
        refunded: (partner, refund) => {
          const answer = partner.refunded(refund);
          if (!isForged) return answer;
          const { refund: done } = JSON.parse(answer.body) as { readonly refund: object };
          return {
            ...answer,
            body: JSON.stringify({
              refund: done,
              command: partner.command('interconnect.refund', id('trd'), undefined),
            }),
          };
        },
      });
      const refund = { amount: PRICE.payer_amount, refundId: id('rfd') };
      mustRefuse(await askRefund(till, tradeNo, refund, notes), 'payment_pending');
      isForged = false;
      mustSucceed(await askRefund(till, tradeNo, refund, notes), 200);
    },
    NEEDS,
  ),
];

function askRefund(
  till: Till,
  tradeNo: string,
  { amount, refundId = id('rfd') }: { readonly amount: string; readonly refundId?: string },
  notes: Notes,
) {
  const params = till.written({ amount, currency: till.settings.currency, refund_id: refundId });
  const command = till.sellerCommand('payment.refund', tradeNo, params);
  return till.post(`/payments/${encodeURIComponent(tradeNo)}/refunds`, { command }, notes);
}

const asPayers: readonly PspCase[] = [
  positive(
    'OA-ICN-09',
    'across-pays',
    'A payment into an account at the other service: instructed there, debited here, with both trade numbers.',
    async (till, notes) => {
      const partner = new Partner(till);
      const before = await till.balance(notes);
      const { answer } = await paidAcross(till, partner, notes);
      const { path, body } = partner.heard[0] ?? { path: '', body: {} };
      must(path === '/interconnect/payments' && partner.heard.length === 1, 'It was not instructed once.');
      const instruction = body.instruction as JsonObject;
      mustFit('interconnect-instruction.json', instruction, 'The instruction');
      partner.mustBeCommanded(body, 'interconnect.pay', instruction.trade_no, instruction);
      const receipt = openMessage(answer.receipt, 'act-receipt+jwt', 'receipt.json');
      mustBeCertified(receipt, till.around.certified(EKU.receipt));
      const { peer } = receipt.claims;
      const there = partner.receipts.get(String(instruction.trade_no));
      must(
        isObject(peer) && peer.psp_id === partner.id && peer.trade_no === there?.peer_trade_no,
        'The receipt does not name the other trade.',
      );
      must(
        answer.seller_receipt === there?.seller_receipt,
        'The seller’s receipt is not the other service’s.',
      );
      must(before - (await till.balance(notes)) === PAID, 'Another amount left the account.');
    },
    NEEDS,
  ),
  positive(
    'OA-ICN-13',
    'across-goes-to-the-payees-service',
    'The instruction goes to the service that the quote names for the account, at its address in the trust list.',
    async (till, notes) => {
      const partner = new Partner(till);
      await paidAcross(till, partner, notes);
      const [{ path, body } = { path: '', body: {} as JsonObject }] = partner.heard;
      const { aud } = openMessage(body.command, 'act-command+jwt', 'command.json').claims;
      must(path === '/interconnect/payments' && aud === partner.id, 'It went somewhere else.');
    },
    NEEDS,
  ),
  negative(
    'OA-ICN-10',
    'across-refund-id-with-another-amount',
    'A refund_id that stands for one part of a trade, asked for again with another: refused, and nothing moves.',
    async (till, notes) => {
      const partner = new Partner(till);
      await paidAcross(till, partner, notes);
      const instruction = partner.heard[0]?.body.instruction as JsonObject;
      const ask = (refund: JsonObject) => {
        const command = partner.command('interconnect.refund', String(refund.trade_no), digestOf(refund));
        return till.post('/interconnect/refunds', { refund, command }, notes);
      };
      const part = partner.refundOf(instruction, '0.40');
      mustSucceed(await ask(part), 200, 'http/interconnect-refund.json');
      const before = await till.balance(notes);
      mustRefuse(await ask({ ...part, ...till.written({ amount: '0.30' }) }), 'request_id_reused');
      must((await till.balance(notes)) === before, 'The refused refund has moved money.');
      mustSucceed(await ask(part), 200, 'http/interconnect-refund.json');
      must((await till.balance(notes)) === before, 'One refund was given back twice.');
    },
    NEEDS,
  ),
  negative(
    'OA-ICN-08',
    'across-judged-first',
    'A payment that the mandate does not cover: the other service hears nothing of it.',
    async (till, notes) => {
      const partner = new Partner(till);
      await paidAcross(till, partner, notes);
      const [before, heard] = [await till.balance(notes), partner.heard.length];
      const order = { ext: { commerce: { max_single_amount: 1.49, allowed_merchants: [till.shop.id] } } };
      mustRefuse(
        await till.ask(await partner.paymentAcross(notes, order), notes),
        'amount_over_single_limit',
      );
      must(partner.heard.length === heard, 'The other service was told.');
      must((await till.balance(notes)) === before, 'The refused request has moved money.');
      await paidAcross(till, partner, notes);
    },
    NEEDS,
  ),
  positive(
    'OA-ICN-07',
    'across-asks-after-silence',
    'An answer that is lost is asked for: one debit.',
    async (till, notes) => {
      const partner = new Partner(till, {
        instructed: (other, instruction) => {
          other.credited(instruction);
          return { status: 503, body: '{}' };
        },
      });
      const before = await till.balance(notes);
      await paidAcross(till, partner, notes);
      must(
        partner.heard.map(({ path }) => path).join(' ') ===
          '/interconnect/payments /interconnect/payments/query',
        'It was not asked for.',
      );
      must(before - (await till.balance(notes)) === PAID, 'Another amount left the account.');
    },
    NEEDS,
  ),
  negative(
    'OA-ICN-01',
    'across-to-nobody',
    'An account at a service with which the subject does not clear.',
    async (till, notes) => {
      const partner = new Partner(till);
      await paidAcross(till, partner, notes);
      const before = await till.balance(notes);
      const psp_id = SUITE_IDS.psp;
      const quote = partner.quoteHere({
        payee: { account: 'acct-there', psp_id },
        accepted: [{ method_id: METHOD_ID, psp_id }],
      });
      mustRefuse(
        await till.ask(await partner.paymentAcross(notes, {}, quote), notes),
        'quote_psp_not_accepted',
      );
      must((await till.balance(notes)) === before, 'The refused request has moved money.');
      await paidAcross(till, partner, notes);
    },
    NEEDS,
  ),
];

const GRANTED = { funder: '', amount: PROMOTION.amount, promotion_id: PROMOTION.promotion_id };
/** Of 1.00 the payer pays 0.70, and the promotion 0.30. */
const REDUCED = '0.70';

/** A payment across with a discount of the subject's. */
function reducedBy(
  till: Till,
  partner: Partner,
  notes: Notes,
  change: JsonObject = {},
  payer_amount = REDUCED,
) {
  const discounts = [{ ...GRANTED, funder: till.settings.id, ...change }];
  return partner.paymentAcross(notes, { request: { values: { payer_amount, discounts } } });
}

const discounts: readonly PspCase[] = [
  negative(
    'OA-ICN-05',
    'across-discount-not-granted',
    'A discount that the service does not give, or another one than it gives.',
    async (till, notes) => {
      const partner = new Partner(till);
      const before = await till.balance(notes);
      mustSucceed(
        await till.ask(await reducedBy(till, partner, notes), notes),
        200,
        'http/payment-answer.json',
      );
      must(before - (await till.balance(notes)) === hundredths(REDUCED), 'Another amount left the account.');
      const [after, heard] = [await till.balance(notes), partner.heard.length];
      const more = await reducedBy(till, partner, notes, { amount: '0.40' }, '0.60');
      mustRefuse(await till.ask(more, notes), 'promotion_not_granted');
      const unknown = await reducedBy(till, partner, notes, { promotion_id: 'nobodys' });
      mustRefuse(await till.ask(unknown, notes), 'promotion_not_granted');
      must((await till.balance(notes)) === after && partner.heard.length === heard, 'Something was paid.');
      mustSucceed(await till.ask(await reducedBy(till, partner, notes), notes), 200);
    },
    NEEDS,
  ),
  positive(
    'OA-ICN-22',
    'across-part-goes-back-in-proportion',
    'Of parts that go back the payer gets what the payer has paid of them, rounded up, and in the end all of it.',
    async (till, notes) => {
      const partner = new Partner(till);
      mustSucceed(await till.ask(await reducedBy(till, partner, notes), notes), 200);
      const instruction = partner.heard[0]?.body.instruction as JsonObject;
      const after = await till.balance(notes);
      const back = async (amount: string, due: bigint): Promise<void> => {
        const answer = await partner.askRefund(instruction, amount, notes);
        mustSucceed(answer, 200, 'http/interconnect-refund.json');
        const has = (await till.balance(notes)) - after;
        must(has === due, `After ${amount} more the payer has ${has} back, where ${due} was due.`);
      };
      await back('0.01', 1n);
      await back('0.01', 2n);
      await back('0.01', 3n);
      await back('0.01', 3n);
      mustRefuse(await partner.askRefund(instruction, '0.97', notes), 'refund_over_captured');
      await back('0.96', hundredths(REDUCED));
    },
    NEEDS,
  ),
];

const DIGITS = /^\d{18}$/;

/** A code of the suite's agent. @throws SubjectFault */
export async function codeOf(till: Till, notes: Notes): Promise<string> {
  const command = till.command(
    'payer_code.give',
    await till.toolRef(notes),
    { aud: till.settings.id },
    till.cast.agent,
  );
  const answer = await till.post('/payer-codes', { command }, notes);
  mustSucceed(answer, 201, 'http/payer-code.json');
  must(DIGITS.test(answer.body.payer_code), 'The code is not of 18 digits.');
  return answer.body.payer_code;
}

function askScan(partner: Partner, code: string, quote: string, notes: Notes, signedOver = quote) {
  const command = partner.command('interconnect.scan', code, partner.till.digest(signedOver));
  return partner.till.post('/interconnect/payer-codes', { command, quote }, notes);
}

export function askCode(till: Till, code: string, notes: Notes, by = till.cast.agent, iss?: string) {
  const claims = { aud: till.settings.id, ...(iss === undefined ? {} : { iss }) };
  const command = till.command('payer_code.read', code, claims, by);
  return till.get(`/payer-codes/${code}`, command, notes);
}

const codes: readonly PspCase[] = [
  positive(
    'OA-ICN-18',
    'payer-code-presents',
    'A scanned code puts the offer before the agent, and moves nothing.',
    async (till, notes) => {
      const partner = new Partner(till);
      const before = await till.balance(notes);
      const code = await codeOf(till, notes);
      const { compact } = partner.quoteHere();
      mustSucceed(await askScan(partner, code, compact, notes), 200, 'http/payer-code-scanned.json');
      const read = await askCode(till, code, notes);
      mustSucceed(read, 200, 'http/payer-code.json');
      must(
        read.body.status === 'PRESENTED' && read.body.quote === compact,
        'The agent is shown another offer.',
      );
      must((await till.balance(notes)) === before, 'A scan has moved money.');
    },
    NEEDS,
  ),
  negative(
    'OA-ICN-18',
    'payer-code-for-another',
    'Offers for another agent and to an account elsewhere, and one that the command was not signed over.',
    async (till, notes) => {
      const partner = new Partner(till);
      const code = await codeOf(till, notes);
      const good = partner.quoteHere().compact;
      const foreign = partner.quoteHere({ aud: SUITE_IDS.otherAgent }).compact;
      mustRefuse(await askScan(partner, code, foreign, notes), 'quote_agent_mismatch');
      const elsewhere = partner.quoteHere({
        payee: { account: 'acct-there', psp_id: till.settings.id },
      }).compact;
      mustRefuse(await askScan(partner, code, elsewhere, notes), 'quote_payee_mismatch');
      const swapped = partner.quoteHere().compact;
      mustRefuse(await askScan(partner, code, swapped, notes, good), 'command_target_mismatch');
      const read = await askCode(till, code, notes);
      must(read.body?.status === 'OPEN', 'An offer that was refused is before the agent.');
      mustSucceed(await askScan(partner, code, good, notes), 200);
    },
    NEEDS,
  ),
  negative(
    'OA-ICN-16',
    'payer-code-twice',
    'Another offer on a code that was scanned, and one on a code that is too old.',
    async (till, notes) => {
      const partner = new Partner(till);
      const code = await codeOf(till, notes);
      const { compact } = partner.quoteHere();
      mustSucceed(await askScan(partner, code, compact, notes), 200);
      mustSucceed(await askScan(partner, code, compact, notes), 200);
      mustRefuse(await askScan(partner, code, partner.quoteHere().compact, notes), 'payer_code_used');
      const old = await codeOf(till, notes);
      await till.control.advance(2 * MINUTE, notes);
      mustRefuse(await askScan(partner, old, partner.quoteHere().compact, notes), 'payer_code_expired');
      mustSucceed(await askScan(partner, await codeOf(till, notes), partner.quoteHere().compact, notes), 200);
    },
    NEEDS,
  ),
  positive(
    'OA-ICN-16',
    'payer-code-same-offer-later',
    'The offer that a code has taken is passed on again when the code is over: an answer that was lost is given again.',
    async (till, notes) => {
      const partner = new Partner(till);
      const code = await codeOf(till, notes);
      const { compact } = partner.quoteHere();
      const first = await askScan(partner, code, compact, notes);
      mustSucceed(first, 200, 'http/payer-code-scanned.json');
      await till.control.advance(2 * MINUTE, notes);
      const again = await askScan(partner, code, compact, notes);
      mustSucceed(again, 200, 'http/payer-code-scanned.json');
      must(isDeepStrictEqual(again.body, first.body), 'The same offer got two answers.');
    },
    NEEDS,
  ),
  negative(
    'OA-ICN-15',
    'payer-code-of-a-revoked-tool',
    'A code for a tool that its person has revoked; for one that is bound there is one.',
    async (till, notes) => {
      const { toolRef } = await till.bind(notes);
      const ask = () => {
        const claims = { aud: till.settings.id };
        const command = till.command('payer_code.give', toolRef, claims, till.cast.agent);
        return till.post('/payer-codes', { command }, notes);
      };
      mustSucceed(await ask(), 201, 'http/payer-code.json');
      const command = till.deviceCommand('tool.revoke', toolRef, { aud: till.settings.id });
      mustSucceed(await till.post(`/tools/${toolRef}/revoke`, { command }, notes), 200);
      mustRefuse(await ask(), 'tool_invalid');
      await codeOf(till, notes);
    },
    NEEDS,
  ),
  negative(
    'OA-ICN-15',
    'payer-code-read-by-another-key',
    'What became of a code, asked for by another key of the same agent.',
    async (till, notes) => {
      const key = await otherKey(till, notes);
      const code = await codeOf(till, notes);
      mustRefuse(await askCode(till, code, notes, key), 'payer_code_unknown');
      mustSucceed(await askCode(till, code, notes), 200, 'http/payer-code.json');
    },
    NEEDS,
  ),
  negative(
    'OA-ICN-15',
    'payer-code-of-nobody',
    'A code that nobody was given.',
    async (till, notes) => {
      const partner = new Partner(till);
      const code = await codeOf(till, notes);
      const last = Number(code.at(-1));
      const other = `${code.slice(0, -1)}${(last + 1) % 10}`;
      mustRefuse(await askScan(partner, other, partner.quoteHere().compact, notes), 'payer_code_unknown');
      mustRefuse(await askCode(till, other, notes), 'payer_code_unknown');
      mustSucceed(await askScan(partner, code, partner.quoteHere().compact, notes), 200);
    },
    NEEDS,
  ),
  negative(
    'OA-ICN-17',
    'payer-code-of-another-service',
    'A code whose first digits are the other service’s, handed to this one.',
    async (till, notes) => {
      const partner = new Partner(till);
      mustRefuse(
        await askScan(partner, '620000000000000000', partner.quoteHere().compact, notes),
        'payer_code_unroutable',
      );
      mustSucceed(await askScan(partner, await codeOf(till, notes), partner.quoteHere().compact, notes), 200);
    },
    NEEDS,
  ),
];

const terms: readonly PspCase[] = [
  positive(
    'OA-ICN-14',
    'across-is-told',
    'With whom the service clears it tells everybody.',
    async (till, notes) => {
      const answer = await till.caller.call('/interconnection', {}, notes);
      mustSucceed(answer, 200, 'http/interconnection.json');
      const { psp_id, partners } = answer.body as {
        readonly psp_id: string;
        readonly partners: readonly string[];
      };
      must(
        psp_id === till.settings.id && partners.includes(new Partner(till).id),
        'It does not name the other service.',
      );
    },
    NEEDS,
  ),
];

export const acrossCases: readonly PspCase[] = [...asPayees, ...asPayers, ...discounts, ...codes, ...terms];
