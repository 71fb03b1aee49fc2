import { EKU } from '../../forge/certificate.ts';
import type { JsonObject } from '../../forge/json.ts';
import { anotherThan } from '../../live/amounts.ts';
import { SUITE_IDS, utc } from '../../live/cast.ts';
import { SEEN_LABELS, UNSEEN_LABELS } from '../../live/labels.ts';
import { DAY, MINUTE } from '../account/bank.ts';
import { ACCOUNT_IDS, CATEGORY } from '../account/ids.ts';
import {
  badPayment,
  must,
  mustNotPay,
  mustRefuse,
  negative,
  type PspCase,
  positive,
  prove,
  proveAgain,
  wrongTools,
} from './steps.ts';
import type { Order, Till } from './till.ts';

const OTHER_DIGEST = 'A'.repeat(43);
const SHOP_ONLY = {
  max_single_amount: 40,
  allowed_categories: [CATEGORY],
  allowed_merchants: [ACCOUNT_IDS.shop],
};

const commerce = (terms: JsonObject) => (): Order => ({ ext: { commerce: { ...SHOP_ONLY, ...terms } } });
const openact = (terms: JsonObject) => (): Order => ({ ext: { commerce: SHOP_ONLY, openact: terms } });
const requestSays = (values: JsonObject) => (): Order => ({ request: { values } });
const quoteSays = (values: JsonObject) => (): Order => ({ quote: { values } });
const mandateSays = (claims: JsonObject) => (): Order => ({ mandate: { claims } });
const forgedBy = (till: Till, signer: { readonly header: JsonObject }) => ({
  signer: { header: signer.header, key: till.cast.stranger.key },
});

const requestCases: readonly PspCase[] = [
  badPayment(
    'PSD-PAY-INS-02',
    'request_time_out_of_window',
    'request-too-old',
    'A request of 65 seconds ago.',
    (till) => ({ request: { values: { iat: till.now() - MINUTE - 5 } } }),
  ),
  badPayment(
    'PSD-PAY-INS-02',
    'request_time_out_of_window',
    'request-from-the-future',
    'A request from in two minutes.',
    (till) => ({ request: { values: { iat: till.now() + 2 * MINUTE } } }),
  ),
  badPayment(
    'OA-REQ-01',
    'request_audience_mismatch',
    'for-another-service',
    'A request made out to another payment service.',
    requestSays({ aud: SUITE_IDS.otherPsp }),
  ),
  badPayment(
    'PSD-PAY-DEL-06',
    'agent_signature_invalid',
    'signed-by-another',
    'A request that the agent did not sign.',
    (till) => ({ request: forgedBy(till, till.cast.agent) }),
  ),
  badPayment(
    'PSD-PMT-BND-07',
    'agent_unknown',
    'of-an-unknown-agent',
    'A request of an agent that nobody has bound.',
    (till) => ({
      request: { values: { iss: 'did:act:suite.example/agent-unbound' }, signer: till.cast.stranger },
    }),
  ),
  badPayment('OA-JWS-02', 'jws_alg_not_allowed', 'without-signature', 'A request with alg none.', () => ({
    request: { forge: { header: (header) => ({ ...header, alg: 'none' }) } },
  })),
  badPayment('OA-JWS-03', 'jws_typ_mismatch', 'of-another-type', 'A command as a payment request.', () => ({
    request: { forge: { header: (header) => ({ ...header, typ: 'act-command+jwt' }) } },
  })),
  badPayment(
    'OA-SCH-01',
    'schema_mismatch',
    'unknown-member',
    'A body with a member that nobody knows.',
    () => ({
      body: (body) => ({ ...body, hint: 'x' }),
    }),
  ),
];

const mandateCases: readonly PspCase[] = [
  badPayment(
    'PSD-PAY-DEL-07',
    'jws_signature_invalid',
    'mandate-forged',
    'A mandate that its issuer did not sign.',
    (till) => ({ mandate: forgedBy(till, till.around.issuer.signer) }),
  ),
  badPayment(
    'OA-TRL-04',
    'issuer_not_trusted',
    'mandate-unlisted',
    'A mandate of an issuer that nobody lists.',
    (till) => ({
      mandate: {
        claims: { iss: ACCOUNT_IDS.unlistedIssuer },
        signer: till.around.unlistedIssuer.signer,
      },
    }),
  ),
  badPayment(
    'OA-PKI-10',
    'x509_eku_mismatch',
    'mandate-with-another-certificate',
    'A mandate signed with the key for status lists.',
    (till) => ({ mandate: { signer: till.around.issuerStatus.signer } }),
  ),
  badPayment(
    'OA-PKI-11',
    'x509_name_mismatch',
    'mandate-in-another-name',
    'A mandate signed with a certificate of another issuer under the same authority.',
    (till) => {
      const over = { uri: ACCOUNT_IDS.unlistedIssuer };
      const { signer } = till.cast.institution(ACCOUNT_IDS.issuer, 'issuer (name)', [EKU.mandate], over);
      return { mandate: { signer } };
    },
  ),
  badPayment(
    'OA-MND-03',
    'mandate_audience_mismatch',
    'mandate-for-another-service',
    'A mandate made out to another payment service.',
    mandateSays({ aud: SUITE_IDS.otherPsp }),
  ),
  badPayment(
    'OA-MND-02',
    'mandate_id_mismatch',
    'mandate-of-two-ids',
    'A mandate whose jti is not its delegation_id.',
    mandateSays({ jti: 'dlg-another' }),
  ),
  badPayment(
    'OA-MND-01',
    'mandate_time_claims_disagree',
    'mandate-of-two-ends',
    'A mandate whose exp is not the end of its window.',
    (till) => ({ mandate: { claims: { exp: till.now() + 6 * DAY } } }),
  ),
  badPayment(
    'ADD-IAC-ISS-14',
    'time_order',
    'mandate-ends-before-it-starts',
    'A mandate whose window ends where it starts.',
    (till) => {
      const at = utc(till.now() + DAY);
      return { iac: { validity_start_time: at, validity_end_time: at } };
    },
  ),
  badPayment(
    'OA-MND-07',
    'mandate_lifetime_too_long',
    'mandate-for-years',
    'A mandate for twenty years.',
    (till) => ({
      iac: { validity_end_time: utc(till.now() + 20 * 365 * DAY) },
    }),
  ),
  badPayment(
    'ADD-INT-ICS-07',
    'limit_order',
    'mandate-single-over-total',
    'A mandate with a single limit above its total.',
    commerce({ max_single_amount: 90.01 }),
  ),
  badPayment(
    'ADD-INT-ICS-08',
    'limit_order',
    'mandate-minimum-over-single',
    'A mandate with a smallest amount above its single limit.',
    commerce({ min_single_amount: 40.01 }),
  ),
  badPayment(
    'OA-MND-06',
    'mandate_extension_not_critical',
    'mandate-extension-unnamed',
    'A mandate with constraints of this profile that its header does not name.',
    () => ({
      ...openact({ times_limit: 2 })(),
      mandate: { forge: { header: ({ crit: _crit, openact: _openact, ...header }) => header } },
    }),
  ),
  badPayment(
    'ADD-IAC-LCM-08',
    'mandate_expired',
    'mandate-expired',
    'A mandate whose window is over.',
    (till) => ({
      iac: { validity_start_time: utc(till.now() - 2 * DAY), validity_end_time: utc(till.now() - 1) },
    }),
  ),
  badPayment(
    'ADD-IAC-LCM-10',
    'mandate_not_yet_valid',
    'mandate-not-yet',
    'A mandate whose window has not begun.',
    (till) => ({
      iac: { validity_start_time: utc(till.now() + 10 * MINUTE) },
    }),
  ),
  badPayment(
    'PSD-PAY-DEL-09',
    'agent_mismatch',
    'mandate-of-another-agent',
    'A mandate for another agent.',
    () => ({
      iac: { agent_id: SUITE_IDS.otherAgent },
    }),
  ),
  badPayment(
    'OA-REQ-02',
    'agent_key_mismatch',
    'mandate-of-another-key',
    'A mandate that binds another key of the agent.',
    (till) => ({ mandate: { claims: { cnf: { jkt: till.cast.otherAgent.key.jkt } } } }),
  ),
  badPayment(
    'OA-MND-04',
    'mandate_not_pinned',
    'mandate-without-payee',
    'SPECIFIED, and no payee named.',
    () => ({
      ext: { commerce: { max_single_amount: 40, allowed_categories: [CATEGORY] } },
    }),
  ),
  badPayment(
    'OA-MND-08',
    'mandate_not_bounded',
    'mandate-without-bounds',
    'BOUNDED, and no category named.',
    () => ({
      iac: { delegation_mode: 'BOUNDED' },
      ext: { commerce: { max_single_amount: 40 } },
    }),
  ),
  badPayment(
    'OA-AUT-01',
    'autonomy_terms_missing',
    'mandate-level-without-terms',
    'a2p2:L2 without the threshold that it rests on.',
    openact({ autonomy_level: 'a2p2:L2' }),
  ),
  badPayment(
    'OA-AUT-03',
    'confirmation_required',
    'above-the-threshold',
    'More than the mandate leaves to the agent alone.',
    openact({ autonomy_level: 'a2p2:L2', confirm_above: 1.49 }),
  ),
  badPayment(
    'OA-REQ-03',
    'mandate_digest_mismatch',
    'another-mandate',
    'A request that names another mandate than comes with it.',
    requestSays({ mandate_digest: OTHER_DIGEST }),
  ),
];

const quoteCases: readonly PspCase[] = [
  badPayment(
    'OA-REQ-04',
    'quote_digest_mismatch',
    'another-quote',
    'A request that names another quote than comes with it.',
    requestSays({ quote_digest: OTHER_DIGEST }),
  ),
  badPayment(
    'OA-QUO-07',
    'jws_signature_invalid',
    'quote-forged',
    'A quote that its merchant did not sign.',
    (till) => ({
      quote: forgedBy(till, till.shop.signer),
    }),
  ),
  badPayment(
    'OA-QUO-03',
    'quote_agent_mismatch',
    'quote-for-another-agent',
    'A quote made out to another agent.',
    quoteSays({ aud: SUITE_IDS.otherAgent }),
  ),
  badPayment(
    'OA-QUO-08',
    'quote_time_claims_disagree',
    'quote-of-two-ends',
    'A quote whose pay_before is not its exp.',
    (till) => ({ quote: { values: { pay_before: utc(till.now() + 11 * MINUTE) } } }),
  ),
  badPayment(
    'OA-QUO-02',
    'quote_totals_wrong',
    'quote-that-adds-up-wrong',
    'A quote that asks for more than it adds up to.',
    () => ({
      quote: { values: { amount: '1.50', payer_amount: '1.01' } },
    }),
  ),
  badPayment('OA-QUO-01', 'quote_expired', 'quote-expired', 'A quote that has run out.', (till) => {
    const exp = till.now() - 1;
    return { quote: { values: { iat: exp - 10 * MINUTE, exp, pay_before: utc(exp) } } };
  }),
  badPayment(
    'OA-QUO-04',
    'quote_payee_mismatch',
    'payee-of-another',
    'A quote whose payee account is that of another merchant.',
    (till) => ({
      quote: { values: { payee: { account: till.settings.payees[1], psp_id: till.settings.id } } },
    }),
  ),
  badPayment(
    'OA-QUO-05',
    'quote_psp_not_accepted',
    'method-not-accepted',
    'A quote that accepts this method at another service only.',
    (till) => ({
      quote: { values: { accepted: [{ method_id: 'urn:act:payment:other', psp_id: till.settings.id }] } },
    }),
  ),
  badPayment(
    'OA-QUO-10',
    'discount_funder_unknown',
    'discount-of-a-stranger',
    'A discount that somebody pays whose money it cannot move.',
    quoteSays({ discounts: [{ funder: 'did:act:elsewhere.example/shop', amount: '0.50' }] }),
  ),
  ...UNSEEN_LABELS.map(([slug, label, what]) =>
    badPayment(
      'OA-QUO-12',
      'schema_mismatch',
      `discount-called-${slug}`,
      `A discount that is called ${what}.`,
      // The suite holds what it means to send to the schemas: this is put in afterwards.
      (till) => ({ quote: { claims: { discounts: [{ funder: till.shop.id, amount: '0.50', label }] } } }),
    ),
  ),
  positive(
    'OA-QUO-12',
    'pay-discounts-with-names',
    'Orders whose discounts are called something that people can read, in any writing, are paid.',
    async (till, notes) => {
      for (const label of SEEN_LABELS) {
        const discounts = [{ funder: till.shop.id, amount: '0.50', label }];
        await till.pay(notes, { quote: { values: { discounts } } });
      }
    },
  ),
  badPayment(
    'OA-ESC-01',
    'quote_settlement_mismatch',
    'tip-for-goods',
    'Goods, settled as a tip.',
    quoteSays({ settlement: 'GRATUITY' }),
  ),
  badPayment(
    'PSD-PAY-DEL-22',
    'request_quote_disagree',
    'other-amount',
    'A request for another amount than the quote has.',
    requestSays({ amount: '1.40' }),
  ),
  badPayment(
    'PSD-PAY-DEL-22',
    'request_quote_disagree',
    'other-order',
    'A request for another order than the quote has.',
    requestSays({ out_trade_no: 'ord-another' }),
  ),
];

const limitCases: readonly PspCase[] = [
  badPayment(
    'OA-REQ-05',
    'currency_mismatch',
    'other-currency',
    'A mandate in another currency.',
    (till) => ({
      iac: { currency: anotherThan(till.settings.currency) },
    }),
  ),
  badPayment(
    'PSD-PAY-DEL-11',
    'amount_over_single_limit',
    'over-the-single-limit',
    'One cent above what one payment may be.',
    commerce({ max_single_amount: 1.49 }),
  ),
  badPayment(
    'ADD-INT-ICS-14',
    'amount_over_single_limit',
    'vendor-lifts-no-limit',
    'A single limit that a member for others claims to lift.',
    () => ({
      ext: {
        commerce: { ...SHOP_ONLY, max_single_amount: 1.49 },
        vendor_private: { max_single_amount: 40, commerce: { max_single_amount: 40 } },
      },
    }),
  ),
  badPayment(
    'OA-LIM-20',
    'amount_over_single_limit',
    'discount-widens-no-limit',
    'A gross amount above the limit, of which the payer pays less than the limit.',
    commerce({ max_single_amount: 1.2 }),
  ),
  badPayment(
    'OA-LIM-01',
    'amount_under_single_minimum',
    'under-the-minimum',
    'One cent below what one payment must be.',
    commerce({ min_single_amount: 1.51 }),
  ),
  badPayment(
    'PSD-PAY-DEL-12',
    'amount_over_total_limit',
    'over-the-total',
    'One cent above everything that may be spent.',
    () => ({
      iac: { max_total_amount: 1.49 },
      ext: { commerce: { allowed_categories: [CATEGORY], allowed_merchants: [ACCOUNT_IDS.shop] } },
    }),
  ),
  badPayment(
    'PSD-PAY-DEL-13',
    'method_not_allowed',
    'method-not-allowed',
    'A mandate for another method.',
    () => ({ iac: { allowed_payment_methods: ['urn:act:payment:other'] } }),
  ),
  badPayment(
    'PSD-PAY-DEL-14',
    'merchant_not_allowed',
    'merchant-not-allowed',
    'A seller that the mandate does not name.',
    (till) => ({ quote: { by: till.around.otherShop } }),
  ),
  badPayment(
    'PSD-PAY-DEL-14',
    'merchant_not_allowed',
    'merchant-forbidden',
    'A seller that the mandate forbids.',
    () => ({
      iac: { delegation_mode: 'BOUNDED' },
      ext: {
        commerce: {
          max_single_amount: 40,
          allowed_categories: [CATEGORY],
          forbidden_merchants: [ACCOUNT_IDS.shop],
        },
      },
    }),
  ),
  badPayment(
    'OA-LIM-03',
    'category_not_allowed',
    'category-not-allowed',
    'One line of a category that the mandate does not allow.',
    quoteSays({ categories: [CATEGORY, 'goods/jewellery'] }),
  ),
  badPayment(
    'OA-LIM-03',
    'category_not_allowed',
    'category-forbidden',
    'A category that the mandate forbids.',
    commerce({ forbidden_categories: [CATEGORY], allowed_categories: [CATEGORY, 'goods/jewellery'] }),
  ),
  badPayment(
    'OA-LIM-04',
    'quote_not_pinned',
    'not-the-pinned-quote',
    'Another quote than the one that the mandate pins.',
    openact({ quote_digest: OTHER_DIGEST }),
  ),
  badPayment(
    'OA-LIM-05',
    'price_reference_missing',
    'tolerance-of-nothing',
    'A price tolerance without a reference price.',
    () => ({ ext: { commerce: SHOP_ONLY, agent_behavior: { price_deviation_tolerance: 5 } } }),
  ),
  badPayment(
    'CID-CART-CFM-06',
    'price_out_of_tolerance',
    'out-of-tolerance',
    'A price further from the reference than the mandate tolerates.',
    () => ({
      ext: {
        commerce: SHOP_ONLY,
        agent_behavior: { price_deviation_tolerance: 5 },
        openact: { reference_price: 1 },
      },
    }),
  ),
  badPayment(
    'CID-CART-CFM-05',
    'delivery_too_late',
    'delivery-too-late',
    'A delivery after the day that was wanted.',
    (till) => ({
      ext: { commerce: SHOP_ONLY, fulfillment: { delivery_time_requirement: utc(till.now() + DAY) } },
      quote: { values: { deliver_by: utc(till.now() + 2 * DAY) } },
    }),
  ),
  negative('OA-LIM-02', 'pay-too-often', 'A third payment under a mandate for two.', async (till, notes) => {
    const mandate = till.mandate(till.iac({}, { commerce: SHOP_ONLY, openact: { times_limit: 2 } }));
    const order = { of: { mandate } };
    await till.pay(notes, order);
    await till.pay(notes, order);
    await mustNotPay(till, await till.payment(order, notes), 'times_limit_reached', notes);
    await proveAgain(till, notes);
  }),
  negative(
    'PSD-PAY-DEL-12',
    'pay-over-the-total-with-two-tools',
    'More than a mandate allows altogether, with one tool and then with another of the same agent.',
    async (till, notes) => {
      const commerce = { ...SHOP_ONLY, max_single_amount: 2 };
      const mandate = till.mandate(till.iac({ max_total_amount: 2.5 }, { commerce }));
      await till.pay(notes, { of: { mandate } });
      const { toolRef } = await till.bind(notes);
      const request = { values: { payment_tool_ref: toolRef } };
      const over = await till.payment({ of: { mandate }, request }, notes);
      await mustNotPay(till, over, 'amount_over_total_limit', notes);
      await till.pay(notes, { request });
    },
  ),
];

const toolCases: readonly PspCase[] = [
  ...wrongTools.map((wrong) => badPayment(...wrong)),
  badPayment(
    'PSD-PMT-BND-06',
    'tool_invalid',
    'no-such-tool',
    'A payment tool that does not exist.',
    requestSays({ payment_tool_ref: 'tool-nobody-bound' }),
  ),
  badPayment(
    'OA-TOOL-01',
    'merchant_not_allowed',
    'not-at-this-merchant',
    'A tool for another merchant.',
    async (till, notes) => {
      const { toolRef } = await till.bind(notes, { merchants: [ACCOUNT_IDS.otherShop] });
      return { request: { values: { payment_tool_ref: toolRef } } };
    },
  ),
  badPayment(
    'PSD-PAY-DEL-25',
    'tool_delegator_mismatch',
    'tool-of-another-person',
    'A mandate of another person than the tool.',
    () => ({ iac: { delegator_identity: 'did:act:suite.example/somebody' } }),
  ),
  badPayment(
    'PSD-PMT-BND-06',
    'tool_invalid',
    'revoked-tool',
    'A tool that its delegator has revoked.',
    async (till, notes) => {
      const { toolRef } = await till.bind(notes);
      const command = till.deviceCommand('tool.revoke', toolRef, { aud: till.settings.id });
      await till.post(`/tools/${toolRef}/revoke`, { command }, notes);
      return { request: { values: { payment_tool_ref: toolRef } } };
    },
  ),
  badPayment(
    'OA-AUT-03',
    'confirmation_required',
    'tool-that-asks-each-time',
    'A tool whose every order the user confirms, under a mandate.',
    async (till, notes) => {
      const { toolRef } = await till.bind(notes, { confirm_each: true });
      return { request: { values: { payment_tool_ref: toolRef } } };
    },
  ),
];

/** What is due first comes back: each of these has two defects, and the order of the checks decides. */
const orderCases: readonly PspCase[] = [
  badPayment(
    'PSD-PAY-DEL-16',
    'agent_signature_invalid',
    'order-signature-before-mandate',
    'A request that the agent did not sign, under a mandate that has expired.',
    (till) => ({
      request: forgedBy(till, till.cast.agent),
      iac: { validity_start_time: utc(till.now() - 2 * DAY), validity_end_time: utc(till.now() - 1) },
    }),
  ),
  badPayment(
    'PSD-PAY-DEL-16',
    'mandate_expired',
    'order-mandate-before-limits',
    'An expired mandate, and an amount above its limit.',
    (till) => ({
      iac: { validity_start_time: utc(till.now() - 2 * DAY), validity_end_time: utc(till.now() - 1) },
      ext: { commerce: { ...SHOP_ONLY, max_single_amount: 1 } },
    }),
  ),
  badPayment(
    'PSD-PAY-DEL-16',
    'amount_over_single_limit',
    'order-single-before-total',
    'Above the single limit, and above the total.',
    () => ({ iac: { max_total_amount: 1 }, ext: { commerce: { ...SHOP_ONLY, max_single_amount: 1 } } }),
  ),
  badPayment(
    'PSD-PAY-DEL-16',
    'amount_over_total_limit',
    'order-total-before-merchant',
    'Above the total, and at a seller that is not allowed.',
    (till) => ({
      iac: { max_total_amount: 1 },
      ext: { commerce: { allowed_categories: [CATEGORY], allowed_merchants: [ACCOUNT_IDS.shop] } },
      quote: { by: till.around.otherShop },
    }),
  ),
  badPayment(
    'PSD-PAY-DEL-16',
    'merchant_not_allowed',
    'order-limits-before-tool',
    'A seller that is not allowed, and a tool that does not exist.',
    (till) => ({
      quote: { by: till.around.otherShop },
      request: { values: { payment_tool_ref: 'tool-nobody-bound' } },
    }),
  ),
  negative(
    'PSD-PAY-DEL-05',
    'pay-order-replay-before-time',
    'A request that was made before, and that is too old by now: a replay.',
    async (till, notes) => {
      await prove(till, notes);
      const { payment } = await till.pay(notes);
      await till.control.advance(3 * MINUTE, notes);
      const before = await till.balance(notes);
      mustRefuse(await till.ask(payment, notes), 'request_duplicate');
      must((await till.balance(notes)) === before, 'A replay has moved money.');
      await proveAgain(till, notes);
    },
  ),
];

export const delegatedCases: readonly PspCase[] = [
  ...requestCases,
  ...mandateCases,
  ...quoteCases,
  ...limitCases,
  ...toolCases,
  ...orderCases,
];
