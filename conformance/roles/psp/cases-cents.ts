import { isObject } from '../../forge/json.ts';
import { CATEGORY } from '../account/ids.ts';
import { askRefund, mustReach } from './cases-after.ts';
import { askManage, manage, money, onCard, openCard } from './cases-sub-account.ts';
import { Partner } from './partner.ts';
import {
  ACROSS,
  AFTER,
  must,
  mustNotPay,
  mustRefuse,
  mustSucceed,
  negative,
  type PspCase,
  positive,
  SUB_ACCOUNTS,
} from './steps.ts';
import type { Order, Till } from './till.ts';

/** Sums of cents that binary fractions do not have, and amounts of nothing at all. */

const NOTHING = '0.00';
/** The whole of 0.10 and 0.20, which is more than 0.30 to whoever adds fractions. */
const THIRTY = '0.30';

/** An order of so much, without a discount. */
const of = (amount: string, more: Order = {}): Order => ({
  ...more,
  quote: { values: { amount, payer_amount: amount, discounts: [] } },
});

/** A mandate that allows so much altogether. */
const upTo = (till: Till, max_total_amount: number) =>
  till.mandate(
    till.iac(
      { max_total_amount },
      { commerce: { allowed_categories: [CATEGORY], allowed_merchants: [till.shop.id] } },
    ),
  );

const sums: readonly PspCase[] = [
  positive(
    'OA-MNY-04',
    'pay-cents-up-to-the-total',
    'Three times 0.10 under a mandate for 0.30 is paid, and not a cent more.',
    async (till, notes) => {
      const order = { of: { mandate: upTo(till, Number(THIRTY)) } };
      const before = await till.balance(notes);
      for (let count = 0; count < 3; count += 1) await till.pay(notes, of('0.10', order));
      must(before - (await till.balance(notes)) === 30n, 'Another amount left the account.');
      const over = await till.payment(of('0.01', order), notes);
      await mustNotPay(till, over, 'amount_over_total_limit', notes);
    },
  ),
  positive(
    'OA-MNY-04',
    'pay-cents-after-a-discount',
    '0.10 off 0.30 leaves 0.20: such a quote adds up, and is paid.',
    async (till, notes) => {
      const discounts = [{ funder: till.shop.id, amount: '0.10' }];
      const before = await till.balance(notes);
      await till.pay(notes, { quote: { values: { amount: THIRTY, payer_amount: '0.20', discounts } } });
      must(before - (await till.balance(notes)) === 20n, 'Another amount left the account.');
    },
  ),
  positive(
    'OA-MNY-04',
    'refund-cents-up-to-the-whole',
    '0.10 and 0.20 of 0.30 go back, and with them the trade is closed.',
    async (till, notes) => {
      const paid = await till.pay(notes, of(THIRTY));
      const before = await till.balance(notes);
      await mustReach(await askRefund(till, paid, notes, { amount: '0.10' }), 'WAIT_SELLER_FULFILLMENT');
      await mustReach(await askRefund(till, paid, notes, { amount: '0.20' }), 'TRADE_CLOSED');
      must((await till.balance(notes)) - before === 30n, 'Another amount came back.');
    },
    [AFTER],
  ),
];

const nothings: readonly PspCase[] = [
  negative(
    'OA-MNY-06',
    'refund-of-nothing',
    'A refund of 0.00.',
    async (till, notes) => {
      const paid = await till.pay(notes);
      const before = await till.balance(notes);
      mustRefuse(await askRefund(till, paid, notes, { amount: NOTHING }), 'amount_form');
      must((await till.balance(notes)) === before, 'The refused refund has moved money.');
      mustSucceed(await askRefund(till, paid, notes, { amount: '0.01' }), 200);
      must((await till.balance(notes)) - before === 1n, 'The good refund has moved another amount.');
    },
    [AFTER],
  ),
  negative(
    'OA-MNY-06',
    'across-refund-of-nothing',
    'A refund of 0.00 that the payee’s service asks for.',
    async (till, notes) => {
      const partner = new Partner(till);
      mustSucceed(await till.ask(await partner.paymentAcross(notes), notes), 200, 'http/payment-answer.json');
      const instruction = partner.heard[0]?.body.instruction;
      if (!isObject(instruction))
        throw new Error('A payment across was acknowledged without an instruction.');
      const before = await till.balance(notes);
      mustRefuse(await partner.askRefund(instruction, NOTHING, notes), 'amount_form');
      must((await till.balance(notes)) === before, 'The refused refund has moved money.');
      mustSucceed(await partner.askRefund(instruction, '0.01', notes), 200, 'http/interconnect-refund.json');
      must((await till.balance(notes)) - before === 1n, 'The good refund has moved another amount.');
    },
    [ACROSS],
  ),
  negative(
    'OA-MNY-06',
    'card-funded-with-nothing',
    '0.00, put into a sub-account.',
    async (till, notes) => {
      const card = await openCard(till, notes);
      const before = await onCard(till, card, notes);
      mustRefuse(await askManage(till, 'fund', card, notes, money(till, NOTHING)), 'amount_form');
      must((await onCard(till, card, notes)) === before, 'Money was moved.');
      await manage(till, 'fund', card, notes, money(till, '0.01'));
      must((await onCard(till, card, notes)) - before === 1n, 'Another amount was put in.');
    },
    [SUB_ACCOUNTS],
  ),
];

export const centCases: readonly PspCase[] = [...sums, ...nothings];
