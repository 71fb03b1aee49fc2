import { DAY, IDS, NOW } from '../forge/actors.ts';
import type { Part, SignedPart } from '../forge/builder.ts';
import { base64url, concat, utf8 } from '../forge/bytes.ts';
import {
  accept,
  at,
  type Case,
  type Change,
  flags,
  forged,
  input,
  refuse,
  remove,
  set,
  type VectorSuite,
} from '../forge/cases.ts';
import {
  ENTRY,
  LIST_NEXT_UPDATE,
  MANDATE_AT,
  OTHER_DIGEST,
  STATUS_AT,
  STATUS_INDEX,
  salt,
  statusBytes,
  utc,
  WINDOW_END,
  zlibStored,
} from '../forge/claims.ts';
import type { Json, JsonObject } from '../forge/json.ts';
import { keyOf } from '../forge/keys.ts';
import type { World } from '../forge/world.ts';
import { ed25519, jwk } from './shared.ts';

/** What bytes cannot show is left to whoever judges, always. */
const DUTIES = [
  'trust_list_rollback OA-TRL-03',
  'replay PSD-PAY-DEL-05',
  'replay OA-RPL-01',
  'budget PSD-PAY-DEL-12',
  'times OA-LIM-02',
  'status OA-PUR-04',
  'payment_time OA-PUR-03',
];

const no = refuse;
const edit = (part: Part, path: string, value: Json): Change => set(part, path, value);
const unsigned = (part: SignedPart): Change => forged(part, { key: keyOf('stranger') });
const entry = (index: number, member: string, value: Json): Change =>
  edit('trust_list', `/entries/${index}/${member}`, value);

const who: readonly Case[] = [
  no('OA-TRL-01', 'trust_list_signature_invalid', 'a trust list of somebody else', unsigned('trust_list')),
  no(
    'OA-TRL-07',
    'trust_list_inconsistent',
    'a trust list that contradicts itself',
    edit('trust_list', '/issued_at', utc(NOW)),
  ),
  no(
    'OA-TRL-08',
    'trust_list_inconsistent',
    'a trust list with an entity twice',
    edit('trust_list', '/entries/3/entity', IDS.merchant),
  ),
  no('OA-TRL-09', 'trust_list_not_yet_valid', 'a trust list from the future', {
    edits: [
      { part: 'trust_list', path: '/iat', value: NOW + 61 },
      { part: 'trust_list', path: '/issued_at', value: utc(NOW + 61) },
    ],
  }),
  no('OA-TRL-02', 'trust_list_stale', 'a trust list that has run out', at(LIST_NEXT_UPDATE), flags('Edge')),
  no(
    'OA-TRL-04',
    'issuer_not_trusted',
    'a payment service that is not listed',
    entry(ENTRY.psp, 'role', 'LOG'),
  ),
  no(
    'OA-TRL-05',
    'issuer_suspended',
    'a merchant that was suspended',
    entry(ENTRY.merchant, 'status', 'SUSPENDED'),
  ),
  no(
    'OA-PUR-01',
    'purchase_time_invalid',
    'a payment in the future',
    edit('receipt', '/paid_at', utc(NOW + 1)),
    flags('Edge'),
  ),
  no(
    'OA-KEY-07',
    'jws_signature_invalid',
    'an attestation that its provider did not sign',
    unsigned('attestation'),
  ),
  no(
    'OA-KEY-05',
    'agent_attestation_expired',
    'an attestation that had run out at the payment',
    edit('attestation', '/exp', NOW),
    flags('Edge'),
  ),
  no(
    'OA-KEY-04',
    'agent_attestation_invalid',
    'an attestation of another agent of the provider',
    edit('attestation', '/sub', IDS.otherAgent),
  ),
  no(
    'OA-KEY-06',
    'jws_signature_invalid',
    'an enrolment that its issuer did not sign',
    unsigned('enrolment'),
  ),
  no(
    'OA-KEY-08',
    'enrolment_expired',
    'an enrolment that had run out when the mandate was signed',
    edit('enrolment', '/exp', MANDATE_AT),
    flags('Edge'),
  ),
  no(
    'OA-KEY-10',
    'enrolment_mismatch',
    'an enrolment for another delegator',
    edit('enrolment', '/sub', IDS.otherDelegator),
  ),
];

const user: readonly Case[] = [
  no(
    'OA-CNF-06',
    'confirmation_device_mismatch',
    'a confirmation of another device',
    unsigned('confirmation'),
  ),
  no(
    'OA-CNF-10',
    'confirmation_device_mismatch',
    'a confirmation in the name of another device',
    edit('confirmation', '/iss', 'dev_2'),
  ),
  no(
    'OA-CNF-11',
    'confirmation_audience_mismatch',
    'a confirmation for another issuer',
    edit('confirmation', '/aud', 'did:act:otherbank.example/iac'),
  ),
  no(
    'OA-CNF-03',
    'confirmation_expired',
    'a confirmation that had run out when the mandate was signed',
    edit('confirmation', '/exp', MANDATE_AT),
    flags('Edge'),
  ),
  no(
    'OA-CNF-01',
    'confirmation_challenge_mismatch',
    'a confirmation of something else',
    edit('confirmation', '/challenge', OTHER_DIGEST),
  ),
  no('OA-CNF-02', 'confirmation_denied', 'a no', edit('confirmation', '/decision', 'DENY')),
  no(
    'OA-CNF-05',
    'confirmation_digest_mismatch',
    'a mandate that rests on another confirmation',
    edit('mandate', '/confirmation_digest', OTHER_DIGEST),
  ),
  no(
    'OA-CNF-09',
    'shown_mandate_mismatch',
    'a larger total than was shown',
    edit('mandate', '/iac/max_total_amount', 1900),
    remove('bundle', '/intent'),
  ),
  no(
    'OA-CNF-09',
    'shown_mandate_mismatch',
    'one merchant more than was shown',
    edit('mandate', '/iac/ext/commerce/forbidden_merchants', ['did:act:shop.example/x']),
    remove('bundle', '/intent'),
  ),
  no(
    'OA-CNF-09',
    'shown_mandate_mismatch',
    'a tool binding that was shown',
    edit('shown', '/kind', 'tool_binding'),
  ),
  no(
    'OA-CNF-09',
    'shown_mandate_mismatch',
    'another payment service than was shown',
    edit('shown', '/psp_id', IDS.otherPsp),
  ),
  no(
    'OA-CNF-09',
    'shown_mandate_mismatch',
    'another issuer than was shown',
    edit('shown', '/issuer', 'did:act:otherbank.example/iac'),
  ),
  no(
    'OA-CNF-09',
    'shown_mandate_mismatch',
    'another agent than was shown',
    edit('shown', '/agent/agent_id', IDS.otherAgent),
  ),
  no(
    'OA-CNF-09',
    'shown_mandate_mismatch',
    'another key of the agent than was shown',
    edit('shown', '/agent/jkt', OTHER_DIGEST),
  ),
  no(
    'OA-CNF-12',
    'confirmation_evidence_mismatch',
    'a mandate that records another method',
    edit('mandate', '/iac/user_confirmation_method', 'FACE'),
  ),
  no(
    'OA-CNF-12',
    'confirmation_evidence_mismatch',
    'a mandate that records another time',
    edit('mandate', '/iac/user_confirmation_timestamp', utc(MANDATE_AT)),
  ),
];

const allowed: readonly Case[] = [
  no(
    'OA-STL-04',
    'jws_signature_invalid',
    'a status list that its issuer did not sign',
    unsigned('status_list'),
  ),
  no(
    'OA-STL-01',
    'mandate_status_mismatch',
    'a status list from another address',
    edit('status_list', '/sub', 'https://bank.example/status-lists/2'),
  ),
  no(
    'OA-STL-02',
    'status_list_stale',
    'a status list that had run out at the payment',
    edit('status_list', '/exp', NOW),
    flags('Edge'),
  ),
  no(
    'ADD-IAC-LCM-11',
    'mandate_revoked',
    'a mandate that the list says is revoked',
    edit('status_list', '/status_list/lst', base64url(zlibStored(statusBytes({ [STATUS_INDEX]: 1 })))),
  ),
  no(
    'ADD-IAC-LCM-11',
    'mandate_suspended',
    'a mandate that the list says is suspended',
    edit('status_list', '/status_list/lst', base64url(zlibStored(statusBytes({ [STATUS_INDEX]: 2 })))),
  ),
  no(
    'PSD-PAY-DEL-07',
    'jws_signature_invalid',
    'a mandate that its issuer did not sign',
    unsigned('mandate'),
  ),
  no(
    'OA-MND-03',
    'mandate_audience_mismatch',
    'a mandate for another service',
    edit('shown', '/psp_id', IDS.otherPsp),
    edit('mandate', '/aud', IDS.otherPsp),
    flags('P2'),
  ),
  no('OA-MND-02', 'mandate_id_mismatch', 'a mandate with another jti', edit('mandate', '/jti', 'dlg-2')),
  no(
    'OA-MND-01',
    'mandate_time_claims_disagree',
    'a mandate with another exp',
    edit('mandate', '/exp', WINDOW_END + 1),
  ),
  no(
    'ADD-IAC-LCM-08',
    'mandate_expired',
    'a mandate that had ended at the payment',
    edit('intent', '/validity_end_time', utc(NOW)),
    flags('Edge'),
  ),
  no(
    'ADD-IAC-LCM-10',
    'mandate_not_yet_valid',
    'a mandate that had not begun at the payment',
    edit('intent', '/validity_start_time', utc(NOW + 1)),
    flags('Edge'),
  ),
  no(
    'OA-INT-01',
    'intent_digest_mismatch',
    'another intent',
    edit('bundle', '/intent/intent_id', 'intent-2'),
  ),
  no(
    'ADD-IAC-ISS-04',
    'intent_widened',
    'a mandate for more than the intent',
    edit('iac', '/max_total_amount', 1800.01),
    flags('Edge'),
  ),
  no('OA-QUO-07', 'jws_signature_invalid', 'a quote that its merchant did not sign', unsigned('quote')),
  no(
    'OA-QUO-03',
    'quote_agent_mismatch',
    'a quote for another agent',
    edit('quote', '/aud', IDS.otherAgent),
    flags('P2'),
  ),
  no(
    'OA-QUO-01',
    'quote_expired',
    'a quote that had run out at the payment',
    {
      edits: [
        { part: 'quote', path: '/exp', value: NOW },
        { part: 'quote', path: '/pay_before', value: utc(NOW) },
      ],
    },
    flags('Edge', 'P10'),
  ),
  no('OA-QUO-08', 'quote_time_claims_disagree', 'a quote with another exp', edit('quote', '/exp', NOW + 601)),
  no(
    'OA-QUO-02',
    'quote_totals_wrong',
    'a quote that does not add up',
    edit('quote', '/payer_amount', '550.01'),
  ),
  no(
    'OA-QUO-06',
    'cart_digest_mismatch',
    'another cart',
    edit('bundle', '/cart/salt', salt('other cart')),
    flags('P3'),
  ),
  no(
    'OA-QUO-09',
    'cart_quote_disagree',
    'a cart that does not make up the quote',
    edit('cart', '/lines/0/quantity', 2),
    flags('P3'),
  ),
];

const paid: readonly Case[] = [
  no(
    'PSD-PAY-INS-02',
    'request_time_out_of_window',
    'a request 61 seconds before its payment',
    edit('payment_request', '/iat', NOW - 61),
    flags('Edge'),
  ),
  no(
    'PSD-PAY-DEL-06',
    'agent_signature_invalid',
    'a request that the agent did not sign',
    unsigned('payment_request'),
    flags('P15'),
  ),
  no(
    'PSD-PAY-DEL-09',
    'agent_mismatch',
    'a request of another agent',
    edit('payment_request', '/iss', IDS.otherAgent),
    edit('quote', '/aud', IDS.otherAgent),
    flags('P15'),
  ),
  no(
    'OA-REQ-03',
    'mandate_digest_mismatch',
    'a request for another mandate',
    edit('payment_request', '/mandate_digest', OTHER_DIGEST),
  ),
  no(
    'OA-REQ-04',
    'quote_digest_mismatch',
    'a request for another quote',
    edit('payment_request', '/quote_digest', OTHER_DIGEST),
  ),
  no(
    'PSD-PAY-DEL-22',
    'request_quote_disagree',
    'a request for a fen more',
    edit('payment_request', '/amount', '553.51'),
    flags('P4'),
  ),
  no(
    'OA-REQ-05',
    'currency_mismatch',
    'a mandate in another currency',
    edit('intent', '/currency', 'HKD'),
    flags('P5'),
  ),
  no(
    'PSD-PAY-DEL-11',
    'amount_over_single_limit',
    'a fen over the single limit',
    edit('intent', '/ext/commerce/max_single_amount', 553.49),
    flags('Edge'),
  ),
  no(
    'OA-LIM-01',
    'amount_under_single_minimum',
    'a fen under the single minimum',
    edit('intent', '/ext/commerce/min_single_amount', 553.51),
    flags('Edge'),
  ),
  no(
    'PSD-PAY-DEL-12',
    'amount_over_total_limit',
    'a fen over the total',
    remove('intent', '/ext/commerce/max_single_amount'),
    edit('intent', '/max_total_amount', 553.49),
    flags('Edge'),
  ),
  no(
    'PSD-PAY-DEL-14',
    'merchant_not_allowed',
    'a merchant that is not on the list',
    edit('intent', '/ext/commerce/allowed_merchants', ['did:act:shop.example/x']),
  ),
  no(
    'OA-LIM-03',
    'category_not_allowed',
    'a category that is not allowed',
    edit('intent', '/ext/commerce/allowed_categories', ['food/drink']),
  ),
  no(
    'CID-CART-CFM-06',
    'price_out_of_tolerance',
    'a price over the tolerance',
    edit('intent', '/ext/openact/reference_price', 527.14),
    flags('Edge', 'P4'),
  ),
  no(
    'CID-CART-CFM-05',
    'delivery_too_late',
    'a delivery too late',
    edit('intent', '/ext/fulfillment/delivery_time_requirement', utc(NOW + DAY - 1)),
    flags('Edge'),
  ),
  no(
    'OA-RCP-09',
    'jws_signature_invalid',
    'a receipt that its service did not sign',
    unsigned('receipt'),
    flags('P11'),
  ),
  no(
    'OA-RCP-02',
    'receipt_audience_mismatch',
    'the seller’s receipt',
    edit('receipt', '/aud', IDS.merchant),
    flags('P2'),
  ),
  no(
    'OA-RCP-03',
    'receipt_state_not_paid',
    'a trade that is closed',
    edit('receipt', '/state', 'TRADE_CLOSED'),
    flags('P11'),
  ),
  no(
    'OA-RCP-04',
    'receipt_expired',
    'a receipt that had run out when it was paid',
    edit('receipt', '/exp', NOW),
    flags('Edge'),
  ),
  no(
    'OA-RCP-01',
    'receipt_order_mismatch',
    'a receipt for another order',
    edit('receipt', '/out_trade_no', 'order-0002'),
    flags('P11'),
  ),
  no(
    'OA-RCP-05',
    'receipt_holder_mismatch',
    'a receipt given to another key',
    edit('receipt', '/agent_jkt', OTHER_DIGEST),
    flags('P11'),
  ),
  no(
    'OA-RCP-06',
    'receipt_request_mismatch',
    'a receipt for another request',
    edit('receipt', '/request_digest', OTHER_DIGEST),
    flags('P11'),
  ),
  no(
    'OA-RCP-07',
    'receipt_authorization_mismatch',
    'another salt than the receipt was made with',
    edit('bundle', '/authorization_salt', salt('other')),
  ),
  no(
    'OA-RCP-07',
    'receipt_authorization_mismatch',
    'a receipt for another mandate',
    edit('receipt', '/authorization_digest', OTHER_DIGEST),
    flags('P11'),
  ),
  no(
    'OA-PUR-02',
    'purchase_time_invalid',
    'a mandate signed 61 seconds after the payment',
    edit('mandate', '/iat', NOW + 61),
    edit('confirmation', '/exp', NOW + 120),
    at(NOW + 61),
    flags('Edge'),
  ),
  no(
    'OA-PUR-02',
    'purchase_time_invalid',
    'a quote signed 61 seconds after the payment',
    edit('quote', '/iat', NOW + 61),
    at(NOW + 61),
    flags('Edge'),
  ),
];

const bundleText = (change: (text: string) => string): Change => ({
  input: [
    { path: '/text', value: ({ objects }: World) => change(JSON.stringify(objects.bundle)) },
    { path: '/bundle', value: undefined },
  ],
});
const bundleHex = (bytes: (text: string) => Uint8Array): Change => ({
  input: [
    {
      path: '/hex',
      value: ({ objects }: World) => Buffer.from(bytes(JSON.stringify(objects.bundle))).toString('hex'),
    },
    { path: '/bundle', value: undefined },
  ],
});

const MEMBERS = [
  'version',
  'trust_list',
  'agent_attestation',
  'enrolment',
  'shown',
  'confirmation',
  'mandate',
  'status_list',
  'quote',
  'payment_request',
  'receipt',
  'authorization_salt',
];

const texts: readonly Case[] = [
  no(
    'OA-JSON-01',
    'json_duplicate_member',
    'a bundle with a member twice',
    bundleText((text) => `{"version":"1",${text.slice(1)}`),
    flags('N1'),
  ),
  no(
    'OA-JSON-07',
    'json_forbidden_member',
    'a bundle with a member named __proto__',
    bundleText((text) => `{"__proto__":{},${text.slice(1)}`),
    flags('N2'),
  ),
  no(
    'OA-JSON-06',
    'json_syntax',
    'a bundle and another one',
    bundleText((text) => `${text}{}`),
  ),
  no(
    'OA-JSON-02',
    'json_encoding',
    'a bundle with a lone surrogate',
    bundleText((text) => text.replace('"Train', '"\\ud800Train')),
    flags('N5'),
  ),
  no(
    'OA-JSON-02',
    'json_encoding',
    'a bundle with bytes that are not UTF-8',
    bundleHex((text) => concat(utf8(text.slice(0, -1)), Uint8Array.of(0xff, 0x7d))),
    flags('J6'),
  ),
  no('OA-JSON-05', 'json_too_large', 'a bundle over 256 KiB', input('/padding', 262_144), flags('J13')),
  ...MEMBERS.map((member) =>
    no(
      'OA-SCH-01',
      'schema_mismatch',
      `no ${member.replaceAll('_', ' ')}`,
      remove('bundle', `/${member}`),
      flags('Schema'),
    ),
  ),
  no(
    'OA-SCH-01',
    'schema_mismatch',
    'a member that the schema does not have',
    edit('bundle', '/note', 'x'),
    flags('Schema'),
  ),
];

export const bundleSuite: VectorSuite = {
  name: 'bundle',
  schema: 'bundle.json',
  groups: [
    {
      operation: 'verify_purchase',
      description:
        'One purchase from end to end, judged from bytes alone. The bytes are those of `text`, of `hex`, or of any JSON form of `bundle`, with `padding` spaces after it.',
      obligations: DUTIES,
      input: ({ objects }) => ({ bundle: objects.bundle }),
      context: ({ actors }) => ({ trust_list_key: jwk(actors.trust.key) as JsonObject }),
      cases: [
        accept('OA-PUR-03', 'a whole purchase'),
        accept(
          'OA-BND-01',
          'a minute later, with nothing known besides but the key of the trust list',
          at(NOW + 60),
        ),
        ed25519('OA-PUR-04'),
        accept('OA-PUR-01', 'a payment of a second ago', edit('receipt', '/paid_at', utc(NOW - 1))),
        accept('OA-INT-01', 'a purchase without its intent', remove('bundle', '/intent')),
        accept('OA-QUO-06', 'a purchase without its cart', remove('bundle', '/cart')),
        accept('OA-QUO-01', 'a quote that has run out since', at(NOW + 3_600)),
        accept('OA-STL-02', 'a status list that has run out since', at(STATUS_AT + 600)),
        ...who,
        ...user,
        ...allowed,
        ...paid,
        ...texts,
      ],
    },
  ],
};
