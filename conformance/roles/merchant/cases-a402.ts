import { setTimeout as sleep } from 'node:timers/promises';
import { digestOfText } from '../../forge/bytes.ts';
import { digestOf } from '../../forge/drafts.ts';
import { isObject, type JsonObject } from '../../forge/json.ts';
import type { Signer } from '../../forge/jws.ts';
import { anotherThan } from '../../live/amounts.ts';
import { METHOD_ID, SUITE_IDS } from '../../live/cast.ts';
import { type Answer, must } from '../../live/http.ts';
import { mustFit, ownFits } from '../../live/schemas.ts';
import { type Notes, SubjectFault } from '../../run/case.ts';
import { id, type Quoted, type Shop, type Spoilt } from './shop.ts';
import { type MerchantCase, negative, positive, toldOf } from './steps.ts';

export const NEEDS = ['a402'];
const NO_BODY = digestOfText('');
const OTHER_DIGEST = 'A'.repeat(43);
const AT_ONCE = 6;

/** A bill of the subject, and the request that it is for. */
interface Bill {
  readonly path: string;
  readonly uri: string;
  readonly protocol: JsonObject;
  readonly quoted: Quoted;
  readonly answer: Answer;
}

interface ProofSpoils {
  readonly receipt?: Spoilt;
  readonly psp?: Signer;
  readonly holder?: Spoilt;
  readonly trade?: string;
  readonly header?: (text: string) => string;
  /** The suite's payment service has taken the trade back. */
  readonly refunded?: boolean;
}

function resource(shop: Shop, at: 0 | 1 = 0): string {
  const path = shop.settings.resources?.[at];
  if (path === undefined)
    throw new SubjectFault('The subject file declares no resources that are sold by the request.');
  return path;
}

function header(answer: Answer, name: string, schema: string): JsonObject {
  const text = answer.headers.get(name);
  if (text === null) throw new SubjectFault(`The answer has no ${name}.`);
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw new SubjectFault(`${name} is not base64url of JSON.`);
  }
  mustFit(schema, value, name);
  return isObject(value) ? value : {};
}

export async function bill(shop: Shop, notes: Notes, path = resource(shop)): Promise<Bill> {
  const answer = await shop.caller.call(path, { headers: { 'act-agent': SUITE_IDS.agent } }, notes);
  must(answer.status === 402, `A request without a proof got ${answer.status}.`);
  const { protocol, method } = header(answer, 'payment-needed', 'a402/payment-needed.json');
  const quoted = shop.openQuote((method as JsonObject).quote, {});
  return { path, uri: `${shop.settings.url}${path}`, protocol: protocol as JsonObject, quoted, answer };
}

/** A proof for a bill, as who paid it sends it. */
export function proofOf(
  shop: Shop,
  { quoted, uri }: Bill,
  spoils: ProofSpoils = {},
): { text: string; trade: string } {
  const receipt = shop.receipt(quoted, spoils.receipt, spoils.psp ?? shop.cast.psp.thin);
  const trade = [...shop.counter.trades.values()].find(
    ({ receipt_digest: digest }) => digest === digestOfText(receipt),
  );
  if (trade === undefined) throw new Error('The suite has lost its own trade.');
  if (spoils.refunded === true) trade.refunded = true;
  return { text: holderProof(shop, receipt, uri, spoils, trade.trade_no), trade: trade.trade_no };
}

export function holderProof(
  shop: Shop,
  receipt: string,
  uri: string,
  spoils: ProofSpoils,
  tradeNo: string,
): string {
  const claims = {
    jti: id('hp'),
    iat: shop.now(),
    htm: 'GET',
    htu: uri,
    ath: digestOfText(receipt),
    body_digest: NO_BODY,
    cnf: { jwk: { ...shop.cast.agent.key.publicJwk } as JsonObject },
  };
  const holder = shop.sign('act-holder+jwt', 'holder-proof.json', claims, shop.cast.agent, spoils.holder);
  const value = {
    protocol: { payment_proof: receipt, trade_no: spoils.trade ?? tradeNo },
    method: { holder_proof: holder },
  };
  if (Object.keys(spoils).length === 0) ownFits('a402/payment-proof.json', value);
  const text = Buffer.from(JSON.stringify(value)).toString('base64url');
  return spoils.header?.(text) ?? text;
}

export function show(shop: Shop, path: string, proof: string, notes: Notes): Promise<Answer> {
  return shop.caller.call(path, { headers: { 'act-agent': SUITE_IDS.agent, 'payment-proof': proof } }, notes);
}

/** What was paid for, delivered. @throws SubjectFault */
export function mustDeliver(answer: Answer): JsonObject {
  must(answer.status === 200, `A good proof got ${answer.status} ${answer.body?.code ?? ''}`);
  const validation = header(answer, 'payment-validation', 'a402/payment-validation.json');
  must(
    (validation.protocol as JsonObject).status === 'PAYMENT_VALIDATED',
    'Payment-Validation does not say validated.',
  );
  return validation;
}

/** A proof that does not hold: its code in Payment-Validation, and a fresh bill. @throws SubjectFault */
export function mustRefuseProof(answer: Answer, code: string): void {
  must(answer.status === 402, `A bad proof got ${answer.status}.`);
  const { protocol, method } = header(answer, 'payment-validation', 'a402/payment-validation.json');
  must((protocol as JsonObject).status === 'PAYMENT_REFUSED', 'Payment-Validation does not say refused.');
  must(
    (method as JsonObject).code === code,
    `Refused as ${String((method as JsonObject).code)}, where ${code} was due.`,
  );
  header(answer, 'payment-needed', 'a402/payment-needed.json');
}

export async function purchase(shop: Shop, notes: Notes): Promise<void> {
  const owed = await bill(shop, notes);
  mustDeliver(await show(shop, owed.path, proofOf(shop, owed).text, notes));
}

/** One thing of a proof changed: refused by its code; the same bill is then paid well. */
export function badProof(
  requirement: string,
  code: string,
  slug: string,
  title: string,
  spoil: (shop: Shop, owed: Bill) => ProofSpoils,
): MerchantCase {
  return negative(
    { requirement, slug: `a402-${slug}`, title },
    async (shop, notes) => {
      await purchase(shop, notes);
      const owed = await bill(shop, notes);
      const bad = proofOf(shop, owed, spoil(shop, owed));
      mustRefuseProof(await show(shop, owed.path, bad.text, notes), code);
      must(shop.counter.heardOf('fulfilment.confirm', bad.trade) === 0, 'A delivery was told.');
      const good = await bill(shop, notes);
      mustDeliver(await show(shop, good.path, proofOf(shop, good).text, notes));
    },
    NEEDS,
  );
}

export const a402Cases: readonly MerchantCase[] = [
  positive(
    'PSD-PAY-A402-02',
    'a402-asks-for-money',
    'A request without a proof gets 402 with Payment-Needed.',
    async (shop, notes) => {
      await bill(shop, notes);
    },
    NEEDS,
  ),
  positive(
    'PSD-PAY-A402-22',
    'a402-base-fields',
    'The plain fields of a bill are those of its quote.',
    async (shop, notes) => {
      const { protocol, quoted } = await bill(shop, notes);
      const { claims } = quoted;
      for (const member of ['out_trade_no', 'amount', 'currency', 'pay_before', 'resource_id'] as const)
        must(protocol[member] === claims[member], `${member} is not that of the quote.`);
      must(
        protocol.seller_unique_id === shop.settings.id && claims.aud === protocol.buyer_unique_id,
        'Seller or buyer is not that of the quote.',
      );
    },
    NEEDS,
  ),
  positive(
    'OA-A402-02',
    'a402-resource-is-the-fingerprint',
    'resource_id is the digest of method, address and body digest.',
    async (shop, notes) => {
      const { protocol, uri } = await bill(shop, notes);
      must(
        protocol.resource_id === digestOf({ method: 'GET', uri, body_digest: NO_BODY }),
        'resource_id is not the fingerprint of the request.',
      );
    },
    NEEDS,
  ),
  positive(
    'PSD-PAY-A402-17',
    'a402-bills-are-numbered',
    'Each bill has a number of its own, and each resource an id of its own.',
    async (shop, notes) => {
      const [one, again, other] = [
        await bill(shop, notes),
        await bill(shop, notes),
        await bill(shop, notes, resource(shop, 1)),
      ];
      must(one.quoted.orderNo !== again.quoted.orderNo, 'Two bills have one number.');
      must(one.protocol.resource_id === again.protocol.resource_id, 'One resource has two ids.');
      must(one.protocol.resource_id !== other.protocol.resource_id, 'Two resources have one id.');
    },
    NEEDS,
  ),
  positive(
    'OA-DIG-03',
    'a402-carts-are-salted',
    'Two bills for one resource commit to their carts by two digests: nobody can tell from one what was bought.',
    async (shop, notes) => {
      const [one, again] = [await bill(shop, notes), await bill(shop, notes)];
      must(one.quoted.claims.cart_digest !== again.quoted.claims.cart_digest, 'Two carts have one digest.');
    },
    NEEDS,
  ),
  positive(
    'PSD-PAY-A402-18',
    'a402-method-at-a-service',
    'The bill names the method and the payment service that it was set up with.',
    async (shop, notes) => {
      const { protocol, quoted } = await bill(shop, notes);
      must(protocol.method_id === METHOD_ID, `The method is ${String(protocol.method_id)}.`);
      must((quoted.claims.payee as JsonObject).psp_id === SUITE_IDS.psp, 'The payment service is another.');
    },
    NEEDS,
  ),
  badProof(
    'PSD-PAY-A402-10',
    'receipt_order_mismatch',
    'failure-is-named',
    'A proof whose receipt is for another quote: its code, and a bill to begin again with.',
    () => ({ receipt: { claims: { quote_digest: OTHER_DIGEST } } }),
  ),
  positive('PSD-PAY-A402-11', 'a402-delivers', 'A proof that holds gets the resource.', purchase, NEEDS),
  positive(
    'PSD-PAY-A402-12',
    'a402-says-what-it-verified',
    'A delivery says in Payment-Validation which trade it was for.',
    async (shop, notes) => {
      const owed = await bill(shop, notes);
      const { text, trade } = proofOf(shop, owed);
      const { protocol } = mustDeliver(await show(shop, owed.path, text, notes));
      const said = protocol as JsonObject;
      must(
        said.trade_no === trade && said.out_trade_no === owed.quoted.orderNo,
        'Payment-Validation names another trade.',
      );
    },
    NEEDS,
  ),
  positive(
    'PSD-PAY-A402-07',
    'a402-asks-the-service',
    'Before it delivers the seller asks the payment service.',
    async (shop, notes) => {
      const owed = await bill(shop, notes);
      const { text, trade } = proofOf(shop, owed);
      mustDeliver(await show(shop, owed.path, text, notes));
      must(shop.counter.heardOf('payment.validate', trade) >= 1, 'The payment service was not asked.');
      must(shop.counter.faults.length === 0, `The merchant's commands: ${shop.counter.faults[0]}`);
    },
    NEEDS,
  ),
  positive(
    'PSD-PAY-A402-13',
    'a402-confirms-the-fulfilment',
    'After the delivery the payment service is told, once.',
    async (shop, notes) => {
      const owed = await bill(shop, notes);
      const { text, trade } = proofOf(shop, owed);
      mustDeliver(await show(shop, owed.path, text, notes));
      const told = await toldOf(shop, 'fulfilment.confirm', trade);
      must(told === 1, 'The fulfilment was not confirmed, or more than once.');
    },
    NEEDS,
  ),
  positive(
    'OA-A402-11',
    'a402-is-no-store',
    'Bills and deliveries are no-store.',
    async (shop, notes) => {
      const owed = await bill(shop, notes);
      const delivered = await show(shop, owed.path, proofOf(shop, owed).text, notes);
      mustDeliver(delivered);
      for (const { headers } of [owed.answer, delivered])
        must(
          headers.get('cache-control')?.includes('no-store') === true,
          'An answer may be stored on the way.',
        );
    },
    NEEDS,
  ),
  positive(
    'OA-A402-13',
    'a402-names-certificates-by-thumbprint',
    'The quote in the header names its certificate by thumbprint.',
    async (shop, notes) => {
      const { quoted } = await bill(shop, notes);
      must(
        quoted.header.x5c === undefined && typeof quoted.header['x5t#S256'] === 'string',
        'The header carries certificates.',
      );
    },
    NEEDS,
  ),
  positive(
    'OA-A402-10',
    'a402-same-proof-same-response',
    'The same payment shown again for the same request gets the stored response.',
    async (shop, notes) => {
      const owed = await bill(shop, notes);
      const receipt = shop.receipt(owed.quoted, {}, shop.cast.psp.thin);
      const trade = [...shop.counter.trades.keys()].at(-1) ?? '';
      const again = async () => {
        const answer = await show(shop, owed.path, holderProof(shop, receipt, owed.uri, {}, trade), notes);
        mustDeliver(answer);
        return answer;
      };
      const [first, second] = [await again(), await again()];
      must(first.text === second.text, 'Another response was given.');
      const [type, other] = [first, second].map(({ headers }) => headers.get('content-type'));
      must(type === other, `The stored response is ${String(other)}, and the first was ${String(type)}.`);
    },
    NEEDS,
  ),
  positive(
    'PSD-PAY-A402-08',
    'a402-race-delivers-once',
    `${AT_ONCE} requests with one payment at once are one delivery.`,
    async (shop, notes) => {
      const owed = await bill(shop, notes);
      const receipt = shop.receipt(owed.quoted, {}, shop.cast.psp.thin);
      const trade = [...shop.counter.trades.keys()].at(-1) ?? '';
      const asked = Array.from({ length: AT_ONCE }, () =>
        show(shop, owed.path, holderProof(shop, receipt, owed.uri, {}, trade), notes),
      );
      const answers = await Promise.all(asked);
      const good = answers.filter(({ status }) => status === 200);
      must(good.length > 0, 'Nobody got the resource.');
      must(
        answers.every(({ status }) => status === 200 || status === 503),
        'A request broke.',
      );
      must(new Set(good.map(({ text }) => text)).size === 1, 'Several responses were made for one payment.');
      await sleep(500);
      must(shop.counter.heardOf('fulfilment.confirm', trade) <= 1, 'The fulfilment was told more than once.');
    },
    NEEDS,
  ),
  badProof(
    'OA-RCP-09',
    'jws_signature_invalid',
    'forged-receipt',
    'A receipt that its payment service did not sign.',
    (shop) => ({
      receipt: { signer: { ...shop.cast.psp.thin, key: shop.cast.stranger.key } },
    }),
  ),
  badProof(
    'OA-RCP-02',
    'receipt_audience_mismatch',
    'the-agents-receipt',
    'The receipt that is made out to the agent.',
    () => ({ receipt: { claims: { aud: SUITE_IDS.agent } } }),
  ),
  badProof('OA-RCP-03', 'receipt_state_not_paid', 'not-paid', 'A receipt of a trade that is closed.', () => ({
    receipt: { claims: { state: 'TRADE_CLOSED' } },
  })),
  badProof('OA-RCP-04', 'receipt_expired', 'expired', 'A receipt that has run out.', (shop) => ({
    receipt: { claims: { exp: shop.now() - 1 } },
  })),
  badProof(
    'OA-RCP-01',
    'receipt_order_mismatch',
    'smaller-amount',
    'A receipt over a smaller amount.',
    () => ({ receipt: { claims: { amount: '0', payer_amount: '0' } } }),
  ),
  badProof(
    'OA-RCP-01',
    'receipt_order_mismatch',
    'smaller-payer-amount',
    'A receipt over the right amount, of which less was paid.',
    () => ({ receipt: { claims: { payer_amount: '0' } } }),
  ),
  badProof(
    'OA-RCP-01',
    'receipt_order_mismatch',
    'another-currency',
    'A receipt over the same amount of another currency.',
    ({ item }) => ({ receipt: { claims: { currency: anotherThan(item.currency) } } }),
  ),
  badProof(
    'OA-RCP-01',
    'receipt_order_mismatch',
    'another-payee',
    'A receipt of a payment to another account.',
    (_, { quoted }) => ({
      receipt: { claims: { payee: { ...(quoted.claims.payee as JsonObject), account: 'acct-of-another' } } },
    }),
  ),
  badProof(
    'OA-RCP-01',
    'receipt_order_mismatch',
    'another-merchant',
    'A receipt of a payment to another merchant.',
    () => ({ receipt: { claims: { merchant: 'did:act:suite.example/another-shop' } } }),
  ),
  badProof(
    'OA-A402-09',
    'a402_trade_mismatch',
    'another-trade',
    'A trade number that is not that of the receipt.',
    () => ({ trade: id('trd') }),
  ),
  badProof(
    'OA-A402-03',
    'a402_holder_mismatch',
    'stolen-proof',
    'A stolen proof, with the thief’s own key.',
    (shop) => ({
      holder: {
        signer: shop.cast.stranger,
        claims: { cnf: { jwk: { ...shop.cast.stranger.key.publicJwk } as JsonObject } },
      },
    }),
  ),
  badProof(
    'OA-A402-04',
    'a402_holder_signature_invalid',
    'forged-holder',
    'A stolen proof, in the name of the key that paid.',
    (shop) => ({
      holder: { signer: { ...shop.cast.agent, key: shop.cast.stranger.key } },
    }),
  ),
  badProof(
    'OA-A402-04',
    'a402_holder_signature_invalid',
    'holder-names-another-key',
    'A holder’s proof whose header names another key than it carries and is signed by.',
    (shop) => ({ holder: { signer: { ...shop.cast.agent, header: shop.cast.stranger.header } } }),
  ),
  badProof(
    'OA-A402-05',
    'a402_holder_request_mismatch',
    'another-address',
    'A holder’s proof for another address.',
    (_, { uri }) => ({ holder: { claims: { htu: `${uri}x` } } }),
  ),
  badProof(
    'OA-A402-05',
    'a402_holder_request_mismatch',
    'another-query',
    'A holder’s proof for the same address with another query.',
    (_, { uri }) => ({ holder: { claims: { htu: `${uri}${uri.includes('?') ? '&' : '?'}page=2` } } }),
  ),
  badProof(
    'OA-A402-05',
    'a402_holder_request_mismatch',
    'another-method',
    'A holder’s proof for another method.',
    () => ({ holder: { claims: { htm: 'POST' } } }),
  ),
  badProof(
    'OA-A402-05',
    'a402_holder_request_mismatch',
    'another-body',
    'A holder’s proof for another body.',
    () => ({ holder: { claims: { body_digest: OTHER_DIGEST } } }),
  ),
  badProof(
    'OA-A402-06',
    'a402_holder_time_out_of_window',
    'holder-too-old',
    'A holder’s proof of 65 seconds ago.',
    (shop) => ({ holder: { claims: { iat: shop.now() - 65 } } }),
  ),
  badProof(
    'OA-A402-06',
    'a402_holder_time_out_of_window',
    'holder-from-the-future',
    'A holder’s proof of two minutes ahead.',
    (shop) => ({ holder: { claims: { iat: shop.now() + 120 } } }),
  ),
  badProof(
    'OA-A402-07',
    'a402_holder_proof_mismatch',
    'holder-of-another-receipt',
    'A holder’s proof that goes with another receipt.',
    () => ({ holder: { claims: { ath: OTHER_DIGEST } } }),
  ),
  badProof(
    'PSD-PAY-A402-14',
    'a402_header_malformed',
    'malformed-header',
    'A header that is no base64url of JSON.',
    () => ({ header: () => '!!!!' }),
  ),
  badProof(
    'PSD-PAY-A402-07',
    'payment_proof_invalid',
    'taken-back',
    'A payment that its service has taken back.',
    () => ({ refunded: true }),
  ),
  negative(
    {
      requirement: 'PSD-PAY-A402-09',
      slug: 'a402-another-resource',
      title: 'A good proof for another resource.',
    },
    async (shop, notes) => {
      await purchase(shop, notes);
      const owed = await bill(shop, notes);
      const path = resource(shop, 1);
      const elsewhere = { ...owed, uri: `${shop.settings.url}${path}` };
      mustRefuseProof(await show(shop, path, proofOf(shop, elsewhere).text, notes), 'a402_resource_mismatch');
      mustDeliver(await show(shop, owed.path, proofOf(shop, owed).text, notes));
    },
    NEEDS,
  ),
  negative(
    { requirement: 'OA-A402-08', slug: 'a402-replayed', title: 'The very same proof, sent twice.' },
    async (shop, notes) => {
      const owed = await bill(shop, notes);
      const { text } = proofOf(shop, owed);
      mustDeliver(await show(shop, owed.path, text, notes));
      mustRefuseProof(await show(shop, owed.path, text, notes), 'a402_proof_replayed');
      await purchase(shop, notes);
    },
    NEEDS,
  ),
];
