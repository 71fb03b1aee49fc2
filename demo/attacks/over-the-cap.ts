import { IDS } from '../plan.ts';
import { type Attack, askPayment, askQuote, pay } from './kit.ts';

/** One fen over what the user allowed for a single payment. */
export const overTheCap: Attack = {
  name: 'one-fen-over-the-cap',
  title: 'one fen over the single limit of 600.00',
  requirement: 'PSD-PAY-DEL-11',
  code: 'amount_over_single_limit',
  async run(kit) {
    const quote = await askQuote(kit, { id: IDS.rail, url: kit.addresses.rail }, 'G127-1', '600.01');
    return pay(kit, await askPayment(kit, quote), quote);
  },
};
