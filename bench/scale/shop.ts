import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ACCOUNTS, CURRENCY, IDS, METHOD } from '../../demo/plan.ts';
import { readKeyFile } from '../../src/http/key-file.ts';
import type { QuoteClaims } from '../../src/protocol/generated/types.ts';
import { formatUtcSeconds } from '../../src/protocol/time/index.ts';
import type { Run } from '../purchases/plan.ts';
import { digestOf, WireSigner } from '../purchases/wire.ts';

const QUOTE_SECONDS = 900;
const DELIVERY_SECONDS = 86_400;
const PRICE = '553.50';

const id = (prefix: string): string => `${prefix}_${randomBytes(16).toString('base64url')}`;

/** Signs offers as the railway's shop does, without being one: only the account side is measured. */
export class Shop {
  private readonly signer: WireSigner;

  private constructor(signer: WireSigner) {
    this.signer = signer;
  }

  static async open({ keys }: Run): Promise<Shop> {
    const { jwk, header } = await readKeyFile(join(keys, 'rail', 'merchant-quote.json'));
    return new Shop(new WireSigner(jwk, header));
  }

  /** An offer that was made for nobody else. */
  quote(): string {
    const now = Math.floor(Date.now() / 1000);
    return this.signer.sign('act-quote+jwt', {
      iss: IDS.rail,
      jti: id('quo'),
      iat: now,
      exp: now + QUOTE_SECONDS,
      aud: IDS.agent,
      out_trade_no: id('ord'),
      amount: PRICE,
      discounts: [],
      payer_amount: PRICE,
      currency: CURRENCY,
      categories: ['transport/train'],
      payee: { account: ACCOUNTS.rail, psp_id: IDS.psp },
      accepted: [{ method_id: METHOD, psp_id: IDS.psp }],
      pay_before: formatUtcSeconds(now + QUOTE_SECONDS),
      cart_digest: digestOf(id('cart')),
      deliver_by: formatUtcSeconds(now + DELIVERY_SECONDS),
    } satisfies QuoteClaims);
  }
}
