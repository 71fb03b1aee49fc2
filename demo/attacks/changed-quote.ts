import { IDS } from '../plan.ts';
import { type Attack, askPayment, askQuote, claimsOf, digest, newName, pay, sign } from './kit.ts';

/** After the agent has approved a quote, the merchant swaps it for another cart at the same price. */
export const changedQuote: Attack = {
  name: 'quote-changed-after-approval',
  title: 'the merchant swaps the cart behind the approved quote',
  requirement: 'OA-REQ-04',
  code: 'quote_digest_mismatch',
  async run(kit) {
    const approved = await askQuote(kit, { id: IDS.rail, url: kit.addresses.rail }, 'G123-2', '553.50');
    const request = await askPayment(kit, approved);
    const otherCart = {
      ...claimsOf(approved),
      jti: newName('quo'),
      cart_digest: digest('a seat in another class'),
    };
    const swapped = await sign('act-quote+jwt', otherCart, kit.railKey);
    const result = await pay(kit, request, swapped);
    return { ...result, from: 'cheating merchant', signer: `${IDS.agent}, then ${IDS.rail} again` };
  },
};
