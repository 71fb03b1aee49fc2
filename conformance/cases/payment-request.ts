import { bare, DAY, IDS, NOW } from '../forge/actors.ts';
import { digestOfText, fromBase64url } from '../forge/bytes.ts';
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
import { ENTRY, OTHER_DIGEST, QUOTE_EXPIRES, utc } from '../forge/claims.ts';
import type { Json } from '../forge/json.ts';
import { keyOf } from '../forge/keys.ts';
import { twinOf } from '../forge/p256.ts';
import { buildWorld } from '../forge/world.ts';
import { jwsCases, signatureCases } from './jws.ts';
import { ed25519, jwk, schemaCases, shapeCases, trust } from './shared.ts';

const INVALID = { requirement: 'PSD-PAY-DEL-06', code: 'agent_signature_invalid' };
const request = (path: string, value: Json): Change => set('payment_request', path, value);
const quote = (path: string, value: Json): Change => set('quote', path, value);
const iac = (path: string, value: Json): Change => set('iac', path, value);
const state = (path: string, value: Json): Change => set('state', path, value);
const commerce = (member: string, value: Json): Change => iac(`/ext/commerce/${member}`, value);
const other = bare('otherAgent');
const bounded = iac('/delegation_mode', 'BOUNDED');

function without(path: string, ...obligations: readonly string[]): Case {
  const [requirement = ''] = obligations.map((duty) => duty.split(' ')[1] ?? '');
  return { ...accept(requirement, `no state of ${path.slice(1)}`, remove('state', path)), obligations };
}

/** The same payment from a sub-account, proved by its key. */
const fromSubAccount = (status: string): readonly Change[] => [
  state('/tool/sub_account', { state: status, key: jwk(bare('subAccount').key) }),
  input('/sub_account_proof', ({ tokens }) => tokens.sub_account_proof),
];
const proof = (path: string, value: Json): Change => set('sub_account_proof', path, value);

const subAccounts: readonly Case[] = [
  accept('PSD-AGT-SUB-06', 'a payment from a sub-account', ...fromSubAccount('ACTIVE')),
  accept(
    'PSD-PAY-DEL-15',
    'one that is open, with its proof, beside a mandate within bounds',
    bounded,
    ...fromSubAccount('ACTIVE'),
  ),
  refuse(
    'PSD-AGT-SUB-10',
    'sub_account_unknown',
    'a proof for a tool that is no sub-account',
    input('/sub_account_proof', ({ tokens }) => tokens.sub_account_proof),
  ),
  refuse('PSD-AGT-SUB-05', 'sub_account_closed', 'a closed sub-account', ...fromSubAccount('CLOSED')),
  refuse('PSD-AGT-SUB-07', 'sub_account_frozen', 'a frozen sub-account', ...fromSubAccount('FROZEN')),
  refuse(
    'PSD-AGT-SUB-06',
    'sub_account_key_invalid',
    'a payment from a sub-account without its proof',
    state('/tool/sub_account', { state: 'ACTIVE', key: jwk(bare('subAccount').key) }),
  ),
  refuse(
    'PSD-AGT-SUB-06',
    'sub_account_key_invalid',
    'a proof by another key',
    ...fromSubAccount('ACTIVE'),
    forged('sub_account_proof', { key: other.key }),
    flags('P15'),
  ),
  ...(
    [
      ['/params/digest', OTHER_DIGEST, 'another request'],
      ['/target', 'req-2', 'another request id'],
      ['/iss', 'tool-2', 'another sub-account'],
      ['/aud', IDS.otherPsp, 'another service'],
      ['/action', 'sub_account.prove', 'another purpose'],
    ] as const
  ).map(([path, value, comment]) =>
    refuse(
      'PSD-AGT-SUB-06',
      'sub_account_key_invalid',
      `a proof for ${comment}`,
      ...fromSubAccount('ACTIVE'),
      proof(path, value),
      flags('P2'),
    ),
  ),
];

const BUILD = `${'B'.repeat(42)}A`;
const runtimeKey = bare('runtime').key;

/** The mandate pins build and runtime; the request states both, and the runtime proves it. */
const byRuntime: readonly Change[] = [
  iac('/ext/openact/runtime', { agent_version_digest: BUILD, jkt: runtimeKey.jkt }),
  request('/runtime', {
    delegator_identity: IDS.delegator,
    agent_version_digest: BUILD,
    jwk: jwk(runtimeKey),
  }),
  input('/runtime_proof', ({ tokens }) => tokens.runtime_proof),
];
const RUNTIME = { requirement: 'OA-RUN-04', code: 'runtime_key_invalid' } as const;

const runtimes: readonly Case[] = [
  accept('OA-RUN-04', 'a payment by the runtime that the mandate pins', ...byRuntime),
  refuse(
    'OA-RUN-01',
    'runtime_identity_missing',
    'a request that says nothing of its runtime',
    ...byRuntime,
    remove('payment_request', '/runtime'),
  ),
  refuse(
    'OA-RUN-02',
    'runtime_user_mismatch',
    'a runtime that acts for another user',
    ...byRuntime,
    request('/runtime/delegator_identity', IDS.otherDelegator),
  ),
  refuse(
    'OA-RUN-03',
    'agent_version_mismatch',
    'another build of the agent',
    ...byRuntime,
    request('/runtime/agent_version_digest', OTHER_DIGEST),
  ),
  refuse(
    RUNTIME.requirement,
    RUNTIME.code,
    'another key of a runtime',
    ...byRuntime,
    request('/runtime/jwk', jwk(other.key)),
  ),
  refuse(
    RUNTIME.requirement,
    RUNTIME.code,
    'a runtime without its proof',
    ...byRuntime,
    input('/runtime_proof', undefined),
  ),
  refuse(
    RUNTIME.requirement,
    RUNTIME.code,
    'a proof of the runtime by another key',
    ...byRuntime,
    forged('runtime_proof', { key: other.key }),
    flags('P15'),
  ),
  ...(
    [
      ['/params/digest', OTHER_DIGEST, 'another request'],
      ['/target', 'req-2', 'another request id'],
      ['/iss', other.key.jkt, 'another runtime'],
      ['/aud', IDS.otherPsp, 'another service'],
      ['/action', 'sub_account.pay', 'another purpose'],
    ] as const
  ).map(([path, value, comment]) =>
    refuse(
      RUNTIME.requirement,
      RUNTIME.code,
      `a proof of the runtime for ${comment}`,
      ...byRuntime,
      set('runtime_proof', path, value),
      flags('P2'),
    ),
  ),
];

const level = (name: string): Change => iac('/ext/openact/autonomy_level', name);
const threshold = (amount: number): Change => iac('/ext/openact/confirm_above', amount);
const ASKED = 'confirmation_required';

const levels: readonly Case[] = [
  accept('OA-AUT-03', 'a payment at the threshold', threshold(553.5), flags('Edge')),
  accept('OA-AUT-03', 'a small payment at a2p2:L3', level('a2p2:L3')),
  accept('OA-AUT-03', 'a payment at a2p2:L4', bounded, level('a2p2:L4')),
  refuse('OA-AUT-03', ASKED, 'any payment at a2p2:L0', level('a2p2:L0')),
  refuse('OA-AUT-03', ASKED, 'a fen over the threshold', threshold(553.49), flags('Edge')),
  refuse('OA-AUT-03', ASKED, 'over the threshold at a2p2:L1', level('a2p2:L1'), threshold(100)),
  refuse('OA-AUT-03', ASKED, 'over the threshold at a2p2:L2', level('a2p2:L2'), threshold(100)),
  refuse('OA-AUT-03', ASKED, 'over the threshold at a2p2:L3', level('a2p2:L3'), threshold(100)),
  refuse('OA-AUT-03', ASKED, 'a tool whose every order the user confirms', state('/tool/confirm_each', true)),
];

const TOOL = [
  'PSD-PMT-BND-06',
  'PSD-PMT-BND-05',
  'PSD-PAY-DEL-25',
  'OA-TOOL-01',
  'OA-TOOL-02',
  'PSD-PMT-BND-03',
];

const good: readonly Case[] = [
  accept('PSD-PAY-DEL-06', 'a payment within the mandate'),
  ed25519('PSD-PAY-DEL-06'),
  accept('PSD-PAY-INS-02', 'a request 60 seconds old', request('/iat', NOW - 60), flags('Edge')),
  accept('PSD-PAY-INS-02', 'a request 60 seconds ahead', request('/iat', NOW + 60), flags('Edge')),
  accept('PSD-PAY-DEL-10', 'a BOUNDED mandate at level 3', bounded),
  accept(
    'PSD-PAY-DEL-11',
    'an amount at the single limit',
    commerce('max_single_amount', 553.5),
    flags('Edge'),
  ),
  accept('PSD-PAY-DEL-22', 'the amount of the quote, written with one decimal', request('/amount', '553.5')),
  accept('OA-LIM-01', 'an amount at the single minimum', commerce('min_single_amount', 553.5), flags('Edge')),
  accept(
    'PSD-PAY-DEL-12',
    'what exactly uses up the total',
    state('/usage/spent_minor', '100000'),
    state('/usage/held_minor', '24650'),
    flags('Edge'),
  ),
  accept('OA-LIM-02', 'the last use', state('/usage/count', 2), flags('Edge')),
  accept(
    'CID-CART-CFM-06',
    'a price at the upper bound',
    iac('/ext/openact/reference_price', 527.15),
    flags('Edge'),
  ),
  accept(
    'CID-CART-CFM-06',
    'a price at the lower bound',
    iac('/ext/openact/reference_price', 582.63),
    flags('Edge'),
  ),
  accept(
    'CID-CART-CFM-05',
    'a delivery at the last moment',
    quote('/deliver_by', utc(NOW + 2 * DAY)),
    flags('Edge'),
  ),
  accept(
    'PSD-PMT-BND-03',
    'an amount at the limit of the tool',
    state('/tool/max_amount_minor', '55350'),
    flags('Edge'),
  ),
  accept('PSD-PMT-BND-06', 'the last second of the tool', state('/tool/valid_until', NOW + 1), flags('Edge')),
  accept('OA-TOOL-01', 'a tool that names no merchants', remove('state', '/tool/merchants')),
  accept(
    'PSD-PAY-DEL-17',
    'a balance of just the payer amount',
    state('/balance_minor', '55000'),
    flags('Edge'),
  ),
  accept('OA-REQ-05', 'a mandate that leaves its currency to the default', remove('iac', '/currency')),
  accept(
    'OA-LIM-03',
    'a mandate without limits on categories',
    remove('iac', '/ext/commerce/allowed_categories'),
    remove('iac', '/ext/commerce/forbidden_categories'),
  ),
  accept('PSD-PAY-DEL-13', 'a mandate without a list of methods', remove('iac', '/allowed_payment_methods')),
  accept(
    'ADD-IAC-ISS-04',
    'what a vendor says in private',
    iac('/ext/vendor_private', { max_single_amount: 1 }),
  ),
  accept(
    'OA-JWS-07',
    'the twin of the agent’s signature',
    forged('payment_request', { signature: twinOf }),
    flags('J9'),
  ),
  without('/replay', 'replay PSD-PAY-DEL-05', 'replay OA-RPL-01'),
  without('/status', 'status ADD-IAC-LCM-11'),
  without('/usage', 'budget PSD-PAY-DEL-12', 'times OA-LIM-02'),
  without('/tool', ...TOOL.map((requirement) => `tool ${requirement}`)),
  without('/payee_owner', 'payee OA-QUO-04'),
  without('/risk', 'risk OA-RSK-01'),
  without('/balance_minor', 'balance PSD-PAY-DEL-17'),
];

const asked: readonly Case[] = [
  refuse(
    'PSD-PAY-DEL-05',
    'request_duplicate',
    'a request seen before',
    state('/replay', 'duplicate'),
    flags('P1'),
  ),
  refuse('OA-RPL-01', 'request_id_reused', 'a spent request id', state('/replay', 'reused'), flags('P1')),
  refuse(
    'OA-RPL-01',
    'request_id_reused',
    'the twin of a spent request',
    forged('payment_request', { signature: twinOf }),
    state('/replay', 'reused'),
    flags('J9', 'P1'),
  ),
  refuse(
    'PSD-PAY-INS-02',
    'request_time_out_of_window',
    'a request 61 seconds old',
    request('/iat', NOW - 61),
    flags('Edge', 'P9'),
  ),
  refuse(
    'PSD-PAY-INS-02',
    'request_time_out_of_window',
    'a request 61 seconds ahead',
    request('/iat', NOW + 61),
    flags('Edge', 'P9'),
  ),
  refuse(
    'OA-REQ-01',
    'request_audience_mismatch',
    'a request to another service',
    request('/aud', IDS.otherPsp),
    flags('J12', 'P2'),
  ),
  refuse(
    'OA-REQ-01',
    'request_audience_mismatch',
    'an audience that is a prefix of the service',
    request('/aud', IDS.psp.slice(0, -1)),
    flags('J12'),
  ),
  refuse(
    'OA-REQ-01',
    'request_audience_mismatch',
    'an audience in capital letters',
    request('/aud', IDS.psp.replace('psp', 'PSP')),
    flags('J12'),
  ),
  refuse(
    'PSD-PAY-DEL-06',
    INVALID.code,
    'a signature of another key',
    forged('payment_request', { key: other.key }),
    flags('P15'),
  ),
  refuse(
    'PSD-PAY-DEL-06',
    INVALID.code,
    'a header that names another key',
    forged('payment_request', { posesAs: other, key: keyOf('agent') }),
  ),
  refuse(
    'PSD-PAY-DEL-06',
    INVALID.code,
    'a certificate in place of the registered key',
    { forge: { payment_request: { posesAs: merchantSigner(), key: keyOf('merchant') } } },
    flags('J3'),
  ),
  refuse('PSD-PAY-DEL-06', INVALID.code, 'a registered key that is another', {
    input: [{ path: '/agent_key', value: ({ actors }) => jwk(actors.otherAgent.key) }],
  }),
  ...signatureCases('payment_request', INVALID),
];

function merchantSigner() {
  return buildWorld().actors.merchant;
}

const bound: readonly Case[] = [
  refuse(
    'PSD-PAY-DEL-09',
    'agent_mismatch',
    'another agent than the mandate’s',
    request('/iss', IDS.otherAgent),
    quote('/aud', IDS.otherAgent),
    state('/tool/agent_id', IDS.otherAgent),
    flags('P15'),
  ),
  refuse(
    'OA-REQ-02',
    'agent_key_mismatch',
    'a mandate bound to another key',
    set('mandate', '/cnf/jkt', other.key.jkt),
    flags('P15'),
  ),
  refuse(
    'PSD-PAY-DEL-10',
    'delegation_mode_invalid',
    'level 3 with a SPECIFIED mandate',
    request('/level', 'act:L3'),
  ),
  refuse(
    'PSD-PAY-DEL-10',
    'delegation_mode_invalid',
    'level 2 with a BOUNDED mandate',
    bounded,
    request('/level', 'act:L2'),
  ),
  refuse(
    'PSD-PAY-DEL-10',
    'delegation_mode_invalid',
    'level 1, at which no mandate is used',
    request('/level', 'act:L1'),
    request('/intent_id', 'intent-1'),
  ),
  refuse(
    'OA-REQ-03',
    'mandate_digest_mismatch',
    'a request for another mandate',
    request('/mandate_digest', OTHER_DIGEST),
  ),
  refuse(
    'OA-REQ-03',
    'mandate_digest_mismatch',
    'a request for another delegation',
    request('/delegation_id', 'dlg-2'),
  ),
  refuse(
    'OA-REQ-03',
    'mandate_digest_mismatch',
    'a digest over the payload of the mandate',
    request('/mandate_digest', payloadDigest('mandate')),
    flags('N6'),
  ),
  refuse(
    'OA-REQ-04',
    'quote_digest_mismatch',
    'a request for another quote',
    request('/quote_digest', OTHER_DIGEST),
  ),
  refuse(
    'OA-REQ-04',
    'quote_digest_mismatch',
    'a digest over the payload of the quote',
    request('/quote_digest', payloadDigest('quote')),
    flags('N6'),
  ),
  refuse(
    'OA-REQ-04',
    'quote_digest_mismatch',
    'the twin of the quote that was hashed',
    { input: [{ path: '/quote', value: ({ tokens }) => twinToken(tokens.quote) }] },
    flags('J9'),
  ),
  refuse(
    'PSD-PAY-DEL-22',
    'request_quote_disagree',
    'another order than the quote’s',
    request('/out_trade_no', 'order-0002'),
  ),
  refuse(
    'PSD-PAY-DEL-22',
    'request_quote_disagree',
    'a fen less than the quote',
    request('/amount', '553.49'),
    flags('P4'),
  ),
  refuse(
    'PSD-PAY-DEL-22',
    'request_quote_disagree',
    'a fen more than the quote',
    request('/amount', '553.51'),
    flags('P4'),
  ),
  refuse(
    'PSD-PAY-DEL-22',
    'request_quote_disagree',
    'another payer amount than the quote’s',
    request('/payer_amount', '549.99'),
    flags('P4'),
  ),
  refuse(
    'PSD-PAY-DEL-22',
    'request_quote_disagree',
    'another currency than the quote’s',
    request('/currency', 'HKD'),
    flags('P5', 'Boundary'),
  ),
  refuse(
    'OA-REQ-05',
    'currency_mismatch',
    'another currency than the mandate’s',
    iac('/currency', 'HKD'),
    flags('P5'),
  ),
];

function payloadDigest(part: 'mandate' | 'quote'): string {
  return digestOfText(buildWorld().intermediates[part].payload);
}

function twinToken(compact: string): string {
  const [header = '', payload = '', signature = ''] = compact.split('.');
  return [header, payload, Buffer.from(twinOf(fromBase64url(signature))).toString('base64url')].join('.');
}

const limits: readonly Case[] = [
  refuse(
    'PSD-PAY-DEL-11',
    'amount_over_single_limit',
    'a fen over the single limit',
    commerce('max_single_amount', 553.49),
    flags('Edge'),
  ),
  refuse(
    'OA-LIM-01',
    'amount_under_single_minimum',
    'a fen under the single minimum',
    commerce('min_single_amount', 553.51),
    flags('Edge'),
  ),
  refuse(
    'PSD-PAY-DEL-12',
    'amount_over_total_limit',
    'a fen over the total, spent',
    state('/usage/spent_minor', '124651'),
    flags('Edge'),
  ),
  refuse(
    'PSD-PAY-DEL-12',
    'amount_over_total_limit',
    'a fen over the total, held',
    state('/usage/held_minor', '124651'),
    flags('Edge'),
  ),
  refuse(
    'OA-LIM-02',
    'times_limit_reached',
    'one use more than allowed',
    state('/usage/count', 3),
    flags('Edge'),
  ),
  refuse(
    'PSD-PAY-DEL-13',
    'method_not_allowed',
    'a method that the mandate does not allow',
    iac('/allowed_payment_methods', [IDS.otherMethod]),
  ),
  refuse(
    'OA-QUO-05',
    'quote_psp_not_accepted',
    'a service that the merchant does not accept',
    quote('/accepted/0/psp_id', IDS.otherPsp),
  ),
  accept(
    'OA-QUO-05',
    'an account at a clearing partner, which the merchant accepts',
    quote('/payee/psp_id', IDS.otherPsp),
    quote('/accepted/0/psp_id', IDS.otherPsp),
    state('/partners', [IDS.otherPsp]),
  ),
  refuse(
    'OA-QUO-05',
    'quote_psp_not_accepted',
    'an account at a service that this one does not clear with',
    quote('/payee/psp_id', IDS.otherPsp),
    quote('/accepted/0/psp_id', IDS.otherPsp),
    state('/partners', ['did:act:third.example/psp']),
  ),
  accept(
    'PSD-PAY-DEL-22',
    'a discount that this service funds',
    request('/payer_amount', '520.00'),
    request('/discounts', [{ funder: IDS.psp, amount: '30.00', promotion_id: 'instant-30' }]),
  ),
  refuse(
    'PSD-PAY-DEL-22',
    'request_quote_disagree',
    'a discount that another service would fund',
    request('/payer_amount', '520.00'),
    request('/discounts', [{ funder: IDS.otherPsp, amount: '30.00', promotion_id: 'instant-30' }]),
  ),
  refuse(
    'OA-QUO-05',
    'quote_psp_not_accepted',
    'a method that the merchant does not accept',
    quote('/accepted/0/method_id', IDS.otherMethod),
  ),
  refuse(
    'PSD-PAY-DEL-14',
    'merchant_not_allowed',
    'a merchant that is not on the list',
    commerce('allowed_merchants', [IDS.otherMerchant]),
    commerce('forbidden_merchants', ['did:act:shop.example/x']),
  ),
  refuse(
    'PSD-PAY-DEL-14',
    'merchant_not_allowed',
    'a merchant of which a prefix is on the list',
    commerce('allowed_merchants', [`${IDS.merchant}2`]),
  ),
  refuse(
    'PSD-PAY-DEL-14',
    'merchant_not_allowed',
    'a merchant whose name begins with one on the list',
    commerce('allowed_merchants', [IDS.merchant.slice(0, -1)]),
  ),
  refuse(
    'PSD-PAY-DEL-14',
    'merchant_not_allowed',
    'a merchant that is on the list in capital letters',
    commerce('allowed_merchants', [IDS.merchant.replace('tickets', 'TICKETS')]),
  ),
  refuse(
    'PSD-PAY-DEL-14',
    'merchant_not_allowed',
    'a merchant that is forbidden too',
    commerce('forbidden_merchants', [IDS.merchant]),
  ),
  refuse(
    'OA-LIM-03',
    'category_not_allowed',
    'a second line of a category that is not allowed',
    quote('/categories/-', 'food/drink'),
  ),
  refuse(
    'OA-LIM-03',
    'category_not_allowed',
    'a category that is forbidden too',
    commerce('forbidden_categories', ['transport/train']),
  ),
  refuse(
    'OA-LIM-03',
    'category_not_allowed',
    'a category below an allowed one',
    quote('/categories', ['transport/train/first']),
  ),
  refuse(
    'OA-LIM-04',
    'quote_not_pinned',
    'another quote than the pinned one',
    iac('/ext/openact/quote_digest', OTHER_DIGEST),
  ),
  refuse(
    'OA-LIM-05',
    'price_reference_missing',
    'a tolerance without a reference price',
    remove('iac', '/ext/openact/reference_price'),
  ),
  refuse(
    'CID-CART-CFM-06',
    'price_out_of_tolerance',
    'a price over the tolerance',
    iac('/ext/openact/reference_price', 527.14),
    flags('Edge', 'P4'),
  ),
  refuse(
    'CID-CART-CFM-06',
    'price_out_of_tolerance',
    'a price under the tolerance',
    iac('/ext/openact/reference_price', 582.64),
    flags('Edge', 'P4'),
  ),
  refuse(
    'CID-CART-CFM-05',
    'delivery_too_late',
    'a delivery a second too late',
    quote('/deliver_by', utc(NOW + 2 * DAY + 1)),
    flags('Edge'),
  ),
  refuse(
    'CID-CART-CFM-05',
    'delivery_too_late',
    'a quote that promises no delivery',
    remove('quote', '/deliver_by'),
  ),
];

const account: readonly Case[] = [
  refuse('PSD-PMT-BND-06', 'tool_invalid', 'a tool that does not exist', state('/tool', { state: 'NONE' })),
  refuse('PSD-PMT-BND-06', 'tool_invalid', 'a revoked tool', state('/tool/state', 'REVOKED')),
  refuse(
    'PSD-PMT-BND-06',
    'tool_invalid',
    'a tool at its end',
    state('/tool/valid_until', NOW),
    flags('Edge'),
  ),
  refuse(
    'PSD-PMT-BND-05',
    'tool_agent_mismatch',
    'a tool of another agent',
    state('/tool/agent_id', IDS.otherAgent),
  ),
  refuse(
    'PSD-PAY-DEL-25',
    'tool_delegator_mismatch',
    'a tool of another principal',
    state('/tool/delegator', IDS.otherDelegator),
  ),
  refuse(
    'OA-TOOL-01',
    'merchant_not_allowed',
    'a tool for other merchants',
    state('/tool/merchants', [IDS.otherMerchant]),
  ),
  refuse(
    'OA-TOOL-02',
    'currency_mismatch',
    'a tool in another currency',
    state('/tool/currency', 'HKD'),
    flags('P5'),
  ),
  refuse(
    'PSD-PMT-BND-03',
    'tool_limit_exceeded',
    'a fen over the limit of the tool',
    state('/tool/max_amount_minor', '55349'),
    flags('Edge'),
  ),
  refuse(
    'OA-QUO-04',
    'quote_payee_mismatch',
    'an account of somebody else',
    state('/payee_owner', IDS.otherMerchant),
  ),
  refuse(
    'OA-QUO-04',
    'quote_payee_mismatch',
    'an account that does not exist',
    state('/payee_owner', 'none'),
  ),
  refuse(
    'OA-QUO-04',
    'quote_payee_mismatch',
    'an account at another service',
    quote('/payee/psp_id', IDS.otherPsp),
  ),
  refuse('OA-RSK-01', 'risk_refused', 'what risk control refuses', state('/risk', 'refuse')),
  refuse(
    'PSD-PAY-DEL-17',
    'balance_insufficient',
    'a fen more than the balance',
    state('/balance_minor', '54999'),
    flags('Edge'),
  ),
];

const carried: readonly Case[] = [
  refuse(
    'PSD-PAY-DEL-07',
    'jws_signature_invalid',
    'a mandate that its issuer did not sign',
    forged('mandate', { key: keyOf('issuerStatus') }),
  ),
  refuse(
    'OA-MND-03',
    'mandate_audience_mismatch',
    'a mandate for another service',
    set('mandate', '/aud', IDS.otherPsp),
    flags('P2'),
  ),
  refuse(
    'ADD-IAC-LCM-08',
    'mandate_expired',
    'a mandate at its end',
    { edits: [{ part: 'iac', path: '/validity_end_time', value: utc(NOW) }] },
    flags('Edge'),
  ),
  refuse('ADD-IAC-LCM-11', 'mandate_suspended', 'a suspended mandate', state('/status', 'Suspended')),
  refuse('ADD-IAC-LCM-11', 'mandate_revoked', 'a revoked mandate', state('/status', 'Revoked')),
  refuse(
    'OA-MND-04',
    'mandate_not_pinned',
    'a SPECIFIED mandate that pins nothing',
    remove('iac', '/ext/commerce/allowed_merchants'),
  ),
  refuse(
    'OA-QUO-07',
    'jws_signature_invalid',
    'a quote that its merchant did not sign',
    forged('quote', { key: keyOf('otherMerchant') }),
  ),
  refuse(
    'OA-QUO-03',
    'quote_agent_mismatch',
    'a quote for another agent',
    quote('/aud', IDS.otherAgent),
    flags('P2'),
  ),
  refuse(
    'OA-QUO-01',
    'quote_expired',
    'a quote at its pay_before',
    at(QUOTE_EXPIRES),
    request('/iat', QUOTE_EXPIRES),
    flags('Edge', 'P10'),
  ),
  refuse('OA-QUO-02', 'quote_totals_wrong', 'a quote that does not add up', quote('/payer_amount', '540.00')),
  refuse(
    'OA-TRL-04',
    'issuer_not_trusted',
    'a merchant that is not listed',
    set('trust_list', `/entries/${ENTRY.merchant}/role`, 'LOG'),
  ),
  refuse(
    'OA-TRL-05',
    'issuer_suspended',
    'an issuer that was suspended',
    set('trust_list', `/entries/${ENTRY.issuer}/status`, 'SUSPENDED'),
  ),
];

const shapes = shapeCases(
  'payment_request',
  ['/credit_answer', 'PASS', 'TSD-CRD-VER-03: credit shown beside a payment'],
  ['/aud', [IDS.psp], 'an audience that is a list'],
  ['/amount', '5.535e2', 'an amount with an exponent'],
  ['/amount', '-553.50', 'a negative amount'],
  ['/amount', '553.501', 'an amount with a third decimal'],
  ['/amount', 553.5, 'an amount as a number'],
  ['/iat', NOW - 0.5, 'a fractional iat'],
  ['/jti', 'req-1\n', 'an identifier with a line break'],
  ['/level', 'act:L4', 'a level that does not exist'],
).map((one) => (one.comment.includes('amount') ? { ...one, flags: ['Schema', 'N3'] } : one));

const REQUIRED = [
  '/iss',
  '/aud',
  '/jti',
  '/iat',
  '/level',
  '/quote_digest',
  '/out_trade_no',
  '/amount',
  '/payer_amount',
  '/currency',
  '/method_id',
  '/payment_tool_ref',
  '/delegation_id',
  '/mandate_digest',
];

export const paymentRequestSuite: VectorSuite = {
  name: 'payment-request',
  schema: 'payment-request.json',
  groups: [
    {
      operation: 'verify_payment_request',
      description: 'A delegated payment at its payment service, with what the service knows (`state`).',
      part: 'payment_request',
      obligations: [],
      input: ({ tokens, actors }) => ({
        payment_request: tokens.payment_request,
        mandate: tokens.mandate,
        quote: tokens.quote,
        agent_key: jwk(actors.agent.key),
      }),
      context: (world) => ({ ...trust(world), audience: IDS.psp, state: world.objects.state }),
      cases: [
        ...good,
        ...asked,
        ...bound,
        ...limits,
        ...runtimes,
        ...levels,
        ...subAccounts,
        ...account,
        ...carried,
        ...jwsCases('payment_request'),
        ...schemaCases('payment_request', REQUIRED),
        ...shapes,
      ],
    },
  ],
};
