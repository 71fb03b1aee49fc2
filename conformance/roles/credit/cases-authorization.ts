import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../../forge/json.ts';
import { SUITE_IDS, utc } from '../../live/cast.ts';
import type { Notes } from '../../run/case.ts';
import { type Bureau, id, mustSay, type Spoilt, type Told, without } from './bureau.ts';
import { CREDIT_IDS } from './ids.ts';
import {
  ASSOCIATION,
  answered,
  badAuthorization,
  type CreditCase,
  must,
  mustRefuse,
  mustSucceed,
  notPassed,
  PROXY,
  unanswered,
  VERIFICATION,
} from './steps.ts';

const WINDOW = 120;

/** A case of the platform mode. */
const proxied = (one: CreditCase): CreditCase => ({ ...one, needs: [ASSOCIATION, VERIFICATION, PROXY] });

function standing(bureau: Bureau, most: number, changes: JsonObject = {}): JsonObject {
  return {
    mode: 'PLATFORM_PROXY',
    platform_proxy: CREDIT_IDS.platform,
    frequency_limit: { max_requests_per_window: most, window_duration: WINDOW },
    valid_from: utc(bureau.now()),
    ...changes,
  };
}

const withoutRequest = without('request_id');

async function give(bureau: Bureau, most: number, notes: Notes, changes: JsonObject = {}): Promise<string> {
  return bureau.authorize(standing(bureau, most, changes), notes, withoutRequest);
}

/** The platform asks for the shop, under the authorisation that it was given. */
function byPlatform(
  bureau: Bureau,
  credentialId: string,
  authorization_id: string,
  notes: Notes,
  spoilt: Spoilt = {},
): Promise<Told> {
  const claims = {
    ...bureau.requestClaims(credentialId, 'ASSOCIATED_CREDIT'),
    iss: CREDIT_IDS.platform,
    authorization_id,
  };
  const { platform } = bureau.around;
  return bureau.verify(claims, notes, { signer: platform.signer, ...spoilt });
}

/** A PER_REQUEST authorisation over something else than what is asked. */
const beyond = (
  requirement: string,
  slug: string,
  title: string,
  allowed: JsonObject,
  reason = 'AUTHORIZATION_SCOPE_MISMATCH',
): CreditCase =>
  notPassed(
    requirement,
    reason,
    slug,
    title,
    (bureau, { credentialId }, notes) => bureau.second(credentialId, notes, {}, allowed),
    'CREDENTIAL',
  );

export const authorizationCases: readonly CreditCase[] = [
  unanswered(
    'TSD-CRD-AUTH-01',
    'for-an-active-credential',
    'Of a credential that is not ACTIVE no query is authorised.',
    async (bureau, notes) => {
      // Of this agent no other case leaves a credential ACTIVE.
      const about = { agent_ids: [SUITE_IDS.otherAgent] };
      const { credentialId } = await bureau.issue(notes, bureau.developed());
      await bureau.order('suspend', credentialId, notes);
      mustRefuse(await bureau.askAuthorization({ claims: about }, notes), 'credit_credential_not_active');
      await bureau.order('resume', credentialId, notes);
      await bureau.authorize(about, notes);
      await bureau.order('revoke', credentialId, notes);
    },
  ),
  badAuthorization(
    'TSD-CRD-AUTH-02',
    'credit_subject_unverified',
    'signed-by-another',
    'An authorisation that the subject has not signed.',
    ({ around }) => ({ signer: around.cast.stranger }),
  ),
  badAuthorization(
    'TSD-CRD-AUTH-02',
    'credit_request_invalid',
    'for-another-service',
    'An authorisation that is made out to another service.',
    () => ({ claims: { aud: 'did:act:other.example/credit' } }),
  ),
  unanswered(
    'TSD-CRD-AUTH-03',
    'settled-before-it-is-asked',
    'The subject is asked with purpose, items and context, and not without one of them.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      const asked = async (): Promise<readonly unknown[]> =>
        (await bureau.questions(notes)).map(({ request_id }) => request_id);
      for (const member of ['purpose', 'data_items', 'business_context']) {
        const bad = bureau.requestClaims(credentialId, 'ASSOCIATED_CREDIT');
        const answer = await bureau.askVerification(bad, notes, without(member));
        if (answer.status === 200) must(answer.body?.answer !== undefined, 'There is no answer.');
        else mustRefuse(answer, 'schema_mismatch');
        must(!(await asked()).includes(bad.request_id), `The subject is asked without ${member}.`);
      }
      const good = bureau.requestClaims(credentialId, 'ASSOCIATED_CREDIT');
      mustSay(await bureau.verify(good, notes), 'AUTHORIZATION_REQUIRED', 'CREDENTIAL');
      const question = (await bureau.questions(notes)).find(
        ({ request_id }) => request_id === good.request_id,
      );
      must(question !== undefined, 'The subject is not asked.');
      must(isDeepStrictEqual(question, good), 'It is asked something else.');
    },
  ),
  answered(
    'TSD-CRD-AUTH-15',
    'asked-each-time',
    'Each time the subject is asked, and the same request is answered once it has authorised it.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      for (let times = 0; times < 2; times += 1) {
        const claims = bureau.requestClaims(credentialId, 'ASSOCIATED_CREDIT');
        mustSay(await bureau.verify(claims, notes), 'AUTHORIZATION_REQUIRED', 'CREDENTIAL');
        await bureau.authorize({ request_id: claims.request_id ?? '' }, notes);
        mustSay(await bureau.verify({ ...claims, jti: id('crm') }, notes), 'VERIFIED', 'ASSOCIATED_CREDIT');
        const open = (await bureau.questions(notes)).map(({ request_id }) => request_id);
        must(!open.includes(claims.request_id ?? ''), 'The subject is still asked.');
      }
    },
  ),
  answered(
    'TSD-CRD-AUTH-25',
    'one-exchange',
    'Request, question, confirmation and answer are one exchange under one id, which is used up by the answer.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      const claims = bureau.requestClaims(credentialId, 'ASSOCIATED_CREDIT');
      const asked = { ...claims, jti: id('crm') };
      mustSay(await bureau.verify(asked, notes), 'AUTHORIZATION_REQUIRED', 'CREDENTIAL');
      const question = (await bureau.questions(notes)).find((one) => one.request_id === claims.request_id);
      must(question !== undefined, 'The subject is not asked under the id of the request.');
      const { relying_party = '', agent_id = '', purpose = '', data_items = [] } = question ?? {};
      const allowed = {
        relying_parties: [relying_party],
        agent_ids: [agent_id],
        purposes: [purpose],
        data_items,
      };
      await bureau.authorize({ request_id: claims.request_id ?? '', ...allowed }, notes);
      mustSay(await bureau.verify({ ...claims, jti: id('crm') }, notes), 'VERIFIED', 'ASSOCIATED_CREDIT');
      mustSay(await bureau.verify({ ...claims, jti: id('crm') }, notes), 'REPLAY_DETECTED', 'NONE');
    },
  ),
  badAuthorization(
    'TSD-CRD-AUTH-05',
    'schema_mismatch',
    'without-agents',
    'An authorisation that names no agents.',
    () => without('agent_ids'),
  ),
  badAuthorization(
    'TSD-CRD-AUTH-06',
    'schema_mismatch',
    'of-another-level',
    'An authorisation of the first level does not serve for the second.',
    () => ({ claims: { level: 'CREDENTIAL' } }),
  ),
  badAuthorization(
    'TSD-CRD-AUTH-11',
    'schema_mismatch',
    'without-an-end',
    'An authorisation without an end.',
    () => without('valid_until'),
  ),
  beyond(
    'TSD-CRD-AUTH-11',
    'before-it-begins',
    'Before its beginning an authorisation serves for nothing.',
    { valid_from: '2099-01-01T00:00:00Z', valid_until: '2099-01-02T00:00:00Z' },
    'AUTHORIZATION_EXPIRED',
  ),
  badAuthorization(
    'TSD-CRD-AUTH-12',
    'schema_mismatch',
    'without-restrictions',
    'An authorisation that does not say what may be done with a result.',
    () => without('use_restrictions'),
  ),
  answered(
    'TSD-CRD-AUTH-12',
    'answer-repeats-restrictions',
    'The answer says what may be done with it.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      const use_restrictions = { may_store: true, retention_seconds: 3_600, may_transfer: false };
      const { claims } = await bureau.second(credentialId, notes, {}, { use_restrictions });
      must(
        isDeepStrictEqual(claims.use_restrictions, use_restrictions),
        'The answer has other restrictions.',
      );
    },
  ),
  badAuthorization(
    'TSD-CRD-AUTH-16',
    'schema_mismatch',
    'bound-to-no-request',
    'An authorisation of one request that names none.',
    () => withoutRequest,
  ),
  beyond('TSD-CRD-AUTH-08', 'for-another-purpose', 'An authorisation for another purpose.', {
    purposes: ['SOMETHING_ELSE'],
  }),
  beyond('TSD-CRD-AUTH-09', 'of-other-items', 'An authorisation of other items than are asked for.', {
    data_items: ['assertion_valid'],
  }),
  notPassed(
    'TSD-CRD-AUTH-17',
    'AUTHORIZATION_SCOPE_MISMATCH',
    'for-another-request',
    'An authorisation of one request serves no other.',
    async (bureau, { credentialId }, notes) => {
      const authorization_id = await bureau.authorize({}, notes);
      return bureau.verify(
        { ...bureau.requestClaims(credentialId, 'ASSOCIATED_CREDIT'), authorization_id },
        notes,
      );
    },
    'CREDENTIAL',
  ),
  badAuthorization(
    'OA-CRD-19',
    'schema_mismatch',
    'to-be-handed-on',
    'An authorisation that lets a result be handed on.',
    () => ({ claims: { use_restrictions: { may_store: false, may_transfer: true } } }),
  ),
  proxied(
    badAuthorization(
      'TSD-CRD-AUTH-10',
      'schema_mismatch',
      'platform-without-limit',
      'A platform without a limit.',
      (bureau) => ({
        claims: standing(bureau, 2),
        forge: {
          payload: ({ frequency_limit: _limit, request_id: _request, ...rest }) => rest,
        },
      }),
    ),
  ),
  unanswered(
    'TSD-CRD-AUTH-14',
    'taken-back',
    'The subject takes an authorisation back, and from the answer on nothing passes under it; nobody else does.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      const claims = bureau.requestClaims(credentialId, 'ASSOCIATED_CREDIT');
      const given = await bureau.authorize({ request_id: claims.request_id ?? '' }, notes);
      mustRefuse(await bureau.askRevocation(id('cau'), notes), 'credit_authorization_unknown');
      const { otherSubject } = bureau.around;
      const by = { claims: { iss: CREDIT_IDS.otherSubject }, signer: otherSubject };
      mustRefuse(await bureau.askRevocation(given, notes, by), 'command_not_permitted');
      mustSucceed(await bureau.askRevocation(given, notes), 200);
      mustSay(await bureau.verify(claims, notes), 'AUTHORIZATION_REVOKED', 'CREDENTIAL');
      mustSay(await bureau.second(credentialId, notes), 'VERIFIED', 'ASSOCIATED_CREDIT');
    },
  ),
  proxied(
    answered(
      'TSD-CRD-AUTH-18',
      'platform-asks',
      'Within what it was given a platform asks without the subject.',
      async (bureau, notes) => {
        const { credentialId } = await bureau.issue(notes);
        const given = await give(bureau, 3, notes);
        for (let times = 0; times < 3; times += 1)
          mustSay(await byPlatform(bureau, credentialId, given, notes), 'VERIFIED', 'ASSOCIATED_CREDIT');
      },
    ),
  ),
  proxied(
    answered(
      'TSD-CRD-AUTH-19',
      'race-exactly-so-many',
      'Of eight requests at once exactly as many pass as the window has room for.',
      async (bureau, notes) => {
        const { credentialId } = await bureau.issue(notes);
        const given = await give(bureau, 3, notes);
        const told = await Promise.all(
          Array.from({ length: 8 }, () => byPlatform(bureau, credentialId, given, notes)),
        );
        const passed = told.filter(({ claims }) => claims.reason === 'VERIFIED');
        must(passed.length === 3, `${passed.length} requests passed, where 3 were allowed.`);
        for (const one of told.filter(({ claims }) => claims.reason !== 'VERIFIED'))
          mustSay(one, 'AUTHORIZATION_SCOPE_MISMATCH', 'CREDENTIAL');
      },
    ),
  ),
  proxied(
    answered(
      'OA-CRD-10',
      'next-window',
      'The request after the last one of a window does not pass, and the first one of the next window does.',
      async (bureau, notes) => {
        const { credentialId } = await bureau.issue(notes);
        const valid_until = utc(bureau.now() + 5 * WINDOW);
        const given = await give(bureau, 1, notes, { valid_until });
        mustSay(await byPlatform(bureau, credentialId, given, notes), 'VERIFIED');
        mustSay(await byPlatform(bureau, credentialId, given, notes), 'AUTHORIZATION_SCOPE_MISMATCH');
        await bureau.control.advance(WINDOW, notes);
        mustSay(await byPlatform(bureau, credentialId, given, notes), 'VERIFIED');
        mustSay(await byPlatform(bureau, credentialId, given, notes), 'AUTHORIZATION_SCOPE_MISMATCH');
      },
    ),
  ),
  proxied(
    answered(
      'OA-CRD-10',
      'windows-begin-with-the-authorisation',
      'A window is as long as it says, counted from the beginning of the authorisation and not from a full one of the clock.',
      async (bureau, notes) => {
        const { credentialId } = await bureau.issue(notes);
        // A quarter of a window into one of the clock, so that one of the clock ends before the first of the authorisation.
        const ahead = (WINDOW * 5) / 4 - (bureau.now() % WINDOW);
        await bureau.control.advance(ahead, notes);
        const valid_until = utc(bureau.now() + 5 * WINDOW);
        const given = await give(bureau, 1, notes, { valid_until });
        mustSay(await byPlatform(bureau, credentialId, given, notes), 'VERIFIED');
        await bureau.control.advance((WINDOW * 3) / 4, notes);
        mustSay(await byPlatform(bureau, credentialId, given, notes), 'AUTHORIZATION_SCOPE_MISMATCH');
        await bureau.control.advance(WINDOW / 2, notes);
        mustSay(await byPlatform(bureau, credentialId, given, notes), 'VERIFIED');
      },
    ),
  ),
  proxied(
    unanswered(
      'OA-CRD-22',
      'in-the-confirmed-way',
      'A subject that has confirmed to authorise each request by itself leaves none to a platform.',
      async (bureau, notes) => {
        const claims = { authorization_modes: ['PER_REQUEST'] };
        const { credentialId } = await bureau.issue(notes, { claims });
        mustSay(await bureau.second(credentialId, notes), 'VERIFIED', 'ASSOCIATED_CREDIT');
        const told = await byPlatform(bureau, credentialId, await give(bureau, 3, notes), notes);
        mustSay(told, 'AUTHORIZATION_SCOPE_MISMATCH', 'CREDENTIAL');
        must(!('mapped_value' in told.claims), 'What did not pass tells a value.');
        mustSay(await bureau.second(credentialId, notes), 'VERIFIED', 'ASSOCIATED_CREDIT');
        const both = await bureau.issue(notes);
        const given = await give(bureau, 3, notes);
        mustSay(await byPlatform(bureau, both.credentialId, given, notes), 'VERIFIED', 'ASSOCIATED_CREDIT');
      },
    ),
  ),
  proxied(
    notPassed(
      'TSD-CRD-AUTH-21',
      'AUTHORIZATION_REVOKED',
      'platform-after-revocation',
      'After the subject has revoked, a platform verifies nothing more.',
      async (bureau, { credentialId }, notes) => {
        const given = await give(bureau, 3, notes);
        mustSay(await byPlatform(bureau, credentialId, given, notes), 'VERIFIED');
        mustSucceed(await bureau.askRevocation(given, notes), 200);
        return byPlatform(bureau, credentialId, given, notes);
      },
      'CREDENTIAL',
    ),
  ),
  proxied(
    notPassed(
      'TSD-CRD-AUTH-22',
      'AUTHORIZATION_SCOPE_MISMATCH',
      'another-asks-for-the-platform',
      'Another than the platform asks under its authorisation.',
      async (bureau, { credentialId }, notes) => {
        const given = await give(bureau, 3, notes);
        const { otherShop } = bureau.around;
        const spoilt = { signer: otherShop.signer, claims: { iss: CREDIT_IDS.otherShop } };
        return byPlatform(bureau, credentialId, given, notes, spoilt);
      },
      'CREDENTIAL',
    ),
  ),
];
