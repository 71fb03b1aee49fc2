/** A subject that vouches for an agent with its credit, shops that ask about it, and what the credit service does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Claims, digest, newName } from '../../demo/attacks/kit.ts';
import { readPublicJwk } from '../../src/http/key-file.ts';
import { REASON_CODE, signAssociation } from '../../src/protocol/credit/index.ts';
import type { CreditAssociation, CreditReason } from '../../src/protocol/generated/types.ts';
import { canonicalText, type JsonValue } from '../../src/protocol/json/index.ts';
import { localSigner, type PrivateJwk } from '../../src/protocol/jws/index.ts';
import { readMessage } from '../../src/protocol/messages/index.ts';
import { formatUtcSeconds } from '../../src/protocol/time/index.ts';
import { openTrustList, verifyCreditAnswer } from '../../src/verifier/index.ts';
import type { CreditOrderStep, CreditStep, KnownStep, VouchStep } from '../format.ts';
import { Refused } from '../refused.ts';
import { ASSERTION, type CreditOffice, EVIDENCE } from '../world/credit.ts';
import { agentId, CREDIT, SUBJECT, shopId } from '../world/plan.ts';
import { agentSender, bankSender, exchanged, keyAt, shopSender, signed, signedCommand } from './forge.ts';
import { addressOf, agentNameOf, filled, type Kept, keptOf, type Play, type Run } from './run.ts';

const PURPOSE = 'MERCHANT_RISK_REFERENCE';

function officeOf({ world }: Run): CreditOffice {
  if (world.credit === undefined) throw new Error('the world has no credit service');
  return world.credit;
}

function post(run: Run, path: string, body: unknown): Promise<Kept> {
  const headers = { 'content-type': 'application/json' };
  return exchanged(`${addressOf(run, 'log')}${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
}

const digestOfObject = (value: unknown): string => digest(canonicalText(value as JsonValue));

/** Applies and, unless it is only to be applied for, confirms. */
export const vouch: Play<VouchStep> = async (run, raw) => {
  const step = filled(run, raw);
  const { subject } = officeOf(run);
  const agent = agentSender(run, agentNameOf(run, step));
  const application =
    step.again === undefined
      ? await signed(run, 'act-credit-application+jwt', applicationOf(run, step), subject, step.forgery)
      : String(keptOf(run, step.again).application);
  const attestation = readFileSync(
    join(run.world.keys, agentNameOf(run, step), 'agent-attestation.jwt'),
    'utf8',
  ).trim();
  const order = { aud: CREDIT, action: 'credit.control', target: SUBJECT };
  const params = { digest: digest(application) };
  const control_proof = await signedCommand(run, agent, { ...order, params });
  const draft = await post(run, '/credit/applications', {
    application,
    agent_attestation: attestation,
    ...(step.control === false ? {} : { control_proof }),
  });
  const made = { ...draft, application };
  if (step.only === 'apply') return made;
  return { ...made, ...(await confirm(run, step, draft)) };
};

function applicationOf(run: Run, { application }: VouchStep): Claims {
  return {
    ...{ iss: SUBJECT, aud: CREDIT, jti: newName('cap'), iat: run.world.now() },
    agent_id: agentId(agentNameOf(run, {})),
    role: 'OPERATOR',
    relationship_evidence: [{ ref: EVIDENCE, digest: 'A'.repeat(43) }],
    confirmation_method: 'DIRECT_SIGNATURE',
    authorization_modes: ['PER_REQUEST', 'PLATFORM_PROXY'],
    revocation_method: 'SIGNED_COMMAND',
    subject_assertion_ref: ASSERTION,
    statement: 'I operate this agent; my credit may be referred to for tea only.',
    purposes: [PURPOSE],
    scope: { transaction_types: ['food/drink'] },
    valid_until: formatUtcSeconds(run.world.now() + 30 * 86_400),
    ...application,
  };
}

/** As it was chosen: by the inner signature, or by a command at the service; `with` is another key than the subject's. */
async function confirm(run: Run, step: VouchStep, draft: Kept): Promise<Kept> {
  const { subject } = officeOf(run);
  const association = draft.association as CreditAssociation;
  const key = step.with === undefined ? subject : keyAt(run, step.with);
  const path = `/credit/credentials/${draft.credential_id}/confirmation`;
  if (association.confirmation_method === 'DIRECT_SIGNATURE') {
    const signer = localSigner(key.jwk as unknown as PrivateJwk, { kid: 'A'.repeat(43) });
    return post(run, path, { subject_signature: await signAssociation(association, signer) });
  }
  const order = { aud: CREDIT, action: 'credit.confirm', target: String(draft.credential_id) };
  const params = { digest: digestOfObject(association) };
  return post(run, path, { command: await signedCommand(run, { id: SUBJECT, key }, { ...order, params }) });
}

/** An order over a credential or an authorisation, by the subject or by the credit service. */
export const creditOrder: Play<CreditOrderStep> = async (run, raw) => {
  const step = filled(run, raw);
  const { subject } = officeOf(run);
  const key = step.by === 'service' ? keyAt(run, 'credit/credit') : subject;
  const sender = { id: step.by === 'service' ? CREDIT : SUBJECT, key };
  const target = step.target ?? String(keptOf(run, step.of ?? '').credential_id);
  const isCredential = step.what !== 'revoke the authorisation';
  const action = isCredential ? `credit.${step.what}` : 'credit_authorization.revoke';
  const params = step.reason === undefined ? {} : { params: { reason: step.reason } };
  const command = await signedCommand(run, sender, { aud: CREDIT, action, target, ...params });
  const path = isCredential ? `credentials/${target}/${step.what}` : `authorizations/${target}/revoke`;
  const done = await post(run, `/credit/${path}`, { command });
  if (!isCredential) return done;
  const { status, cause } = readMessage('creditStatus', String(done.status)).claims;
  return { ...done, status, cause };
};

/** What the credit service knows, or can reach, changes. */
export const known: Play<KnownStep> = async (run, { changes }) => {
  const { known: about } = officeOf(run);
  const { assertion, ...rest } = changes;
  Object.assign(about, rest);
  const held = about.assertions.get(ASSERTION);
  if (assertion !== undefined && held !== undefined) held.valid = assertion === 'valid';
  return {};
};

/** A shop asks. What does not pass comes back as the code of its reason. */
export const credit: Play<CreditStep> = async (run, raw) => {
  const step = filled(run, raw);
  const request_id = newName('crq');
  const authorization = step.authorize === false ? undefined : await authorize(run, step, request_id);
  if (step.revokes === true) {
    const order = { do: 'credit order', step: 'revoked', what: 'revoke the authorisation' } as const;
    await run.inner({ ...order, by: 'subject', target: String(authorization?.authorization_id) });
  }
  const claims = requestOf(run, step, request_id);
  const asker = step.as_platform ? bankSender(run, 'bank') : shopSender(run, step.at);
  const platform = step.as_platform
    ? { iss: asker.id, authorization_id: authorization?.authorization_id }
    : {};
  const send = async (): Promise<string> => {
    const typ = 'act-credit-request+jwt';
    const full = { ...claims, ...platform, jti: newName('crm') };
    const request = await signed(run, typ, full, asker.key, step.forgery);
    return String((await post(run, '/credit/verifications', { request })).answer);
  };
  let answer = await send();
  for (let times = 1; times < (step.times ?? 1); times += 1) {
    if (step.as_platform) claims.request_id = newName('crq');
    answer = await send();
  }
  const judged = await judgedBy(run, step, answer, claims);
  const { reason, completed_level, result } = judged;
  if (reason !== 'VERIFIED') throw new Refused(REASON_CODE[reason as Exclude<CreditReason, 'VERIFIED'>]);
  const told = 'mapped_value' in judged ? 'a value' : 'no value';
  return { reason, level: completed_level, result, told, ...authorization };
};

function requestOf(run: Run, step: CreditStep, request_id: string): Claims {
  const second = step.level !== 'CREDENTIAL';
  return {
    ...{ iss: shopId(step.at), aud: CREDIT, iat: run.world.now(), request_id, version: '1' },
    relying_party: shopId(step.at),
    agent_id: agentId(agentNameOf(run, step)),
    level: step.level ?? 'ASSOCIATED_CREDIT',
    ...(second ? { subject_assertion_ref: ASSERTION } : {}),
    purpose: PURPOSE,
    business_context: { transaction_type: 'food/drink' },
    data_items: [second ? 'mapped_value' : 'credential_status'],
    credential_id: String(keptOf(run, step.of).credential_id),
    ...(step.presents === undefined
      ? {}
      : { credential: { ...(keptOf(run, step.of).credential as Kept), ...step.presents } }),
    ...step.request,
  };
}

async function authorize(run: Run, step: CreditStep, request_id: string): Promise<Kept> {
  const mode = step.as_platform
    ? {
        mode: 'PLATFORM_PROXY',
        platform_proxy: bankSender(run, 'bank').id,
        frequency_limit: { max_requests_per_window: step.as_platform, window_duration: 60 },
      }
    : { mode: 'PER_REQUEST', request_id };
  const claims = {
    ...{ iss: SUBJECT, aud: CREDIT, jti: newName('cau'), iat: run.world.now(), ...mode },
    relying_parties: [shopId(step.at)],
    agent_ids: [agentId(agentNameOf(run, step))],
    level: 'ASSOCIATED_CREDIT',
    purposes: [PURPOSE],
    data_items: ['mapped_value', 'mapping_policy'],
    valid_from: formatUtcSeconds(run.world.now()),
    valid_until: formatUtcSeconds(run.world.now() + 600),
    use_restrictions: { may_store: false, may_transfer: false },
    ...step.authorize,
  };
  const authorization = await signed(run, 'act-credit-authorization+jwt', claims, officeOf(run).subject);
  return post(run, '/credit/authorizations', { authorization });
}

/** The shop judges what it was given, offline, against what it asked for or what it wrongly expects. */
async function judgedBy(run: Run, step: CreditStep, answer: string, claims: Claims) {
  const { keys } = run.world;
  const compact = readFileSync(join(keys, 'trust-list.jwt'), 'utf8').trim();
  const now = run.world.now() + (step.judged?.later ?? 0);
  const trustList = await openTrustList(
    compact,
    await readPublicJwk(join(keys, 'trust-list.pub.json')),
    run.world.now(),
  );
  const { aud: service, relying_party: audience, ...said } = claims as Record<string, string>;
  const { request_id, agent_id, purpose, level } = said;
  const asked = { service, audience, request_id, agent_id, purpose, level, ...step.judged?.expects };
  const given =
    step.judged?.forgedWith === undefined ? answer : await forgedAnswer(run, answer, step.judged.forgedWith);
  const judged = await verifyCreditAnswer(given, {
    trustList,
    now,
    expected: asked as Parameters<typeof verifyCreditAnswer>[1]['expected'],
  });
  if (judged.verdict === 'refused') throw new Refused(judged.refusal.code, judged.refusal.requirement);
  return judged.facts.claims;
}

async function forgedAnswer(run: Run, answer: string, place: `${string}/${string}`): Promise<string> {
  const { claims } = readMessage('creditAnswer', answer);
  const certificate = 'credit/credit' as const;
  return signed(run, 'act-credit-answer+jwt', { ...claims }, keyAt(run, certificate), {
    key: place,
    certificate,
  });
}
