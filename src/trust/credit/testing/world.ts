import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { createLogger, type RateLimit } from '../../../http/index.ts';
import { loadSigner, readPinnedKeys } from '../../../http/key-file.ts';
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
import { formatUtcSeconds, parseUtcSeconds } from '../../../protocol/time/index.ts';
import { heartbeatMigration, type Store } from '../../../store/index.ts';
import { openPatiently } from '../../../store/testing/patient.ts';
import { type ExpectedCreditAnswer, openTrustList, verifyCreditAnswer } from '../../../verifier/index.ts';
import { type Actor, keyActor } from '../../../verifier/testing/actors.ts';
import { createTrustApp } from '../../app.ts';
import { disputeMigrations } from '../../disputes/migrations.ts';
import { loadLogKey } from '../../log/log-key.ts';
import { logMigrations } from '../../log/migrations.ts';
import { type ProvisionPlan, provision } from '../../provision.ts';
import { random } from '../../testing/log-world.ts';
import { creditMigrations } from '../migrations.ts';
import { type CreditParts, type CreditService, creditParts } from '../ports.ts';
import { type KnownCredit, newKnownCredit, sourcesOf } from './sources.ts';

export const NOW = parseUtcSeconds('2026-11-20T09:00:00Z');
const DAY = 86_400;

export const ID = {
  operator: 'did:act:trust.example/list',
  log: 'did:act:trust.example/log',
  credit: 'did:act:credit.example/service',
  psp: 'did:act:bank.example/psp',
  merchant: 'did:act:rail.example/tickets',
  otherMerchant: 'did:act:voyage.example/tickets',
  provider: 'did:act:assistant.example/provider',
  agent: 'did:act:assistant.example/agent-007',
  otherAgent: 'did:act:assistant.example/agent-008',
  subject: 'did:act:credit.example/subject-1',
} as const;

const PLAN: ProvisionPlan = {
  operator: ID.operator,
  entities: [
    { id: ID.log, role: 'LOG', folder: 'log' },
    { id: ID.credit, role: 'CREDIT_SERVICE', folder: 'credit' },
    { id: ID.psp, role: 'PSP', folder: 'psp' },
    { id: ID.merchant, role: 'MERCHANT', folder: 'merchant' },
    { id: ID.otherMerchant, role: 'MERCHANT', folder: 'other-merchant' },
    { id: ID.provider, role: 'AGENT_PROVIDER', folder: 'provider' },
  ],
  agents: [
    { id: ID.agent, provider: ID.provider, folder: 'agent' },
    { id: ID.otherAgent, provider: ID.provider, folder: 'other-agent' },
  ],
};

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
  readonly signers: Readonly<Record<'merchant' | 'otherMerchant' | 'psp' | 'service' | 'agent', Signer>>;
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
  const dir = await mkdtemp(join(tmpdir(), 'openact-credit-'));
  await provision(dir, PLAN, NOW);
  const pinnedKeys = await readPinnedKeys(join(dir, 'trust-list.pub.json'));
  const store = await openPatiently(location ?? join(dir, 'trust.db'), TRUST_MIGRATIONS);
  const known = newKnownCredit();
  const subject = await keyActor();
  known.subjects.set(ID.subject, subject.publicJwk);
  known.evidence.add('evidence-1');
  known.assertions.set('cas-1', { subject: ID.subject, valid: true, validUntil: NOW + 90 * DAY, level: 'A' });
  const signers = {
    service: await loadSigner(join(dir, 'credit/credit.json')),
    merchant: await loadSigner(join(dir, 'merchant/merchant-quote.json')),
    otherMerchant: await loadSigner(join(dir, 'other-merchant/merchant-quote.json')),
    psp: await loadSigner(join(dir, 'psp/psp-command.json')),
    agent: await loadSigner(join(dir, 'agent/agent.json')),
  };
  const attestation = (await readFile(join(dir, 'agent/agent-attestation.jwt'), 'utf8')).trim();
  const log = createLogger('test', 'silent');
  const service: CreditService = {
    id: ID.credit,
    baseUrl: 'https://credit.example',
    signer: signers.service,
    sources: sourcesOf(known),
    ...options,
  };
  const app = createTrustApp({
    listPath: join(dir, 'trust-list.jwt'),
    clock: () => world.now,
    log,
    anchors: { store, ...(await loadLogKey(join(dir, 'log'), ID.log)), pinnedKeys, random },
    credit: service,
    ...(callerLimit ? { callerLimit } : {}),
  });
  const trustList = async () =>
    openTrustList((await readFile(join(dir, 'trust-list.jwt'), 'utf8')).trim(), pinnedKeys, world.now);

  async function call<T>(method: string, path: string, init: RequestInit): Promise<Answered<T>> {
    const answer = await app.request(path, { method, ...init });
    return { status: answer.status, body: (await answer.json()) as T & { code?: string } };
  }

  const world: CreditServiceWorld = {
    ...{ app, store, known, subject, signers },
    parts: creditParts(service, { store, random, clock: () => world.now, trustList }),
    now: NOW,
    post: (path, body) =>
      call('POST', path, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    get: (path, command) =>
      call(
        'GET',
        path,
        command === undefined ? {} : { headers: { authorization: `ACT-Command ${command}` } },
      ),
    command: (by, claims) =>
      signMessage(
        'command',
        {
          iss: { subject: ID.subject, service: ID.credit, agent: ID.agent }[by],
          aud: ID.credit,
          jti: newId(random, 'cmd'),
          iat: world.now,
          action: 'credit.read',
          target: 'none',
          ...claims,
        },
        { subject: world.subject.signer, service: signers.service, agent: signers.agent }[by],
      ),
    async apply(change = {}, { control = true, nonce = newId(random, 'cap') } = {}) {
      const application = await signMessage(
        'creditApplication',
        {
          iss: ID.subject,
          aud: ID.credit,
          jti: nonce,
          iat: world.now,
          agent_id: ID.agent,
          role: 'OPERATOR',
          relationship_evidence: [{ ref: 'evidence-1', digest: 'A'.repeat(43) }],
          confirmation_method: 'DIRECT_SIGNATURE',
          authorization_modes: ['PER_REQUEST', 'PLATFORM_PROXY'],
          revocation_method: 'SIGNED_COMMAND',
          subject_assertion_ref: 'cas-1',
          statement: 'I operate this agent; my credit may be referred to for train tickets only.',
          purposes: ['MERCHANT_RISK_REFERENCE'],
          scope: { transaction_types: ['transport/train'] },
          valid_until: formatUtcSeconds(world.now + 60 * DAY),
          ...change,
        },
        world.subject.signer,
      );
      const params = { digest: await digestOfJws(application) };
      const proof = await world.command('agent', { action: 'credit.control', target: ID.subject, params });
      return world.post('/credit/applications', {
        application,
        agent_attestation: attestation,
        ...(control ? { control_proof: proof } : {}),
      });
    },
    async confirm({ credential_id, association }) {
      const path = `/credit/credentials/${credential_id}/confirmation`;
      if (association.confirmation_method === 'DIRECT_SIGNATURE') {
        return world.post(path, {
          subject_signature: await signAssociation(association, world.subject.signer),
        });
      }
      const params = { digest: await digestOfObject(association as unknown as JsonValue) };
      const claims = { action: 'credit.confirm', target: credential_id, params } as const;
      return world.post(path, { command: await world.command('subject', claims) });
    },
    async issue(change) {
      const { body } = await world.apply(change);
      const confirmed = await world.confirm(body);
      if (confirmed.status !== 201) throw new Error(`not issued: ${confirmed.body.code ?? body.code}`);
      return body.credential_id;
    },
    async state(credentialId) {
      const { body } = await world.get<{ status: string }>(`/credit/credentials/${credentialId}/status`);
      const { status, cause } = readMessage('creditStatus', body.status).claims;
      return `${status} ${cause}`;
    },
    async order(what, by, credentialId, reason) {
      const command = await world.command(by, {
        action: `credit.${what}`,
        target: credentialId,
        ...(reason === undefined ? {} : { params: { reason } }),
      });
      return world.post(`/credit/credentials/${credentialId}/${what}`, { command });
    },
    async authorize(change) {
      const claims: CreditAuthorizationClaims = {
        iss: ID.subject,
        aud: ID.credit,
        jti: newId(random, 'cau'),
        iat: world.now,
        mode: 'PER_REQUEST',
        relying_parties: [ID.merchant],
        agent_ids: [ID.agent],
        level: 'ASSOCIATED_CREDIT',
        purposes: ['MERCHANT_RISK_REFERENCE'],
        data_items: ['credential_status', 'mapped_value', 'mapping_policy', 'usage_bound', 'assertion_valid'],
        valid_from: formatUtcSeconds(world.now),
        valid_until: formatUtcSeconds(world.now + 600),
        use_restrictions: { may_store: false, may_transfer: false },
        ...change,
      };
      return world.post('/credit/authorizations', {
        authorization: await signMessage('creditAuthorization', claims, world.subject.signer),
      });
    },
    request: (credentialId, change = {}) => ({
      iss: ID.merchant,
      aud: ID.credit,
      jti: newId(random, 'crm'),
      iat: world.now,
      request_id: newId(random, 'crq'),
      version: '1',
      relying_party: ID.merchant,
      agent_id: ID.agent,
      level: 'ASSOCIATED_CREDIT',
      ...(change.level === 'CREDENTIAL' ? {} : { subject_assertion_ref: 'cas-1' }),
      purpose: 'MERCHANT_RISK_REFERENCE',
      business_context: { transaction_type: 'transport/train', order_no: 'order-1' },
      data_items: ['mapped_value'],
      credential_id: credentialId,
      ...change,
    }),
    async ask(claims, by = signers.merchant) {
      const request = await signMessage('creditRequest', claims, by);
      const { status, body } = await world.post<{ answer: string }>('/credit/verifications', { request });
      if (status !== 200) throw new Error(`not answered: ${body.code}`);
      const { aud: service, relying_party: audience, request_id, agent_id, purpose, level } = claims;
      const asked = { service, audience, request_id, agent_id, purpose, level };
      const expected: ExpectedCreditAnswer = asked;
      const judged = await verifyCreditAnswer(body.answer, {
        trustList: await trustList(),
        now: world.now,
        expected,
      });
      if (judged.verdict === 'refused') throw new Error(`not a good answer: ${judged.refusal.code}`);
      return judged.facts.claims;
    },
    async close() {
      await store.close();
      await rm(dir, { recursive: true });
    },
  };
  return world;
}
