import { createHash } from 'node:crypto';
import type { Addresses } from '../demo/plan.ts';
import type { PublicJwk } from '../src/protocol/digest/index.ts';
import type { Dice } from './dice.ts';

/** Time that passes only when somebody waits or something is sent. */
export class SimulatedClock {
  private milliseconds: number;

  constructor(startSeconds: number) {
    this.milliseconds = startSeconds * 1_000;
  }

  /** Unix seconds, as the roles read them. */
  readonly now = (): number => Math.floor(this.milliseconds / 1_000);

  exact(): number {
    return this.milliseconds;
  }

  advance(milliseconds: number): void {
    this.milliseconds += milliseconds;
  }
}

/**
 * What happened, line by line, without anything that keys or signatures change. Two runs of a seed have the same
 * digest.
 */
export class Journal {
  readonly counts = new Map<string, number>();
  private readonly digest = createHash('sha256');
  private readonly clock: SimulatedClock;
  private readonly show: (line: string) => void;

  constructor(clock: SimulatedClock, show: (line: string) => void) {
    this.clock = clock;
    this.show = show;
  }

  note(line: string): void {
    const dated = `${this.clock.exact()} ${line}`;
    this.digest.update(`${dated}\n`);
    this.show(dated);
  }

  /** A fault that was done to somebody. */
  fault(kind: string, where: string): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
    this.note(`${kind}: ${where}`);
  }

  end(): string {
    return this.digest.digest('hex').slice(0, 16);
  }
}

/** What every part of the simulated world shares. */
export interface Surroundings {
  readonly data: string;
  readonly keys: string;
  readonly addresses: Addresses;
  readonly pinnedKey: PublicJwk;
  readonly clock: SimulatedClock;
  readonly dice: Dice;
  readonly journal: Journal;
  /** How much goes wrong: a share of the messages; fewer of the commits. Set to 0 for a quiet world. */
  readonly trouble: { share: number };
}
