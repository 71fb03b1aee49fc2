import { ActError } from '../../protocol/errors/index.ts';
import type { ConfirmationClaims } from '../../protocol/generated/types.ts';
import type { Clock, Random, Trace } from '../../protocol/ports.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { consumeCommand, type Queries, type Transaction } from '../../store/index.ts';
import { identifySender, type SenderDeps } from '../commands/index.ts';
import { type Decision, type DecisionHandler, decide, openQuestion } from './decision.ts';
import { type CodeAnswer, type CodeDelivery, createCode } from './factors/index.ts';
import {
  type ConfirmationKind,
  findConfirmation,
  findConfirmationFor,
  inboxOf,
  insertQuestion,
  type PendingConfirmation,
  prepareQuestion,
  type Question,
  type StoredConfirmation,
} from './question.ts';

export interface ConfirmationDeps extends SenderDeps {
  /** Audience of every confirmation and of the inbox. */
  readonly issuerId: string;
  readonly clock: Clock;
  readonly random: Random;
  /** Ways of verifying the user that are accepted here; left out, every registered one. */
  readonly methods?: readonly ConfirmationClaims['method'][];
  /** How long a question waits for its answer. */
  readonly lifetimeSeconds?: number;
  /** How one-time codes reach the user; without it there are none but those that are shown for scanning. */
  readonly codeDelivery?: CodeDelivery;
  readonly trace?: Trace;
}

/** One entry of a device's inbox, as it is shown and signed. */
export interface InboxEntry {
  readonly confirmation_id: string;
  readonly shown: StoredConfirmation['shown'];
  readonly subject_digest: string;
  readonly challenge: string;
  readonly expires_at: string;
}

export interface ConfirmationService {
  /** Who acts on decisions of this kind; one handler each. */
  register(kind: ConfirmationKind, handler: DecisionHandler): void;
  /**
   * Makes a pending confirmation of a question; nothing is stored yet.
   *
   * @param notAfter Unix seconds after which the answer would come too late anyhow
   */
  prepare(
    question: Omit<Question, 'expiresAt'>,
    now: number,
    notAfter?: number,
  ): Promise<PendingConfirmation>;
  /** Stores it, inside the caller's transaction. @throws ActError too_many_requests */
  insert(tx: Transaction, pending: PendingConfirmation, now: number): Promise<void>;
  find(queries: Queries, confirmationId: string, now: number): Promise<StoredConfirmation | undefined>;
  /** The confirmation on which a delegation_id or a tool_request_id hangs. */
  findFor(
    queries: Queries,
    kind: ConfirmationKind,
    subjectId: string,
    now: number,
  ): Promise<StoredConfirmation | undefined>;
  /** The inbox of a device's delegator. @throws ActError device_unknown, command_* */
  inbox(deviceId: string, command: string): Promise<InboxEntry[]>;
  /**
   * Makes a one-time code: asked for by the delegator's device it is sent to the delegator (OTP), by the agent it is
   * handed out to be shown on the page where the user shops (QR).
   *
   * @throws ActError confirmation_unknown, confirmation_decided, confirmation_expired, confirmation_method_not_allowed,
   *   too_many_requests, command_*
   */
  code(confirmationId: string, command: string): Promise<CodeAnswer>;
  /** @throws as `decide` */
  decide(confirmationId: string, evidence: string, secret?: string): Promise<Decision>;
}

const LIFETIME_SECONDS = 600;
const METHODS: readonly ConfirmationClaims['method'][] = [
  'FACE',
  'FINGERPRINT',
  'PASSWORD',
  'OTP',
  'GAZE',
  'VOICE',
  'QR',
];

/** The one place where delegators are asked and answer, for mandates and for tool bindings. */
export function createConfirmationService(deps: ConfirmationDeps): ConfirmationService {
  const handlers = new Map<ConfirmationKind, DecisionHandler>();
  const lifetimeSeconds = deps.lifetimeSeconds ?? LIFETIME_SECONDS;
  // Who has no way to send a code allows none [OA-CNF-04].
  const methods = (deps.methods ?? METHODS).filter(
    (method) => method !== 'OTP' || deps.codeDelivery !== undefined,
  );
  const deciding = { ...deps, methods, handlers };

  return {
    register(kind, handler) {
      handlers.set(kind, handler);
    },
    prepare(question, now, notAfter = Number.POSITIVE_INFINITY) {
      const expiresAt = Math.min(now + lifetimeSeconds, notAfter);
      return prepareQuestion({ ...question, expiresAt }, deps.random);
    },
    insert: (tx, pending, now) => insertQuestion(tx, pending, { now, lifetimeSeconds }),
    find: findConfirmation,
    findFor: findConfirmationFor,
    inbox: (deviceId, command) => readInbox(deps, deviceId, command),
    code: (confirmationId, command) => makeCode(deciding, confirmationId, command),
    decide: (confirmationId, evidence, secret) => decide(deciding, confirmationId, evidence, secret),
  };
}

/** A device reads its own inbox: what waits for its delegator. */
async function readInbox(deps: ConfirmationDeps, deviceId: string, command: string): Promise<InboxEntry[]> {
  const now = deps.clock();
  const expected = { now, audience: deps.issuerId, action: 'confirmation.list', target: deviceId } as const;
  const { id, delegator, use } = await identifySender(command, expected, {}, deps);
  if (delegator === undefined || id !== deviceId)
    throw new ActError('command_not_permitted', { rule: 'inbox' });
  const waiting = await deps.store.transact(async (tx) => {
    await consumeCommand(tx, use);
    return inboxOf(tx, delegator, now);
  });
  return waiting.map((entry) => ({
    confirmation_id: entry.confirmationId,
    shown: entry.shown,
    subject_digest: entry.subjectDigest,
    challenge: entry.challenge,
    expires_at: formatUtcSeconds(entry.expiresAt),
  }));
}

async function makeCode(
  deps: ConfirmationDeps & { readonly methods: readonly ConfirmationClaims['method'][] },
  confirmationId: string,
  command: string,
): Promise<CodeAnswer> {
  const now = deps.clock();
  const asked = await openQuestion(deps.store.read, confirmationId, now);
  const expected = {
    now,
    audience: deps.issuerId,
    action: 'confirmation.code',
    target: confirmationId,
  } as const;
  const agent = { agentId: asked.shown.agent.agent_id, publicJwk: asked.agentJwk };
  const parties = { delegator: asked.delegator, agent };
  const { role, use } = await identifySender(command, expected, parties, deps);
  const method = role === 'device' ? 'OTP' : 'QR';
  if (!deps.methods.includes(method)) throw new ActError('confirmation_method_not_allowed', { method });
  return createCode(deps, asked, method, now, (tx) => consumeCommand(tx, use));
}
