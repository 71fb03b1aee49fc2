import type { Result } from './target.ts';

export interface Finding extends Result {
  readonly finding: string;
  /** The command that does it again. */
  readonly again: string;
}

/** What was seen, so that it can be sent from one process to another and kept in a file. */
export interface Seen {
  readonly mutants: number;
  readonly findings: readonly Finding[];
  /** Target, kind, answer, and how often. */
  readonly counts: readonly (readonly [target: string, kind: string, answer: string, count: number])[];
}

/** More than so many say nothing new. */
const MAX_FINDINGS = 1_000;

/** Counts what became of mutants. */
export class Tally {
  readonly findings: Finding[] = [];
  /** How often: by target, kind and answer. */
  readonly counts = new Map<string, Map<string, Map<string, number>>>();
  mutants = 0;
  private readonly found: ((finding: Finding) => void) | undefined;

  /** @param found told at once: a run may take an hour */
  constructor(found?: (finding: Finding) => void) {
    this.found = found;
  }

  add(result: Result, again: string): void {
    const { target, kind, answer, finding } = result;
    this.count(target, kind, answer, 1);
    if (finding !== undefined) this.note({ ...result, finding, again });
  }

  /** Takes in what another has counted. */
  merge({ findings, counts }: Seen): void {
    for (const [target, kind, answer, count] of counts) this.count(target, kind, answer, count);
    for (const finding of findings) this.note(finding);
  }

  seen(): Seen {
    const counts = [...this.counts].flatMap(([target, kinds]) =>
      [...kinds].flatMap(([kind, answers]) =>
        [...answers].map(([answer, count]) => [target, kind, answer, count] as const),
      ),
    );
    return { mutants: this.mutants, findings: this.findings, counts };
  }

  private count(target: string, kind: string, answer: string, count: number): void {
    this.mutants += count;
    const kinds = this.counts.get(target) ?? new Map<string, Map<string, number>>();
    const answers = kinds.get(kind) ?? new Map<string, number>();
    this.counts.set(target, kinds.set(kind, answers.set(answer, (answers.get(answer) ?? 0) + count)));
  }

  private note(finding: Finding): void {
    if (this.findings.length >= MAX_FINDINGS) return;
    this.findings.push(finding);
    this.found?.(finding);
  }
}
