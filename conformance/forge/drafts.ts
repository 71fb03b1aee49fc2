import { DAY, IDS, NOW } from './actors.ts';
import { digestOfText } from './bytes.ts';
import * as base from './claims.ts';
import { canonical, type Json, type JsonObject, valueAt } from './json.ts';

/** Claims of the messages that follow from others. A member that a change took out stays out. */

export const digestOf = (value: Json): string => digestOfText(canonical(value));

/** A message before and after it was signed. */
export interface Signed {
  readonly claims: JsonObject;
  readonly compact: string;
}

/** The named members, where they are there. */
export function pick(from: JsonObject, ...members: readonly string[]): JsonObject {
  const picked: JsonObject = {};
  for (const member of members) {
    const value = from[member];
    if (value !== undefined) picked[member] = value;
  }
  return picked;
}

export function iacOf(intent: JsonObject): JsonObject {
  const { conversation_history: _history, ...limits } = structuredClone(intent);
  return {
    ...limits,
    delegation_id: 'dlg-1',
    delegator_identity: IDS.delegator,
    source_isr_digest: digestOf(intent),
  };
}

export function shownOf(iac: JsonObject, jkt: string): JsonObject {
  return {
    kind: 'mandate',
    issuer: IDS.issuer,
    psp_id: IDS.psp,
    agent: { agent_id: iac.agent_id ?? IDS.agent, jkt },
    summary: { en: 'Train tickets, 1800.00 in all', zh: '火车票，总额 1800.00' },
    iac: structuredClone(iac),
  };
}

export function confirmationOf(shown: JsonObject, jkt: string): JsonObject {
  const subject_digest = valueAt(shown, '/iac/source_isr_digest') ?? base.OTHER_DIGEST;
  return {
    iss: IDS.device,
    sub: IDS.delegator,
    aud: IDS.issuer,
    jti: 'cnf-1',
    iat: base.CONFIRMED_AT,
    exp: base.CONFIRMED_AT + 300,
    challenge: digestOf({ shown, subject_digest, agent_jkt: jkt }),
    decision: 'APPROVE',
    method: 'FINGERPRINT',
    channel: 'PHONE',
  };
}

export function mandateOf(iac: JsonObject, confirmation: Signed, jkt: string): JsonObject {
  const seconds = (time: Json | undefined) => Date.parse(String(time)) / 1000;
  const { method = 'FINGERPRINT', iat = base.CONFIRMED_AT } = confirmation.claims;
  return {
    iss: IDS.issuer,
    jti: iac.delegation_id ?? '',
    iat: base.MANDATE_AT,
    nbf: seconds(iac.validity_start_time),
    exp: seconds(iac.validity_end_time),
    sub: iac.delegator_identity ?? '',
    aud: IDS.psp,
    cnf: { jkt },
    status: { status_list: { idx: base.STATUS_INDEX, uri: base.STATUS_URI } },
    confirmation_digest: digestOfText(confirmation.compact),
    iac: {
      ...structuredClone(iac),
      user_confirmation_method: method,
      user_confirmation_timestamp: base.utc(Number(iat)),
    },
  };
}

/** The same mandate as a W3C verifiable credential. */
export function credentialOf(mandate: JsonObject): JsonObject {
  const { idx = 0, uri = '' } = (valueAt(mandate, '/status/status_list') ?? {}) as JsonObject;
  // A spoilt mandate has no credential that anybody asks for.
  const utc = (seconds: Json | undefined) =>
    Math.abs(Number(seconds)) < 8e12 ? base.utc(Number(seconds)) : '';
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential', 'IntentAuthorizationCredential'],
    issuer: mandate.iss ?? '',
    validFrom: utc(mandate.nbf),
    validUntil: utc(mandate.exp),
    credentialStatus: { type: 'TokenStatusListEntry', idx, uri },
    credentialSubject: { id: mandate.sub ?? '', iac: structuredClone(mandate.iac ?? {}) },
    ...structuredClone(pick(mandate, 'jti', 'iat', 'aud', 'cnf', 'confirmation_digest', 'control_proof_ref')),
  };
}

/** The same, to be handed on twice. */
export function parentIacOf(iac: JsonObject): JsonObject {
  const { ext = {}, ...terms } = structuredClone(iac);
  const { openact = {}, ...rest } = ext as JsonObject;
  return { ...terms, ext: { ...rest, openact: { ...(openact as JsonObject), delegation_depth: 2 } } };
}

/** Less of everything, for another agent. */
export function childIacOf(parentIac: JsonObject, parent: Signed): JsonObject {
  const iac = structuredClone(parentIac);
  const openact = { times_limit: 2, reference_price: 553.5, parent_mandate: digestOfText(parent.compact) };
  const ext = { ...(iac.ext as JsonObject | undefined), openact };
  return { ...iac, delegation_id: 'dlg-child', agent_id: IDS.otherAgent, max_total_amount: 1000, ext };
}

const ORDER = ['out_trade_no', 'amount', 'payer_amount', 'currency'] as const;

export function requestOf(mandate: Signed, quote: Signed): JsonObject {
  const bounded = valueAt(mandate.claims, '/iac/delegation_mode') === 'BOUNDED';
  return {
    iss: IDS.agent,
    aud: IDS.psp,
    jti: 'req-1',
    iat: NOW - 5,
    level: bounded ? 'act:L3' : 'act:L2',
    quote_digest: digestOfText(quote.compact),
    ...pick(quote.claims, ...ORDER),
    method_id: IDS.method,
    payment_tool_ref: 'tool-1',
    delegation_id: valueAt(mandate.claims, '/iac/delegation_id') ?? '',
    mandate_digest: digestOfText(mandate.compact),
  };
}

/** What a receipt is about. */
export interface Paid {
  readonly mandate: Signed;
  readonly quote: Signed;
  readonly request: Signed;
  readonly jkt: string;
}

export function receiptOf({ mandate, quote, request, jkt }: Paid, reader: 'agent' | 'seller'): JsonObject {
  return {
    iss: IDS.psp,
    jti: `rcp-${reader}`,
    iat: NOW,
    exp: base.RECEIPT_EXPIRES,
    aud: reader === 'agent' ? IDS.agent : IDS.merchant,
    trade_no: 'trade-1',
    ...pick(quote.claims, ...ORDER, 'payee', 'resource_id'),
    merchant: quote.claims.iss ?? '',
    state: 'WAIT_SELLER_FULFILLMENT',
    quote_digest: digestOfText(quote.compact),
    request_digest: digestOfText(request.compact),
    agent_jkt: jkt,
    authorization_digest: digestOf({
      salt: base.salt(`receipt ${reader}`),
      mandate_digest: digestOfText(mandate.compact),
    }),
    paid_at: base.utc(NOW),
  };
}

export function refusalOf(request: Signed): JsonObject {
  return {
    iss: IDS.psp,
    jti: 'rfs-1',
    iat: NOW,
    exp: NOW + 30 * DAY,
    aud: IDS.agent,
    request_digest: digestOfText(request.compact),
    code: 'amount_over_single_limit',
    requirement: 'PSD-PAY-DEL-11',
    retryability: 'after_correction',
  };
}
