/** A server that dies at each of its commits, and whoever asked it asking again. */
import { expect, test } from 'vitest';
import type { Store } from '../../src/store/index.ts';
import { contentsOf, makeMortal } from './mortal-store.ts';

/** A server that does one thing; `again` is whoever asked, without an answer, doing what the protocol lets them do then. */
export interface Stage {
  readonly store: Store;
  /** Whoever takes part besides; their books are looked at as well. */
  readonly others?: readonly Store[];
  /** Tables in which a second attempt may leave a second row. */
  readonly apart?: readonly string[];
  act(): Promise<unknown>;
  /** Another process on the same database. */
  restart(): Promise<void>;
  again(): Promise<unknown>;
  close(): Promise<void>;
}

/** Of everybody's books. */
async function contents({ store, others = [], apart = [] }: Stage): Promise<string[]> {
  const found = await Promise.all([store, ...others].map(contentsOf));
  return found.flatMap((tables, who) =>
    Object.entries(tables)
      .filter(([name]) => !apart.includes(name))
      .map(([name, rows]) => `${who} ${name}: ${JSON.stringify(rows)}`),
  );
}

/**
 * Whoever dies at any of its commits has done what it did once: the books are as if nothing had happened, and who asks again
 * is told what they would have been told.
 */
export function everyDeath(stages: Readonly<Record<string, () => Promise<Stage>>>): void {
  test.each(Object.entries(stages))(
    'whenever the server dies, it is done once, and whoever asks again is told: %s',
    async (_name, open) => {
      const calm = await open();
      const mortal = makeMortal(calm.store);
      mortal.arm();
      const answer = await calm.act();
      const { count } = mortal;
      const expected = await contents(calm);
      await calm.close();
      expect(count).toBeGreaterThan(0);
      for (let at = 1; at <= count; at += 1) {
        for (const when of ['before', 'after'] as const) {
          const stage = await open();
          const life = makeMortal(stage.store);
          life.arm({ at, when });
          expect(await life.survive(() => stage.act()), `${when} ${at}`).toBeUndefined();
          life.revive();
          await stage.restart();
          expect(await stage.again(), `${when} ${at} of ${count}`).toEqual(answer);
          expect(await contents(stage), `${when} ${at} of ${count}`).toEqual(expected);
          await stage.close();
        }
      }
    },
    240_000,
  );
}
