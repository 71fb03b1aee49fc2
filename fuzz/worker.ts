/** A process that makes the mutants it is told, one slice after the other. */
import { useNodeCrypto } from '../src/http/index.ts';
import { spend } from './run.ts';
import type { Task } from './slices.ts';
import { Tally } from './tally.ts';
import { everyTarget } from './targets.ts';

useNodeCrypto();
const targets = everyTarget();
process.on('message', ({ seed, span }: Task) => {
  const tally = new Tally();
  void spend(targets, span, seed, tally).then(() => process.send?.(tally.seen()));
});
// Whoever asked is gone.
process.on('disconnect', () => process.exit());
