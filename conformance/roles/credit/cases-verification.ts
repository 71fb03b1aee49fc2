import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../../forge/json.ts';
import { SUITE_IDS, utc } from '../../live/cast.ts';
import { type Bureau, DAY, type Issued, id, MINUTE, resultOf, type Told, without } from './bureau.ts';
import { recordOf } from './cases-life.ts';
import { ASSERTIONS, CREDIT_IDS, EVIDENCE, OWN_GRADE } from './ids.ts';
import {
  answered,
  type CreditCase,
  must,
  mustRefuse,
  mustSay,
  mustSucceed,
  notPassed,
  unanswered,
} from './steps.ts';

/** Members that an answer may have: whatever else it had would be told to somebody. */
const FIRST_LEVEL = [
  'iss',
  'aud',
  'jti',
  'iat',
  'exp',
  'request_id',
  'agent_id',
  'completed_level',
  'result',
  'reason',
  'credential_status',
  'purpose',
  'purpose_limited',
  'scope',
  'status_query',
];
const SECOND_LEVEL = [
  ...FIRST_LEVEL,
  'credit_source',
  'mapped_value',
  'mapping_policy',
  'usage_bound',
  'assertion_valid',
  'use_restrictions',
];

function mustHaveOnly({ claims }: Told, members: readonly string[]): void {
  const more = Object.keys(claims).filter((member) => !members.includes(member));
  must(more.length === 0, `The answer has ${more.join(', ')} in it.`);
}

/** What each reason takes, without anybody's help. */
type Provoke = (bureau: Bureau, issued: Issued, notes: Parameters<Bureau['second']>[1]) => Promise<Told>;

const PROVOKED: readonly (readonly [reason: string, requirement: string, provoke: Provoke])[] = [
  [
    'INVALID_REQUEST',
    'TSD-CRD-VER-48',
    (bureau, { credentialId }, notes) =>
      bureau.verify(bureau.requestClaims(credentialId, 'CREDENTIAL'), notes, without('data_items')),
  ],
  [
    'REQUEST_PROOF_INVALID',
    'TSD-CRD-VER-49',
    (bureau, { credentialId }, notes) =>
      bureau.verify(bureau.requestClaims(credentialId, 'CREDENTIAL'), notes, {
        signer: { ...bureau.around.shop.signer, key: bureau.around.cast.stranger.key },
      }),
  ],
  [
    'REQUEST_EXPIRED',
    'TSD-CRD-VER-50',
    (bureau, { credentialId }, notes) =>
      bureau.first(credentialId, notes, { iat: bureau.now() - MINUTE - 5 }),
  ],
  [
    'REPLAY_DETECTED',
    'TSD-CRD-VER-51',
    async (bureau, { credentialId }, notes) => {
      const claims = bureau.requestClaims(credentialId, 'CREDENTIAL');
      mustSay(await bureau.verify(claims, notes), 'VERIFIED');
      return bureau.verify(claims, notes);
    },
  ],
  [
    'AUTHORIZATION_REQUIRED',
    'TSD-CRD-VER-52',
    (bureau, { credentialId }, notes) =>
      bureau.verify(bureau.requestClaims(credentialId, 'ASSOCIATED_CREDIT'), notes),
  ],
  [
    'AUTHORIZATION_EXPIRED',
    'TSD-CRD-VER-53',
    async (bureau, { credentialId }, notes) => {
      const soon = { valid_from: utc(bureau.now() + 5 * MINUTE) };
      return bureau.second(credentialId, notes, {}, soon);
    },
  ],
  [
    'AUTHORIZATION_REVOKED',
    'TSD-CRD-VER-54',
    async (bureau, { credentialId }, notes) => {
      const claims = bureau.requestClaims(credentialId, 'ASSOCIATED_CREDIT');
      const given = await bureau.authorize({ request_id: claims.request_id ?? '' }, notes);
      mustSucceed(await bureau.askRevocation(given, notes), 200);
      return bureau.verify(claims, notes);
    },
  ],
  [
    'AUTHORIZATION_SCOPE_MISMATCH',
    'TSD-CRD-VER-55',
    (bureau, { credentialId }, notes) =>
      bureau.second(credentialId, notes, {}, { relying_parties: [CREDIT_IDS.otherShop] }),
  ],
  [
    'ASSOCIATION_CREDENTIAL_NOT_FOUND',
    'TSD-CRD-VER-57',
    (bureau, _, notes) => bureau.first(id('crd'), notes),
  ],
  [
    'ASSOCIATION_CREDENTIAL_NOT_ACTIVE',
    'TSD-CRD-VER-58',
    async (bureau, { credentialId }, notes) => {
      await bureau.order('suspend', credentialId, notes);
      return bureau.first(credentialId, notes);
    },
  ],
  [
    'ASSOCIATION_PROOF_INVALID',
    'TSD-CRD-VER-59',
    (bureau, { credentialId, credential, association }, notes) =>
      bureau.first(credentialId, notes, {
        credential: { ...credential, association: { ...association, role: 'CONTROLLER' } },
      }),
  ],
  [
    'CREDIT_ASSERTION_INVALID',
    'TSD-CRD-VER-61',
    (bureau, { credentialId }, notes) =>
      bureau.knowing({ invalid_assertions: [ASSERTIONS.good] }, notes, () =>
        bureau.second(credentialId, notes),
      ),
  ],
  [
    'CREDIT_ASSERTION_UNAVAILABLE',
    'TSD-CRD-VER-60',
    async (bureau, { credentialId }, notes) => {
      const claims = bureau.requestClaims(credentialId, 'ASSOCIATED_CREDIT');
      await bureau.authorize({ request_id: claims.request_id ?? '' }, notes);
      return bureau.knowing({ unreachable: true }, notes, () => bureau.verify(claims, notes));
    },
  ],
  [
    'MAPPING_POLICY_UNSUPPORTED',
    'TSD-CRD-VER-62',
    (bureau, { credentialId }, notes) =>
      bureau.knowing({ mapping: 'WITHDRAWN' }, notes, () => bureau.second(credentialId, notes)),
  ],
  [
    'REVIEW_REQUIRED',
    'TSD-CRD-VER-23',
    async (bureau, { credentialId }, notes) => {
      await bureau.serviceOrder('reassess', credentialId, notes, 'REASSESSMENT');
      return bureau.first(credentialId, notes);
    },
  ],
  [
    'AGENT_NOT_REGISTERED',
    'TSD-CRD-VER-56',
    async (bureau, _, notes) => {
      const short = { claims: { exp: bureau.now() + 10 * MINUTE } };
      const { credentialId } = await bureau.issue(notes, { attestation: short });
      mustSay(await bureau.first(credentialId, notes), 'VERIFIED');
      await bureau.control.advance(10 * MINUTE, notes);
      return bureau.first(credentialId, notes);
    },
  ],
];

export const verificationCases: readonly CreditCase[] = [
  answered(
    'TSD-CRD-VER-47',
    'passes-both-levels',
    'The credential passes by itself, and with the subject’s authorisation its credit too.',
    async (bureau, notes) => {
      const { credentialId, association } = await bureau.issue(notes);
      mustSay(await bureau.first(credentialId, notes), 'VERIFIED', 'CREDENTIAL');
      const told = await bureau.second(credentialId, notes);
      mustSay(told, 'VERIFIED', 'ASSOCIATED_CREDIT');
      must(isDeepStrictEqual(told.claims.mapped_value, association.mapped_value), 'It tells another value.');
    },
  ),
  ...PROVOKED.map(([reason, requirement, provoke]) =>
    notPassed(
      requirement,
      reason,
      `gives-${reason.toLowerCase().replaceAll('_', '-')}`,
      `What gives ${reason} gives that, and no value.`,
      provoke,
    ),
  ),
  notPassed(
    'TSD-CRD-VER-58',
    'ASSOCIATION_CREDENTIAL_NOT_ACTIVE',
    'pending-is-not-active',
    'What is applied for and not issued is there, and not ACTIVE.',
    async (bureau, _, notes) => bureau.first((await bureau.apply(notes)).credentialId, notes),
    'NONE',
  ),
  notPassed(
    'TSD-CRD-VER-23',
    'REVIEW_REQUIRED',
    'confirmed-less-strongly',
    'A credential that the subject has not signed itself, where that is asked for.',
    async (bureau, _, notes) => {
      const attested = { claims: { confirmation_method: 'ATTESTED_CONFIRMATION' } };
      const { credentialId } = await bureau.issue(notes, attested);
      mustSay(await bureau.first(credentialId, notes), 'VERIFIED');
      return bureau.first(credentialId, notes, { minimum_confirmation: 'DIRECT_SIGNATURE' });
    },
    'NONE',
  ),
  answered(
    'OA-CRD-15',
    'one-result-for-each-reason',
    'Whatever the reason, its result is the one that belongs to it.',
    async (bureau, notes) => {
      const wanted = ['REQUEST_EXPIRED', 'AUTHORIZATION_REQUIRED', 'ASSOCIATION_CREDENTIAL_NOT_FOUND'];
      const issued = await bureau.issue(notes);
      for (const [reason, , provoke] of PROVOKED.filter(([one]) => wanted.includes(one))) {
        const { claims } = await provoke(bureau, issued, notes);
        must(
          claims.reason === reason && claims.result === resultOf(reason),
          `${reason} gives ${claims.result}.`,
        );
      }
      const { claims } = await bureau.first(issued.credentialId, notes);
      must(claims.result === 'PASS', `VERIFIED gives ${String(claims.result)}.`);
    },
  ),
  notPassed(
    'TSD-CRD-VER-50',
    'REQUEST_EXPIRED',
    'request-from-the-future',
    'A request that is made only in two minutes, by its own date.',
    (bureau, { credentialId }, notes) =>
      bureau.first(credentialId, notes, { iat: bureau.now() + 2 * MINUTE }),
  ),
  ...(['request_id', 'jti'] as const).map((member) =>
    notPassed(
      'TSD-CRD-VER-51',
      'REPLAY_DETECTED',
      member === 'jti' ? 'used-nonce-of-another-request' : 'used-id-of-another-request',
      `A request that has the ${member} of another one, and nothing else of it.`,
      async (bureau, { credentialId }, notes) => {
        const claims = bureau.requestClaims(credentialId, 'CREDENTIAL');
        mustSay(await bureau.verify(claims, notes), 'VERIFIED');
        const other = { ...bureau.requestClaims(credentialId, 'CREDENTIAL'), [member]: claims[member] ?? '' };
        return bureau.verify(other, notes);
      },
    ),
  ),
  answered(
    'TSD-CRD-VER-36',
    'four-results',
    'PASS, FAIL, INCONCLUSIVE and REVIEW_REQUIRED, each where it belongs.',
    async (bureau, notes) => {
      const by = new Map(PROVOKED.map(([reason, , provoke]) => [reason, provoke]));
      const result = async (reason: string): Promise<unknown> =>
        (await by.get(reason)?.(bureau, await bureau.issue(notes), notes))?.claims.result;
      const passed = (await bureau.first((await bureau.issue(notes)).credentialId, notes)).claims.result;
      const results = [
        passed,
        await result('ASSOCIATION_CREDENTIAL_NOT_ACTIVE'),
        await result('CREDIT_ASSERTION_UNAVAILABLE'),
        await result('REVIEW_REQUIRED'),
      ];
      must(
        isDeepStrictEqual(results, ['PASS', 'FAIL', 'INCONCLUSIVE', 'REVIEW_REQUIRED']),
        `The results are ${results.join(', ')}.`,
      );
    },
  ),
  answered(
    'TSD-CRD-VER-35',
    'says-how-far-it-got',
    'An answer that fails at the second level says that the first was completed.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      const told = await bureau.second(
        credentialId,
        notes,
        {},
        { agent_ids: [SUITE_IDS.agent], purposes: ['OTHER'] },
      );
      mustSay(told, 'AUTHORIZATION_SCOPE_MISMATCH', 'CREDENTIAL');
      mustSay(await bureau.second(credentialId, notes), 'VERIFIED', 'ASSOCIATED_CREDIT');
    },
  ),
  answered(
    'TSD-CRD-VER-40',
    'says-whether-the-assertion-is-good',
    'An answer of the second level says whether the subject’s assertion is good now.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      must((await bureau.second(credentialId, notes)).claims.assertion_valid === true, 'It does not say so.');
      const told = await bureau.knowing({ invalid_assertions: [ASSERTIONS.good] }, notes, () =>
        bureau.second(credentialId, notes),
      );
      mustSay(told, 'CREDIT_ASSERTION_INVALID', 'CREDENTIAL');
      must(told.claims.assertion_valid === false, 'It does not say that the assertion is bad.');
    },
  ),
  answered(
    'TSD-CRD-VER-45',
    'first-level-tells-no-credit',
    'An answer of the first level carries neither value nor rule, whatever was asked for.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      const asked = { data_items: ['credential_status', 'mapped_value', 'mapping_policy', 'usage_bound'] };
      const told = await bureau.first(credentialId, notes, asked);
      mustSay(told, 'VERIFIED', 'CREDENTIAL');
      mustHaveOnly(told, FIRST_LEVEL);
    },
  ),
  answered(
    'TSD-CRD-VER-46',
    'second-level-tells-no-more',
    'An answer of the second level has neither who the subject is, nor what its assertion holds, nor how the value was made.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      const told = await bureau.second(credentialId, notes);
      mustHaveOnly(told, SECOND_LEVEL);
      const text = JSON.stringify(told.claims);
      for (const secret of [CREDIT_IDS.subject, OWN_GRADE, ASSERTIONS.good, EVIDENCE.control.ref])
        must(!text.includes(secret), `The answer has ${secret} in it.`);
    },
  ),
  answered(
    'TSD-CRD-VER-20',
    'tells-what-was-asked-for',
    'What was not asked for is not in the answer.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      const told = await bureau.second(credentialId, notes, { data_items: ['assertion_valid'] });
      mustSay(told, 'VERIFIED', 'ASSOCIATED_CREDIT');
      for (const member of ['mapped_value', 'mapping_policy', 'usage_bound'])
        must(!(member in told.claims), `It tells ${member}, which nobody has asked for.`);
    },
  ),
  answered(
    'TSD-CRD-VER-02',
    'decides-nothing',
    'An answer says what was found and how far it may be used, and decides nothing for whoever relies on it.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      const told = await bureau.second(credentialId, notes);
      mustHaveOnly(told, SECOND_LEVEL);
      must(told.claims.purpose_limited === true, 'It is not limited to its purpose.');
      must(
        ['PASS', 'FAIL', 'INCONCLUSIVE', 'REVIEW_REQUIRED'].includes(String(told.claims.result)),
        'No result.',
      );
    },
  ),
  answered(
    'TSD-CRD-VER-21',
    'leaves-a-record',
    'The record of a verification can be fetched by its id, and is the answer that was given; a stranger gets nothing.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      const told = await bureau.second(credentialId, notes);
      const record = await recordOf(bureau, told.claims, notes);
      must(isDeepStrictEqual(record.claims, told.claims), 'The record is another answer than was given.');
      const recordId = String(told.claims.jti);
      const { otherShop } = bureau.around;
      const command = bureau.command(
        'credit.record',
        recordId,
        { iss: CREDIT_IDS.otherShop },
        otherShop.signer,
      );
      mustRefuse(
        await bureau.get(`/credit/verifications/${encodeURIComponent(recordId)}`, command, notes),
        'command_not_permitted',
      );
    },
  ),
  unanswered(
    'TSD-CRD-VER-07',
    'request-comes-first',
    'A request that is too old and badly signed is too old: its time is looked at first.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      const claims = bureau.requestClaims(credentialId, 'CREDENTIAL');
      const late = { ...claims, iat: bureau.now() - 3 * MINUTE };
      const stranger = { signer: bureau.around.unlistedShop.signer };
      mustSay(await bureau.verify(late, notes, stranger), 'REQUEST_EXPIRED', 'NONE');
      mustSay(await bureau.verify(claims, notes, stranger), 'REQUEST_PROOF_INVALID', 'NONE');
      mustSay(await bureau.verify(claims, notes), 'VERIFIED', 'CREDENTIAL');
    },
  ),
  unanswered(
    'TSD-CRD-VER-14',
    'first-fault-counts',
    'A request with several faults gets the reason of the first step, and never PASS.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      await bureau.order('suspend', credentialId, notes);
      const faulty = { purpose: 'SOMETHING_ELSE' };
      mustSay(await bureau.first(credentialId, notes, faulty), 'AUTHORIZATION_SCOPE_MISMATCH', 'NONE');
      mustSay(await bureau.first(credentialId, notes), 'ASSOCIATION_CREDENTIAL_NOT_ACTIVE', 'NONE');
      await bureau.order('resume', credentialId, notes);
      mustSay(await bureau.first(credentialId, notes), 'VERIFIED', 'CREDENTIAL');
    },
  ),
  unanswered(
    'TSD-CRD-VER-15',
    'first-level-comes-first',
    'Of a bad credential no credit is verified, and the subject is not asked.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      const claims = bureau.requestClaims(credentialId, 'ASSOCIATED_CREDIT');
      await bureau.order('suspend', credentialId, notes);
      mustSay(await bureau.verify(claims, notes), 'ASSOCIATION_CREDENTIAL_NOT_ACTIVE', 'NONE');
      const asked = (await bureau.questions(notes)).map(({ request_id }) => request_id);
      must(!asked.includes(claims.request_id ?? ''), 'The subject is asked about a bad credential.');
      await bureau.order('resume', credentialId, notes);
      mustSay(await bureau.second(credentialId, notes), 'VERIFIED', 'ASSOCIATED_CREDIT');
    },
  ),
  answered(
    'OA-CRD-08',
    'nothing-completed-nothing-told',
    'To whoever may not know, and where nothing was completed, NONE and NOT_DISCLOSED.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      const stranger = { signer: bureau.around.unlistedShop.signer };
      const told = await bureau.verify(bureau.requestClaims(credentialId, 'CREDENTIAL'), notes, stranger);
      mustSay(told, 'REQUEST_PROOF_INVALID', 'NONE');
      must(told.claims.credential_status === 'NOT_DISCLOSED', 'A stranger is told the state.');
      const ofAnother = await bureau.first(credentialId, notes, { agent_id: SUITE_IDS.otherAgent });
      mustSay(ofAnother, 'ASSOCIATION_PROOF_INVALID', 'NONE');
      must(
        ofAnother.claims.credential_status === 'NOT_DISCLOSED',
        'The state is told of another’s credential.',
      );
      const passed = await bureau.first(credentialId, notes);
      must(passed.claims.credential_status === 'ACTIVE', 'What passed does not say its state.');
    },
  ),
];

export const messageCases: readonly CreditCase[] = [
  unanswered(
    'OA-CRD-01',
    'under-another-type',
    'A request under the type of another message is none.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      const claims = bureau.requestClaims(credentialId, 'CREDENTIAL');
      const typ = 'act-credit-answer+jwt';
      const forge = { header: (header: JsonObject) => ({ ...header, typ }) };
      const answer = await bureau.askVerification(claims, notes, { forge });
      mustRefuse(answer, 'jws_typ_mismatch');
      mustSay(await bureau.verify(claims, notes), 'VERIFIED', 'CREDENTIAL');
    },
  ),
  notPassed(
    'OA-CRD-01',
    'INVALID_REQUEST',
    'credential-with-another-member',
    'A credential that is presented with a member that it does not have.',
    (bureau, { credentialId, credential }, notes) => {
      const more = { credential: { ...credential, approved: true } };
      return bureau.verify(bureau.requestClaims(credentialId, 'CREDENTIAL'), notes, { claims: more });
    },
  ),
  notPassed(
    'TSD-CRD-VER-42',
    'REQUEST_EXPIRED',
    'answer-has-an-end',
    'An answer has an end, and a request of yesterday gets no new one.',
    async (bureau, { credentialId }, notes) => {
      const { claims } = await bureau.first(credentialId, notes);
      must(Number(claims.exp) > Number(claims.iat), 'The answer ends before it begins.');
      return bureau.first(credentialId, notes, { iat: bureau.now() - DAY });
    },
  ),
];
