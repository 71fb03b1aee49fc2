import { IDS } from '../plan.ts';
import { type Attack, askPayment, askQuote, pay } from './kit.ts';

/** A cheaper seller, honest and trusted, that the user did not name. */
export const outsideTheList: Attack = {
  name: 'merchant-outside-the-list',
  title: 'the cheaper reseller that the user did not name',
  requirement: 'PSD-PAY-DEL-14',
  code: 'merchant_not_allowed',
  async run(kit) {
    const quote = await askQuote(kit, { id: IDS.voyage, url: kit.addresses.voyage }, 'V-G123-2', '549.00');
    return pay(kit, await askPayment(kit, quote), quote);
  },
};
