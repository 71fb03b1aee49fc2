import { traced } from '../../http/traced.ts';
import { digestOfJws } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { ConfirmationClaims } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import type { Clock, Trace } from '../../protocol/ports.ts';
import type { Queries } from '../../store/index.ts';
import { assertAccepted, verifyConfirmation } from '../../verifier/index.ts';
import type { SenderDeps } from '../commands/index.ts';
import { findDevice } from '../devices/index.ts';
import type { ProvenFactor } from './factors/factor.ts';
import { proveFactor } from './factors/index.ts';
import { type ConfirmationKind, findConfirmation, type StoredConfirmation } from './question.ts';

/** What the delegator decided, with the evidence. Times in Unix seconds. */
export interface Decision {
  readonly confirmationId: string;
  readonly kind: ConfirmationKind;
  readonly subjectId: string;
  readonly delegator: string;
  readonly deviceId: string;
  readonly outcome: 'APPROVED' | 'DENIED';
  readonly method: ConfirmationClaims['method'];
  readonly channel: ConfirmationClaims['channel'];
  /** The one-time code that the evidence names. */
  readonly codeId: string | undefined;
  /** The time that the device put into the evidence. */
  readonly confirmedAt: number;
  /** The act-confirmation+jwt, and its digest. */
  readonly evidence: string;
  readonly evidenceJti: string;
  readonly evidenceDigest: string;
  /** The time of the request. */
  readonly now: number;
}

/** Who acts on the decisions of one kind. */
export type DecisionHandler = DirectHandler | PreparingHandler;

export interface DirectHandler {
  /** Inside the deciding transaction: only `tx` may be awaited. What it throws takes the decision back. */
  decided(tx: Queries, decision: Decision): Promise<void>;
  /** After the commit: signing and the like. */
  committed?(decision: Decision): Promise<void>;
}

/** For consequences that need work which no transaction can wait for. */
export interface PreparingHandler {
  /** Before the transaction, with evidence that is verified and not stored yet. What it throws stops the decision. */
  prepare(decision: Decision): Promise<Consequence>;
}

/** The two steps of `DirectHandler`, for one decision. */
export interface Consequence {
  apply(tx: Queries): Promise<void>;
  committed(): Promise<void>;
  /**
   * What follows instead of what the transaction has refused, if the decision is to be kept all the same: evidence that was
   * answered must not be good for another try.
   */
  insteadOf?(error: unknown): Consequence | undefined;
}

export interface DecisionDeps extends SenderDeps {
  readonly issuerId: string;
  readonly clock: Clock;
  readonly methods: readonly ConfirmationClaims['method'][];
  readonly handlers: ReadonlyMap<ConfirmationKind, DecisionHandler>;
  readonly trace?: Trace;
}

/**
 * Takes a delegator's decision: verified evidence by an enrolled device, stored exactly once together with its
 * consequences. The account side never holds a key of the delegator.
 *
 * @param secret the one-time code or the password, where the method has one
 * @throws ActError confirmation_unknown, confirmation_decided, confirmation_expired, confirmation_device_mismatch,
 *   confirmation_challenge_mismatch, confirmation_audience_mismatch, confirmation_method_not_allowed,
 *   confirmation_channel_mismatch, glasses_link_lost, wearer_voice_mismatch, confirmation_code_*,
 *   confirmation_password_wrong, confirmation_attempts_exceeded, request_rate_exceeded, jws_*, schema_mismatch
 */
export async function decide(
  deps: DecisionDeps,
  confirmationId: string,
  evidence: string,
  secret?: string,
): Promise<Decision> {
  const step = {
    from: 'device',
    to: deps.issuerId,
    message: 'confirmation',
    checks: ['OA-CNF-06', 'OA-CNF-01', 'OA-CNF-08'],
  };
  const { decision, consequence } = await traced(deps.trace, step, () =>
    take(deps, confirmationId, evidence, secret),
  );
  await consequence.committed();
  return decision;
}

interface Taken {
  readonly decision: Decision;
  readonly consequence: Consequence;
}

async function take(
  deps: DecisionDeps,
  confirmationId: string,
  evidence: string,
  secret: string | undefined,
): Promise<Taken> {
  const now = deps.clock();
  const asked = await openQuestion(deps.store.read, confirmationId, now);
  const decision = await judgeEvidence(deps, asked, evidence, now);
  const factor = await factorOf(deps, decision, secret);
  const handler = deps.handlers.get(asked.kind);
  if (handler === undefined) throw new ActError('internal', { rule: 'no_handler' });
  const storeWith = async (consequence: Consequence): Promise<Taken> => {
    await deps.store.transact(async (tx) => {
      await store(tx, decision);
      await factor.consume(tx);
      await consequence.apply(tx);
    });
    return { decision, consequence };
  };
  const consequence = await consequenceOf(handler, decision);
  try {
    return await storeWith(consequence);
  } catch (error) {
    const instead = consequence.insteadOf?.(error);
    if (instead === undefined) throw error;
    return storeWith(instead);
  }
}

/** A no needs no proof of who says it beyond the device. */
async function factorOf(
  deps: DecisionDeps,
  { confirmationId, delegator, outcome, method, codeId, now }: Decision,
  secret: string | undefined,
): Promise<ProvenFactor> {
  if (outcome === 'DENIED') return { consume: async () => {} };
  return proveFactor(deps.store, { confirmationId, delegator, method, codeId, secret, now });
}

async function consequenceOf(handler: DecisionHandler, decision: Decision): Promise<Consequence> {
  if ('prepare' in handler) return handler.prepare(decision);
  return {
    apply: (tx) => handler.decided(tx, decision),
    committed: async () => handler.committed?.(decision),
  };
}

/** The question, while it waits. @throws ActError confirmation_unknown, confirmation_expired, confirmation_decided */
export async function openQuestion(
  queries: Queries,
  confirmationId: string,
  now: number,
): Promise<StoredConfirmation> {
  const asked = await findConfirmation(queries, confirmationId, now);
  if (asked === undefined) throw new ActError('confirmation_unknown');
  if (asked.state === 'EXPIRED') throw new ActError('confirmation_expired');
  if (asked.state !== 'PENDING') throw new ActError('confirmation_decided', { state: asked.state });
  return asked;
}

async function judgeEvidence(
  deps: DecisionDeps,
  asked: StoredConfirmation,
  evidence: string,
  now: number,
): Promise<Decision> {
  const { claims } = readMessage('confirmation', evidence);
  const device = await findDevice(deps.store.read, claims.iss, now);
  if (device === undefined || device.delegator !== asked.delegator) {
    throw new ActError('confirmation_device_mismatch', { rule: 'device' });
  }
  const judgement = await verifyConfirmation(
    {
      confirmation: evidence,
      shown: asked.shown,
      subjectDigest: asked.subjectDigest,
      agentJkt: asked.agentJkt,
    },
    {
      now,
      audience: deps.issuerId,
      deviceKey: device.publicJwk,
      deviceId: device.deviceId,
      delegator: asked.delegator,
    },
  );
  // The decision is judged last: a refusal of it alone is a valid confirmation that says no.
  const denied = judgement.refusal?.code === 'confirmation_denied';
  if (!denied) assertAccepted(judgement);
  deps.callerLimit?.take(device.deviceId);
  if (!deps.methods.includes(claims.method)) {
    throw new ActError('confirmation_method_not_allowed', { method: claims.method });
  }
  return {
    confirmationId: asked.confirmationId,
    kind: asked.kind,
    subjectId: asked.subjectId,
    delegator: asked.delegator,
    deviceId: device.deviceId,
    outcome: denied ? 'DENIED' : 'APPROVED',
    method: claims.method,
    channel: claims.channel,
    codeId: claims.code_id,
    confirmedAt: claims.iat,
    evidence,
    evidenceJti: claims.jti,
    evidenceDigest: await digestOfJws(evidence),
    now,
  };
}

/**
 * One UPDATE decides who was first; whoever comes second is told so. Evidence answers one question only: two equal
 * questions have the same challenge, so its (device, jti) is looked for as well (catalogue P20).
 */
async function store(tx: Queries, decision: Decision): Promise<void> {
  const spent = await tx.get('SELECT state FROM confirmations WHERE device_id = $1 AND evidence_jti = $2', [
    decision.deviceId,
    decision.evidenceJti,
  ]);
  if (spent !== undefined) throw new ActError('confirmation_decided', { rule: 'evidence_used' });
  const { changes } = await tx.run(
    `UPDATE confirmations SET state = $2, device_id = $3, evidence = $4, evidence_jti = $5, decided_at = $6
     WHERE confirmation_id = $1 AND state = 'PENDING' AND expires_at > $6`,
    [
      decision.confirmationId,
      decision.outcome,
      decision.deviceId,
      decision.evidence,
      decision.evidenceJti,
      decision.now,
    ],
  );
  if (changes !== 1) throw new ActError('confirmation_decided', { rule: 'already' });
}
