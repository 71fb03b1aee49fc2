import { storageFailure } from '../src/store/storage-failure.ts';
import type { Queries, Store, Transaction } from '../src/store/types.ts';
import type { Dice } from './dice.ts';
import type { Surroundings } from './surroundings.ts';

/** Of the messages' share of faults, what befalls a commit: there are many commits to a message. */
const COMMIT_SHARE = 0.1;

type Fate = 'commit fails' | 'commit answer lost';
const FATES: readonly Fate[] = ['commit fails', 'commit answer lost'];

/** Thrown inside a transaction whose commit is to fail: everything in it was done, and is taken back. */
class CommitFails extends Error {}

/** A real store whose commits fail, or succeed unheard; and which dies with its process in the middle of a work. */
export class FaultyStore implements Store {
  private readonly store: Store;
  private readonly name: string;
  private readonly around: Surroundings;
  private readonly dice: Dice;
  private death: { transactions: number; readonly fate: Fate } | undefined;
  private state: 'alive' | 'dead' = 'alive';

  constructor(store: Store, name: string, around: Surroundings, dice: Dice) {
    this.store = store;
    this.name = name;
    this.around = around;
    this.dice = dice;
  }

  /** The process dies at one of its next commits, before or after it; nothing works afterwards. */
  dieSoon(transactions: number): void {
    this.death = { transactions: this.dice.below(transactions), fate: this.dice.pick(FATES) };
  }

  get read(): Queries {
    this.assertAlive();
    return this.store.read;
  }

  async transact<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    this.assertAlive();
    const fate = this.nextFate();
    if (fate === undefined) return this.store.transact(work);
    this.around.journal.fault(fate, this.name);
    if (fate === 'commit answer lost') {
      await this.store.transact(work);
      throw storageFailure(new Error(fate));
    }
    const failed = await this.store
      .transact(async (tx) => {
        await work(tx);
        throw new CommitFails(fate);
      })
      .catch((error: unknown) => error);
    throw failed instanceof CommitFails ? storageFailure(failed) : failed;
  }

  close(): Promise<void> {
    return this.store.close();
  }

  private assertAlive(): void {
    if (this.state === 'dead') throw storageFailure(new Error('The process is dead.'));
  }

  private nextFate(): Fate | undefined {
    const { death } = this;
    if (death !== undefined && death.transactions > 0) {
      death.transactions -= 1;
      return undefined;
    }
    if (death !== undefined) {
      this.state = 'dead';
      return death.fate;
    }
    const { share } = this.around.trouble;
    return this.dice.happens(share * COMMIT_SHARE) ? this.dice.pick(FATES) : undefined;
  }
}
