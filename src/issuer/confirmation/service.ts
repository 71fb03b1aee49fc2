import { ActError } from '../../protocol/errors/index.ts';
import type { ConfirmationClaims } from '../../protocol/generated/types.ts';
import type { Clock, Random, Trace } from '../../protocol/ports.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { consumeCommand, type Queries, type Store, type Transaction } from '../../store/index.ts';
import { identifySender } from '../commands/index.ts';
import { type Decision, type DecisionHandler, decide } from './decision.ts';
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

export interface ConfirmationDeps {
  readonly store: Store;
  /** Audience of every confirmation and of the inbox. */
  readonly issuerId: string;
  readonly clock: Clock;
  readonly random: Random;
  /** Ways of verifying the user that are accepted here; left out, every registered one. */
  readonly methods?: readonly ConfirmationClaims['method'][];
  /** How long a question waits for its answer. */
  readonly lifetimeSeconds?: number;
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
  /** @throws as `decide` */
  decide(confirmationId: string, evidence: string): Promise<Decision>;
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
  const deciding = { ...deps, methods: deps.methods ?? METHODS, handlers };

  return {
    register(kind, handler) {
      handlers.set(kind, handler);
    },
    prepare(question, now, notAfter = Number.POSITIVE_INFINITY) {
      const expiresAt = Math.min(now + lifetimeSeconds, notAfter);
      return prepareQuestion({ ...question, expiresAt }, deps.random);
    },
    insert: insertQuestion,
    find: findConfirmation,
    findFor: findConfirmationFor,
    inbox: (deviceId, command) => readInbox(deps, deviceId, command),
    decide: (confirmationId, evidence) => decide(deciding, confirmationId, evidence),
  };
}

/** A device reads its own inbox: what waits for its delegator. */
async function readInbox(deps: ConfirmationDeps, deviceId: string, command: string): Promise<InboxEntry[]> {
  const now = deps.clock();
  const expected = { now, audience: deps.issuerId, action: 'confirmation.list', target: deviceId } as const;
  const { id, delegator, use } = await identifySender(command, expected, {}, deps.store.read);
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
