import { isDeepStrictEqual } from 'node:util';
import { anotherThan } from '../../live/amounts.ts';
import { type Notes, NotRun } from '../../run/case.ts';
import { id } from '../account/bank.ts';
import { ACCOUNT_IDS, CATEGORY } from '../account/ids.ts';
import { askRefund, delivered, mustReach, shopBalance, validate } from './cases-after.ts';
import { manage, onCard, openCard } from './cases-sub-account.ts';
import {
  AFTER,
  must,
  mustRefuse,
  mustSucceed,
  negative,
  type PspCase,
  positive,
  SUB_ACCOUNTS,
} from './steps.ts';
import { hundredths, type Order, type Paid, PRICE, type Till } from './till.ts';

const PAID = hundredths(PRICE.payer_amount);
const PART = '0.40';
const RESOURCE = 'R'.repeat(43);

/** An order of the other seller, whom a good mandate does not name. */
const atTheOtherShop = ({ around }: Till): Order => ({
  quote: { by: around.otherShop },
  ext: {
    commerce: {
      max_single_amount: 40,
      allowed_categories: [CATEGORY],
      allowed_merchants: [ACCOUNT_IDS.shop, ACCOUNT_IDS.otherShop],
    },
  },
});

/** What came back to a payer while something was done. */
async function backBy(read: () => Promise<bigint>, work: () => Promise<unknown>): Promise<bigint> {
  const before = await read();
  await work();
  return (await read()) - before;
}

const refunded = async (till: Till, paid: Paid, notes: Notes, refund: Parameters<typeof askRefund>[3]) => {
  const answer = await askRefund(till, paid, notes, refund);
  mustSucceed(answer, 200);
  return answer.body;
};

const orders: readonly PspCase[] = [
  positive(
    'OA-RPL-03',
    'order-number-of-another-seller',
    'An order number is its seller’s: two sellers have the same, and each is paid.',
    async (till, notes) => {
      const one = await till.pay(notes);
      const out_trade_no = String(one.payment.quote.claims.out_trade_no);
      const there = atTheOtherShop(till);
      const other = await till.pay(notes, { ...there, quote: { ...there.quote, values: { out_trade_no } } });
      must(other.tradeNo !== one.tradeNo, 'Two orders have one trade.');
    },
  ),
];

const refunds: readonly PspCase[] = [
  positive(
    'OA-LDG-02',
    'refund-leaves-the-seller',
    'What comes back to the payer has left the seller’s account, to the cent.',
    async (till, notes) => {
      const paid = await till.pay(notes);
      const before = await shopBalance(till, notes);
      const back = await backBy(
        () => till.balance(notes),
        () => refunded(till, paid, notes, { amount: PART }),
      );
      const left = before - (await shopBalance(till, notes));
      must(back === hundredths(PART), `${back} came back, where ${PART} were due.`);
      must(left === back, `${left} has left the seller, and ${back} came back.`);
    },
    [AFTER],
  ),
  positive(
    'OA-RFD-02',
    'refund-again-after-the-end',
    'A refund that has closed its trade is answered the same when it is asked for again, and nothing more comes back.',
    async (till, notes) => {
      const paid = await till.pay(notes);
      const refundId = id('rfd');
      const first = await refunded(till, paid, notes, { refundId });
      must(first.state === 'TRADE_CLOSED', `What was refunded whole is ${String(first.state)}.`);
      const back = await backBy(
        () => till.balance(notes),
        async () => {
          const again = await refunded(till, paid, notes, { refundId });
          must(isDeepStrictEqual(again, first), 'The same refund got two answers.');
        },
      );
      must(back === 0n, `${back} came back a second time.`);
    },
    [AFTER],
  ),
  positive(
    'OA-RFD-02',
    'refund-id-of-another-seller',
    'A refund_id is its seller’s: another one uses the same, and each payer gets its own money back.',
    async (till, notes) => {
      const [one, other] = [await till.pay(notes), await till.pay(notes, atTheOtherShop(till))];
      const refundId = id('rfd');
      const by = till.around.otherShop;
      const back = await backBy(
        () => till.balance(notes),
        async () => {
          await refunded(till, one, notes, { amount: PART, refundId });
          const { trade_no } = await refunded(till, other, notes, { amount: PART, refundId, by });
          must(trade_no === other.tradeNo, 'The answer is about the trade of the other seller.');
        },
      );
      must(back === 2n * hundredths(PART), `${back} came back of two refunds.`);
    },
    [AFTER],
  ),
  negative(
    'OA-RFD-02',
    'refund-id-in-another-currency',
    'The id of a refund over the same figure in another currency.',
    async (till, notes) => {
      const paid = await till.pay(notes);
      const refundId = id('rfd');
      await refunded(till, paid, notes, { amount: PART, refundId });
      const other = { amount: PART, refundId, currency: anotherThan(till.settings.currency) };
      mustRefuse(await askRefund(till, paid, notes, other), 'request_id_reused');
      await refunded(till, paid, notes, { amount: PART, refundId });
    },
    [AFTER],
  ),
];

const cards: readonly PspCase[] = [
  positive(
    'OA-RFD-02',
    'card-gets-its-refund',
    'What was paid from a sub-account goes back into it, and not into the account behind it.',
    async (till, notes) => {
      const card = await openCard(till, notes);
      const paid = await till.pay(notes, { iac: { delegation_mode: 'BOUNDED' }, card });
      const main = await till.balance(notes);
      const back = await backBy(
        () => onCard(till, card, notes),
        () => refunded(till, paid, notes, { amount: PART }),
      );
      must(back === hundredths(PART), `${back} is in the sub-account of what was refunded.`);
      must((await till.balance(notes)) === main, 'The account behind it has another balance.');
    },
    [SUB_ACCOUNTS, AFTER],
  ),
  positive(
    'OA-SUB-02',
    'card-closed-is-refunded-behind',
    'What is refunded after a sub-account was closed goes to the account that its money came from.',
    async (till, notes) => {
      const card = await openCard(till, notes);
      const paid = await till.pay(notes, { iac: { delegation_mode: 'BOUNDED' }, card });
      await manage(till, 'close', card, notes);
      const back = await backBy(
        () => till.balance(notes),
        () => refunded(till, paid, notes, {}),
      );
      must(back === PAID, `${back} came to the account behind it.`);
      must((await onCard(till, card, notes)) === 0n, 'There is money in what is closed.');
    },
    [SUB_ACCOUNTS, AFTER],
  ),
];

const proofs: readonly PspCase[] = [
  positive(
    'PSD-PAY-A402-07',
    'validate-delivered',
    'A proof stands after the delivery as well, and what is told of its trade is how it is.',
    async (till, notes) => {
      const paid = await till.pay(notes);
      const before = (await validate(till, paid, notes)).state;
      must(before === 'WAIT_SELLER_FULFILLMENT', `Before the delivery it is ${String(before)}.`);
      await mustReach(await delivered(till, paid, notes), 'WAIT_BUYER_RECEIPT');
      const after = (await validate(till, paid, notes)).state;
      must(after === 'WAIT_BUYER_RECEIPT', `After the delivery it is ${String(after)}.`);
    },
    [AFTER],
  ),
  positive(
    'OA-A402-13',
    'receipt-fits-into-a-header',
    'The seller’s receipt for a resource names its certificate by thumbprint, and stands when the seller asks.',
    async (till, notes) => {
      if (till.settings.chain().length === 0)
        throw new NotRun('The subject file names no certificates of receipts.');
      const paid = await till.pay(notes, { quote: { values: { resource_id: RESOURCE } } });
      const { header, claims } = paid.sellerReceipt;
      must(claims.resource_id === RESOURCE, 'It is for another resource.');
      must(header.x5c === undefined, 'Its certificates stand in it.');
      must(typeof header['x5t#S256'] === 'string', 'It names no certificate by thumbprint.');
      await validate(till, paid, notes);
    },
    [AFTER],
  ),
];

export const refundCases: readonly PspCase[] = [...orders, ...refunds, ...cards, ...proofs];
