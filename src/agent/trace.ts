import { ActError } from '../protocol/errors/index.ts';
import type { Trace } from '../protocol/ports.ts';
import type { Judgement } from '../verifier/index.ts';

/** What is known of a step before it runs. `note` is for people: names and figures, never personal data. */
export interface Step {
  readonly from: string;
  readonly to: string;
  readonly message: string;
  readonly signer?: string;
  readonly note?: string;
}

/** Takes down the judgements of a step while it runs. */
export type Judged = (...judgements: readonly Judgement[]) => void;

/** Requirement ids of the lines that passed, once each, in the order of judgement. */
export function passedRequirements(judgements: readonly Judgement[]): string[] {
  const lines = judgements.flatMap((judgement) => judgement.lines);
  return [
    ...new Set(lines.filter(({ outcome }) => outcome === 'pass').map(({ requirement }) => requirement)),
  ];
}

/** Runs one step and reports how it ended, with the requirements of the judgement lines that passed. */
export async function traced<T>(trace: Trace, step: Step, work: (judged: Judged) => Promise<T>): Promise<T> {
  const judgements: Judgement[] = [];
  try {
    const result = await work((...more) => judgements.push(...more));
    trace({ ...step, checks: passedRequirements(judgements), outcome: 'ok' });
    return result;
  } catch (error) {
    const refused = error instanceof ActError ? { code: error.code, requirement: error.requirement } : {};
    trace({ ...step, checks: passedRequirements(judgements), outcome: 'refused', ...refused });
    throw error;
  }
}
