import type { Signer } from '../../forge/jws.ts';
import { SUITE_IDS } from '../../live/cast.ts';
import type { Notes } from '../../run/case.ts';
import { id } from '../account/bank.ts';
import { CATEGORY } from '../account/ids.ts';
import { askRefund, askStep, delivered, IN_ESCROW, mustReach, received, shopBalance } from './cases-after.ts';
import { AFTER, DELEGATED, ESCROW, must, mustRefuse, mustSucceed, negative, type PspCase } from './steps.ts';
import { hundredths, PRICE, type Till } from './till.ts';

const TIP = 'tip';

/** Another key of the suite's agent, with a tool of its own: agents of several users have several. @throws SubjectFault */
export async function otherKey(till: Till, notes: Notes): Promise<Signer> {
  const key = till.cast.bare(id('another key'));
  await till.bind(notes, {}, { key, id: SUITE_IDS.agent });
  return key;
}

/** What one key of an agent may say of what another one has paid. */
export const otherKeyCases: readonly PspCase[] = [
  negative(
    'OA-QRY-01',
    'query-of-another-key',
    'What one key of an agent has paid, asked for by another key of the same agent.',
    async (till, notes) => {
      const key = await otherKey(till, notes);
      const { tradeNo, payment } = await till.pay(notes);
      for (const target of [tradeNo, String(payment.request.claims.jti)])
        mustRefuse(await till.askQuery(target, notes, key), 'payment_unknown');
      mustSucceed(await till.askQuery(tradeNo, notes), 200);
    },
    [DELEGATED],
  ),
  negative(
    'OA-ESC-04',
    'escrow-released-by-another-key',
    'Another key of the agent that paid releases what is held.',
    async (till, notes) => {
      const key = await otherKey(till, notes);
      const paid = await till.pay(notes, { quote: { values: IN_ESCROW } });
      await mustReach(await delivered(till, paid, notes), 'WAIT_BUYER_RECEIPT');
      const before = await shopBalance(till, notes);
      const command = till.command('trade.receive', paid.tradeNo, { aud: till.settings.id }, key);
      mustRefuse(await askStep(till, 'receipt', paid, command, notes), 'payment_unknown');
      must((await shopBalance(till, notes)) === before, 'What was held has moved.');
      await mustReach(await received(till, paid, notes), 'TRADE_FINISHED');
      const got = (await shopBalance(till, notes)) - before;
      must(got === hundredths(PRICE.payer_amount), `The payee got ${got}.`);
    },
    [ESCROW, AFTER],
  ),
  negative(
    'OA-ESC-02',
    'tip-delivered-or-refunded',
    'The word of a delivery of a tip, and a refund of one: it was over with its payment.',
    async (till, notes) => {
      const commerce = {
        max_single_amount: 40,
        allowed_merchants: [till.shop.id],
        allowed_categories: [TIP],
      };
      const quote = { values: { settlement: 'GRATUITY', categories: [TIP] } };
      const tip = await till.pay(notes, { ext: { commerce }, quote });
      const before = await till.balance(notes);
      mustRefuse(await delivered(till, tip, notes), 'trade_transition_illegal');
      mustRefuse(await askRefund(till, tip, notes), 'trade_transition_illegal');
      must((await till.balance(notes)) === before, 'Money has come back.');
      const goods = await till.pay(notes, {
        ext: { commerce: { ...commerce, allowed_categories: [CATEGORY] } },
      });
      await mustReach(await delivered(till, goods, notes), 'WAIT_BUYER_RECEIPT');
      mustSucceed(await askRefund(till, goods, notes), 200);
    },
    [ESCROW, AFTER],
  ),
];
