import { setTimeout as sleep } from 'node:timers/promises';
import { utc } from '../../live/cast.ts';
import type { Notes } from '../../run/case.ts';
import { DAY, id, MINUTE } from '../account/bank.ts';
import { beyondTheList } from '../account/beyond-list.ts';
import {
  askRefund,
  delivered,
  IN_ESCROW,
  mustReach,
  received,
  returnLeftovers,
  shopBalance,
} from './cases-after.ts';
import { AFTER, ESCROW, must, mustRefuse, mustSucceed, negative, type PspCase, positive } from './steps.ts';
import { hundredths, PRICE, type Till } from './till.ts';

const PAID = hundredths(PRICE.payer_amount);
const PART = '0.40';
const MOMENT = 100;

const payHeld = (till: Till, notes: Notes, deliver_by?: string) =>
  till.pay(notes, {
    quote: { values: { ...IN_ESCROW, ...(deliver_by === undefined ? {} : { deliver_by }) } },
  });

/** Refunds that are a part of what was paid, and refunds under an id of another trade. */
const parts: readonly PspCase[] = [
  positive(
    'PSD-PAY-A402-20',
    'trade-refunded-in-parts',
    'What was refunded in part is still delivered; with the last part the trade is closed.',
    async (till, notes) => {
      const paid = await till.pay(notes);
      await mustReach(await askRefund(till, paid, notes, { amount: PART }), 'WAIT_SELLER_FULFILLMENT');
      await mustReach(await delivered(till, paid, notes), 'WAIT_BUYER_RECEIPT');
      await mustReach(await askRefund(till, paid, notes, { amount: '0.60' }), 'TRADE_CLOSED');
      mustRefuse(await received(till, paid, notes), 'trade_transition_illegal');
    },
    [AFTER],
  ),
  negative(
    'OA-RFD-01',
    'refund-over-what-is-left',
    'A part that is less than was paid, and more than is left of it.',
    async (till, notes) => {
      const paid = await till.pay(notes);
      const first = await askRefund(till, paid, notes, { amount: PART });
      mustSucceed(first, 200);
      must(till.smallest(first.body.refunded_total) === hundredths(PART), 'Another sum is told.');
      const before = await till.balance(notes);
      mustRefuse(await askRefund(till, paid, notes, { amount: '0.61' }), 'refund_over_captured');
      must((await till.balance(notes)) === before, 'The refused refund has moved money.');
      const last = await askRefund(till, paid, notes, { amount: '0.60' });
      mustSucceed(last, 200);
      must(till.smallest(last.body.refunded_total) === PAID, 'It is not told what was refunded altogether.');
      must((await till.balance(notes)) - before === 60n, 'The good refund has moved another amount.');
    },
    [AFTER],
  ),
  negative(
    'OA-RFD-02',
    'refund-id-of-another-trade',
    'The id of the refund of one trade over another trade of the same seller.',
    async (till, notes) => {
      const [one, other] = [await till.pay(notes), await till.pay(notes)];
      const refundId = id('rfd');
      mustSucceed(await askRefund(till, one, notes, { amount: PART, refundId }), 200);
      const before = await till.balance(notes);
      mustRefuse(await askRefund(till, other, notes, { amount: PART, refundId }), 'request_id_reused');
      must((await till.balance(notes)) === before, 'The refused refund has moved money.');
      mustSucceed(await askRefund(till, other, notes, { amount: PART }), 200);
      must((await till.balance(notes)) - before === hundredths(PART), 'Another amount came back.');
    },
    [AFTER],
  ),
];

/** What is held, where a part of it was refunded. */
const sums: readonly PspCase[] = [
  positive(
    'OA-ESC-03',
    'escrow-refunds-from-what-is-held',
    'What is refunded of held money comes out of it, and not from the payee.',
    async (till, notes) => {
      const [shop, payer] = [await shopBalance(till, notes), await till.balance(notes)];
      const paid = await payHeld(till, notes);
      await mustReach(await askRefund(till, paid, notes), 'TRADE_CLOSED');
      must((await shopBalance(till, notes)) === shop, 'The payee has paid what was held.');
      must((await till.balance(notes)) === payer, 'The payer has another amount than before.');
    },
    [ESCROW],
  ),
  positive(
    'OA-ESC-04',
    'escrow-released-less-refunds',
    'The payee gets what was held less what was refunded, once.',
    async (till, notes) => {
      const before = await shopBalance(till, notes);
      const paid = await payHeld(till, notes);
      mustSucceed(await askRefund(till, paid, notes, { amount: PART }), 200);
      await mustReach(await delivered(till, paid, notes), 'WAIT_BUYER_RECEIPT');
      await mustReach(await received(till, paid, notes), 'TRADE_FINISHED');
      await mustReach(await received(till, paid, notes), 'TRADE_FINISHED');
      const got = (await shopBalance(till, notes)) - before;
      must(got === PAID - hundredths(PART), `The payee got ${got}.`);
    },
    [ESCROW],
  ),
  positive(
    'OA-ESC-06',
    'escrow-goes-back-less-refunds',
    'What was not delivered in time goes back less what was refunded: the payer has what it had before, and no more.',
    async (till, notes) => {
      await returnLeftovers(till, notes);
      const before = await till.balance(notes);
      const paid = await payHeld(till, notes, utc(till.now() + 10 * MINUTE));
      mustSucceed(await askRefund(till, paid, notes, { amount: PART }), 200);
      await till.control.advance(11 * MINUTE, notes);
      const left = before - (await till.balance(notes));
      must(left === 0n, `The payer is short of ${left}.`);
    },
    [ESCROW],
  ),
];

/** The two deadlines of what is held, from the other side of them. */
const deadlines: readonly PspCase[] = [
  positive(
    'OA-ESC-05',
    'escrow-waits-for-complaints',
    'What was delivered a moment ago does not yet count as received.',
    async (till, notes) => {
      const paid = await payHeld(till, notes);
      await mustReach(await delivered(till, paid, notes), 'WAIT_BUYER_RECEIPT');
      await till.control.advance(MINUTE, notes);
      const { body } = await till.askQuery(paid.tradeNo, notes);
      must(body?.state === 'WAIT_BUYER_RECEIPT', `After a minute it is ${String(body?.state)}.`);
      await mustReach(await received(till, paid, notes), 'TRADE_FINISHED');
    },
    [ESCROW],
  ),
  positive(
    'OA-ESC-06',
    'escrow-waits-for-the-delivery',
    'Before deliver_by nothing goes back.',
    async (till, notes) => {
      await returnLeftovers(till, notes);
      const before = await till.balance(notes);
      const paid = await payHeld(till, notes, utc(till.now() + 10 * MINUTE));
      await till.control.advance(MINUTE, notes);
      must(before - (await till.balance(notes)) === PAID, 'It has gone back before its time.');
      await mustReach(await delivered(till, paid, notes), 'WAIT_BUYER_RECEIPT');
      await mustReach(await received(till, paid, notes), 'TRADE_FINISHED');
    },
    [ESCROW],
  ),
  negative(
    'OA-ESC-06',
    'escrow-delivered-late',
    'The word of a delivery that comes in the moment in which its time has run out.',
    async (till, notes) => {
      await returnLeftovers(till, notes);
      const before = await till.balance(notes);
      const due = till.now() + 10 * MINUTE;
      const [late, early] = [await payHeld(till, notes, utc(due)), await payHeld(till, notes, utc(due))];
      await mustReach(await delivered(till, early, notes), 'WAIT_BUYER_RECEIPT');
      // The rest passes by itself: what is due is done when the clock is moved, and must not be done yet.
      const rest = due - till.now() - 2;
      if (rest > 0) await till.control.advance(rest, notes);
      while (till.now() <= due) await sleep(MOMENT);
      mustRefuse(await delivered(till, late, notes), 'trade_transition_illegal');
      await till.control.advance(MINUTE, notes);
      must(before - (await till.balance(notes)) === PAID, 'Another amount came back than what was late.');
      await mustReach(await received(till, early, notes), 'TRADE_FINISHED');
    },
    [ESCROW],
  ),
];

/** A clock that is further ahead than anybody has dated a trust list. */
const aheadOfTheList: readonly PspCase[] = [
  negative(
    'OA-TIM-05',
    'held-money-waits-for-a-list',
    'At a time at which no trust list holds, held money goes neither back nor to the payee; once one holds, it does.',
    async (till, notes) => {
      const [sent, lost] = [
        await payHeld(till, notes),
        await payHeld(till, notes, utc(till.now() + 10 * MINUTE)),
      ];
      await mustReach(await delivered(till, sent, notes), 'WAIT_BUYER_RECEIPT');
      const [payer, shop] = [await till.balance(notes), await shopBalance(till, notes)];
      await beyondTheList(till, 8 * DAY, notes, async () => {
        must((await till.balance(notes)) === payer, 'Money went back at a time that nobody vouches for.');
        must((await shopBalance(till, notes)) === shop, 'The payee got money at such a time.');
      });
      for (const [paid, due] of [
        [sent, 'TRADE_FINISHED'],
        [lost, 'TRADE_CLOSED'],
      ] as const) {
        const { body } = await till.askQuery(paid.tradeNo, notes);
        must(body?.state === due, `With a list it is ${String(body?.state)}, where ${due} was due.`);
      }
    },
    [ESCROW],
  ),
];

export const heldCases: readonly PspCase[] = [...parts, ...sums, ...deadlines, ...aheadOfTheList];
