import { inflateSync } from 'node:zlib';
import { fromBase64url } from '../../forge/bytes.ts';
import { EKU } from '../../forge/certificate.ts';
import { digestOf } from '../../forge/drafts.ts';
import { isObject, type JsonObject } from '../../forge/json.ts';
import type { Signer } from '../../forge/jws.ts';
import { SUITE_IDS } from '../../live/cast.ts';
import { type Answer, Caller, must, mustSucceed } from '../../live/http.ts';
import { mustBeCertified, type Opened, openMessage } from '../../live/read.ts';
import { ownFits } from '../../live/schemas.ts';
import { type Notes, SubjectFault } from '../../run/case.ts';
import { Bank, id, type Spoilt } from '../account/bank.ts';

/** What a case changes about a request for a mandate. */
export interface RequestSpoils {
  readonly iac?: JsonObject;
  /** Members of `ext`, in the place of those of a good request. */
  readonly ext?: JsonObject;
  /** A member of the terms that is left out. */
  readonly without?: string;
  readonly attestation?: Spoilt;
  readonly command?: Spoilt;
  readonly pspId?: string;
  /** The command covers these terms instead of those that are sent. */
  readonly covers?: JsonObject;
  readonly agent?: Signer;
  readonly agentId?: string;
  /** After everything else: the text that is sent. */
  readonly text?: (body: JsonObject) => string;
}

/** Who hands a mandate down, or who is to have it. */
export interface Hand {
  readonly id: string;
  readonly signer: Signer;
}

/** What a case changes about a mandate that is handed down. */
export interface HandingSpoils {
  readonly above?: Spoilt;
  readonly below?: Spoilt;
  readonly attestation?: Spoilt;
  /** The agent of the mandate above, where it is not the first one of the suite. */
  readonly from?: Hand;
  /** The agent that is to have it, where it is not the second one. */
  readonly to?: Hand;
}

/** A mandate of the subject that was looked at. */
export interface Issued extends Opened {
  readonly delegationId: string;
  /** What was asked for, with amounts as the case says them. */
  readonly iac: JsonObject;
}

const LISTED = ['Active', 'Revoked', 'Suspended'] as const;

/** An agent and a delegator's device in front of the issuer that is judged. */
export class Desk extends Bank {
  /** The terms as they are sent, shown and signed. What is in another currency has the figures that the case says. */
  sent(said: JsonObject): JsonObject {
    return said.currency === this.settings.currency ? this.written(said) : said;
  }

  requestBody(said: JsonObject, spoils: RequestSpoils): JsonObject {
    const iac = this.sent(said);
    const { agent = this.cast.agent, agentId = SUITE_IDS.agent } = spoils;
    const params = { digest: digestOf(spoils.covers ?? iac) };
    const command = this.command(
      'mandate.request',
      String(iac.delegation_id),
      { iss: agentId, params },
      agent,
      spoils.command,
    );
    return {
      iac,
      psp_id: spoils.pspId ?? SUITE_IDS.psp,
      agent_attestation: this.attestation(spoils.attestation, agent, agentId),
      command,
    };
  }

  terms(spoils: RequestSpoils): JsonObject {
    const whole = this.iac(spoils.iac, spoils.ext);
    if (spoils.without !== undefined) delete whole[spoils.without];
    return spoils.agentId === undefined ? whole : { ...whole, agent_id: spoils.agentId };
  }

  ask(spoils: RequestSpoils, notes: Notes, iac: JsonObject = this.terms(spoils)): Promise<Answer> {
    const body = this.requestBody(iac, spoils);
    if (Object.keys(spoils).length === 0) ownFits('http/mandate-request.json', body);
    if (spoils.text === undefined) return this.post('/mandates', body, notes);
    return this.caller.call('/mandates', { text: spoils.text(body), method: 'POST' }, notes);
  }

  /** A good request. @returns the question that waits; @throws SubjectFault */
  async request(iac: JsonObject, notes: Notes, spoils: RequestSpoils = {}): Promise<string> {
    const answer = await this.ask(spoils, notes, iac);
    mustSucceed(answer, 202);
    must(answer.body?.delegation_id === iac.delegation_id, 'Another mandate was asked for.');
    return String(answer.body.confirmation_id);
  }

  askRead(delegationId: string, notes: Notes, by: Signer = this.cast.agent, iss: string = SUITE_IDS.agent) {
    const command = this.command('mandate.read', delegationId, { iss }, by);
    return this.get(`/mandates/${encodeURIComponent(delegationId)}`, command, notes);
  }

  /** What the issuer has recorded of a mandate. */
  askRecords(
    delegationId: string,
    notes: Notes,
    by: Signer = this.cast.agent,
    iss: string = SUITE_IDS.agent,
  ): Promise<Answer> {
    const command = this.command('mandate.read', delegationId, { iss }, by);
    return this.get(`/mandates/${encodeURIComponent(delegationId)}/records`, command, notes);
  }

  /** A code to be scanned, which the agent shows where the user shops. */
  askCode(confirmationId: string, notes: Notes): Promise<Answer> {
    const command = this.command('confirmation.code', confirmationId, {}, this.cast.agent);
    return this.post(`/confirmations/${encodeURIComponent(confirmationId)}/codes`, { command }, notes);
  }

  async read(delegationId: string, notes: Notes): Promise<JsonObject> {
    const answer = await this.askRead(delegationId, notes);
    mustSucceed(answer, 200);
    must(isObject(answer.body), 'What is read is no object.');
    return answer.body;
  }

  async status(delegationId: string, notes: Notes): Promise<string> {
    return String((await this.read(delegationId, notes)).status);
  }

  /** A mandate from request to signature, held to what can be told from its bytes. @throws SubjectFault */
  async issue(notes: Notes, spoils: RequestSpoils = {}, method = 'FINGERPRINT'): Promise<Issued> {
    const iac = this.terms(spoils);
    const confirmationId = await this.request(iac, notes, spoils);
    const evidence = await this.approve(confirmationId, notes, { claims: { method } });
    const answer = await this.read(String(iac.delegation_id), notes);
    must(answer.confirmation === evidence, 'Another confirmation stands beside the mandate.');
    return this.open(answer.mandate, iac);
  }

  open(compact: unknown, iac: JsonObject): Issued {
    const opened = openMessage(compact, 'act-mandate+jwt', 'mandate.json');
    mustBeCertified(opened, this.around.certified(EKU.mandate));
    must(
      opened.claims.jti === iac.delegation_id,
      'The mandate has another delegation_id than was asked for.',
    );
    return { ...opened, delegationId: String(iac.delegation_id), iac };
  }

  /** A mandate for the agent of the suite that may be handed on. @throws SubjectFault */
  issueToHandOn(notes: Notes, depth = 1): Promise<Issued> {
    const { ext } = this.iac();
    return this.issue(notes, { ext: { ...(ext as JsonObject), openact: { delegation_depth: depth } } });
  }

  /** Narrower terms for the other agent, below a mandate. */
  childTerms(parent: Issued, changes: JsonObject = {}): JsonObject {
    const { openact: _above, ...ext } = parent.iac.ext as JsonObject;
    return {
      ...parent.iac,
      delegation_id: id('dlg'),
      agent_id: SUITE_IDS.otherAgent,
      max_total_amount: 50,
      ext: { ...ext, openact: { parent_mandate: parent.digest } },
      ...changes,
    };
  }

  askDelegation(parent: Issued, said: JsonObject, notes: Notes, spoils: HandingSpoils = {}): Promise<Answer> {
    const iac = this.sent(said);
    const params = { digest: digestOf(iac) };
    const {
      from = { id: SUITE_IDS.agent, signer: this.cast.agent },
      to = { id: SUITE_IDS.otherAgent, signer: this.cast.otherAgent },
    } = spoils;
    const own = { iss: to.id, params };
    const word = { iss: from.id, params };
    const body = {
      iac,
      agent_attestation: this.attestation(spoils.attestation, to.signer, to.id),
      command: this.command('mandate.request', String(iac.delegation_id), own, to.signer, spoils.below),
      delegation: this.command('mandate.delegate', parent.delegationId, word, from.signer, spoils.above),
    };
    return this.post(`/mandates/${encodeURIComponent(parent.delegationId)}/delegations`, body, notes);
  }

  /** Hands a mandate down. @throws SubjectFault */
  async handDown(parent: Issued, notes: Notes, iac: JsonObject = this.childTerms(parent)): Promise<Issued> {
    const answer = await this.askDelegation(parent, iac, notes);
    mustSucceed(answer, 201);
    must(
      Array.isArray(answer.body?.mandate_chain) && answer.body.mandate_chain.at(-1) === parent.compact,
      'The chain does not end with the mandate above.',
    );
    return this.open(answer.body.mandate, iac);
  }

  askChange(
    verb: 'suspend' | 'resume' | 'revoke',
    delegationId: string,
    notes: Notes,
    spoilt: Spoilt & { readonly params?: JsonObject; readonly by?: 'agent' } = {},
  ): Promise<Answer> {
    const { params, by, ...spoils } = spoilt;
    const claims = params === undefined ? {} : { params };
    const action = `mandate.${verb}`;
    const command =
      by === 'agent'
        ? this.command(action, delegationId, claims, this.cast.agent, spoils)
        : this.deviceCommand(action, delegationId, claims, spoils);
    return this.post(`/mandates/${encodeURIComponent(delegationId)}/${verb}`, { command }, notes);
  }

  /** @throws SubjectFault when the good command is not carried out */
  async change(
    verb: 'suspend' | 'resume' | 'revoke',
    delegationId: string,
    notes: Notes,
    spoilt: { readonly by?: 'agent' } = {},
  ): Promise<void> {
    mustSucceed(await this.askChange(verb, delegationId, notes, spoilt), 200);
  }

  /** What the signed status list says of a mandate, by the list alone. @throws SubjectFault */
  async listed(mandate: Opened, notes: Notes): Promise<string> {
    const { idx } = placeOf(mandate);
    const { claims } = await this.statusList(mandate, notes);
    const { lst } = claims.status_list as { lst: string };
    const byte = inflateSync(fromBase64url(lst))[Math.floor(idx / 4)];
    if (byte === undefined) throw new SubjectFault(`The status list has no entry ${idx}.`);
    return LISTED[(byte >> ((idx % 4) * 2)) & 3] ?? 'unknown';
  }

  /** The signed status list that a mandate names, fetched now. @throws SubjectFault */
  async statusList(mandate: Opened, notes: Notes): Promise<Opened> {
    const { uri } = placeOf(mandate);
    const { origin, pathname } = new URL(uri);
    must(origin === new URL(this.settings.url).origin, `The status list lies at ${origin}.`);
    const answer = await new Caller(origin, this.patience).call(pathname, {}, notes);
    mustSucceed(answer, 200);
    const opened = openMessage(answer.text, 'statuslist+jwt', 'status-list.json');
    mustBeCertified(opened, this.around.certified(EKU.status));
    must(opened.claims.sub === uri, 'The status list is the list of another address.');
    must(Number(opened.claims.exp) > this.now(), 'The status list has run out.');
    return opened;
  }
}

/** Where a mandate says that its status stands. */
function placeOf({ claims }: Opened): { readonly idx: number; readonly uri: string } {
  return (claims.status as JsonObject).status_list as { idx: number; uri: string };
}
