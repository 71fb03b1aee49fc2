import { setTimeout as sleep } from 'node:timers/promises';
import { utc } from '../../live/cast.ts';
import { type Answer, mustBeProblem } from '../../live/http.ts';
import { type Notes, NotRun } from '../../run/case.ts';
import { id, MINUTE } from '../account/bank.ts';
import type { AccountView } from '../account/control.ts';
import {
  must,
  mustRefuse,
  mustSucceed,
  negative,
  type PspCase,
  positive,
  prove,
  proveAgain,
} from './steps.ts';
import { hundredths, type Payment, PRICE, type Till } from './till.ts';

const PAID = hundredths(PRICE.payer_amount);
const AT_ONCE = 8;
const MOST_AT_ONCE = 2;
/** How long a server may go on saying what it was a moment ago. */
const PATIENCE_MS = 15_000;
const LOOK_MS = 200;
const LOOKS = 3;
/** Longer than an answer may be used again. */
const LOOKS_APART_MS = 1_100;

/** A fault of the server is told as one and says nothing of itself. @throws SubjectFault */
function mustBreakQuietly(answer: Answer, words: string): void {
  must(answer.status === 500, `A fault inside is answered with ${answer.status}.`);
  mustBeProblem(answer);
  must(answer.body?.code === 'internal', `The code is ${String(answer.body?.code)}.`);
  const told = `${answer.text}${JSON.stringify([...answer.headers])}`;
  must(!told.includes(words), 'The answer repeats the words of the fault.');
  must(!/\bat .+:\d+:\d+/.test(told), 'The answer shows where the fault stands in the program.');
}

async function readiness(till: Till, due: number, notes: Notes): Promise<void> {
  let status = 0;
  for (
    const until = Date.now() + Math.max(PATIENCE_MS, till.patience);
    Date.now() < until;
    await sleep(LOOK_MS)
  ) {
    ({ status } = await till.caller.call('/readyz', {}, notes));
    if (status === due) return;
  }
  must(false, `GET /readyz answers ${status}, where ${due} was due.`);
}

/** A server that is busy may say so once by chance; what lacks its store says so every time. */
async function staysUnready(till: Till, notes: Notes): Promise<void> {
  await readiness(till, 503, notes);
  for (let look = 0; look < LOOKS; look += 1) {
    await sleep(LOOKS_APART_MS);
    const { status } = await till.caller.call('/readyz', {}, notes);
    must(status === 503, `GET /readyz answers ${status} again while nothing can be written.`);
  }
}

async function paidAt(till: Till, payment: Payment, before: bigint, notes: Notes): Promise<void> {
  till.openPaid(payment, await till.ask(payment, notes));
  must(before - (await till.balance(notes)) === PAID, 'Another amount was taken than is due once.');
}

export const outageCases: readonly PspCase[] = [
  negative(
    'OA-LDG-01',
    'store-away',
    'A payment that cannot be committed is refused as such; nothing has moved, and the same request is paid afterwards.',
    async (till, notes) => {
      await prove(till, notes);
      const before = await till.balance(notes);
      const payment = await till.payment({}, notes);
      await till.control.without('store', notes, async () => {
        mustRefuse(await till.ask(payment, notes), 'store_unavailable');
      });
      await till.mustBeUnpaid(payment, notes);
      must((await till.balance(notes)) === before, 'What was refused has moved money.');
      await paidAt(till, payment, before, notes);
      till.isProven = true;
    },
  ),
  positive(
    'OA-QRY-02',
    'paid-and-not-signed',
    'While receipts cannot be signed a payment is pending, for who pays and for who asks; then it has its receipts.',
    async (till, notes) => {
      const before = await till.balance(notes);
      const payment = await till.payment({}, notes);
      const requestId = String(payment.request.claims.jti);
      await till.control.without('receipt-key', notes, async () => {
        mustRefuse(await till.ask(payment, notes), 'payment_pending');
        mustRefuse(await till.askQuery(requestId, notes), 'payment_pending');
      });
      const found = await till.askQuery(requestId, notes);
      mustSucceed(found, 200, 'http/payment-answer.json');
      till.openAnswer(payment, found.body);
      must(before - (await till.balance(notes)) === PAID, 'Another amount was taken than is due once.');
    },
  ),
  positive(
    'OA-LDG-23',
    'first-signature-stays',
    'Whoever asks for a receipt gets the bytes that were given first.',
    async (till, notes) => {
      const { payment, answer } = await till.pay(notes);
      const { mandate, quote } = payment;
      const again = await till.payment({ of: { mandate, quote } }, notes);
      const repeated = await till.ask(again, notes);
      const found = await till.askQuery(String(payment.request.claims.jti), notes);
      for (const later of [repeated, found]) {
        mustSucceed(later, 200, 'http/payment-answer.json');
        must(later.body.receipt === answer.receipt, 'The agent’s receipt was signed anew.');
        must(later.body.seller_receipt === answer.seller_receipt, 'The seller’s receipt was signed anew.');
      }
    },
  ),
  positive(
    'OA-LDG-03',
    'movements-stay',
    'A refund is one more movement: those of before stand as they stood, and all of them make the balance.',
    async (till, notes) => {
      const account = till.settings.account;
      const paid = await till.pay(notes);
      const before = await till.control.account(account, notes);
      const params = till.written({ amount: '0.40', currency: till.settings.currency, refund_id: id('rfd') });
      const command = till.sellerCommand('payment.refund', paid.tradeNo, params);
      mustSucceed(await till.post(`/payments/${paid.tradeNo}/refunds`, { command }, notes), 200);
      const after = await till.control.account(account, notes);
      const left = after.movements.map((one) => JSON.stringify(one));
      for (const one of before.movements) {
        const at = left.indexOf(JSON.stringify(one));
        must(at >= 0, `The movement ${one.transfer_id} is another now, or gone.`);
        left.splice(at, 1);
      }
      const [refund, ...more] = left.map((one) => JSON.parse(one) as { readonly amount: string });
      must(
        more.length === 0 && refund?.amount === params.amount,
        'The refund is not one movement of its amount.',
      );
      must(unexplained(till, after) === unexplained(till, before), 'The movements do not make the balance.');
    },
    ['after-payment'],
  ),
  negative(
    'OA-LDG-22',
    'judged-again-when-it-moves',
    'The mandate runs out while its status is looked up: it was good when the request came, and is not paid under.',
    async (till, notes) => {
      await prove(till, notes);
      const iac = till.iac({ validity_end_time: utc(till.now() + MINUTE) });
      const payment = await till.payment({ of: { mandate: till.mandate(iac) } }, notes);
      const before = await till.balance(notes);
      const { around, control } = till;
      if (!control.has('clock')) throw new NotRun('The subject offers no test control of clock.');
      let asked = false;
      around.meanwhile = async () => {
        around.meanwhile = undefined;
        asked = true;
        await control.advance(MINUTE + MINUTE / 2, notes);
      };
      const answer = await till.ask(payment, notes);
      around.meanwhile = undefined;
      if (!asked) throw new NotRun('The subject did not look the status up for this request.');
      mustRefuse(answer, 'mandate_expired');
      await till.mustBeUnpaid(payment, notes);
      must((await till.balance(notes)) === before, 'The refused request has moved money.');
      await proveAgain(till, notes);
    },
  ),
  negative(
    'OA-HTTP-04',
    'fault-says-nothing',
    'A fault inside is answered as 500 and internal, without its words; nothing has moved.',
    async (till, notes) => {
      await prove(till, notes);
      const payment = await till.payment({}, notes);
      const before = await till.balance(notes);
      const words = id('select * from secrets');
      await till.control.breakNext(words, notes);
      mustBreakQuietly(await till.ask(payment, notes), words);
      await till.mustBeUnpaid(payment, notes);
      must((await till.balance(notes)) === before, 'The fault has moved money.');
      await proveAgain(till, notes);
    },
  ),
  negative(
    'OA-OPS-02',
    'caller-limit',
    `${AT_ONCE} payments at once by a caller who may send ${MOST_AT_ONCE}: who comes too often is told when to come again, and is paid then.`,
    async (till, notes) => {
      await prove(till, notes);
      const payments: Payment[] = [];
      for (let count = 0; count < AT_ONCE; count += 1) payments.push(await till.payment({}, notes));
      await till.control.limited(MOST_AT_ONCE, notes, async () => {
        const answers = await Promise.all(payments.map((payment) => till.ask(payment, notes)));
        const at = answers.findIndex(({ status }) => status >= 400);
        const [refused, payment] = [answers[at], payments[at]];
        if (refused === undefined || payment === undefined)
          return must(false, 'Everything that came at once was served.');
        mustRefuse(refused, 'request_rate_exceeded', 429);
        const seconds = Number(refused.headers.get('retry-after') ?? Number.NaN);
        must(
          seconds >= 1 && seconds <= MINUTE,
          `Retry-After is ${String(refused.headers.get('retry-after'))}.`,
        );
        await sleep(seconds * 1_000 + LOOK_MS);
        till.openPaid(payment, await till.ask(payment, notes));
      });
      till.isProven = true;
    },
  ),
  positive(
    'OA-OPS-22',
    'not-ready-without-its-store',
    'GET /readyz says that the server is not ready while nothing can be written, and that it is as soon as it can.',
    async (till, notes) => {
      await readiness(till, 200, notes);
      await till.control.without('store', notes, () => staysUnready(till, notes));
      await readiness(till, 200, notes);
    },
  ),
];

/** What of a balance its movements do not make up: what was there before the first of them, and nothing else. */
const unexplained = (till: Till, { balance, movements }: AccountView): bigint =>
  till.smallest(balance) - movements.reduce((total, { amount }) => total + till.smallest(amount), 0n);
