import { createPublicKey, randomUUID, verify } from 'node:crypto';
import { base64url, digestOfText, fromBase64url, utf8 } from '../../forge/bytes.ts';
import { digestOf } from '../../forge/drafts.ts';
import { canonical, isObject, type JsonObject } from '../../forge/json.ts';
import { type Forgery, makeJws, type Signer } from '../../forge/jws.ts';
import { SUITE_IDS, utc } from '../../live/cast.ts';
import { type Answer, Caller, must, mustSucceed } from '../../live/http.ts';
import { certificateOf, mustBeCertified, type Opened, openMessage } from '../../live/read.ts';
import { mustFit, ownFits } from '../../live/schemas.ts';
import { type Notes, SubjectFault } from '../../run/case.ts';
import type { Control } from '../account/control.ts';
import { ASSERTIONS, CREDIT_IDS, EVIDENCE, PURPOSE, TRANSACTION } from './ids.ts';
import type { CreditSettings } from './settings.ts';
import type { Surroundings } from './surroundings.ts';

export const DAY = 86_400;
export const MINUTE = 60;

export const id = (kind: string): string => `${kind}-${randomUUID()}`;

/** What a case changes about one signed message. */
export interface Spoilt {
  readonly claims?: JsonObject;
  readonly signer?: Signer;
  readonly forge?: Forgery;
}

/** A message that lacks a member. */
export const without = (member: string): Spoilt => ({
  forge: {
    payload: (payload) => Object.fromEntries(Object.entries(payload).filter(([name]) => name !== member)),
  },
});

export interface ApplicationSpoils extends Spoilt {
  readonly agent?: Signer;
  readonly agentId?: string;
  readonly attestation?: Spoilt;
  /** `none`: it is left out. `over`: another application than this one is what it is about. */
  readonly control?: 'none' | (Spoilt & { readonly over?: string });
}

/** What the subject is to confirm. */
export interface Draft {
  readonly credentialId: string;
  readonly association: JsonObject;
  /** Claims of act-credit-mapping+jwt. */
  readonly mapping: JsonObject;
}

export interface Issued {
  readonly credentialId: string;
  readonly credential: JsonObject;
  readonly association: JsonObject;
  readonly draft: Draft;
}

export interface Told {
  readonly claims: JsonObject;
  readonly compact: string;
}

export const objectIn = (holder: JsonObject, member: string): JsonObject => {
  const value = holder[member];
  if (!isObject(value)) throw new SubjectFault(`There is no ${member}.`);
  return value;
};

/** Each reason has one result. @see OA-CRD-15 */
export function resultOf(reason: unknown): string {
  if (reason === 'VERIFIED') return 'PASS';
  if (reason === 'REVIEW_REQUIRED') return 'REVIEW_REQUIRED';
  return reason === 'INCONCLUSIVE' || reason === 'CREDIT_ASSERTION_UNAVAILABLE' ? 'INCONCLUSIVE' : 'FAIL';
}

/** A credit service, asked by its subjects and by whoever relies on it. */
export class Bureau {
  readonly settings: CreditSettings;
  readonly around: Surroundings;
  readonly control: Control;
  readonly caller: Caller;
  /** Whether the last thing that was done was good: then the next control need not be made. */
  isProven: boolean = false;

  constructor(settings: CreditSettings, around: Surroundings, control: Control, patience: number) {
    this.settings = settings;
    this.around = around;
    this.control = control;
    this.caller = new Caller(settings.url, patience);
  }

  now(): number {
    return this.around.now();
  }

  post(path: string, body: unknown, notes: Notes): Promise<Answer> {
    return this.caller.call(path, { body }, notes);
  }

  get(path: string, command: string, notes: Notes): Promise<Answer> {
    return this.caller.call(path, { headers: { authorization: `ACT-Command ${command}` } }, notes);
  }

  /** Signs a message of the suite. Only what a case spoils may break its schema. */
  sign(typ: string, schema: string, claims: JsonObject, by: Signer, spoilt: Spoilt = {}): string {
    ownFits(schema, claims);
    const { claims: changes = {}, signer = by, forge = {} } = spoilt;
    return makeJws(typ, { ...claims, ...changes }, signer, forge).compact;
  }

  command(action: string, target: string, claims: JsonObject, by: Signer, spoilt: Spoilt = {}): string {
    const whole = { aud: this.settings.id, jti: id('cmd'), iat: this.now(), action, target, ...claims };
    return this.sign('act-command+jwt', 'command.json', whole, by, spoilt);
  }

  subjectCommand(action: string, target: string, claims: JsonObject = {}, spoilt: Spoilt = {}): string {
    return this.command(action, target, { iss: CREDIT_IDS.subject, ...claims }, this.around.subject, spoilt);
  }

  private attestation(agentId: string, agent: Signer, spoilt: Spoilt = {}): string {
    const claims = {
      iss: SUITE_IDS.provider,
      jti: id('att'),
      iat: this.now() - DAY,
      exp: this.now() + 60 * DAY,
      sub: agentId,
      cnf: { jwk: { ...agent.key.publicJwk } as JsonObject },
    };
    const { provider } = this.around.cast;
    return this.sign('act-agent+jwt', 'agent-attestation.json', claims, provider.signer, spoilt);
  }

  applicationClaims(agentId: string = SUITE_IDS.agent): JsonObject {
    return {
      iss: CREDIT_IDS.subject,
      aud: this.settings.id,
      jti: id('cap'),
      iat: this.now(),
      agent_id: agentId,
      role: 'OPERATOR',
      relationship_evidence: [{ ...EVIDENCE.control }],
      confirmation_method: 'DIRECT_SIGNATURE',
      authorization_modes: ['PER_REQUEST', 'PLATFORM_PROXY'],
      revocation_method: 'SIGNED_COMMAND',
      subject_assertion_ref: ASSERTIONS.good,
      statement: 'I operate this agent; my credit may be referred to for things that it buys.',
      purposes: [PURPOSE],
      scope: { transaction_types: [TRANSACTION] },
      valid_until: utc(this.now() + 50 * DAY),
    };
  }

  /** The application of whoever has developed another agent, and controls nothing of it. */
  developed(changes: JsonObject = {}): ApplicationSpoils {
    const { otherAgent } = this.around.cast;
    const claims = { role: 'DEVELOPER', relationship_evidence: [{ ...EVIDENCE.development }], ...changes };
    return { agentId: SUITE_IDS.otherAgent, agent: otherAgent, claims, control: 'none' };
  }

  /** The body of an application. */
  application(spoils: ApplicationSpoils = {}): JsonObject {
    const { cast, subject } = this.around;
    const { agent = cast.agent, agentId = SUITE_IDS.agent, control = {} } = spoils;
    const claims = this.applicationClaims(agentId);
    const application = this.sign(
      'act-credit-application+jwt',
      'credit-application.json',
      claims,
      subject,
      spoils,
    );
    const body: JsonObject = {
      application,
      agent_attestation: this.attestation(agentId, agent, spoils.attestation),
    };
    if (control === 'none') return body;
    const digest = digestOfText(control.over ?? application);
    const of = String(spoils.claims?.iss ?? CREDIT_IDS.subject);
    const proof = { iss: agentId, params: { digest } };
    return { ...body, control_proof: this.command('credit.control', of, proof, agent, control) };
  }

  ask(spoils: ApplicationSpoils, notes: Notes): Promise<Answer> {
    return this.post('/credit/applications', this.application(spoils), notes);
  }

  /** A good application. @throws SubjectFault */
  async apply(notes: Notes, spoils: ApplicationSpoils = {}): Promise<Draft> {
    return this.draftIn(await this.ask(spoils, notes));
  }

  draftIn(answer: Answer, status = 201): Draft {
    mustSucceed(answer, status, 'http/credit-draft.json');
    const { credential_id, association, mapping } = answer.body;
    must(answer.body.status === 'PENDING', `A draft is ${String(answer.body.status)}.`);
    const opened = openMessage(mapping, 'act-credit-mapping+jwt', 'credit-mapping.json');
    mustBeCertified(opened, this.around.certified());
    return { credentialId: credential_id, association, mapping: opened.claims };
  }

  /** The subject's own signature over what it confirms. */
  innerSignature(association: JsonObject, by: Signer = this.around.subject): JsonObject {
    return { algorithm: by.key.alg, value: base64url(by.key.sign(utf8(canonical(association)))) };
  }

  /** The body of a confirmation, in the way that was chosen. */
  confirmation({ credentialId, association }: Draft, spoilt: Spoilt = {}): JsonObject {
    if (association.confirmation_method === 'DIRECT_SIGNATURE')
      return { subject_signature: this.innerSignature(association, spoilt.signer) };
    const params = { digest: digestOf(association) };
    return { command: this.subjectCommand('credit.confirm', credentialId, { params }, spoilt) };
  }

  askConfirmation(credentialId: string, body: JsonObject, notes: Notes): Promise<Answer> {
    return this.post(`/credit/credentials/${encodeURIComponent(credentialId)}/confirmation`, body, notes);
  }

  /** @throws SubjectFault */
  async confirm(draft: Draft, notes: Notes): Promise<Issued> {
    const answer = await this.askConfirmation(draft.credentialId, this.confirmation(draft), notes);
    mustSucceed(answer, 201, 'http/credit-credential.json');
    const credential: JsonObject = answer.body.credential;
    this.mustHold(credential);
    return {
      credentialId: draft.credentialId,
      credential,
      association: objectIn(credential, 'association'),
      draft,
    };
  }

  /** Applied for and confirmed. */
  async issue(notes: Notes, spoils: ApplicationSpoils = {}): Promise<Issued> {
    return this.confirm(await this.apply(notes, spoils), notes);
  }

  /** Both signatures, over exactly what each has to cover. @throws SubjectFault */
  mustHold(credential: JsonObject): void {
    mustFit('credit-credential.json', credential, 'The credential');
    const { status_query: _query, predecessor: _before, issuer_signature: _own, ...covered } = credential;
    const outer = objectIn(credential, 'issuer_signature');
    const [leaf = ''] = Array.isArray(outer.x5c) ? outer.x5c.map(String) : [];
    const certificate = certificateOf(leaf);
    const { anchor, entity } = this.around.certified();
    const isIssued = certificate.checkIssued(anchor) && certificate.verify(anchor.publicKey);
    must(
      isIssued && certificate.subjectAltName === `URI:${entity}`,
      'The credential is certified by another.',
    );
    must(holds(covered, outer, certificate.publicKey), 'The outer signature does not hold.');
    const association = objectIn(credential, 'association');
    if (association.confirmation_method !== 'DIRECT_SIGNATURE') return;
    const jwk = objectIn(credential, 'subject_key') as Record<string, string>;
    const inner = objectIn(credential, 'subject_signature');
    must(
      holds(association, inner, createPublicKey({ key: { ...jwk }, format: 'jwk' })),
      'The inner signature does not hold.',
    );
  }

  askStatus(credentialId: string, notes: Notes): Promise<Answer> {
    return this.caller.call(`/credit/credentials/${encodeURIComponent(credentialId)}/status`, {}, notes);
  }

  /** Claims of the signed state. @throws SubjectFault */
  async status(credentialId: string, notes: Notes): Promise<JsonObject> {
    const answer = await this.askStatus(credentialId, notes);
    mustSucceed(answer, 200);
    return this.statusIn(answer.body?.status, credentialId);
  }

  statusIn(compact: unknown, credentialId: string): JsonObject {
    const opened = openMessage(compact, 'act-credit-status+jwt', 'credit-status.json');
    mustBeCertified(opened, this.around.certified());
    must(opened.claims.credential_id === credentialId, 'The state is that of another credential.');
    must(Number(opened.claims.exp) > this.now(), 'The state has run out already.');
    return opened.claims;
  }

  /** @throws SubjectFault */
  async mustBe(credentialId: string, due: string, notes: Notes): Promise<void> {
    const { status, cause } = await this.status(credentialId, notes);
    const told = due.includes(' ') ? `${String(status)} ${String(cause)}` : String(status);
    must(told === due, `The credential is ${told}, where ${due} was due.`);
  }

  /** As the subject reads it. @throws SubjectFault */
  async read(credentialId: string, notes: Notes): Promise<Answer> {
    const command = this.subjectCommand('credit.read', credentialId);
    const answer = await this.get(`/credit/credentials/${encodeURIComponent(credentialId)}`, command, notes);
    mustSucceed(answer, 200);
    return answer;
  }

  askOrder(
    what: 'suspend' | 'resume' | 'revoke' | 'reassess',
    credentialId: string,
    notes: Notes,
    spoilt: Spoilt = {},
  ): Promise<Answer> {
    const command = this.subjectCommand(`credit.${what}`, credentialId, {}, spoilt);
    return this.post(`/credit/credentials/${encodeURIComponent(credentialId)}/${what}`, { command }, notes);
  }

  /** The subject's own order. @throws SubjectFault */
  async order(what: 'suspend' | 'resume' | 'revoke', credentialId: string, notes: Notes): Promise<void> {
    mustSucceed(await this.askOrder(what, credentialId, notes), 200);
  }

  askServiceOrder(
    what: 'suspend' | 'resume' | 'revoke' | 'reassess',
    credentialId: string,
    notes: Notes,
    reason?: string,
  ): Promise<Answer> {
    const path = `/control/credit/credentials/${encodeURIComponent(credentialId)}/${what}`;
    return this.control.call('credit-orders', path, notes, reason === undefined ? {} : { reason });
  }

  /** The credit service's own order, by test control. @returns the id of a replacement, where there is one */
  async serviceOrder(
    what: 'suspend' | 'resume' | 'revoke' | 'reassess',
    credentialId: string,
    notes: Notes,
    reason?: string,
  ): Promise<string | undefined> {
    const answer = await this.askServiceOrder(what, credentialId, notes, reason);
    mustSucceed(answer, 200);
    return answer.body.replacement;
  }

  /** What the service knows becomes another while `within` runs. */
  async knowing<T>(situation: JsonObject, notes: Notes, within: () => Promise<T>): Promise<T> {
    await this.control.ask('credit-sources', '/control/credit/sources', notes, situation);
    try {
      return await within();
    } finally {
      await this.control.ask('credit-sources', '/control/credit/sources', notes, {});
    }
  }

  /** The service looks whether anything has changed, as it does regularly. */
  async notice(notes: Notes): Promise<void> {
    await this.control.ask('credit-sources', '/control/credit/notice', notes, {});
  }

  authorizationClaims(): JsonObject {
    return {
      iss: CREDIT_IDS.subject,
      aud: this.settings.id,
      jti: id('cau'),
      iat: this.now(),
      mode: 'PER_REQUEST',
      relying_parties: [CREDIT_IDS.shop],
      agent_ids: [SUITE_IDS.agent],
      level: 'ASSOCIATED_CREDIT',
      purposes: [PURPOSE],
      data_items: ['credential_status', 'mapped_value', 'mapping_policy', 'usage_bound', 'assertion_valid'],
      valid_from: utc(this.now() - MINUTE),
      valid_until: utc(this.now() + 10 * MINUTE),
      request_id: id('crq'),
      use_restrictions: { may_store: false, may_transfer: false },
    };
  }

  askAuthorization(spoilt: Spoilt, notes: Notes): Promise<Answer> {
    const schema = 'credit-authorization.json';
    const claims = this.authorizationClaims();
    const authorization = this.sign(
      'act-credit-authorization+jwt',
      schema,
      claims,
      this.around.subject,
      spoilt,
    );
    return this.post('/credit/authorizations', { authorization }, notes);
  }

  /** @returns its id; @throws SubjectFault */
  async authorize(claims: JsonObject, notes: Notes, spoilt: Spoilt = {}): Promise<string> {
    const answer = await this.askAuthorization(
      { ...spoilt, claims: { ...claims, ...(spoilt.claims ?? {}) } },
      notes,
    );
    mustSucceed(answer, 201);
    return String(answer.body.authorization_id);
  }

  askRevocation(authorizationId: string, notes: Notes, spoilt: Spoilt = {}): Promise<Answer> {
    const command = this.subjectCommand('credit_authorization.revoke', authorizationId, {}, spoilt);
    return this.post(
      `/credit/authorizations/${encodeURIComponent(authorizationId)}/revoke`,
      { command },
      notes,
    );
  }

  /** Claims of a request of the shop. */
  requestClaims(credentialId: string, level: 'CREDENTIAL' | 'ASSOCIATED_CREDIT'): JsonObject {
    return {
      iss: CREDIT_IDS.shop,
      aud: this.settings.id,
      jti: id('crm'),
      iat: this.now(),
      request_id: id('crq'),
      version: '1',
      relying_party: CREDIT_IDS.shop,
      agent_id: SUITE_IDS.agent,
      level,
      ...(level === 'CREDENTIAL' ? {} : { subject_assertion_ref: ASSERTIONS.good }),
      purpose: PURPOSE,
      business_context: { transaction_type: TRANSACTION, order_no: id('order') },
      data_items: [level === 'CREDENTIAL' ? 'credential_status' : 'mapped_value'],
      credential_id: credentialId,
    };
  }

  askVerification(claims: JsonObject, notes: Notes, spoilt: Spoilt = {}): Promise<Answer> {
    const by = this.around.shop.signer;
    const request = this.sign('act-credit-request+jwt', 'credit-request.json', claims, by, spoilt);
    return this.post('/credit/verifications', { request }, notes);
  }

  /** The signed answer to a request: of the service, to this request, and whole. @throws SubjectFault */
  async verify(claims: JsonObject, notes: Notes, spoilt: Spoilt = {}): Promise<Told> {
    const answer = await this.askVerification(claims, notes, spoilt);
    mustSucceed(answer, 200);
    const opened = openMessage(answer.body?.answer, 'act-credit-answer+jwt', 'credit-answer.json');
    this.mustAnswer(opened, { ...claims, ...spoilt.claims });
    return { claims: opened.claims, compact: opened.compact };
  }

  /** Claims of a signed answer. @throws SubjectFault */
  answerIn(compact: unknown): JsonObject {
    const opened = openMessage(compact, 'act-credit-answer+jwt', 'credit-answer.json');
    mustBeCertified(opened, this.around.certified());
    return opened.claims;
  }

  private mustAnswer(opened: Opened, asked: JsonObject): void {
    mustBeCertified(opened, this.around.certified());
    const { claims } = opened;
    for (const [member, due] of [
      ['aud', asked.relying_party],
      ['request_id', asked.request_id],
      ['agent_id', asked.agent_id],
      ['purpose', asked.purpose],
      ['result', resultOf(claims.reason)],
    ] as const)
      must(claims[member] === due, `${member} is ${String(claims[member])}, where ${String(due)} was due.`);
    must(Number(claims.exp) > this.now() - 2, 'The answer has run out already.');
  }

  /** Asks at one level. */
  first(credentialId: string, notes: Notes, changes: JsonObject = {}): Promise<Told> {
    return this.verify({ ...this.requestClaims(credentialId, 'CREDENTIAL'), ...changes }, notes);
  }

  /** The subject authorises this request, and it is asked. */
  async second(
    credentialId: string,
    notes: Notes,
    changes: JsonObject = {},
    allowed: JsonObject = {},
  ): Promise<Told> {
    const claims = { ...this.requestClaims(credentialId, 'ASSOCIATED_CREDIT'), ...changes };
    await this.authorize({ request_id: claims.request_id ?? '', ...allowed }, notes);
    return this.verify(claims, notes);
  }

  /** Requests that wait for the subject, as they were signed. @throws SubjectFault */
  async questions(notes: Notes): Promise<readonly JsonObject[]> {
    const command = this.subjectCommand('credit.questions', CREDIT_IDS.subject);
    const path = `/credit/subjects/${encodeURIComponent(CREDIT_IDS.subject)}/questions`;
    const answer = await this.get(path, command, notes);
    mustSucceed(answer, 200, 'http/credit-questions.json');
    return answer.body.questions.map(
      ({ request }: { readonly request: string }) =>
        openMessage(request, 'act-credit-request+jwt', 'credit-request.json').claims,
    );
  }
}

export function mustSay({ claims }: Told, reason: string, level?: string): void {
  must(claims.reason === reason, `The reason is ${String(claims.reason)}, where ${reason} was due.`);
  if (level !== undefined)
    must(claims.completed_level === level, `Completed is ${String(claims.completed_level)}, not ${level}.`);
}

function holds(value: JsonObject, signature: JsonObject, key: ReturnType<typeof createPublicKey>): boolean {
  const [message, bytes] = [utf8(canonical(value)), fromBase64url(String(signature.value))];
  return key.asymmetricKeyType === 'ed25519'
    ? signature.algorithm === 'Ed25519' && verify(null, message, key, bytes)
    : signature.algorithm === 'ES256' && verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, bytes);
}
