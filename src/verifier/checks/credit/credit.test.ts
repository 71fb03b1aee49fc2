import { readdir } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { signCredential } from '../../../protocol/credit/index.ts';
import type { Code } from '../../../protocol/errors/index.ts';
import type { CreditAuthorizationClaims, CreditRequestClaims } from '../../../protocol/generated/types.ts';
import { type MessageKind, signMessage } from '../../../protocol/messages/index.ts';
import { formatUtcSeconds } from '../../../protocol/time/index.ts';
import type { Check } from '../../check.ts';
import { type CreditVerificationState, creditOutcomeOf, verifyCreditRequest } from '../../index.ts';
import { createActors, IDS, WORLD_NOW } from '../../testing/actors.ts';
import { without } from '../../testing/cases.ts';
import { posingAs } from '../../testing/changes.ts';
import {
  buildCreditWorld,
  CREDIT,
  type CreditWorld,
  createCreditActors,
  issuedOver,
} from '../../testing/credit-world.ts';

let world: CreditWorld;
beforeAll(async () => {
  const actors = await createActors();
  world = await buildCreditWorld(actors, await createCreditActors(actors));
});

/** What one case changes. */
interface Spoilt {
  readonly request?: Partial<CreditRequestClaims>;
  readonly state?: Partial<CreditVerificationState>;
  readonly authorization?: Partial<CreditAuthorizationClaims>;
  readonly signer?: 'forged' | 'platform';
  readonly now?: number;
}

async function judge({ request = {}, state = {}, authorization, signer, now = WORLD_NOW }: Spoilt) {
  const { merchant, otherMerchant } = world.actors;
  const by =
    signer === 'forged'
      ? posingAs(merchant, otherMerchant)
      : signer === 'platform'
        ? world.credit.platform.signer
        : merchant.signer;
  const compact = await signMessage('creditRequest', { ...world.request, ...request }, by);
  const given = {
    ...world.state,
    ...(authorization && {
      authorization: { claims: { ...world.authorization, ...authorization }, revoked: false, used: 0 },
    }),
    ...state,
  };
  const { trustList } = world;
  return verifyCreditRequest(compact, { trustList, now, audience: CREDIT.service }, given);
}

/** The check by its file, the code, and what spoils the world; `otherwise` comes back when the check is taken out. */
type Row = readonly [
  file: string,
  code: Code,
  spoilt: Spoilt | (() => Spoilt | Promise<Spoilt>),
  otherwise?: Code,
];

const proxy = {
  mode: 'PLATFORM_PROXY',
  platform_proxy: CREDIT.platform,
  frequency_limit: { max_requests_per_window: 2, window_duration: 60 },
} as const;

const ROWS: readonly Row[] = [
  ['request-audience', 'credit_request_invalid', { request: { aud: IDS.psp } }],
  ['request-time', 'credit_request_expired', { request: { iat: WORLD_NOW - 61 } }],
  ['request-time', 'credit_request_expired', { request: { iat: WORLD_NOW + 61 } }],
  ['request-new', 'credit_request_replayed', { state: { replay: 'used' } }],
  ['request-signature', 'credit_request_proof_invalid', { signer: 'forged' }],
  [
    'relying-party',
    'credit_request_proof_invalid',
    { signer: 'platform', request: { iss: CREDIT.platform, level: 'CREDENTIAL' } },
  ],
  [
    'credential-found',
    'credit_credential_not_found',
    { state: { credential: undefined, status: undefined } as unknown as Partial<CreditVerificationState> },
    'credit_credential_not_active',
  ],
  [
    'issued',
    'credit_credential_not_active',
    { state: { credential: undefined, status: 'PENDING' } as unknown as Partial<CreditVerificationState> },
    'credit_credential_not_found',
  ],
  [
    'presented',
    'credit_proof_invalid',
    () => ({ request: { credential: { ...world.credential, predecessor: 'crd-0' } } }),
  ],
  [
    'outer-signature',
    'credit_proof_invalid',
    async () => ({
      state: {
        credential: await signCredential(
          { ...world.credential, issued_at: world.association.valid_from },
          posingAs(world.credit.service, world.credit.forger),
        ),
      },
    }),
  ],
  [
    'inner-signature',
    'credit_proof_invalid',
    async () => {
      const more = { ...world.association, usage_bound: { max_amount: '9000.00', currency: 'CNY' } };
      const { issuer_signature: _by, ...unsigned } = world.credential;
      const { signer } = world.credit.service;
      return { state: { credential: await signCredential({ ...unsigned, association: more }, signer) } };
    },
  ],
  ['agent-registered', 'credit_agent_not_registered', { state: { agent: 'unknown' } }],
  [
    'same-parties',
    'credit_proof_invalid',
    { request: { agent_id: IDS.otherAgent } },
    'credit_scope_mismatch',
  ],
  ['same-parties', 'credit_proof_invalid', { request: { subject_id: CREDIT.otherSubject } }],
  ['same-parties', 'credit_proof_invalid', { request: { role: 'DEVELOPER' } }],
  [
    'purpose',
    'credit_scope_mismatch',
    { request: { purpose: 'MARKETING' }, authorization: { purposes: ['MARKETING'] } },
  ],
  [
    'scope',
    'credit_scope_mismatch',
    { request: { business_context: { transaction_type: 'transport/ship' } } },
  ],
  ['reassessment', 'credit_review_required', { state: { review: true } }],
  [
    'reassessment',
    'credit_review_required',
    { state: { review: true, status: 'SUSPENDED' } },
    'credit_credential_not_active',
  ],
  ['active', 'credit_credential_not_active', { state: { status: 'SUSPENDED' } }],
  ['active', 'credit_credential_not_active', { state: { status: 'REVOKED', review: true } }],
  [
    'in-force',
    'credit_credential_not_active',
    async () => ({
      state: {
        credential: await issuedOver(
          { ...world.association, valid_until: formatUtcSeconds(WORLD_NOW) },
          world.credit,
        ),
      },
    }),
  ],
  ['assertion-named', 'credit_assertion_invalid', { request: { subject_assertion_ref: 'cas-2' } }],
  [
    'confirmation-strength',
    'credit_review_required',
    async () => ({
      request: { minimum_confirmation: 'DIRECT_SIGNATURE' },
      state: {
        credential: await issuedOver(
          { ...world.association, confirmation_method: 'ATTESTED_CONFIRMATION' },
          world.credit,
        ),
      },
    }),
  ],
  [
    'authorized',
    'credit_authorization_required',
    { state: { authorization: undefined } as unknown as Partial<CreditVerificationState> },
  ],
  [
    'authorization-kept',
    'credit_authorization_revoked',
    () => ({ state: { authorization: { claims: world.authorization, revoked: true, used: 0 } } }),
  ],
  [
    'authorization-time',
    'credit_authorization_expired',
    { authorization: { valid_until: formatUtcSeconds(WORLD_NOW) } },
  ],
  [
    'authorization-time',
    'credit_authorization_expired',
    { authorization: { valid_from: formatUtcSeconds(WORLD_NOW + 1) } },
  ],
  ['authorization-subject', 'credit_scope_mismatch', { authorization: { iss: CREDIT.otherSubject } }],
  [
    'authorization-mode',
    'credit_scope_mismatch',
    async () => ({
      state: {
        credential: await issuedOver(
          { ...world.association, authorization_modes: ['PLATFORM_PROXY'] },
          world.credit,
        ),
      },
    }),
  ],
  [
    'authorization-parties',
    'credit_scope_mismatch',
    { authorization: { relying_parties: [IDS.otherMerchant] } },
  ],
  ['authorization-parties', 'credit_scope_mismatch', { authorization: { agent_ids: [IDS.otherAgent] } }],
  ['authorization-asker', 'credit_scope_mismatch', { signer: 'platform', request: { iss: CREDIT.platform } }],
  ['authorization-purpose', 'credit_scope_mismatch', { authorization: { purposes: ['MARKETING'] } }],
  [
    'authorization-data',
    'credit_scope_mismatch',
    { request: { data_items: ['mapped_value', 'usage_bound'] } },
  ],
  ['authorization-request', 'credit_scope_mismatch', { request: { request_id: 'crq-2' } }],
  [
    'authorization-rate',
    'credit_scope_mismatch',
    () => {
      const { request_id: _one, ...standing } = world.authorization;
      return {
        signer: 'platform',
        request: { iss: CREDIT.platform },
        state: { authorization: { claims: { ...standing, ...proxy }, revoked: false, used: 2 } },
      };
    },
  ],
  ['assertion-available', 'credit_assertion_unavailable', { state: { assertion: 'unavailable' } }],
  ['assertion-valid', 'credit_assertion_invalid', { state: { assertion: 'invalid' } }],
  ['mapping-known', 'credit_inconclusive', { state: { mapping: 'unavailable' } }],
  ['mapping-supported', 'credit_mapping_unsupported', { state: { mapping: 'unsupported' } }],
];

const load = async (file: string) =>
  (await import(new URL(`${file}.ts`, import.meta.url).href)).check as Check<never>;

describe('a verification of associated credit', () => {
  test('passes at both levels', async () => {
    expect(creditOutcomeOf(await judge({}))).toEqual({ reason: 'VERIFIED', completed: 'ASSOCIATED_CREDIT' });
    const first = await judge({
      request: { level: 'CREDENTIAL' },
      state: { authorization: undefined, assertion: 'unavailable' } as unknown as object,
    });
    expect(creditOutcomeOf(first)).toEqual({ reason: 'VERIFIED', completed: 'CREDENTIAL' });
  });

  test('a platform asks for somebody within its rate', async () => {
    const { request_id: _one, ...standing } = world.authorization;
    const judged = await judge({
      signer: 'platform',
      request: { iss: CREDIT.platform },
      state: { authorization: { claims: { ...standing, ...proxy }, revoked: false, used: 1 } },
    });
    expect(judged.refusal).toBeUndefined();
  });

  test.each(ROWS.map((row, index) => [row[0], row[1], index] as const))(
    '%s refuses with %s (%i), and nothing else does',
    async (file, code, index) => {
      const [, , spoilt, otherwise] = ROWS[index] ?? [];
      const what = typeof spoilt === 'function' ? await spoilt() : (spoilt ?? {});
      expect((await judge({})).verdict).toBe('accepted');
      const check = await load(file);
      const judged = await judge(what);
      expect(judged.refusal).toMatchObject({ code, requirement: check.requirement });
      const mutant = await without(check, () => judge(what));
      expect(mutant.refusal?.code).toBe(otherwise);
      expect((await judge({})).verdict).toBe('accepted');
    },
  );

  test('each check of the folder has a row', async () => {
    const names = await readdir(new URL('.', import.meta.url));
    const files = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    expect(new Set(ROWS.map(([file]) => `${file}.ts`))).toEqual(new Set(files));
  });

  test('who asks and who issued are told apart when they are not trusted (TSD-CRD-VER-06, OA-CRD-02)', async () => {
    const stranger = await judge({ request: { iss: 'did:act:nobody.example/shop' } });
    expect(creditOutcomeOf(stranger)).toEqual({ reason: 'REQUEST_PROOF_INVALID', completed: 'NONE' });
    const association = { ...world.association, issuer: 'did:act:credit.example/other' };
    const credential = await issuedOver(association, {
      service: world.credit.forger,
      subject: world.credit.subject,
    });
    const foreign = await judge({ state: { credential } });
    expect(creditOutcomeOf(foreign)).toEqual({ reason: 'ASSOCIATION_PROOF_INVALID', completed: 'NONE' });
  });

  test('what is no request of this version asks for nothing', async () => {
    const kind: MessageKind = 'command';
    const claims = { iss: IDS.merchant, aud: CREDIT.service, jti: 'x', iat: WORLD_NOW } as const;
    const other = { ...claims, action: 'credit.confirm', target: 'crd-1' } as const;
    const compact = await signMessage(kind, other, world.actors.merchant.signer);
    const { trustList, state } = world;
    const context = { trustList, now: WORLD_NOW, audience: CREDIT.service };
    const judged = await verifyCreditRequest(compact, context, state);
    expect(creditOutcomeOf(judged)).toEqual({ reason: 'INVALID_REQUEST', completed: 'NONE' });
  });
});
