import { digestOfObject, encodeBase64url } from '../../protocol/digest/index.ts';
import type { Cart, QuoteClaims } from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { type Actor, IDS } from '../../verifier/testing/actors.ts';
import { random } from './surroundings.ts';
import type { AgentWorld } from './world.ts';

type Till = Pick<AgentWorld, 'actors' | 'time' | 'rail'>;

/** What a till of the railway offers for a code that it has scanned. The railway shows its cart to whoever it is for. */
export async function offerAtTill(
  { actors, time, rail }: Till,
  change: Partial<QuoteClaims> = {},
  by: Actor = actors.merchant,
): Promise<string> {
  const { now } = time;
  const { amount = '553.50', categories: [category = ''] = ['transport/train'] } = change;
  const line = { item_id: 'G123-2', name: 'G123, second class', category, quantity: 1 };
  const cart: Cart = {
    salt: encodeBase64url(random(16)),
    lines: [{ ...line, unit_price: amount, amount }],
  };
  const claims: QuoteClaims = {
    iss: IDS.merchant,
    jti: newId(random, 'quo'),
    iat: now,
    exp: now + 900,
    aud: IDS.agent,
    out_trade_no: newId(random, 'ord'),
    amount,
    discounts: [],
    payer_amount: amount,
    currency: 'CNY',
    categories: [category],
    payee: { account: 'acct', psp_id: IDS.psp },
    accepted: [{ method_id: IDS.method, psp_id: IDS.psp }],
    pay_before: formatUtcSeconds(now + 900),
    cart_digest: await digestOfObject(cart as unknown as JsonValue),
    deliver_by: formatUtcSeconds(now + 3_600),
    ...change,
  };
  const quote = await signMessage('quote', claims, by.signer);
  rail.offers.set(claims.out_trade_no, { quote, cart });
  return quote;
}
