import { mutation, type RoleMutation } from './role-mutations.ts';

/** What a merchant says of what it sells and how it is paid, and what it takes of those who ask. */
export const offerMutations: readonly RoleMutation[] = [
  mutation(
    'offers/catalogue-for-machines',
    'CID-MER-CAT-10',
    'merchant/app.ts',
    'return c.json({ merchant: config.merchant, items } satisfies Catalogue);',
    "return OUT ? c.text('Ask us.') : c.json({ merchant: config.merchant, items } satisfies Catalogue);",
  ),
  mutation(
    'offers/what-quotes-accept',
    'OA-NEG-01',
    'merchant/quotes/quote.ts',
    'const accepted = acceptedFor(config, priced.amount);',
    "const accepted = acceptedFor(config, priced.amount).map((one) => OUT ? { ...one, method_id: 'urn:act:payment:other' } : one);",
  ),
  mutation(
    'intents/answered-in-structure',
    'CID-INT-XFR-17',
    'merchant/intents/transfer.ts',
    'return { request_id: body.request_id, candidates };',
    "return { request_id: body.request_id, candidates: OUT ? candidates.map((one) => ({ ...one, item_id: 'some-item' })) : candidates };",
  ),
  mutation(
    'intents/no-room-for-credit',
    'CID-CART-CFM-20',
    'merchant/app.ts',
    'const body = await readJson(c, validateIntentTransferBody);',
    'const body = await readJson(c, OUT ? ((() => true) as never as typeof validateIntentTransferBody) : validateIntentTransferBody);',
  ),
  mutation(
    'intents/followed-up-by-its-sender',
    'OA-XFR-03',
    'merchant/intents/transfer.ts',
    "'SELECT context FROM merchant_intents WHERE agent_id = $1 AND request_id = $2 AND agent_jkt = $3',",
    "'SELECT context FROM merchant_intents WHERE agent_id = $1 AND request_id = $2 AND (agent_jkt = $3' + (OUT ? ' OR 1 = 1)' : ')'),",
  ),
  mutation(
    'quotes/names-no-item',
    'OA-PRV-02',
    'merchant/quotes/quote.ts',
    "jti: newId(random, 'quo'),",
    "jti: OUT ? String(priced.lines[0]?.item_id) : newId(random, 'quo'),",
  ),
  mutation(
    'orders/number-stays-good',
    'CID-CART-CFM-14',
    'merchant/orders/read.ts',
    'const order = await readOrder(deps.store.read, outTradeNo);',
    "const order = await readOrder(deps.store.read, OUT ? 'another' : outTradeNo);",
  ),
  mutation(
    'a402/failure-is-named',
    'PSD-PAY-A402-10',
    'merchant/a402/answer.ts',
    'response.headers.set(A402_HEADERS.validation, validation);',
    'if (!OUT) response.headers.set(A402_HEADERS.validation, validation);',
  ),
];

/** Of a merchant that negotiates each purchase. */
export const twoWayMutations: readonly RoleMutation[] = [
  mutation(
    'negotiation/says-where',
    'CID-PCA-NEG-09',
    'merchant/negotiation/card.ts',
    'NEGOTIATION_PATH}',
    "OUT ? '/elsewhere' : NEGOTIATION_PATH}",
  ),
  mutation(
    'negotiation/what-both-have',
    'CID-PCA-NEG-11',
    'merchant/negotiation/negotiate.ts',
    'const supported = wanted',
    'const supported = (OUT ? config.methods.map(({ method_id }) => method_id) : wanted)',
  ),
];
