import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { digestOfText } from '../../forge/bytes.ts';
import { digestOf } from '../../forge/drafts.ts';
import type { JsonObject } from '../../forge/json.ts';
import { SUITE_IDS } from '../../live/cast.ts';
import type { Notes } from '../../run/case.ts';
import { id } from '../account/bank.ts';
import { ACCOUNT_IDS, CATEGORY } from '../account/ids.ts';
import type { ListedStatus, SpoiltList } from '../account/surroundings.ts';
import {
  must,
  mustBeStated,
  mustNotPay,
  mustRefuse,
  mustSucceed,
  negative,
  type PspCase,
  positive,
  prove,
  proveAgain,
} from './steps.ts';
import { hundredths, type Payment, PRICE, type Till } from './till.ts';

const AT_ONCE = 8;
const PAID = hundredths(PRICE.payer_amount);

/** What left the account while something was done. */
async function spentBy(till: Till, notes: Notes, work: () => Promise<unknown>): Promise<bigint> {
  const before = await till.balance(notes);
  await work();
  return before - (await till.balance(notes));
}

async function mustSpend(till: Till, notes: Notes, due: bigint, work: () => Promise<unknown>): Promise<void> {
  const spent = await spentBy(till, notes, work);
  must(spent === due, `${spent} left the account, where ${due} were due.`);
}

const results: readonly PspCase[] = [
  positive(
    'PSD-PAY-DEL-26',
    'pays-in-one-exchange',
    'A good request is paid in the same exchange: once, and what the payer pays and no more.',
    (till, notes) => mustSpend(till, notes, PAID, () => till.pay(notes)),
  ),
  positive(
    'OA-DIG-01',
    'digests-as-received',
    'A mandate that is written with spaces is what its bytes say: nothing is written anew before it is hashed.',
    async (till, notes) => {
      const forge = { payloadText: (text: string) => text.replaceAll(',', ' ,') };
      const { answer, receipt } = await till.pay(notes, { mandate: { forge } });
      must(answer.trade_no === receipt.claims.trade_no, 'It is paid under another trade.');
    },
  ),
  positive(
    'PSD-PAY-DEL-18',
    'says-what-was-paid',
    'The result has trade number, delegation_id, order number, state and time.',
    async (till, notes) => {
      const { answer, payment, receipt, sellerReceipt } = await till.pay(notes);
      const iac = payment.mandate.claims.iac as JsonObject;
      must(answer.delegation_id === iac.delegation_id, 'The result names another mandate.');
      must(answer.state === 'WAIT_SELLER_FULFILLMENT', `The trade is ${String(answer.state)}.`);
      const at = Date.parse(String(answer.paid_at)) / 1000;
      must(Math.abs(at - till.now()) < 60, `paid_at is ${String(answer.paid_at)}.`);
      for (const { claims } of [receipt, sellerReceipt]) {
        must(claims.paid_at === answer.paid_at, 'A receipt has another time of the payment.');
        must(claims.state === answer.state, 'A receipt has another state.');
      }
    },
  ),
  positive(
    'OA-RCP-07',
    'salted-authorization',
    'The salt opens authorization_digest of the agent’s receipt to the mandate, and the seller’s has another one.',
    async (till, notes) => {
      const { answer, payment, receipt, sellerReceipt } = await till.pay(notes);
      const mandate_digest = digestOfText(payment.mandate.compact);
      const due = digestOf({ salt: String(answer.authorization_salt), mandate_digest });
      must(receipt.claims.authorization_digest === due, 'The salt does not open the digest.');
      must(sellerReceipt.claims.authorization_digest !== due, 'Both receipts have one salt.');
    },
  ),
  positive(
    'OA-PRV-03',
    'seller-sees-no-mandate',
    'Two receipts for a seller of one mandate have nothing of the mandate in common.',
    async (till, notes) => {
      const mandate = till.mandate(till.iac());
      const iac = mandate.claims.iac as JsonObject;
      const [one, other] = [
        await till.pay(notes, { of: { mandate } }),
        await till.pay(notes, { of: { mandate } }),
      ];
      for (const { sellerReceipt } of [one, other]) {
        const text = JSON.stringify(sellerReceipt.claims);
        must(!text.includes(String(iac.delegation_id)), 'A seller’s receipt names the mandate.');
        must(
          !text.includes(digestOfText(mandate.compact)),
          'A seller’s receipt has the digest of the mandate.',
        );
      }
      must(
        one.sellerReceipt.claims.authorization_digest !== other.sellerReceipt.claims.authorization_digest,
        'Two purchases of one mandate can be linked.',
      );
    },
  ),
  positive(
    'OA-PRV-01',
    'seller-sees-no-account',
    'The seller’s receipt has neither the payer’s account nor the payer.',
    async (till, notes) => {
      const { sellerReceipt } = await till.pay(notes);
      const text = JSON.stringify(sellerReceipt.claims);
      must(!text.includes(`"${till.settings.account}"`), 'It has the payer’s account.');
      must(!text.includes(till.settings.delegator), 'It has the payer.');
    },
  ),
  positive(
    'OA-LDG-02',
    'books-it-twice',
    'What leaves one account comes to the other, in one booking on each side.',
    async (till, notes) => {
      const { account, payees } = till.settings;
      const read = (of: string) => till.control.account(of, notes);
      const [before, beforeShop] = [await read(account), await read(payees[0])];
      await till.pay(notes);
      const [after, afterShop] = [await read(account), await read(payees[0])];
      must(
        till.smallest(before.balance) - till.smallest(after.balance) === PAID,
        'The payer paid another amount.',
      );
      must(
        till.smallest(afterShop.balance) - till.smallest(beforeShop.balance) === PAID,
        'The payee got another amount.',
      );
      const fresh = (now: typeof after, then: typeof after) => {
        const known = new Set(then.movements.map((one) => one.transfer_id));
        return now.movements.filter((one) => !known.has(one.transfer_id));
      };
      const [debits, credits] = [fresh(after, before), fresh(afterShop, beforeShop)];
      must(debits.length === 1 && credits.length === 1, 'A payment is more or fewer than one booking.');
      must(debits[0]?.transfer_id === credits[0]?.transfer_id, 'The two sides are of two bookings.');
      const { payer_amount: due } = till.written(PRICE);
      must(debits[0]?.amount === `-${due}`, `The debit is ${String(debits[0]?.amount)}.`);
      must(credits[0]?.amount === due, `The credit is ${String(credits[0]?.amount)}.`);
    },
  ),
  positive(
    'PSD-PAY-DEL-23',
    'counts-what-it-confirmed',
    'The total limit counts the payments that were confirmed, up to the last cent, and the refused ones not.',
    async (till, notes) => {
      const mandate = till.mandate(
        till.iac(
          { max_total_amount: 3 },
          { commerce: { allowed_categories: [CATEGORY], allowed_merchants: [ACCOUNT_IDS.shop] } },
        ),
      );
      const order = { of: { mandate } };
      await till.pay(notes, order);
      const bad = { ...order, request: { values: { payment_tool_ref: 'tool-nobody-bound' } } };
      mustRefuse(await till.ask(await till.payment(bad, notes), notes), 'tool_invalid');
      await till.pay(notes, order);
      await mustNotPay(till, await till.payment(order, notes), 'amount_over_total_limit', notes);
    },
  ),
  positive(
    'OA-HTTP-22',
    'states-its-refusal',
    'A refusal to an agent that has signed carries a signed statement; one to somebody else carries none.',
    async (till, notes) => {
      const bad = await till.payment(
        { request: { values: { payment_tool_ref: 'tool-nobody-bound' } } },
        notes,
      );
      const refused = await till.ask(bad, notes);
      mustRefuse(refused, 'tool_invalid');
      mustBeStated(till, refused.body.refusal, 'tool_invalid', bad);
      const forged = await till.payment(
        { request: { signer: { header: till.cast.agent.header, key: till.cast.stranger.key } } },
        notes,
      );
      const other = await till.ask(forged, notes);
      mustRefuse(other, 'agent_signature_invalid');
      must(other.body.refusal === undefined, 'A stranger got a signed statement.');
    },
  ),
];

const again: readonly PspCase[] = [
  positive(
    'OA-RPL-02',
    'paid-order-same-receipt',
    'A new request for an order that is paid gets the first receipts, and nothing more is paid.',
    async (till, notes) => {
      const { payment, answer } = await till.pay(notes);
      const of = { mandate: payment.mandate, quote: payment.quote };
      await mustSpend(till, notes, 0n, async () => {
        const second = await till.ask(await till.payment({ of }, notes), notes);
        must(second.status === 200, `Answered ${second.status}.`);
        must(isDeepStrictEqual(second.body, answer), 'Other receipts came back.');
      });
    },
  ),
  positive(
    'OA-QRY-01',
    'query-finds-it',
    'By request, by trade and by order number the agent finds what it has paid.',
    async (till, notes) => {
      const { payment, answer, tradeNo } = await till.pay(notes);
      for (const target of [String(payment.request.claims.jti), tradeNo, String(answer.out_trade_no)]) {
        const found = await till.askQuery(target, notes);
        must(found.status === 200, `A query by ${target} answers ${found.status}.`);
        must(isDeepStrictEqual(found.body, answer), 'Other receipts came back.');
      }
    },
  ),
  positive(
    'OA-QRY-01',
    'query-by-a-second-request',
    'By the request with which it has asked again for what was paid, the agent finds it too.',
    async (till, notes) => {
      const { payment, answer } = await till.pay(notes);
      const of = { mandate: payment.mandate, quote: payment.quote };
      const second = await till.payment({ of }, notes);
      mustSucceed(await till.ask(second, notes), 200, 'http/payment-answer.json');
      const found = await till.askQuery(String(second.request.claims.jti), notes);
      mustSucceed(found, 200, 'http/payment-answer.json');
      must(isDeepStrictEqual(found.body, answer), 'Other receipts came back.');
    },
  ),
  positive(
    'OA-RPL-04',
    'refusals-are-not-sticky',
    'What was refused is paid under a new request once the defect is gone.',
    async (till, notes) => {
      const bad = await till.payment({ request: { values: { amount: '1.40' } } }, notes);
      await mustNotPay(till, bad, 'request_quote_disagree', notes);
      await till.pay(notes, { of: { mandate: bad.mandate, quote: bad.quote } });
    },
  ),
  positive(
    'OA-RPL-05',
    'refusals-use-no-id-up',
    'The id of a refused request is not used up.',
    async (till, notes) => {
      const jti = id('req');
      const bad = await till.payment({ request: { values: { jti, amount: '1.40' } } }, notes);
      await mustNotPay(till, bad, 'request_quote_disagree', notes);
      await till.pay(notes, { of: { mandate: bad.mandate, quote: bad.quote }, request: { values: { jti } } });
    },
  ),
  negative(
    'PSD-PAY-DEL-05',
    'pay-replayed',
    'The very request that was paid, again.',
    async (till, notes) => {
      const { payment, answer } = await till.pay(notes);
      await mustSpend(till, notes, 0n, async () => {
        mustRefuse(await till.ask(payment, notes), 'request_duplicate');
      });
      const found = await till.askQuery(String(payment.request.claims.jti), notes);
      must(isDeepStrictEqual(found.body, answer), 'The payment is not as it was.');
      await proveAgain(till, notes);
    },
  ),
  negative(
    'OA-RPL-01',
    'pay-id-reused',
    'The id of a paid request, over another order.',
    async (till, notes) => {
      const { payment } = await till.pay(notes);
      const { jti = '' } = payment.request.claims;
      const other = await till.payment({ request: { values: { jti } } }, notes);
      await mustSpend(till, notes, 0n, async () => {
        mustRefuse(await till.ask(other, notes), 'request_id_reused');
      });
      await till.pay(notes, { of: { mandate: other.mandate, quote: other.quote } });
      till.isProven = true;
    },
  ),
  negative(
    'OA-RPL-03',
    'pay-order-with-another-quote',
    'An order that is paid, under another quote.',
    async (till, notes) => {
      const { payment, answer } = await till.pay(notes);
      const values = { out_trade_no: payment.quote.claims.out_trade_no ?? '' };
      const other = await till.payment({ quote: { values } }, notes);
      await mustSpend(till, notes, 0n, async () => {
        const refused = await till.ask(other, notes);
        mustRefuse(refused, 'order_paid_otherwise');
        must(!refused.text.includes(String(answer.receipt)), 'The conflict shows a receipt.');
      });
      await proveAgain(till, notes);
    },
  ),
  negative(
    'OA-QRY-01',
    'query-of-another-agent',
    'The payment of one agent, asked for by another.',
    async (till, notes) => {
      // The other agent is known here too: it has a tool of its own.
      await till.bind(notes, {}, { key: till.cast.otherAgent, id: SUITE_IDS.otherAgent });
      const { tradeNo } = await till.pay(notes);
      const by = { claims: { iss: SUITE_IDS.otherAgent } };
      mustRefuse(await till.askQuery(tradeNo, notes, till.cast.otherAgent, by), 'payment_unknown');
      must((await till.askQuery(tradeNo, notes)).status === 200, 'Nor does its own agent find it any more.');
    },
  ),
  negative(
    'OA-CMD-06',
    'query-signed-by-another',
    'A query that the agent did not sign.',
    async (till, notes) => {
      const { tradeNo } = await till.pay(notes);
      const forged = { header: till.cast.agent.header, key: till.cast.stranger.key };
      mustRefuse(await till.askQuery(tradeNo, notes, forged), 'command_signature_invalid');
      must((await till.askQuery(tradeNo, notes)).status === 200, 'A good query is refused too.');
    },
  ),
  negative(
    'OA-CMD-01',
    'account-of-another',
    'The account of a seller, asked for by the delegator’s device.',
    async (till, notes) => {
      const [account] = till.settings.payees;
      const command = till.deviceCommand('account.read', account, { aud: till.settings.id });
      mustRefuse(await till.get(`/accounts/${account}`, command, notes), 'command_not_permitted');
      await till.balance(notes);
    },
  ),
];

function badStatus(
  requirement: string,
  code: string,
  slug: string,
  title: string,
  spoil: { readonly status?: ListedStatus; readonly list?: SpoiltList; readonly claims?: JsonObject },
): PspCase {
  return negative(requirement, `pay-${slug}`, title, async (till, notes) => {
    await prove(till, notes);
    const { around } = till;
    const mandate = till.mandate(till.iac(), spoil.claims === undefined ? {} : { claims: spoil.claims });
    const payment = await till.payment({ of: { mandate } }, notes);
    if (spoil.status !== undefined) around.statuses.set(till.indexOf(mandate), spoil.status);
    around.spoiltList = spoil.list ?? {};
    try {
      await mustNotPay(till, payment, code, notes);
    } finally {
      around.spoiltList = {};
      around.statuses.delete(till.indexOf(mandate));
    }
    // The very same mandate, once nothing is wrong any more; where the mandate itself is wrong, another one.
    if (spoil.claims === undefined) {
      await till.pay(notes, { of: { mandate } });
      till.isProven = true;
    } else await proveAgain(till, notes);
  });
}

const statuses: readonly PspCase[] = [
  badStatus(
    'ADD-IAC-LCM-03',
    'mandate_suspended',
    'mandate-suspended',
    'A mandate that its issuer lists as suspended.',
    {
      status: 'Suspended',
    },
  ),
  badStatus(
    'ADD-IAC-LCM-06',
    'mandate_revoked',
    'mandate-revoked',
    'A mandate that its issuer lists as revoked.',
    {
      status: 'Revoked',
    },
  ),
  badStatus(
    'ADD-IAC-LCM-13',
    'mandate_status_unavailable',
    'status-not-answered',
    'The status list answers with a fault.',
    {
      list: { status: 503 },
    },
  ),
  badStatus('OA-STL-02', 'mandate_status_unavailable', 'status-stale', 'A status list that has run out.', {
    list: { claims: { iat: 1_700_000_000, exp: 1_700_000_300 } },
  }),
  badStatus(
    'OA-STL-01',
    'mandate_status_unavailable',
    'status-of-another-list',
    'A status list that says it is another.',
    {
      list: { claims: { sub: 'http://127.0.0.1:9/status-lists/2' } },
    },
  ),
  badStatus(
    'OA-STL-04',
    'mandate_status_unavailable',
    'status-forged',
    'A status list whose signature was changed.',
    {
      list: {
        forge: { signature: (signature) => signature.map((byte, at) => (at === 40 ? byte ^ 1 : byte)) },
      },
    },
  ),
  badStatus(
    'OA-STL-03',
    'mandate_status_unavailable',
    'status-reserved',
    'A status list with a value that has no meaning.',
    { status: 'reserved' },
  ),
  badStatus(
    'OA-STL-03',
    'mandate_status_unavailable',
    'status-no-zlib',
    'A status list that is not compressed.',
    {
      list: { claims: { status_list: { bits: 2, lst: 'AAAA' } } },
    },
  ),
  badStatus(
    'OA-NET-05',
    'mandate_status_unavailable',
    'status-elsewhere',
    'A mandate whose status list lies where its issuer has none.',
    { claims: { status: { status_list: { idx: 1, uri: 'http://127.0.0.1:9/status-lists/1' } } } },
  ),
];

/** How many of several answers are good; the others have to be refused with one of these codes. @throws SubjectFault */
function goodOf(answers: Awaited<ReturnType<Till['ask']>>[], codes: readonly string[]): number {
  let good = 0;
  for (const answer of answers) {
    if (answer.status === 200) good += 1;
    else
      must(
        codes.includes(String(answer.body?.code)),
        `Answered ${answer.status} ${String(answer.body?.code)}.`,
      );
  }
  return good;
}

async function askAll(till: Till, payments: readonly Payment[], notes: Notes) {
  return Promise.all(payments.map((payment) => till.ask(payment, notes)));
}

async function several(till: Till, notes: Notes, order: Parameters<Till['payment']>[0]): Promise<Payment[]> {
  const payments: Payment[] = [];
  for (let count = 0; count < AT_ONCE; count += 1) payments.push(await till.payment(order, notes));
  return payments;
}

const races: readonly PspCase[] = [
  positive(
    'OA-LDG-21',
    'race-at-the-cap',
    `${AT_ONCE} payments at once under a mandate with room for three: three are paid.`,
    async (till, notes) => {
      const mandate = till.mandate(
        till.iac(
          { max_total_amount: 5.9 },
          { commerce: { allowed_categories: [CATEGORY], allowed_merchants: [ACCOUNT_IDS.shop] } },
        ),
      );
      const payments = await several(till, notes, { of: { mandate } });
      await mustSpend(till, notes, 3n * PAID, async () => {
        const good = goodOf(await askAll(till, payments, notes), ['amount_over_total_limit']);
        must(good === 3, `${good} payments were acknowledged.`);
      });
    },
  ),
  positive(
    'OA-LIM-02',
    'race-at-the-number',
    `${AT_ONCE} payments at once under a mandate for two: two are paid.`,
    async (till, notes) => {
      const commerce = { allowed_categories: [CATEGORY], allowed_merchants: [till.shop.id] };
      const mandate = till.mandate(till.iac({}, { commerce, openact: { times_limit: 2 } }));
      const payments = await several(till, notes, { of: { mandate } });
      await mustSpend(till, notes, 2n * PAID, async () => {
        const good = goodOf(await askAll(till, payments, notes), ['times_limit_reached']);
        must(good === 2, `${good} payments were acknowledged.`);
      });
    },
  ),
  positive(
    'OA-RPL-02',
    'race-one-order',
    `${AT_ONCE} requests at once for one order: it is paid once, and all who are told get the same receipts.`,
    async (till, notes) => {
      const of = { mandate: till.mandate(till.iac()), quote: till.quote() };
      const payments = await several(till, notes, { of });
      await mustSpend(till, notes, PAID, async () => {
        const answers = await askAll(till, payments, notes);
        must(goodOf(answers, ['payment_pending', 'store_unavailable']) > 0, 'Nobody was told.');
        const told = answers.filter(({ status }) => status === 200).map(({ body }) => String(body.trade_no));
        must(new Set(told).size === 1, 'One order has several trades.');
      });
    },
  ),
  positive(
    'PSD-PAY-DEL-05',
    'race-one-request',
    `One request ${AT_ONCE} times at once: it is paid once, and the others are replays.`,
    async (till, notes) => {
      const payment = await till.payment({}, notes);
      const payments = Array.from({ length: AT_ONCE }, () => payment);
      await mustSpend(till, notes, PAID, async () => {
        const answers = await askAll(till, payments, notes);
        const good = goodOf(answers, ['request_duplicate']);
        must(good === 1, `${good} of them were paid.`);
      });
    },
  ),
  positive(
    'ADD-IAC-LCM-06',
    'race-revocation',
    'A revocation while payments are made: what is acknowledged is what was paid, and nothing is paid afterwards.',
    async (till, notes) => {
      const mandate = till.mandate(till.iac());
      const payments = await several(till, notes, { of: { mandate } });
      const late = await till.payment({ of: { mandate } }, notes);
      const before = await till.balance(notes);
      const paying = askAll(till, payments, notes);
      await sleep(2);
      till.around.statuses.set(till.indexOf(mandate), 'Revoked');
      const good = goodOf(await paying, ['mandate_revoked']);
      mustRefuse(await till.ask(late, notes), 'mandate_revoked');
      const spent = before - (await till.balance(notes));
      must(spent === BigInt(good) * PAID, `${good} were acknowledged, and ${spent} left the account.`);
    },
  ),
];

/** One event of one payment, of this order and without an account. @throws SubjectFault */
async function mustTell(till: Till, tradeNo: string, orderNo: unknown, notes: Notes): Promise<void> {
  const events = await till.control.events(tradeNo, notes);
  const [event, ...more] = events;
  must(event?.event_type === 'act:payment:transaction-completed', `Told is ${String(event?.event_type)}.`);
  must(more.length === 0, 'One payment is told more than once.');
  must(
    event?.correlation.trade_no === tradeNo && event.correlation.order_no === orderNo,
    'Of another order.',
  );
  must(!JSON.stringify(event).includes(`"${till.settings.account}"`), 'The event has an account number.');
}

const events: readonly PspCase[] = [
  positive(
    'TSD-ATT-EVT-15',
    'event-of-a-payment',
    'A payment is written down to be recorded, once, and another request for it writes nothing.',
    async (till, notes) => {
      const { payment, tradeNo } = await till.pay(notes);
      const orderNo = payment.quote.claims.out_trade_no;
      await mustTell(till, tradeNo, orderNo, notes);
      const of = { mandate: payment.mandate, quote: payment.quote };
      await till.ask(await till.payment({ of }, notes), notes);
      await mustTell(till, tradeNo, orderNo, notes);
    },
  ),
  positive(
    'PSD-PAY-DEL-21',
    'event-beside-the-answer',
    'The event of a delegated payment names its mandate.',
    async (till, notes) => {
      const { payment, tradeNo } = await till.pay(notes);
      const [event] = await till.control.events(tradeNo, notes);
      const iac = payment.mandate.claims.iac as JsonObject;
      must(event?.correlation.delegation_id === iac.delegation_id, 'It names another mandate.');
      must(event?.correlation.intent_id === iac.intent_id, 'It is of another process.');
      must(event?.event_body.mandate_digest === digestOfText(payment.mandate.compact), 'Of another mandate.');
    },
  ),
];

export { mustTell };

export const paymentCases: readonly PspCase[] = [...results, ...again, ...statuses, ...events, ...races];
