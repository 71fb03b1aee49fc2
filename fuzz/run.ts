import type { Result, Target } from './target.ts';

export interface Finding extends Result {
  readonly finding: string;
  /** The command that does it again. */
  readonly again: string;
}

export interface Report {
  readonly seed: number;
  readonly mutants: number;
  readonly findings: readonly Finding[];
  /** How often: by target, kind and answer. */
  readonly counts: ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, number>>>;
}

export interface Options {
  readonly seed: number;
  readonly budget: number;
  readonly targets: readonly Target[];
  /** One mutant of one target alone, as a finding names it: `verifier:17`. */
  readonly only?: string;
  readonly progress?: (done: number, findings: number) => void;
  /** Told at once: a run may take an hour. */
  readonly found?: (finding: Finding) => void;
}

/** More than so many say nothing new. */
const MAX_FINDINGS = 1_000;

class Tally {
  readonly findings: Finding[] = [];
  readonly counts = new Map<string, Map<string, Map<string, number>>>();
  mutants = 0;
  private readonly found: Options['found'];

  constructor(found: Options['found']) {
    this.found = found;
  }

  add(result: Result, again: string): void {
    this.mutants += 1;
    const { target, kind, answer, finding } = result;
    const kinds = this.counts.get(target) ?? new Map<string, Map<string, number>>();
    const answers = kinds.get(kind) ?? new Map<string, number>();
    this.counts.set(target, kinds.set(kind, answers.set(answer, (answers.get(answer) ?? 0) + 1)));
    if (finding === undefined || this.findings.length >= MAX_FINDINGS) return;
    const one = { ...result, finding, again };
    this.findings.push(one);
    this.found?.(one);
  }
}

function spans({ budget, targets, only }: Options): { target: Target; from: number; count: number }[] {
  if (only === undefined) {
    const shares = targets.reduce((sum, { share }) => sum + share, 0);
    return targets.map((target) => ({
      target,
      from: 0,
      count: Math.round((budget * target.share) / shares),
    }));
  }
  const [name, index] = only.split(':');
  const target = targets.find((one) => one.name === name);
  if (target === undefined || !/^\d+$/.test(index ?? '')) throw new Error(`No mutant ${only}.`);
  return [{ target, from: Number(index), count: 1 }];
}

/** Spends a budget of mutants on the targets. The same seed and budget spend it the same way. */
export async function fuzz(options: Options): Promise<Report> {
  const { seed, progress } = options;
  const tally = new Tally(options.found);
  for (const { target, from, count } of spans(options)) {
    let index = from;
    for await (const result of target.mutants(seed, from, count)) {
      tally.add(result, `npm run fuzz -- --seed ${seed} --only ${target.name}:${index}`);
      progress?.(tally.mutants, tally.findings.length);
      index += 1;
    }
  }
  const { mutants, findings, counts } = tally;
  return { seed, mutants, findings, counts };
}
