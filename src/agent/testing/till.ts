import { digestOfObject } from '../../protocol/digest/index.ts';
import type { QuoteClaims } from '../../protocol/generated/types.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { type Actor, IDS } from '../../verifier/testing/actors.ts';
import { random } from './surroundings.ts';
import type { AgentWorld } from './world.ts';

/** What a till of the railway offers for a code that it has scanned. */
export async function offerAtTill(
  { actors, time }: Pick<AgentWorld, 'actors' | 'time'>,
  change: Partial<QuoteClaims> = {},
  by: Actor = actors.merchant,
): Promise<string> {
  const { now } = time;
  const claims: QuoteClaims = {
    iss: IDS.merchant,
    jti: newId(random, 'quo'),
    iat: now,
    exp: now + 900,
    aud: IDS.agent,
    out_trade_no: newId(random, 'ord'),
    amount: '553.50',
    discounts: [],
    payer_amount: '553.50',
    currency: 'CNY',
    categories: ['transport/train'],
    payee: { account: 'acct', psp_id: IDS.psp },
    accepted: [{ method_id: IDS.method, psp_id: IDS.psp }],
    pay_before: formatUtcSeconds(now + 900),
    cart_digest: await digestOfObject('cart'),
    deliver_by: formatUtcSeconds(now + 3_600),
    ...change,
  };
  return signMessage('quote', claims, by.signer);
}
