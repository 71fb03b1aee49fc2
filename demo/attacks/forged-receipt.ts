import { exportJWK, generateKeyPair } from 'jose';
import { IDS } from '../plan.ts';
import { type Attack, askPayment, askQuote, claimsOf, digest, newName, now, release, sign } from './kit.ts';

/** A receipt under the payment service's own certificate, signed with the attacker's key; nothing was paid. */
export const forgedReceipt: Attack = {
  name: 'forged-receipt',
  title: 'a forged receipt is shown at the gate',
  requirement: 'OA-RCP-09',
  code: 'jws_signature_invalid',
  async run(kit) {
    const quote = await askQuote(kit, { id: IDS.rail, url: kit.addresses.rail }, 'G123-2', '553.50');
    const offer = claimsOf(quote);
    const genuine = claimsOf(kit.seen.receipt);
    const genuineHeader = JSON.parse(
      Buffer.from(kit.seen.receipt.split('.')[0] ?? '', 'base64url').toString('utf8'),
    );
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const claims: Record<string, unknown> = {
      ...genuine,
      aud: IDS.rail,
      jti: newName('rcp'),
      iat: now(),
      exp: now() + 3600,
      trade_no: newName('trd'),
      out_trade_no: offer.out_trade_no,
      quote_digest: digest(quote),
      request_digest: digest(await askPayment(kit, quote)),
    };
    delete claims.delegation_id;
    const key = { alg: 'ES256', jwk: await exportJWK(privateKey), x5c: genuineHeader.x5c };
    return release(kit, quote, await sign('act-receipt+jwt', claims, key));
  },
};
