/** A trust service that associates credit, spoken to over HTTP by a subject, an agent and those who rely on its answers. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { createLogger, type RateLimit } from '../../../http/index.ts';
import { signAssociation } from '../../../protocol/credit/index.ts';
import { digestOfJws, digestOfObject } from '../../../protocol/digest/index.ts';
import type {
  CommandClaims,
  CreditAnswerClaims,
  CreditApplicationClaims,
  CreditAuthorizationClaims,
  CreditCredentialBody,
  CreditDraftBody,
  CreditRequestClaims,
} from '../../../protocol/generated/types.ts';
import type { JsonValue } from '../../../protocol/json/index.ts';
import type { Signer } from '../../../protocol/jws/index.ts';
import { readMessage, signMessage } from '../../../protocol/messages/index.ts';
import { newId } from '../../../protocol/ports.ts';
import { heartbeatMigration, type Store } from '../../../store/index.ts';
import { openPatiently } from '../../../store/testing/patient.ts';
import { verifyCreditAnswer } from '../../../verifier/index.ts';
import { type Actor, keyActor } from '../../../verifier/testing/actors.ts';
import { createTrustApp } from '../../app.ts';
import { disputeMigrations } from '../../disputes/migrations.ts';
import { loadLogKey } from '../../log/log-key.ts';
import { logMigrations } from '../../log/migrations.ts';
import { random } from '../../testing/log-world.ts';
import { creditMigrations } from '../migrations.ts';
import { type CreditParts, type CreditService, creditParts } from '../ports.ts';
import { applicationAt, authorizationAt, commandAt, requestAt } from './claims.ts';
import { certifyParties, ID, NOW, type Parties } from './parties.ts';
import { type KnownCredit, newKnownCredit, sourcesOf } from './sources.ts';

const ASSERTED_SECONDS = 90 * 86_400;

export interface Answered<T> {
  readonly status: number;
  readonly body: T & { readonly code?: string };
}

export interface CreditServiceWorld {
  readonly app: Hono;
  readonly store: Store;
  readonly known: KnownCredit;
  /** What the routes of the service share. */
  readonly parts: CreditParts;
  /** A test may give the subject another key. */
  subject: Actor;
  readonly parties: Parties;
  readonly signers: Parties['signers'];
  now: number;
  post<T>(path: string, body: unknown): Promise<Answered<T>>;
  get<T>(path: string, command?: string): Promise<Answered<T>>;
  command(by: 'subject' | 'service' | 'agent', claims: Partial<CommandClaims>): Promise<string>;
  apply(
    change?: Partial<CreditApplicationClaims>,
    how?: { readonly control?: boolean; readonly nonce?: string },
  ): Promise<Answered<CreditDraftBody>>;
  confirm(draft: CreditDraftBody): Promise<Answered<CreditCredentialBody>>;
  /** Applied for and confirmed. */
  issue(change?: Partial<CreditApplicationClaims>): Promise<string>;
  state(credentialId: string): Promise<string>;
  order(
    what: 'suspend' | 'resume' | 'revoke' | 'reassess',
    by: 'subject' | 'service',
    credentialId: string,
    reason?: string,
  ): Promise<Answered<{ readonly status: string; readonly replacement?: string }>>;
  authorize(
    change: Partial<CreditAuthorizationClaims>,
  ): Promise<Answered<{ readonly authorization_id: string }>>;
  request(credentialId: string, change?: Partial<CreditRequestClaims>): CreditRequestClaims;
  ask(claims: CreditRequestClaims, by?: Signer): Promise<CreditAnswerClaims>;
  close(): Promise<void>;
}

/** Of a trust service with everything, for whoever opens its database a second time. */
export const TRUST_MIGRATIONS = [
  ...logMigrations,
  ...disputeMigrations,
  ...creditMigrations,
  heartbeatMigration,
];

/** A trust service that associates credit, one subject that it knows, and everybody's keys. */
export async function createCreditServiceWorld(
  location?: string,
  options: Partial<CreditService> = {},
  callerLimit?: RateLimit,
): Promise<CreditServiceWorld> {
  const parties = await certifyParties();
  const { dir, listPath, pinnedKeys, signers } = parties;
  const store = await openPatiently(location ?? join(dir, 'trust.db'), TRUST_MIGRATIONS);
  const subject = await keyActor();
  const known = knownAbout(subject);
  const service: CreditService = {
    id: ID.credit,
    baseUrl: 'https://credit.example',
    signer: signers.service,
    sources: sourcesOf(known),
    ...options,
  };
  const clock = () => world.now;
  const app = createTrustApp({
    listPath,
    clock,
    log: createLogger('test', 'silent'),
    anchors: { store, ...(await loadLogKey(join(dir, 'log'), ID.log)), pinnedKeys, random },
    credit: service,
    ...(callerLimit ? { callerLimit } : {}),
  });
  const world: CreditServiceWorld = {
    ...{ app, store, known, subject, parties, signers },
    parts: creditParts(service, { store, random, clock, trustList: () => parties.trustList(world.now) }),
    now: NOW,
    post: (path, body) =>
      call(app, path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    get: (path, signed) =>
      call(app, path, signed === undefined ? {} : { headers: { authorization: `ACT-Command ${signed}` } }),
    command: (by, claims) => command(world, by, claims),
    apply: (change, how) => apply(world, change, how),
    confirm: (draft) => confirm(world, draft),
    issue: (change) => issue(world, change),
    state: (credentialId) => state(world, credentialId),
    order: (...what) => order(world, ...what),
    authorize: (change) => authorize(world, change),
    request: (credentialId, change = {}) => requestAt(world.now, credentialId, change),
    ask: (claims, by) => ask(world, claims, by),
    async close() {
      await store.close();
      await rm(dir, { recursive: true });
    },
  };
  return world;
}

/** The subject with its key, its evidence, and an assertion of its credit that is good for longer than any test. */
function knownAbout(subject: Actor): KnownCredit {
  const known = newKnownCredit();
  known.subjects.set(ID.subject, subject.publicJwk);
  known.evidence.add('evidence-1');
  const validUntil = NOW + ASSERTED_SECONDS;
  known.assertions.set('cas-1', { subject: ID.subject, valid: true, validUntil, level: 'A' });
  return known;
}

async function call<T>(app: Hono, path: string, init: RequestInit): Promise<Answered<T>> {
  const answer = await app.request(path, init);
  return { status: answer.status, body: (await answer.json()) as T & { code?: string } };
}

type World = CreditServiceWorld;

function command(
  { now, subject, signers }: World,
  by: 'subject' | 'service' | 'agent',
  claims: Partial<CommandClaims>,
): Promise<string> {
  const iss = { subject: ID.subject, service: ID.credit, agent: ID.agent }[by];
  const signer = { subject: subject.signer, service: signers.service, agent: signers.agent }[by];
  return signMessage('command', { ...commandAt(now, iss), ...claims }, signer);
}

async function apply(
  world: World,
  change: Parameters<World['apply']>[0] = {},
  { control = true, nonce = newId(random, 'cap') }: Parameters<World['apply']>[1] = {},
): ReturnType<World['apply']> {
  const claims = { ...applicationAt(world.now, nonce), ...change };
  const application = await signMessage('creditApplication', claims, world.subject.signer);
  const params = { digest: await digestOfJws(application) };
  const proof = await world.command('agent', { action: 'credit.control', target: ID.subject, params });
  return world.post('/credit/applications', {
    application,
    agent_attestation: world.parties.attestation,
    ...(control ? { control_proof: proof } : {}),
  });
}

async function confirm(
  world: World,
  { credential_id, association }: CreditDraftBody,
): ReturnType<World['confirm']> {
  const path = `/credit/credentials/${credential_id}/confirmation`;
  if (association.confirmation_method === 'DIRECT_SIGNATURE') {
    return world.post(path, {
      subject_signature: await signAssociation(association, world.subject.signer),
    });
  }
  const params = { digest: await digestOfObject(association as unknown as JsonValue) };
  const claims = { action: 'credit.confirm', target: credential_id, params } as const;
  return world.post(path, { command: await world.command('subject', claims) });
}

async function issue(world: World, change?: Partial<CreditApplicationClaims>): Promise<string> {
  const { body } = await world.apply(change);
  const confirmed = await world.confirm(body);
  if (confirmed.status !== 201) throw new Error(`not issued: ${confirmed.body.code ?? body.code}`);
  return body.credential_id;
}

async function state(world: World, credentialId: string): Promise<string> {
  const { body } = await world.get<{ status: string }>(`/credit/credentials/${credentialId}/status`);
  const { status, cause } = readMessage('creditStatus', body.status).claims;
  return `${status} ${cause}`;
}

async function order(
  world: World,
  ...[what, by, credentialId, reason]: Parameters<World['order']>
): ReturnType<World['order']> {
  const signed = await world.command(by, {
    action: `credit.${what}`,
    target: credentialId,
    ...(reason === undefined ? {} : { params: { reason } }),
  });
  return world.post(`/credit/credentials/${credentialId}/${what}`, { command: signed });
}

async function authorize(
  world: World,
  change: Partial<CreditAuthorizationClaims>,
): ReturnType<World['authorize']> {
  const claims = { ...authorizationAt(world.now), ...change };
  return world.post('/credit/authorizations', {
    authorization: await signMessage('creditAuthorization', claims, world.subject.signer),
  });
}

/** @returns what the service has signed, after the verifier has judged it. @throws Error when it refuses it */
async function ask(
  world: World,
  claims: CreditRequestClaims,
  by: Signer = world.signers.merchant,
): Promise<CreditAnswerClaims> {
  const request = await signMessage('creditRequest', claims, by);
  const { status, body } = await world.post<{ answer: string }>('/credit/verifications', { request });
  if (status !== 200) throw new Error(`not answered: ${body.code}`);
  const { aud: service, relying_party: audience, request_id, agent_id, purpose, level } = claims;
  const judged = await verifyCreditAnswer(body.answer, {
    trustList: await world.parties.trustList(world.now),
    now: world.now,
    expected: { service, audience, request_id, agent_id, purpose, level },
  });
  if (judged.verdict === 'refused') throw new Error(`not a good answer: ${judged.refusal.code}`);
  return judged.facts.claims;
}
