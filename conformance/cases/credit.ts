import { CAS, certified, DAY, IDS, leafDraft, NOW } from '../forge/actors.ts';
import {
  accept,
  at,
  type Case,
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
import { ENTRY, entry, OTHER_DIGEST, utc } from '../forge/claims.ts';
import { CREDIT_ENTRY } from '../forge/credit.ts';
import type { Json, JsonObject } from '../forge/json.ts';
import { keyOf } from '../forge/keys.ts';
import { buildWorld, type World } from '../forge/world.ts';
import { jwsBasics, signatureCases } from './jws.ts';
import { ed25519, jwk, schemaCases, shapeCases, shapeComment } from './shared.ts';

const trust = ({ tokens, actors }: World): JsonObject => ({
  trust_list: tokens.credit_trust_list,
  trust_list_key: jwk(actors.trust.key),
});

function stateOf({ objects }: World): JsonObject {
  return {
    replay: 'new',
    credential: objects.credit_credential,
    status: 'ACTIVE',
    agent: 'registered',
    authorization: { claims: objects.credit_authorization, revoked: false, used: 0 },
    assertion: 'valid',
    mapping: 'supported',
  };
}

const BOTH = { reason: 'VERIFIED', completed_level: 'ASSOCIATED_CREDIT' };
const FIRST = { reason: 'VERIFIED', completed_level: 'CREDENTIAL' };
const passes = (values: JsonObject, one: Case): Case => ({ ...one, values });

const firstLevel = set('credit_request', '/level', 'CREDENTIAL');
/** What was issued; a request may carry it. */
const issued = buildWorld().objects.credit_credential;

const { ca, ...platformDraft } = leafDraft('creditPlatform');
const platform = certified(ca, platformDraft);

/** A platform asks for the merchant, as the subject has allowed it to, twice a minute. */
const proxy = together(
  { signers: { credit_request: platform } },
  set('credit_request', '/iss', IDS.psp),
  set('credit_authorization', '/mode', 'PLATFORM_PROXY'),
  set('credit_authorization', '/platform_proxy', IDS.psp),
  remove('credit_authorization', '/request_id'),
  set('credit_authorization', '/frequency_limit', { max_requests_per_window: 2, window_duration: 60 }),
);
const attested = set('credit_association', '/confirmation_method', 'ATTESTED_CONFIRMATION');
const outside = 'credit_scope_mismatch';

/** The first bit of a signature turned. */
const turned = (path: string) => (world: World) => {
  const signed = world.objects.credit_credential;
  const [, member = '', ...rest] = path.split('/');
  const holder = signed[member] as JsonObject;
  const value = String(holder[rest[0] ?? '']);
  return `${value.startsWith('A') ? 'B' : 'A'}${value.slice(1)}`;
};

const credentialCases: readonly Case[] = [
  refuse(
    'TSD-CRD-VER-57',
    'credit_credential_not_found',
    'no such credential',
    context('/state/credential', undefined),
    context('/state/status', undefined),
  ),
  ...(['PENDING', 'REVOKED', 'EXPIRED'] as const).map((status) =>
    refuse(
      'TSD-CRD-VER-58',
      'credit_credential_not_active',
      `an application that is ${status}, of which no credential came`,
      context('/state/credential', undefined),
      context('/state/status', status),
    ),
  ),
  refuse(
    'TSD-CRD-VER-09',
    'credit_proof_invalid',
    'an issuer’s signature with one bit changed',
    context('/state/credential/issuer_signature/value', turned('/issuer_signature/value')),
  ),
  refuse(
    'TSD-CRD-VER-09',
    'credit_proof_invalid',
    'another time of issue than was signed',
    context('/state/credential/issued_at', utc(NOW - 2 * DAY)),
  ),
  refuse(
    'TSD-CRD-VER-09',
    'credit_proof_invalid',
    'another value than the issuer signed',
    context('/state/credential/association/mapped_value/level', 'AAA'),
  ),
  refuse(
    'TSD-CRD-VER-10',
    'credit_proof_invalid',
    'an association that the issuer signed and the subject did not',
    set('credit_credential', '/association/usage_bound/max_amount', '9000.00'),
  ),
  refuse(
    'TSD-CRD-VER-10',
    'credit_proof_invalid',
    'a subject’s signature by another key',
    set('credit_credential', '/subject_key', jwk(keyOf('otherDevice'))),
  ),
  refuse(
    'OA-TRL-04',
    'issuer_not_trusted',
    'an issuer that is listed in another role',
    set('credit_trust_list', `/entries/${CREDIT_ENTRY}/role`, 'PSP'),
  ),
  refuse(
    'OA-TRL-05',
    'issuer_suspended',
    'an issuer that is suspended',
    set('credit_trust_list', `/entries/${CREDIT_ENTRY}/status`, 'SUSPENDED'),
  ),
  refuse(
    'OA-SCH-01',
    'schema_mismatch',
    'TSD-CRD-ASC-23: a credential that says credit of the agent’s own',
    context('/state/credential/association/credit_source', 'AGENT_CREDIT'),
    flags('Schema'),
  ),
  ...(['authorization_modes', 'revocation_method'] as const).map((member) =>
    refuse(
      'OA-SCH-01',
      'schema_mismatch',
      `OA-CRD-22: a credential without ${member}`,
      context(`/state/credential/association/${member}`, undefined),
      flags('Schema'),
    ),
  ),
];

const requestCases: readonly Case[] = [
  passes(BOTH, accept('TSD-CRD-VER-47', 'both levels')),
  passes(BOTH, ed25519('TSD-CRD-VER-47')),
  passes(
    FIRST,
    accept(
      'TSD-CRD-VER-01',
      'the credential alone, without an authorisation',
      firstLevel,
      context('/state/authorization', undefined),
      context('/state/assertion', 'unavailable'),
    ),
  ),
  passes(BOTH, accept('TSD-CRD-ASC-20', 'a subject that confirmed at the service', attested)),
  passes(
    BOTH,
    accept(
      'TSD-CRD-ASC-38',
      'status query and predecessor other than when it was signed',
      set('credit_signed', '/status_query/uri', 'https://moved.example/status'),
      set('credit_signed', '/predecessor', 'crd-0'),
    ),
  ),
  passes(
    BOTH,
    accept(
      'OA-CRD-11',
      'a scope that names no relying party',
      remove('credit_association', '/scope/relying_parties'),
    ),
  ),
  passes(
    BOTH,
    accept(
      'OA-CRD-06',
      'a request of sixty seconds ago',
      set('credit_request', '/iat', NOW - 60),
      flags('Edge'),
    ),
  ),
  refuse(
    'OA-CRD-03',
    'credit_request_invalid',
    'a request to another service',
    set('credit_request', '/aud', IDS.psp),
    flags('P2'),
  ),
  refuse(
    'TSD-CRD-VER-50',
    'credit_request_expired',
    'a request of sixty-one seconds ago',
    set('credit_request', '/iat', NOW - 61),
    flags('Edge', 'P9'),
  ),
  refuse(
    'TSD-CRD-VER-50',
    'credit_request_expired',
    'a request from the future',
    set('credit_request', '/iat', NOW + 61),
    flags('Edge', 'P9'),
  ),
  refuse(
    'TSD-CRD-VER-51',
    'credit_request_replayed',
    'a request that was answered',
    context('/state/replay', 'used'),
    flags('P1'),
  ),
  refuse(
    'OA-TRL-04',
    'issuer_not_trusted',
    'a relying party that nobody lists',
    set('credit_request', '/iss', 'did:act:nobody.example/shop'),
  ),
  refuse(
    'TSD-CRD-VER-49',
    'credit_request_proof_invalid',
    'a request signed by another key',
    forged('credit_request', { key: keyOf('otherMerchant') }),
  ),
  refuse(
    'TSD-CRD-VER-08',
    'credit_request_proof_invalid',
    'somebody who asks about a credential for another',
    { signers: { credit_request: platform } },
    set('credit_request', '/iss', IDS.psp),
    firstLevel,
  ),
  ...signatureCases('credit_request', {
    requirement: 'TSD-CRD-VER-49',
    code: 'credit_request_proof_invalid',
  }),
  ...jwsBasics('credit_request'),
  ...schemaCases('credit_request', [
    ['/request_id', 'TSD-CRD-VER-24'],
    ['/version', 'TSD-CRD-VER-25'],
    ['/relying_party', 'TSD-CRD-VER-26'],
    ['/agent_id', 'TSD-CRD-VER-05'],
    ['/level', 'TSD-CRD-VER-27'],
    ['/subject_assertion_ref', 'TSD-CRD-VER-28'],
    ['/purpose', 'TSD-CRD-VER-29'],
    ['/business_context', 'TSD-CRD-VER-30'],
    ['/data_items', 'TSD-CRD-VER-31'],
    '/credential_id',
    ['/iat', 'TSD-CRD-VER-32'],
    ['/jti', 'TSD-CRD-VER-32'],
  ]),
  ...shapeCases(
    'credit_request',
    ['/version', '2', 'a version that is not known'],
    ['/data_items', ['subject_name'], 'an item that nobody may have'],
    ['/business_context', { transaction_type: 'transport/train', note: 'x' }, 'more context than is needed'],
  ),
  ...credentialCases,
  passes(
    BOTH,
    accept(
      'OA-CRD-04',
      'the credential itself with the request',
      set('credit_request', '/credential', issued),
    ),
  ),
  refuse(
    'OA-CRD-04',
    'credit_proof_invalid',
    'a presented credential with another predecessor',
    set('credit_request', '/credential', { ...issued, predecessor: 'crd-0' }),
  ),
  refuse(
    'TSD-CRD-VER-56',
    'credit_agent_not_registered',
    'an agent that nobody vouches for',
    context('/state/agent', 'unknown'),
  ),
  refuse(
    'TSD-CRD-VER-11',
    'credit_proof_invalid',
    'another subject',
    set('credit_request', '/subject_id', IDS.otherSubject),
  ),
  refuse(
    'TSD-CRD-VER-11',
    'credit_proof_invalid',
    'another role',
    set('credit_request', '/role', 'DEVELOPER'),
  ),
  refuse(
    'TSD-CRD-VER-11',
    'credit_proof_invalid',
    'another agent',
    set('credit_request', '/agent_id', IDS.otherAgent),
  ),
  refuse(
    'TSD-CRD-ASC-26',
    outside,
    'a purpose that the subject has not confirmed',
    set('credit_request', '/purpose', 'MARKETING'),
    set('credit_authorization', '/purposes', ['MARKETING']),
  ),
  refuse(
    'OA-CRD-11',
    outside,
    'another kind of transaction',
    set('credit_request', '/business_context/transaction_type', 'transport/ship'),
  ),
  refuse(
    'OA-CRD-11',
    outside,
    'a relying party outside the scope',
    set('credit_association', '/scope/relying_parties', [IDS.otherMerchant]),
  ),
  refuse(
    'OA-CRD-07',
    'credit_review_required',
    'an association that is being reassessed',
    context('/state/review', true),
    context('/state/status', 'SUSPENDED'),
  ),
  refuse(
    'OA-CRD-07',
    'credit_review_required',
    'an association that is to be verified again',
    context('/state/review', true),
  ),
  ...(['PENDING', 'SUSPENDED', 'REVOKED', 'EXPIRED'] as const).map((status) =>
    refuse(
      'TSD-CRD-VER-12',
      'credit_credential_not_active',
      `a credential that is ${status}`,
      context('/state/status', status),
    ),
  ),
  refuse(
    'TSD-CRD-VER-12',
    'credit_credential_not_active',
    'one that was revoked while it was reassessed',
    context('/state/status', 'REVOKED'),
    context('/state/review', true),
  ),
  refuse(
    'TSD-CRD-LCM-09',
    'credit_credential_not_active',
    'a credential at the second of its end',
    set('credit_association', '/valid_until', utc(NOW)),
    flags('Edge'),
  ),
  refuse(
    'TSD-CRD-LCM-09',
    'credit_credential_not_active',
    'a credential before its beginning',
    set('credit_association', '/valid_from', utc(NOW + 1)),
    flags('Edge'),
  ),
  refuse(
    'TSD-CRD-VER-13',
    'credit_assertion_invalid',
    'another credit assertion than was mapped',
    set('credit_request', '/subject_assertion_ref', 'cas-2'),
  ),
  refuse(
    'TSD-CRD-VER-23',
    'credit_review_required',
    'a confirmation weaker than asked for',
    attested,
    set('credit_request', '/minimum_confirmation', 'DIRECT_SIGNATURE'),
  ),
  passes(
    BOTH,
    accept(
      'TSD-CRD-VER-23',
      'a confirmation as strong as asked for',
      set('credit_request', '/minimum_confirmation', 'DIRECT_SIGNATURE'),
    ),
  ),
];

const informationCases: readonly Case[] = [
  refuse(
    'TSD-CRD-VER-52',
    'credit_authorization_required',
    'no authorisation',
    context('/state/authorization', undefined),
  ),
  refuse(
    'TSD-CRD-VER-54',
    'credit_authorization_revoked',
    'a revoked authorisation',
    context('/state/authorization/revoked', true),
  ),
  refuse(
    'TSD-CRD-VER-53',
    'credit_authorization_expired',
    'an authorisation at the second of its end',
    set('credit_authorization', '/valid_until', utc(NOW)),
    flags('Edge'),
  ),
  refuse(
    'TSD-CRD-VER-53',
    'credit_authorization_expired',
    'an authorisation that has not begun',
    set('credit_authorization', '/valid_from', utc(NOW + 1)),
    flags('Edge'),
  ),
  refuse(
    'TSD-CRD-AUTH-13',
    outside,
    'an authorisation of another subject',
    set('credit_authorization', '/iss', IDS.otherSubject),
  ),
  refuse(
    'OA-CRD-22',
    outside,
    'a platform, where the subject has confirmed to authorise each request by itself',
    proxy,
    set('credit_association', '/authorization_modes', ['PER_REQUEST']),
  ),
  refuse(
    'OA-CRD-22',
    outside,
    'an authorisation for one request, where the subject has confirmed to leave it to a platform',
    set('credit_association', '/authorization_modes', ['PLATFORM_PROXY']),
  ),
  passes(
    BOTH,
    accept(
      'OA-CRD-22',
      'an authorisation for one request, where the subject has confirmed that way alone',
      set('credit_association', '/authorization_modes', ['PER_REQUEST']),
    ),
  ),
  refuse(
    'TSD-CRD-AUTH-07',
    outside,
    'an authorisation for another relying party',
    set('credit_authorization', '/relying_parties', [IDS.otherMerchant]),
  ),
  refuse(
    'TSD-CRD-AUTH-07',
    outside,
    'an authorisation for another agent',
    set('credit_authorization', '/agent_ids', [IDS.otherAgent]),
  ),
  refuse(
    'TSD-CRD-AUTH-08',
    outside,
    'an authorisation for another purpose',
    set('credit_authorization', '/purposes', ['MARKETING']),
  ),
  refuse(
    'TSD-CRD-AUTH-09',
    outside,
    'more items than authorised',
    set('credit_request', '/data_items', ['mapped_value', 'usage_bound']),
  ),
  refuse(
    'TSD-CRD-AUTH-17',
    outside,
    'an authorisation of another request',
    set('credit_authorization', '/request_id', 'crq-2'),
  ),
  passes(
    BOTH,
    accept(
      'TSD-CRD-AUTH-18',
      'a platform that asks once more',
      proxy,
      context('/state/authorization/used', 1),
    ),
  ),
  refuse(
    'OA-CRD-10',
    outside,
    'a platform that asks once too often',
    proxy,
    context('/state/authorization/used', 2),
    flags('Edge'),
  ),
  refuse(
    'TSD-CRD-AUTH-04',
    outside,
    'a platform that the subject has not named',
    proxy,
    set('credit_authorization', '/platform_proxy', IDS.otherPsp),
  ),
  refuse(
    'TSD-CRD-AUTH-04',
    outside,
    'a platform under an authorisation for one request of the merchant',
    { signers: { credit_request: platform } },
    set('credit_request', '/iss', IDS.psp),
  ),
  refuse(
    'TSD-CRD-VER-60',
    'credit_assertion_unavailable',
    'a credit assertion that cannot be asked about',
    context('/state/assertion', 'unavailable'),
  ),
  refuse(
    'TSD-CRD-VER-61',
    'credit_assertion_invalid',
    'a credit assertion that is not valid',
    context('/state/assertion', 'invalid'),
  ),
  refuse(
    'TSD-CRD-VER-22',
    'credit_inconclusive',
    'a mapping that cannot be asked about',
    context('/state/mapping', 'unavailable'),
  ),
  refuse(
    'TSD-CRD-VER-62',
    'credit_mapping_unsupported',
    'a mapping that is not known any more',
    context('/state/mapping', 'unsupported'),
  ),
];

const OTHER_SERVICE = 'did:act:credit.example/second';
const { ca: serviceCa, ...serviceDraft } = leafDraft('creditService');

/** Listed as well, with a good key of its own: it signs the same answer in its own name. */
const ofOtherService = together(
  set(
    'credit_trust_list',
    `/entries/${ENTRY.otherMerchant}`,
    entry(OTHER_SERVICE, 'CREDIT_SERVICE', CAS.credit.certificate),
  ),
  {
    signers: {
      credit_answer: certified(serviceCa, {
        ...serviceDraft,
        label: 'otherCreditService',
        uri: OTHER_SERVICE,
      }),
    },
  },
  set('credit_answer', '/iss', OTHER_SERVICE),
);

const ANSWER = ['OA-CRD-17', 'credit_answer_mismatch'] as const;

export const creditRequestSuite: VectorSuite = {
  name: 'credit-request',
  schema: 'credit-request.json',
  groups: [
    {
      operation: 'verify_credit_request',
      description:
        'A request for a verification, judged by the service that has credentials, states and authorisations.',
      part: 'credit_request',
      obligations: [],
      input: ({ tokens }) => ({ request: tokens.credit_request }),
      context: (world) => ({ ...trust(world), audience: IDS.creditService, state: stateOf(world) }),
      cases: [...requestCases, ...informationCases],
    },
  ],
};

export const creditAnswerSuite: VectorSuite = {
  name: 'credit-answer',
  schema: 'credit-answer.json',
  groups: [
    {
      operation: 'verify_credit_answer',
      description: 'A signed answer, judged offline by the relying party that asked.',
      part: 'credit_answer',
      obligations: [],
      input: ({ tokens }) => ({ answer: tokens.credit_answer }),
      context: (world) => ({
        ...trust(world),
        expected: {
          service: IDS.creditService,
          audience: IDS.merchant,
          request_id: 'crq-1',
          agent_id: IDS.agent,
          purpose: 'MERCHANT_RISK_REFERENCE',
          level: 'ASSOCIATED_CREDIT',
        },
      }),
      cases: [
        accept('TSD-CRD-VER-44', 'an answer to this request'),
        ed25519('TSD-CRD-VER-44'),
        refuse(
          'TSD-CRD-VER-44',
          'credit_answer_signature_invalid',
          'an answer signed by another key',
          forged('credit_answer', { key: keyOf('otherMerchant') }),
        ),
        ...signatureCases('credit_answer', {
          requirement: 'TSD-CRD-VER-44',
          code: 'credit_answer_signature_invalid',
        }),
        ...jwsBasics('credit_answer'),
        refuse(
          'OA-TRL-05',
          'issuer_suspended',
          'a service that is suspended',
          set('credit_trust_list', `/entries/${CREDIT_ENTRY}/status`, 'SUSPENDED'),
        ),
        refuse(
          'OA-CRD-23',
          'credit_answer_mismatch',
          'an answer of another listed service than was asked',
          ofOtherService,
          flags('P2'),
        ),
        accept(
          'OA-CRD-23',
          'an answer of another listed service that was asked',
          ofOtherService,
          context('/expected/service', OTHER_SERVICE),
        ),
        refuse(
          ...ANSWER,
          'an answer to another request',
          set('credit_answer', '/request_id', 'crq-2'),
          flags('P2'),
        ),
        refuse(
          ...ANSWER,
          'an answer to somebody else',
          set('credit_answer', '/aud', IDS.otherMerchant),
          flags('P2'),
        ),
        refuse(
          ...ANSWER,
          'an answer about another agent',
          set('credit_answer', '/agent_id', IDS.otherAgent),
          flags('P2'),
        ),
        refuse(
          'TSD-CRD-VER-41',
          'credit_answer_purpose_mismatch',
          'an answer for another purpose',
          set('credit_answer', '/purpose', 'MARKETING'),
          flags('P2'),
        ),
        refuse(
          'TSD-CRD-VER-42',
          'credit_answer_expired',
          'an answer at the second of its end',
          at(NOW + 300),
          flags('Edge'),
        ),
        accept('TSD-CRD-VER-42', 'an answer a second before its end', at(NOW + 299), flags('Edge')),
        refuse(
          'OA-CRD-09',
          'credit_answer_level_mismatch',
          'a pass of the credential for one of the credit',
          set('credit_answer', '/completed_level', 'CREDENTIAL'),
          ...['credit_source', 'mapped_value', 'mapping_policy', 'usage_bound', 'assertion_valid'].map(
            (name) => remove('credit_answer', `/${name}`),
          ),
        ),
        ...schemaCases('credit_answer', [
          ['/request_id', 'TSD-CRD-VER-34'],
          ['/jti', 'TSD-CRD-VER-34'],
          ['/agent_id', 'TSD-CRD-VER-34'],
          ['/completed_level', 'TSD-CRD-VER-35'],
          ['/result', 'TSD-CRD-VER-36'],
          ['/reason', 'TSD-CRD-VER-37'],
          ['/credential_status', 'TSD-CRD-VER-38'],
          ['/scope', 'TSD-CRD-VER-41'],
          ['/purpose', 'TSD-CRD-VER-41'],
          ['/purpose_limited', 'TSD-CRD-VER-41'],
          ['/iat', 'TSD-CRD-VER-42'],
          ['/exp', 'TSD-CRD-VER-42'],
          ['/credit_source', 'TSD-CRD-VER-39'],
          ['/mapping_policy', 'TSD-CRD-VER-39'],
        ]),
        ...shapeCases(
          'credit_answer',
          ['/completed_level', 'CREDENTIAL', 'TSD-CRD-VER-45: a mapped value at the first level'],
          ['/credential_status', 'REVOKED', 'a pass of a revoked credential'],
          ['/credit_source', 'AGENT_CREDIT', 'credit of the agent’s own'],
          ['/purpose_limited', false, 'an answer for any purpose'],
        ),
      ],
    },
  ],
};

export const creditCredentialSuite: VectorSuite = {
  name: 'credit-credential',
  schema: 'credit-credential.json',
  groups: [
    {
      operation: 'verify_credit_credential',
      description:
        'A credential by itself: who signed it, and whether it is in force. Its state is asked for elsewhere.',
      obligations: [],
      input: ({ objects }) => ({ credential: objects.credit_credential }),
      context: (world) => trust(world),
      cases: [
        accept('TSD-CRD-ASC-11', 'a credential'),
        ed25519('TSD-CRD-ASC-11'),
        accept('TSD-CRD-ASC-32', 'a credential without an end', remove('credit_association', '/valid_until')),
        ...(
          [
            ['/application_id', 'TSD-CRD-ASC-15'],
            ['/nonce', 'TSD-CRD-ASC-36'],
            ['/agent_id', 'TSD-CRD-ASC-16'],
            ['/subject_id', 'TSD-CRD-ASC-17'],
            ['/role', 'TSD-CRD-ASC-31'],
            ['/issuer', 'TSD-CRD-ASC-18'],
            ['/relationship_evidence', 'TSD-CRD-ASC-19'],
            ['/statement', 'TSD-CRD-ASC-25'],
            ['/confirmation_method', 'TSD-CRD-ASC-20'],
            ['/subject_assertion_ref', 'TSD-CRD-ASC-21'],
            ['/mapped_value', 'TSD-CRD-ASC-22'],
            ['/credit_source', 'TSD-CRD-ASC-23'],
            ['/mapping_policy', 'TSD-CRD-ASC-24'],
            ['/usage_bound', 'TSD-CRD-MAP-13'],
            ['/purposes', 'TSD-CRD-ASC-26'],
            ['/scope', 'TSD-CRD-ASC-27'],
            ['/valid_from', 'TSD-CRD-ASC-29'],
          ] as const
        ).map(([path, requirement]) =>
          refuse(
            'OA-SCH-01',
            'schema_mismatch',
            shapeComment(`no ${path.slice(1).replaceAll('_', ' ')}`, requirement),
            input(`/credential/association${path}`, undefined),
            flags('Schema'),
          ),
        ),
        ...(
          [
            ['credential_id', 'TSD-CRD-ASC-14'],
            ['version', 'TSD-CRD-ASC-14'],
            ['subject_key', 'TSD-CRD-ASC-28'],
            ['subject_signature', 'TSD-CRD-ASC-28'],
            ['issued_at', 'TSD-CRD-ASC-29'],
            ['status_query', 'TSD-CRD-ASC-30'],
            ['issuer_signature', 'TSD-CRD-ASC-11'],
          ] as const
        ).map(([name, requirement]) =>
          refuse(
            'OA-SCH-01',
            'schema_mismatch',
            shapeComment(`no ${name.replaceAll('_', ' ')}`, requirement),
            input(`/credential/${name}`, undefined),
            flags('Schema'),
          ),
        ),
        ...(
          [
            ['statement', '', 'TSD-CRD-ASC-25: an empty declaration'],
            ['mapping_policy', { id: 'level-mapping' }, 'TSD-CRD-MAP-09: a rule without its version'],
            ['relationship_evidence', [{ ref: 'evidence-1' }], 'OA-CRD-18: evidence without its digest'],
            ['role', 'FRIEND', 'TSD-CRD-ASC-31: a role that is none'],
          ] as const
        ).map(([name, value, comment]) =>
          refuse(
            'OA-SCH-01',
            'schema_mismatch',
            comment,
            input(`/credential/association/${name}`, value as Json),
            flags('Schema'),
          ),
        ),
        refuse(
          'TSD-CRD-VER-09',
          'credit_proof_invalid',
          'a subject that was swapped',
          input('/credential/association/subject_id', IDS.otherSubject),
        ),
        refuse(
          'TSD-CRD-VER-09',
          'credit_proof_invalid',
          'evidence that was swapped',
          input('/credential/association/relationship_evidence/0/digest', `B${OTHER_DIGEST.slice(1)}`),
        ),
        refuse(
          'TSD-CRD-VER-09',
          'credit_proof_invalid',
          'another algorithm than that of the key',
          input('/credential/issuer_signature/algorithm', 'Ed25519'),
        ),
        refuse(
          'TSD-CRD-LCM-09',
          'credit_credential_not_active',
          'a credential at the second of its end',
          set('credit_association', '/valid_until', utc(NOW)),
          flags('Edge'),
        ),
      ],
    },
  ],
};

/** A state is genuine whatever it is. */
const told = (status: string, one: Case): Case => ({ ...one, values: { status } });

export const creditStatusSuite: VectorSuite = {
  name: 'credit-status',
  schema: 'credit-status.json',
  groups: [
    {
      operation: 'verify_credit_status',
      description: 'A signed state of a credential, judged offline by whoever relies on the credential.',
      part: 'credit_status',
      obligations: [],
      input: ({ tokens }) => ({ status: tokens.credit_status }),
      context: (world) => ({
        ...trust(world),
        expected: { credential_id: 'crd-1', issuer: IDS.creditService },
      }),
      cases: [
        told('ACTIVE', accept('TSD-CRD-LCM-03', 'a state of this credential')),
        told('ACTIVE', ed25519('TSD-CRD-LCM-03')),
        ...(['PENDING', 'SUSPENDED', 'REVOKED', 'EXPIRED'] as const).map((status) =>
          told(
            status,
            accept('TSD-CRD-LCM-03', `${status}, and genuine`, set('credit_status', '/status', status)),
          ),
        ),
        refuse(
          'TSD-CRD-LCM-03',
          'credit_proof_invalid',
          'a state signed by another key',
          forged('credit_status', { key: keyOf('otherMerchant') }),
        ),
        ...signatureCases('credit_status', { requirement: 'TSD-CRD-LCM-03', code: 'credit_proof_invalid' }),
        ...jwsBasics('credit_status'),
        refuse(
          'OA-TRL-05',
          'issuer_suspended',
          'of a service that is suspended',
          set('credit_trust_list', `/entries/${CREDIT_ENTRY}/status`, 'SUSPENDED'),
        ),
        refuse(
          'OA-CRD-20',
          'credit_proof_invalid',
          'a state of another credential',
          set('credit_status', '/credential_id', 'crd-2'),
          flags('P2'),
        ),
        refuse(
          'OA-CRD-20',
          'credit_proof_invalid',
          'a state said by another than has issued the credential',
          context('/expected/issuer', IDS.otherMerchant),
          flags('P2'),
        ),
        refuse(
          'OA-CRD-21',
          'credit_inconclusive',
          'a state at the second of its end',
          at(NOW + 60),
          flags('Edge'),
        ),
        told('ACTIVE', accept('OA-CRD-21', 'a state a second before its end', at(NOW + 59), flags('Edge'))),
        refuse(
          'OA-CRD-21',
          'credit_inconclusive',
          'a state from the future',
          set('credit_status', '/iat', NOW + 61),
          set('credit_status', '/exp', NOW + 120),
          flags('Edge'),
        ),
        ...schemaCases('credit_status', [
          '/credential_id',
          '/status',
          ['/cause', 'TSD-CRD-LCM-10'],
          '/status_version',
          '/effective_at',
          '/iat',
          '/exp',
        ]),
        ...shapeCases('credit_status', ['/status', 'PAUSED', 'TSD-CRD-LCM-10: a state that is none']),
      ],
    },
  ],
};
