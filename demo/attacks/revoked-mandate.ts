import { IDS } from '../plan.ts';
import { type Attack, askPayment, askQuote, pay } from './kit.ts';

/** The user revokes the mandate on the device; the agent pays all the same. */
export const revokedMandate: Attack = {
  name: 'revoked-mandate',
  title: 'the user has revoked the mandate',
  requirement: 'ADD-IAC-LCM-11',
  code: 'mandate_revoked',
  async run(kit) {
    await kit.revoke();
    const quote = await askQuote(kit, { id: IDS.rail, url: kit.addresses.rail }, 'G123-2', '553.50');
    return pay(kit, await askPayment(kit, quote), quote);
  },
};
