import { ActError } from '../../protocol/errors/index.ts';
import type { Signer } from '../../protocol/jws/index.ts';
import { type NoteKey, signCheckpoint, type TreeHead } from '../../protocol/merkle/index.ts';
import type { Clock } from '../../protocol/ports.ts';
import type { Store, Transaction } from '../../store/index.ts';
import { leafOf } from './hash.ts';
import {
  type PlacedAnchor,
  readEdge,
  readHead,
  readKnown,
  type StoredAnchor,
  writeAnchors,
  writeHead,
  writeTiles,
} from './tables.ts';
import type { TreeEdge, WholeTile } from './tree.ts';

/** An anchor that somebody has judged, and the 32 bytes that stand for it in the tree. */
export interface Submission extends StoredAnchor {
  readonly entry: Uint8Array;
}

/** A tree of one size with the note that commits the log to it. */
export interface SignedHead extends TreeHead {
  readonly note: string;
}

export interface AppendedAnchor {
  readonly index: number;
  /** Of a tree that has the anchor. */
  readonly head: SignedHead;
}

export interface AnchorLogOptions {
  readonly store: Store;
  /** Name (the origin of the log) and public half of the key that signs checkpoints. */
  readonly key: NoteKey;
  readonly signer: Signer;
  readonly clock: Clock;
}

const BATCH_MAX_ANCHORS = 1_024;
/** Held for the length of one batch, so that several processes on one database extend one tree. */
const LOCK = 'anchor-log';

interface Waiting {
  readonly submission: Submission;
  resolve(appended: AppendedAnchor): void;
  reject(error: unknown): void;
}

/** What became of a submission: its place, new or old. */
type Outcome = { readonly index: number } | { readonly refusal: ActError };

interface Batch {
  readonly head: TreeHead;
  readonly edge: TreeEdge;
  readonly outcomes: readonly Outcome[];
}

/**
 * Appends anchors. Those who come while a commit is under way share the next one. A root is signed only when it is
 * durable, and at one size there is one root: the table of checkpoints takes no second.
 *
 * @see TSD-ATT-OCA-22, TSD-ATT-OCA-25, OA-LOG-11
 */
export class AnchorLog {
  readonly key: NoteKey;
  private readonly options: AnchorLogOptions;
  private queue: Waiting[] = [];
  private running: Promise<void> | undefined;
  private edge: TreeEdge | undefined;
  private signed: SignedHead | undefined;

  constructor(options: AnchorLogOptions) {
    this.options = options;
    this.key = options.key;
  }

  /**
   * Resolves once the anchor is durable and a checkpoint that has it is signed.
   *
   * @throws ActError anchor_duplicate, anchor_id_reused (with the index of the first); store_unavailable
   */
  append(submission: Submission): Promise<AppendedAnchor> {
    return new Promise((resolve, reject) => {
      this.queue.push({ submission, resolve, reject });
      this.running ??= this.run();
    });
  }

  /** The latest checkpoint. @throws ActError store_unavailable */
  async head(): Promise<SignedHead> {
    return this.sign(await readHead(this.options.store.read));
  }

  /** Resolves when nothing waits. */
  async drained(): Promise<void> {
    while (this.running) await this.running;
  }

  private async run(): Promise<void> {
    while (this.queue.length > 0) {
      const waiting = this.queue.slice(0, BATCH_MAX_ANCHORS);
      this.queue = this.queue.slice(BATCH_MAX_ANCHORS);
      await this.runBatch(waiting);
    }
    this.running = undefined;
  }

  private async runBatch(waiting: readonly Waiting[]): Promise<void> {
    try {
      const submissions = waiting.map(({ submission }) => submission);
      const batch = await this.options.store.transact((tx) => this.extend(tx, submissions));
      this.edge = batch.edge;
      const head = await this.sign(batch.head);
      for (const [at, one] of waiting.entries()) settle(one, batch.outcomes[at], head);
    } catch (error) {
      // What was not acknowledged may be there all the same; the next batch reads the edge anew.
      this.edge = undefined;
      for (const { reject } of waiting) reject(error);
    }
  }

  /** May be run several times: whatever it keeps is in what it returns. */
  private async extend(tx: Transaction, submissions: readonly Submission[]): Promise<Batch> {
    await tx.lock(LOCK);
    const before = await readHead(tx);
    const edge = (this.edge?.size === before.size ? this.edge : await readEdge(tx, before.size)).copy();
    const { fresh, outcomes } = await placesFor(tx, submissions, before.size);
    if (fresh.length === 0) return { head: before, edge, outcomes };
    await writeAnchors(tx, fresh);
    const whole: WholeTile[] = fresh.flatMap(({ entry }) => edge.append(leafOf(entry)));
    await writeTiles(tx, whole);
    const head = { size: edge.size, root: edge.root() };
    await writeHead(tx, head, this.options.clock());
    return { head, edge, outcomes };
  }

  private async sign(head: TreeHead): Promise<SignedHead> {
    if (this.signed?.size === head.size) return this.signed;
    const { key, signer } = this.options;
    const note = await signCheckpoint({ origin: key.name, ...head }, key, signer);
    const signed = { ...head, note };
    if (this.signed === undefined || this.signed.size < head.size) this.signed = signed;
    return signed;
  }
}

type Fresh = PlacedAnchor & Submission;

/** Each record has one place. The first to come has it, in the tables as within one batch. */
async function placesFor(
  tx: Transaction,
  submissions: readonly Submission[],
  size: number,
): Promise<{ readonly fresh: readonly Fresh[]; readonly outcomes: readonly Outcome[] }> {
  const known = await readKnown(
    tx,
    submissions.map(({ recordId }) => recordId),
  );
  const fresh: Fresh[] = [];
  const outcomes = submissions.map((submission): Outcome => {
    const first = known.get(submission.recordId);
    if (first !== undefined) return { refusal: refusalOf(submission, first) };
    const index = size + fresh.length;
    fresh.push({ ...submission, index });
    known.set(submission.recordId, { index, anchor: submission.anchor });
    return { index };
  });
  return { fresh, outcomes };
}

function refusalOf(
  { anchor }: Submission,
  first: { readonly index: number; readonly anchor: string },
): ActError {
  const code = anchor === first.anchor ? 'anchor_duplicate' : 'anchor_id_reused';
  return new ActError(code, { index: first.index });
}

function settle({ resolve, reject }: Waiting, outcome: Outcome | undefined, head: SignedHead): void {
  if (outcome === undefined) reject(new ActError('internal'));
  else if ('refusal' in outcome) reject(outcome.refusal);
  else resolve({ index: outcome.index, head });
}
