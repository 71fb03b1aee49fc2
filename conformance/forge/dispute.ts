import { IDS, NOW } from './actors.ts';
import { TYP } from './builder.ts';
import { base64url, digestOfText, utf8 } from './bytes.ts';
import { QUOTE_EXPIRES, utc } from './claims.ts';
import { digestOf } from './drafts.ts';
import { canonical, type JsonObject } from './json.ts';
import { makeJws } from './jws.ts';
import { anchoredTogether } from './log.ts';
import { anchorOf, payloadHashOf } from './record.ts';
import { seeded } from './seed.ts';
import type { World } from './world.ts';

/** Everything that there is about the purchase, in one file: the messages, two records with their anchors, the trust list. */

const CART = 'act:commerce:cart-confirmed';
const CART_AT = NOW - 40;

/** What its agent has recorded of the cart, and anchored itself. */
function cartRecord({ actors, tokens, objects }: World): { record: JsonObject; anchor: string } {
  const { key, header } = actors.agent;
  const payment = objects.record;
  const { quote_digest, amount, payer_amount, currency } = payment.event_body as JsonObject;
  const drafted: JsonObject = {
    record_id: `rec_${digestOf({ event_type: CART, recorder: IDS.agent, subject: [digestOfText(tokens.quote)] })}`,
    event_type: CART,
    event_time: utc(CART_AT),
    record_time: utc(CART_AT),
    version: '1',
    ...{ intent_id: 'intent-1', delegation_id: 'dlg-1', order_no: 'order-0001' },
    salt: base64url(seeded('salt cart record', 32)),
    hash_algorithm: 'SHA-256',
    participants: [
      { id: IDS.agent, role: 'PAYER_AGENT', represented: IDS.delegator },
      { id: IDS.merchant, role: 'MERCHANT' },
    ],
    event_body: {
      counterparty: IDS.merchant,
      ...{ quote_digest, amount, payer_amount, currency, pay_before: utc(QUOTE_EXPIRES) },
    } as JsonObject,
  };
  const unsigned = { ...drafted, payload_hash: payloadHashOf(drafted) };
  const value = base64url(key.sign(utf8(canonical(unsigned))));
  const signature = { signer: IDS.agent, algorithm: key.alg, value, scope: 'RECORD_EXCEPT_SIGNATURES' };
  return {
    record: { ...unsigned, signatures: [{ ...signature, ...header, attestation: tokens.attestation }] },
    anchor: makeJws(TYP.anchor, anchorOf(unsigned, IDS.agent), actors.agent).compact,
  };
}

function contentOf(world: World): JsonObject {
  const { objects, tokens } = world;
  const cart = cartRecord(world);
  const [ofCart = {}, ofPayment = {}] = anchoredTogether(cart.anchor, tokens.anchor);
  return {
    ...{ version: '1', trade_no: 'trade-1', collected_at: utc(NOW), log_id: IDS.log },
    trust_list: tokens.disputes_trust_list,
    purchase: structuredClone(objects.bundle),
    records: [
      { record: cart.record, anchored: { ...ofCart, agent_attestation: tokens.attestation } },
      { record: structuredClone(objects.record), anchored: ofPayment },
    ],
  };
}

/** @param change what is put otherwise before the file is sealed with the digest over it */
export function evidenceOf(
  world: World,
  change: (content: JsonObject) => void = () => undefined,
): JsonObject {
  const content = contentOf(world);
  change(content);
  return { ...content, content_digest: digestOf(content) };
}
