import type { Result, Target } from '../target.ts';
import { playRound } from './round.ts';

/** About two days. */
const ROUND = 2_000;

/** Every role's HTTP application in one process: honest requests, spoilt on their way. */
export class HttpTarget implements Target {
  readonly name = 'http';
  readonly share: number;

  constructor(share: number) {
    this.share = share;
  }

  async *mutants(seed: number, from: number, count: number): AsyncGenerator<Result> {
    for (let index = from; index < from + count; ) {
      const round = Math.floor(index / ROUND);
      const last = Math.min((round + 1) * ROUND, from + count);
      const results = await playRound(seed, round, last - round * ROUND);
      yield* results.slice(index - round * ROUND, last - round * ROUND);
      index = last;
    }
  }

  async close(): Promise<void> {
    // Each round ends its own world.
  }
}
