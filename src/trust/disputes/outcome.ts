import { isVouchedFor } from '../../http/index.ts';
import type { Clock, Random } from '../../protocol/ports.ts';
import type { Store } from '../../store/index.ts';
import {
  type DisputeJudgement,
  type PinnedKeys,
  type TrustList,
  verifyDispute,
} from '../../verifier/index.ts';
import { decide } from './decide.ts';
import { type DisputeHandler, signFinding } from './signed-finding.ts';
import { type Dispute, evidenceOf, keepOutcome, type Outcome, readOutcome } from './tables.ts';

export interface DisputeParts {
  /** With the tables of the log and of disputes. */
  readonly store: Store;
  readonly pinnedKeys: PinnedKeys;
  readonly clock: Clock;
  readonly random: Random;
  /** The list in force at a time. @throws ActError when none is */
  trustList(now: number): Promise<TrustList>;
  /** Without one findings are not signed, and are for reading only. */
  readonly handler?: DisputeHandler;
}

/** The decisions that are under way here, by dispute. */
const deciding = new WeakMap<DisputeParts, Map<string, Promise<Outcome | undefined>>>();

/**
 * What was found: made once, when somebody asks after the time for evidence; undefined before that. It is final, so that a
 * trust list has to hold at that time, too: by a clock that is further ahead nothing is decided. However many ask at once,
 * the evidence is judged once: the others wait for it.
 *
 * @see TSD-ATT-DSP-06, OA-TIM-05
 */
export async function outcomeOf(parts: DisputeParts, dispute: Dispute): Promise<Outcome | undefined> {
  const now = parts.clock();
  const kept = await readOutcome(parts.store.read, dispute.id);
  if (kept !== undefined || now < dispute.evidenceUntil) return kept;
  const running = deciding.get(parts) ?? new Map<string, Promise<Outcome | undefined>>();
  deciding.set(parts, running);
  const decision =
    running.get(dispute.id) ?? decideNow(parts, dispute, now).finally(() => running.delete(dispute.id));
  running.set(dispute.id, decision);
  return decision;
}

async function decideNow(parts: DisputeParts, dispute: Dispute, now: number): Promise<Outcome | undefined> {
  // Whoever asked before the last decision ended may come here after it.
  const kept = await readOutcome(parts.store.read, dispute.id);
  if (kept !== undefined) return kept;
  if (!(await isVouchedFor({ current: (at) => parts.trustList(at) }, now))) return undefined;
  // What was submitted at the last moment may be stored only now; no more of it comes than a dispute takes.
  for (;;) {
    const found = await judge(parts, dispute, now);
    if (found !== undefined) return found;
  }
}

/** @returns the finding that stands, or undefined where evidence has come meanwhile */
async function judge(
  { store, pinnedKeys, random, handler }: DisputeParts,
  dispute: Dispute,
  now: number,
): Promise<Outcome | undefined> {
  const files = await evidenceOf(store.read, dispute.id);
  const judgements: DisputeJudgement[] = [];
  for (const file of files) {
    const bytes = new TextEncoder().encode(file);
    judgements.push(await verifyDispute(bytes, { trustListKey: pinnedKeys, now }));
  }
  const outcome = decide(dispute, judgements);
  const signed = handler && (await signFinding(handler, dispute, outcome, judgements, { now, random }));
  const whole = { ...outcome, ...(signed === undefined ? {} : { signed_finding: signed }) };
  return store.transact((tx) => keepOutcome(tx, dispute.id, whole, { judged: files.length, now }));
}
