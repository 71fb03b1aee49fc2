import { randomUUID } from 'node:crypto';
import { digestOfText } from '../../forge/bytes.ts';
import { digestOf } from '../../forge/drafts.ts';
import { isObject, type JsonObject } from '../../forge/json.ts';
import { type Forgery, makeJws, type Signer } from '../../forge/jws.ts';
import { inCurrency } from '../../live/amounts.ts';
import type { Cast } from '../../live/cast.ts';
import { METHOD_ID, SUITE_IDS, utc } from '../../live/cast.ts';
import { type Answer, Caller, must, mustSucceed } from '../../live/http.ts';
import { ownFits } from '../../live/schemas.ts';
import { type Notes, SubjectFault } from '../../run/case.ts';
import type { Control } from './control.ts';
import { ACCOUNT_IDS, CATEGORY } from './ids.ts';
import type { AccountSettings } from './settings.ts';
import type { Surroundings } from './surroundings.ts';

/** What a case changes about one signed message. */
export interface Spoilt {
  readonly claims?: JsonObject;
  readonly signer?: Signer;
  readonly forge?: Forgery;
}

/** A question that waits for the delegator, as the device reads it. */
export interface Waiting {
  readonly confirmation_id: string;
  readonly shown: JsonObject;
  readonly subject_digest: string;
  readonly challenge: string;
  readonly expires_at: string;
}

export const id = (kind: string): string => `${kind}-${randomUUID()}`;

export const DAY = 86_400;
export const HOUR = 3_600;
export const MINUTE = 60;

/** What both roles share: an account side with its delegator's device, asked by agents. */
export abstract class Bank {
  readonly settings: AccountSettings;
  readonly around: Surroundings;
  readonly control: Control;
  readonly caller: Caller;
  readonly patience: number;
  deviceId: string;
  /** Whether the last thing that was done was good: then the next control need not be made. */
  isProven: boolean;

  constructor(settings: AccountSettings, around: Surroundings, control: Control, patience: number) {
    this.settings = settings;
    this.around = around;
    this.control = control;
    this.patience = patience;
    this.caller = new Caller(settings.url, patience);
    this.deviceId = settings.deviceId ?? '';
    this.isProven = false;
  }

  get cast(): Cast {
    return this.around.cast;
  }

  now(): number {
    return this.around.now();
  }

  digest(compact: string): string {
    return digestOfText(compact);
  }

  /** The delegator's device, whose key the subject was set up with. */
  get device(): Signer {
    return this.cast.bare('device');
  }

  /** Signs a message of the suite. Only what a case spoils may break its schema. */
  sign(typ: string, schema: string, claims: JsonObject, by: Signer, spoilt: Spoilt = {}): string {
    ownFits(schema, claims);
    const { claims: changes = {}, signer = by, forge = {} } = spoilt;
    return makeJws(typ, { ...claims, ...changes }, signer, forge).compact;
  }

  attestation(spoilt: Spoilt = {}, agent?: Signer, agentId?: string): string {
    const claims = this.cast.attestationClaims(this.now(), agent, agentId);
    return this.sign('act-agent+jwt', 'agent-attestation.json', claims, this.cast.provider.signer, spoilt);
  }

  /** A command, by the agent and to the account side unless the claims say otherwise. */
  command(action: string, target: string, claims: JsonObject, by: Signer, spoilt: Spoilt = {}): string {
    const whole = {
      iss: SUITE_IDS.agent,
      aud: this.settings.accountSide,
      jti: id('cmd'),
      iat: this.now(),
      action,
      target,
      ...claims,
    };
    return this.sign('act-command+jwt', 'command.json', whole, by, spoilt);
  }

  deviceCommand(action: string, target: string, claims: JsonObject = {}, spoilt: Spoilt = {}): string {
    return this.command(action, target, { iss: this.deviceId, ...claims }, this.device, spoilt);
  }

  post(path: string, body: unknown, notes: Notes): Promise<Answer> {
    return this.caller.call(path, { body }, notes);
  }

  get(path: string, command: string, notes: Notes): Promise<Answer> {
    return this.caller.call(path, { headers: { authorization: `ACT-Command ${command}` } }, notes);
  }

  /** A page that is there for whoever has its address. */
  look(path: string, notes: Notes): Promise<Answer> {
    return this.caller.call(path, {}, notes);
  }

  /** What waits for the delegator. @throws SubjectFault */
  async inbox(notes: Notes): Promise<readonly Waiting[]> {
    const path = `/devices/${encodeURIComponent(this.deviceId)}/confirmations`;
    const answer = await this.get(path, this.deviceCommand('confirmation.list', this.deviceId), notes);
    mustSucceed(answer, 200);
    if (!Array.isArray(answer.body?.pending)) throw new SubjectFault('The inbox shows nothing that waits.');
    return answer.body.pending;
  }

  /** The question with this id. @throws SubjectFault when it does not wait */
  async waiting(confirmationId: string, notes: Notes): Promise<Waiting> {
    const found = (await this.inbox(notes)).find((one) => one.confirmation_id === confirmationId);
    if (found === undefined)
      throw new SubjectFault(`The question ${confirmationId} does not reach the device.`);
    return found;
  }

  /** The evidence of a decision, over the challenge that follows from what is shown. */
  evidence(asked: Waiting, spoilt: Spoilt = {}): string {
    const agent = isObject(asked.shown.agent) ? asked.shown.agent : {};
    const challenge = digestOf({
      shown: asked.shown,
      subject_digest: asked.subject_digest,
      agent_jkt: agent.jkt ?? '',
    });
    must(challenge === asked.challenge, 'The challenge is not the digest of what is shown.');
    const claims = {
      iss: this.deviceId,
      sub: this.settings.delegator,
      aud: this.settings.accountSide,
      jti: id('cnf'),
      iat: this.now(),
      exp: this.now() + 2 * MINUTE,
      challenge,
      decision: 'APPROVE',
      method: 'FINGERPRINT',
      channel: 'PHONE',
    };
    return this.sign('act-confirmation+jwt', 'confirmation.json', claims, this.device, spoilt);
  }

  /** @param secret goes beside the evidence: a code, or the payment password */
  askDecision(asked: Waiting, spoilt: Spoilt, notes: Notes, secret?: string): Promise<Answer> {
    const confirmation = this.evidence(asked, spoilt);
    const body = secret === undefined ? { confirmation } : { confirmation, secret };
    return this.post(`/confirmations/${encodeURIComponent(asked.confirmation_id)}`, body, notes);
  }

  /** The delegator says yes. @returns the evidence; @throws SubjectFault */
  async approve(confirmationId: unknown, notes: Notes, spoilt: Spoilt = {}): Promise<string> {
    const asked = await this.waiting(String(confirmationId), notes);
    const confirmation = this.evidence(asked, spoilt);
    const answer = await this.post(
      `/confirmations/${encodeURIComponent(asked.confirmation_id)}`,
      { confirmation },
      notes,
    );
    mustSucceed(answer, 200);
    must(answer.body?.status === 'APPROVED', `A yes is answered with ${String(answer.body?.status)}.`);
    return confirmation;
  }

  /** The delegator says no to what waits: so that an inbox does not fill up with what a case has left. */
  async decline(confirmationId: unknown, notes: Notes): Promise<void> {
    const asked = await this.waiting(String(confirmationId), notes);
    mustSucceed(await this.askDecision(asked, { claims: { decision: 'DENY' } }, notes), 200);
  }

  /** Declines everything that a case before has left waiting: an inbox takes only so many questions. */
  async tidy(notes: Notes): Promise<void> {
    for (const asked of await this.inbox(notes))
      mustSucceed(await this.askDecision(asked, { claims: { decision: 'DENY' } }, notes), 200);
  }

  /** What a case says, with its amounts as they are written in the currency of the subject. */
  written<T>(said: T): T {
    return inCurrency(said, this.settings.currency);
  }

  /** The terms of a mandate for the agent of the suite, of a delegation id of its own; amounts as cases say them. */
  iac(changes: JsonObject = {}, ext: JsonObject = {}): JsonObject {
    const at = this.now();
    return {
      intent_id: id('int'),
      delegation_id: id('dlg'),
      delegator_identity: this.settings.delegator,
      source_isr_digest: digestOfText(id('intent')),
      delegation_mode: 'SPECIFIED',
      validity_start_time: utc(at - MINUTE),
      validity_end_time: utc(at + 5 * DAY),
      max_total_amount: 90,
      currency: this.settings.currency,
      allowed_payment_methods: [METHOD_ID],
      agent_id: SUITE_IDS.agent,
      ext: {
        commerce: {
          max_single_amount: 40,
          allowed_categories: [CATEGORY],
          allowed_merchants: [ACCOUNT_IDS.shop],
        },
        ...ext,
      },
      ...changes,
    };
  }

  /** Enrols the suite's key under a fresh login code, where no device was set up beforehand. @throws SubjectFault */
  async enrol(notes: Notes): Promise<void> {
    if (this.deviceId !== '') return;
    const code = await this.control.loginCode(this.settings.delegator, notes);
    // Whoever enrols no device does not know it either: the cases tell.
    this.deviceId = 'dev-not-enrolled';
    const answer = await this.askEnrolment(code, this.device, {}, notes);
    mustSucceed(answer, 201);
    this.deviceId = String(answer.body?.device_id);
  }

  askEnrolment(code: string, key: Signer, spoilt: Spoilt, notes: Notes, of: Signer = key): Promise<Answer> {
    const { jkt, publicJwk } = of.key;
    const proof = this.command('device.enrol', jkt, { iss: jkt }, key, spoilt);
    return this.post('/devices', { login_code: code, jwk: publicJwk, proof }, notes);
  }
}
