/** A store that dies like the process around it: at a commit, before it or after it, and nobody there hears of anything. */
import type { Queries, Store } from '../../src/store/index.ts';

export interface Death {
  /** The how-manieth transaction from now on, counted from 1. */
  readonly at: number;
  /** Before it: nothing of it is stored. After it: all of it is, and nobody was told. */
  readonly when: 'before' | 'after';
}

export interface Mortal {
  /** Transactions since the last `arm`. */
  readonly count: number;
  /** The next death; none where nothing is said. */
  arm(death?: Death): void;
  /** The answer, or undefined when the store died first. What was running then runs no further. */
  survive<T>(work: () => Promise<T>): Promise<T | undefined>;
  /** As the next process finds it. */
  revive(): void;
}

const forever = <T>(): Promise<T> => new Promise<T>(() => {});

/** Everything that uses this very store from now on dies with it. */
export function makeMortal(store: Store): Mortal {
  const transact = store.transact.bind(store);
  const { read } = store;
  const state: { count: number; dead: boolean; death: Death | undefined; died: () => void } = {
    count: 0,
    dead: false,
    death: undefined,
    died: () => {},
  };
  const living = { all: read.all.bind(read), get: read.get.bind(read), run: read.run.bind(read) };
  const mortal: Queries = {
    all: (...query) => (state.dead ? forever() : living.all(...query)),
    get: (...query) => (state.dead ? forever() : living.get(...query)),
    run: (...query) => (state.dead ? forever() : living.run(...query)),
  };
  // Some have taken the queries of the store already: those die too.
  Object.assign(read, mortal);
  store.transact = async (work) => {
    if (state.dead) return forever();
    state.count += 1;
    const { death } = state;
    if (death?.at !== state.count) return transact(work);
    if (death.when === 'before') state.dead = true;
    else {
      await transact(work).catch(() => {});
      state.dead = true;
    }
    state.died();
    return forever();
  };
  return {
    get count() {
      return state.count;
    },
    arm(death) {
      Object.assign(state, { count: 0, death });
    },
    survive(work) {
      const end = new Promise<undefined>((resolve) => {
        state.died = () => resolve(undefined);
      });
      return Promise.race([work(), end]);
    },
    revive() {
      Object.assign(state, { dead: false, death: undefined });
    },
  };
}

/** How much stands in every table, every state and every amount of money: what two databases have in common that went through the same. */
export async function contentsOf({ read }: Store): Promise<Record<string, unknown>> {
  const tables = await read.all(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('commands', 'store_commits', 'heartbeat')
     ORDER BY name`,
  );
  const contents: Record<string, unknown> = {};
  for (const { name } of tables) {
    const rows = await read.all(`SELECT * FROM ${name}`);
    const told = rows.map((row) =>
      Object.entries(row)
        .filter(([column]) => /(^|_)(state|status|minor|stock|quantity)$/.test(column))
        .map(([column, value]) => `${column}=${value}`)
        .join(' '),
    );
    contents[String(name)] = told.toSorted((one, other) => (one < other ? -1 : 1));
  }
  return contents;
}
