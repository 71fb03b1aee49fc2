import { DAY, IDS, NOW } from '../forge/actors.ts';
import {
  accept,
  type Case,
  type Change,
  context,
  flags,
  forged,
  input,
  refuse,
  remove,
  set,
  together,
  type VectorSuite,
} from '../forge/cases.ts';
import { ENTRY, OTHER_DIGEST, utc, WINDOW_END, WINDOW_START } from '../forge/claims.ts';
import { keyOf } from '../forge/keys.ts';
import { twinOf } from '../forge/p256.ts';
import { jwsCases, signatureCases } from './jws.ts';
import { pathCases } from './paths.ts';
import { ed25519, schemaCases, shapeCases, trust } from './shared.ts';

const YEAR = 366 * DAY;

const window = (start: number, end: number): Change => ({
  edits: [
    { part: 'iac', path: '/validity_start_time', value: utc(start) },
    { part: 'iac', path: '/validity_end_time', value: utc(end) },
  ],
});

const iac = (path: string, value: Parameters<typeof set>[2]): Change => set('iac', path, value);
const commerce = (member: string, value: Parameters<typeof set>[2]): Change =>
  iac(`/ext/commerce/${member}`, value);
const notCritical = forged('mandate', {
  header: ({ crit: _crit, openact: _openact, ...header }) => header,
});
const critical = forged('mandate', { header: (header) => ({ ...header, crit: ['openact'], openact: 1 }) });
const entry = (member: string, value: Parameters<typeof set>[2]): Change =>
  set('trust_list', `/entries/${ENTRY.issuer}/${member}`, value);
const history = (...lines: readonly (readonly [string, number])[]): Change =>
  entry(
    'history',
    lines.map(([status, from]) => ({ status, from: utc(from) })),
  );

const openact = (member: string, value: Parameters<typeof set>[2]): Change =>
  iac(`/ext/openact/${member}`, value);
const TERMS = 'autonomy_terms_missing';

const autonomy: readonly Case[] = [
  accept('OA-AUT-01', 'a2p2:L0', openact('autonomy_level', 'a2p2:L0')),
  accept(
    'OA-AUT-01',
    'a2p2:L1 with payees and a threshold',
    openact('autonomy_level', 'a2p2:L1'),
    openact('confirm_above', 50),
  ),
  accept('OA-AUT-01', 'a2p2:L3 with a cap and a number', openact('autonomy_level', 'a2p2:L3')),
  refuse('OA-AUT-01', TERMS, 'a2p2:L1 without a threshold', openact('autonomy_level', 'a2p2:L1')),
  refuse('OA-AUT-01', TERMS, 'a2p2:L2 without a threshold', openact('autonomy_level', 'a2p2:L2')),
  refuse(
    'OA-AUT-01',
    TERMS,
    'a2p2:L3 without a number of payments',
    openact('autonomy_level', 'a2p2:L3'),
    remove('iac', '/ext/openact/times_limit'),
  ),
  refuse('OA-AUT-01', TERMS, 'a2p2:L4 for a pinned purchase', openact('autonomy_level', 'a2p2:L4')),
  refuse('OA-AUT-01', TERMS, 'a2p2:L5 for a pinned purchase', openact('autonomy_level', 'a2p2:L5')),
];

const good: readonly Case[] = [
  accept('PSD-PAY-DEL-07', 'a mandate of a trusted issuer'),
  ed25519('PSD-PAY-DEL-07'),
  accept('ADD-IAC-LCM-08', 'the last second of the window', window(WINDOW_START, NOW + 1), flags('Edge')),
  accept('ADD-IAC-LCM-10', 'the first second of the window', window(NOW, WINDOW_END), flags('Edge')),
  accept('OA-MND-07', 'a window of 366 days', window(WINDOW_START, WINDOW_START + YEAR), flags('Edge')),
  accept(
    'ADD-INT-ICS-07',
    'a single limit equal to the total',
    commerce('max_single_amount', 1800),
    flags('Edge'),
  ),
  accept(
    'ADD-INT-ICS-08',
    'a minimum equal to the single limit',
    commerce('min_single_amount', 600),
    flags('Edge'),
  ),
  accept('OA-MND-06', 'a mandate without constraints of this profile', remove('iac', '/ext/openact')),
  accept(
    'OA-MND-04',
    'a mandate pinned by a quote alone',
    iac('/ext', { openact: { quote_digest: OTHER_DIGEST } }),
  ),
  accept(
    'OA-MND-04',
    'a SPECIFIED mandate that names two merchants',
    commerce('allowed_merchants', [IDS.merchant, IDS.otherMerchant]),
  ),
  accept(
    'ADD-IAC-ISS-08',
    'a reference to a control proof',
    set('mandate', '/control_proof_ref', 'kms:proof/1'),
  ),
  accept('OA-MND-08', 'a BOUNDED mandate', iac('/delegation_mode', 'BOUNDED')),
  accept('OA-MND-04', 'a mandate that leaves its mode to the default', remove('iac', '/delegation_mode')),
  accept(
    'OA-TRL-05',
    'an issuer whose suspension is announced',
    history(['ACTIVE', NOW - DAY], ['SUSPENDED', NOW + 1]),
    flags('Edge'),
  ),
  accept(
    'OA-TRL-05',
    'an issuer that was suspended once',
    history(['SUSPENDED', NOW - 2 * DAY], ['ACTIVE', NOW]),
    flags('Edge'),
  ),
  accept(
    'OA-TRL-05',
    'an issuer whose suspension was taken back in the same second',
    history(['ACTIVE', NOW - DAY], ['SUSPENDED', NOW], ['ACTIVE', NOW]),
    flags('Edge'),
  ),
  accept(
    'OA-TIM-03',
    'a 29 February of a leap year',
    iac('/user_confirmation_timestamp', '2024-02-29T08:29:00Z'),
    flags('Edge'),
  ),
  accept('OA-JWS-07', 'the twin of its signature', forged('mandate', { signature: twinOf }), flags('J9')),
  {
    ...accept('ADD-IAC-LCM-11', 'a status that nobody has asked for', context('/state/status', undefined)),
    obligations: ['status ADD-IAC-LCM-11'],
  },
];

const form: readonly Case[] = [
  refuse(
    'PSD-PAY-DEL-07',
    'jws_signature_invalid',
    'a signature of another key under this certificate',
    forged('mandate', { key: keyOf('issuerStatus') }),
    flags('X10'),
  ),
  ...signatureCases('mandate', { requirement: 'PSD-PAY-DEL-07', code: 'jws_signature_invalid' }),
  refuse(
    'OA-MND-03',
    'mandate_audience_mismatch',
    'a mandate for another service',
    set('mandate', '/aud', IDS.otherPsp),
    flags('J12', 'P2'),
  ),
  refuse(
    'OA-MND-03',
    'mandate_audience_mismatch',
    'an audience that is a prefix of the service',
    set('mandate', '/aud', IDS.psp.slice(0, -1)),
    flags('J12'),
  ),
  refuse(
    'OA-MND-03',
    'mandate_audience_mismatch',
    'an audience that the service is a prefix of',
    set('mandate', '/aud', `${IDS.psp}2`),
    flags('J12'),
  ),
  refuse(
    'OA-MND-03',
    'mandate_audience_mismatch',
    'an audience in capital letters',
    set('mandate', '/aud', IDS.psp.replace('psp', 'PSP')),
    flags('J12'),
  ),
  refuse(
    'OA-MND-02',
    'mandate_id_mismatch',
    'another jti than the delegation',
    set('mandate', '/jti', 'dlg-2'),
  ),
  refuse(
    'OA-MND-02',
    'mandate_id_mismatch',
    'another sub than the delegator',
    set('mandate', '/sub', IDS.otherDelegator),
  ),
  refuse(
    'OA-MND-01',
    'mandate_time_claims_disagree',
    'an nbf before the window',
    set('mandate', '/nbf', WINDOW_START - 1),
  ),
  refuse(
    'OA-MND-01',
    'mandate_time_claims_disagree',
    'an exp after the window',
    set('mandate', '/exp', WINDOW_END + 1),
  ),
  refuse(
    'ADD-IAC-ISS-14',
    'time_order',
    'a window of no length',
    window(WINDOW_START, WINDOW_START),
    flags('Edge', 'Boundary'),
  ),
  refuse(
    'ADD-IAC-ISS-14',
    'time_order',
    'a window that ends before it starts',
    window(WINDOW_START, WINDOW_START - 1),
    flags('Boundary'),
  ),
  refuse(
    'OA-MND-07',
    'mandate_lifetime_too_long',
    'a window of 366 days and a second',
    window(WINDOW_START, WINDOW_START + YEAR + 1),
    flags('Edge', 'J11'),
  ),
  refuse(
    'ADD-INT-ICS-07',
    'limit_order',
    'a single limit over the total',
    commerce('max_single_amount', 1800.01),
    flags('Edge'),
  ),
  refuse(
    'ADD-INT-ICS-08',
    'limit_order',
    'a minimum over the single limit',
    commerce('min_single_amount', 600.01),
    flags('Edge'),
  ),
  refuse(
    'ADD-INT-ICS-08',
    'limit_order',
    'a minimum over the total, where there is no single limit',
    iac('/ext/commerce', { min_single_amount: 1800.01, allowed_merchants: [IDS.merchant] }),
    flags('Edge'),
  ),
  refuse(
    'OA-MND-06',
    'mandate_extension_not_critical',
    'constraints that the header does not call critical',
    notCritical,
  ),
  refuse(
    'OA-MND-06',
    'mandate_extension_not_critical',
    'a critical header without constraints',
    remove('iac', '/ext/openact'),
    critical,
  ),
  refuse(
    'OA-MND-05',
    'mandate_extension_unknown',
    'a constraint that is not known',
    iac('/ext/openact/max_per_day', 1),
  ),
  refuse(
    'OA-MNY-02',
    'amount_precision',
    'a total finer than the yen',
    together(iac('/currency', 'JPY'), iac('/max_total_amount', 1800.5)),
    flags('N3'),
  ),
  refuse('OA-MNY-03', 'currency_unknown', 'a currency that does not exist', iac('/currency', 'QQQ')),
];

const use: readonly Case[] = [
  accept('OA-MND-09', 'a mandate dated a minute ahead', set('mandate', '/iat', NOW + 60), flags('Edge')),
  refuse(
    'OA-MND-09',
    'issued_in_future',
    'a mandate dated a minute and a second ahead',
    set('mandate', '/iat', NOW + 61),
    flags('Edge'),
  ),
  refuse(
    'ADD-IAC-LCM-08',
    'mandate_expired',
    'a mandate at its end',
    window(WINDOW_START, NOW),
    flags('Edge'),
  ),
  refuse(
    'ADD-IAC-LCM-10',
    'mandate_not_yet_valid',
    'a mandate a second before its start',
    window(NOW + 1, WINDOW_END),
    flags('Edge'),
  ),
  refuse('ADD-IAC-LCM-11', 'mandate_suspended', 'a suspended mandate', context('/state/status', 'Suspended')),
  refuse('ADD-IAC-LCM-11', 'mandate_revoked', 'a revoked mandate', context('/state/status', 'Revoked')),
  refuse(
    'ADD-IAC-LCM-11',
    'mandate_unknown',
    'a mandate that its issuer does not know',
    context('/state/status', 'unknown'),
  ),
  refuse(
    'ADD-IAC-LCM-11',
    'mandate_status_unavailable',
    'a status that cannot be had',
    context('/state/status', 'unavailable'),
  ),
  refuse(
    'OA-MND-04',
    'mandate_not_pinned',
    'a SPECIFIED mandate that pins nothing',
    remove('iac', '/ext/commerce/allowed_merchants'),
  ),
  refuse(
    'OA-MND-04',
    'mandate_not_pinned',
    'a mandate of default mode that pins nothing',
    remove('iac', '/delegation_mode'),
    remove('iac', '/ext/commerce/allowed_merchants'),
  ),
  refuse(
    'OA-MND-08',
    'mandate_not_bounded',
    'a BOUNDED mandate without categories',
    iac('/delegation_mode', 'BOUNDED'),
    remove('iac', '/ext/commerce/allowed_categories'),
  ),
  refuse(
    'OA-MND-08',
    'mandate_not_bounded',
    'a BOUNDED mandate without its intent',
    iac('/delegation_mode', 'BOUNDED'),
    remove('mandate', '/iac/source_isr_digest'),
  ),
];

const sender: readonly Case[] = [
  refuse(
    'OA-TRL-04',
    'issuer_not_trusted',
    'an issuer that is not listed',
    entry('entity', 'did:act:bank.example/iac2'),
  ),
  refuse('OA-TRL-04', 'issuer_not_trusted', 'an issuer that is listed in another role', entry('role', 'LOG')),
  refuse('OA-TRL-05', 'issuer_suspended', 'a suspended issuer', entry('status', 'SUSPENDED')),
  refuse('OA-TRL-05', 'issuer_suspended', 'a withdrawn issuer', entry('status', 'WITHDRAWN')),
  refuse(
    'OA-TRL-05',
    'issuer_suspended',
    'an issuer whose suspension has begun',
    history(['SUSPENDED', NOW], ['ACTIVE', NOW - DAY]),
    flags('Edge'),
  ),
  refuse(
    'OA-TRL-05',
    'issuer_suspended',
    'an issuer that was admitted and suspended in the same second',
    history(['ACTIVE', NOW], ['SUSPENDED', NOW]),
    flags('Edge'),
  ),
  refuse(
    'OA-TRL-05',
    'issuer_suspended',
    'an issuer whose admission has not begun',
    history(['ACTIVE', NOW + 1]),
    flags('Edge'),
  ),
  refuse(
    'OA-JWS-03',
    'jws_typ_mismatch',
    'a receipt as a mandate',
    input('/mandate', ({ tokens }) => tokens.receipt),
    flags('J10'),
  ),
  refuse(
    'OA-JWS-03',
    'jws_typ_mismatch',
    'an enrolment of the same key as a mandate',
    input('/mandate', ({ tokens }) => tokens.enrolment),
    flags('J10'),
  ),
  refuse(
    'OA-JWS-08',
    'jws_key_missing',
    'a mandate that only names its key',
    forged('mandate', { header: ({ x5c: _x5c, ...header }) => ({ ...header, kid: keyOf('issuer').jkt }) }),
    flags('J3'),
  ),
];

const shapes = shapeCases(
  'mandate',
  ['/iac/ext/commerce/credit_answer', 'PASS', 'TSD-CRD-VER-03: credit in a mandate'],
  ['/aud', [IDS.psp], 'an audience that is a list'],
  ['/aud', [IDS.psp, IDS.otherPsp], 'an audience that is a list of two'],
  ['/exp', WINDOW_END + 0.5, 'a fractional exp'],
  ['/exp', 9_007_199_254_740_991, 'an exp beyond the year 9999'],
  ['/exp', String(WINDOW_END), 'an exp as text'],
  ['/jti', 'dlg-1\u0007', 'an identifier with a control character'],
  ['/jti', 'dlg-１', 'an identifier with a character that is not ASCII'],
  ['/jti', 'dlg 1', 'an identifier with a space'],
  ['/cnf', { jwk: {} }, 'a key in cnf'],
  ['/iac/max_total_amount', '1800', 'an amount as text'],
  ['/iac/delegation_mode', 'OPEN', 'a mode that does not exist'],
  ['/iac/validity_end_time', '2026-11-25T17:00:00+08:00', 'a time with an offset'],
  ['/iac/user_confirmation_timestamp', '2026-11-20T24:29:00Z', 'a time of day that does not exist'],
  ['/iac/user_confirmation_timestamp', '2026-02-30T08:29:00Z', 'a day that does not exist'],
  ['/iac/user_confirmation_timestamp', '2026-02-29T08:29:00Z', 'a 29 February that does not exist'],
  [
    '/iac/user_confirmation_timestamp',
    '2100-02-29T08:29:00Z',
    'a 29 February of a year that is no leap year',
  ],
  ['/iac/ext/vendor', {}, 'an extension block that does not exist'],
  ['/status/status_list/idx', -1, 'a negative index'],
);

const NUMBER: readonly (readonly [text: string, comment: string])[] = [
  ['-1', 'a negative amount'],
  ['1e3', 'an amount with an exponent'],
  ['1800.001', 'an amount with a third decimal'],
  ['01800', 'an amount with a leading zero'],
  ['+1800', 'an amount with a sign'],
  ['9007199254740993', 'an amount beyond 2^53'],
  ['NaN', 'an amount that is no number'],
];

const numbers = NUMBER.map(([text, comment]) =>
  refuse(
    'OA-JSON-03',
    'json_number_form',
    comment,
    forged('mandate', {
      payloadText: (payload) => payload.replace('"max_total_amount":1800', `"max_total_amount":${text}`),
    }),
    flags('N3'),
  ),
);

const integers = refuse(
  'OA-JSON-03',
  'json_number_form',
  'an integer written as 1.0',
  forged('mandate', { payloadText: (payload) => payload.replace(/"idx":5/, '"idx":5.0') }),
  flags('N3'),
);

const REQUIRED = [
  '/iss',
  '/jti',
  '/iat',
  '/exp',
  '/sub',
  '/aud',
  '/nbf',
  '/cnf',
  '/status',
  '/confirmation_digest',
  '/iac',
  '/iac/delegation_id',
  '/iac/delegator_identity',
  '/iac/agent_id',
  '/iac/validity_start_time',
  '/iac/validity_end_time',
  '/iac/max_total_amount',
  '/iac/intent_id',
];

const vc = (path: string, value: Parameters<typeof set>[2]): Change => set('mandate_credential', path, value);

const credential: readonly Case[] = [
  accept('OA-MND-20', 'a mandate as a verifiable credential'),
  ed25519('OA-MND-20'),
  accept(
    'ADD-IAC-ISS-08',
    'a credential with a reference to a control proof',
    vc('/control_proof_ref', 'kms:proof/1'),
  ),
  refuse(
    'PSD-PAY-DEL-07',
    'jws_signature_invalid',
    'a credential that its issuer did not sign',
    forged('mandate_credential', { key: keyOf('issuerStatus') }),
    flags('X10'),
  ),
  refuse(
    'OA-MND-03',
    'mandate_audience_mismatch',
    'a credential for another service',
    vc('/aud', IDS.otherPsp),
    flags('P2'),
  ),
  refuse(
    'OA-MND-02',
    'mandate_id_mismatch',
    'a credential about another delegator',
    vc('/credentialSubject/id', IDS.otherDelegator),
  ),
  refuse(
    'OA-MND-01',
    'mandate_time_claims_disagree',
    'a credential that is valid for longer',
    vc('/validUntil', utc(WINDOW_END + 1)),
  ),
  refuse(
    'OA-MND-06',
    'mandate_extension_not_critical',
    'a credential whose header does not name the constraints',
    forged('mandate_credential', { header: ({ crit: _crit, openact: _openact, ...header }) => header }),
  ),
  refuse(
    'ADD-IAC-LCM-11',
    'mandate_revoked',
    'a credential that is revoked',
    context('/state/status', 'Revoked'),
  ),
  refuse(
    'OA-SCH-01',
    'schema_mismatch',
    'a credential of another type',
    vc('/type/1', 'MembershipCredential'),
    flags('Schema'),
  ),
  refuse(
    'OA-SCH-01',
    'schema_mismatch',
    'a credential with a member that the schema does not have',
    vc('/evidence', []),
    flags('Schema'),
  ),
];

export const mandateSuite: VectorSuite = {
  name: 'mandate',
  schema: 'mandate.json',
  groups: [
    {
      operation: 'verify_mandate',
      description: 'A mandate handed to a payment service, with its live status.',
      part: 'mandate',
      input: ({ tokens }) => ({ mandate: tokens.mandate }),
      context: (world) => ({ ...trust(world), audience: IDS.psp, state: { status: 'Active' } }),
      cases: [
        ...good,
        ...autonomy,
        ...form,
        ...use,
        ...sender,
        ...pathCases,
        ...jwsCases('mandate'),
        ...schemaCases('mandate', REQUIRED),
        ...schemaCases('mandate', [], '/iac').map((one) => ({
          ...one,
          comment: 'a term that the schema does not have',
        })),
        ...shapes.map((one) =>
          one.comment.includes('identifier') ? { ...one, flags: ['Schema', 'J15'] } : one,
        ),
        ...numbers,
        integers,
      ],
    },
    {
      operation: 'verify_mandate',
      description: 'The same mandate as a W3C verifiable credential (VC-JWT), through the same checks.',
      part: 'mandate_credential',
      input: ({ tokens }) => ({ mandate: tokens.mandate_credential }),
      context: (world) => ({ ...trust(world), audience: IDS.psp, state: { status: 'Active' } }),
      cases: credential,
    },
  ],
};
