import { type Finding, Tally } from './tally.ts';
import type { Target } from './target.ts';

export interface Options {
  readonly seed: number;
  readonly budget: number;
  readonly targets: readonly Target[];
  /** One mutant of one target alone, as a finding names it: `verifier:17`. */
  readonly only?: string;
  readonly progress?: (done: number, findings: number) => void;
  readonly found?: (finding: Finding) => void;
}

/** Some mutants of one target. */
export interface Span {
  readonly target: string;
  readonly from: number;
  readonly count: number;
}

/** How a budget is shared out; or the one mutant that was asked for. */
export function spansOf({ budget, targets, only }: Pick<Options, 'budget' | 'targets' | 'only'>): Span[] {
  if (only === undefined) {
    const shares = targets.reduce((sum, { share }) => sum + share, 0);
    return targets.map(({ name, share }) => ({
      target: name,
      from: 0,
      count: Math.round((budget * share) / shares),
    }));
  }
  const [name = '', index] = only.split(':');
  if (!targets.some((one) => one.name === name) || !/^\d+$/.test(index ?? ''))
    throw new Error(`No mutant ${only}.`);
  return [{ target: name, from: Number(index), count: 1 }];
}

/** Makes the mutants of a span and adds up what becomes of them. */
export async function spend(
  targets: readonly Target[],
  { target: name, from, count }: Span,
  seed: number,
  tally: Tally,
  each?: () => void,
): Promise<void> {
  const target = targets.find((one) => one.name === name);
  if (target === undefined) throw new Error(`There is no target ${name}.`);
  let index = from;
  for await (const result of target.mutants(seed, from, count)) {
    tally.add(result, `npm run fuzz -- ${target.flags ?? ''}--seed ${seed} --only ${name}:${index}`);
    each?.();
    index += 1;
  }
}

/** Spends a budget of mutants on the targets. The same seed and budget spend it the same way. */
export async function fuzz(options: Options): Promise<Tally> {
  const { seed, targets, progress } = options;
  const tally = new Tally(options.found);
  for (const span of spansOf(options))
    await spend(targets, span, seed, tally, () => progress?.(tally.mutants, tally.findings.length));
  return tally;
}
