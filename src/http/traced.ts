import { ActError } from '../protocol/errors/index.ts';
import type { Trace } from '../protocol/ports.ts';
import type { Judgement } from '../verifier/index.ts';

/** What is known of a step before it runs. `note` is for people: names and figures, never personal data. */
export interface TracedStep {
  readonly from: string;
  readonly to: string;
  readonly message: string;
  /** Absent: the sender signed; null: nobody did. */
  readonly signer?: string | null;
  /** Requirements that the step checks besides those of its judgements. */
  readonly checks?: readonly string[];
  readonly note?: string;
}

/** Takes down what a step finds out while it runs: what was judged, and who turned out to have sent it. */
export interface Witness {
  judged(...judgements: readonly Judgement[]): void;
  sender(id: string): void;
}

/** Requirement ids of the lines that passed, in the order of judgement. */
export function passedRequirements(judgements: readonly Judgement[]): string[] {
  const lines = judgements.flatMap((judgement) => judgement.lines);
  return lines.filter(({ outcome }) => outcome === 'pass').map(({ requirement }) => requirement);
}

/**
 * Runs one step and reports to the trace how it ended, with the requirements that held. A refusal is reported with
 * its code and passed on.
 */
export async function traced<T>(
  trace: Trace | undefined,
  step: TracedStep,
  work: (witness: Witness) => Promise<T>,
): Promise<T> {
  const judgements: Judgement[] = [];
  let { from } = step;
  const { signer, ...rest } = step;
  const witness: Witness = {
    judged: (...more) => judgements.push(...more),
    sender: (id) => {
      from = id;
    },
  };
  const report = (
    end: { outcome: 'ok' } | { outcome: 'refused'; code?: string; requirement?: string },
  ): void => {
    if (trace === undefined) return;
    const checks = [...new Set([...passedRequirements(judgements), ...(step.checks ?? [])])];
    trace({ ...rest, from, ...(signer === null ? {} : { signer: signer ?? from }), checks, ...end });
  };
  try {
    const result = await work(witness);
    report({ outcome: 'ok' });
    return result;
  } catch (error) {
    const { code, requirement } = error instanceof ActError ? error : {};
    report({ outcome: 'refused', ...(code && requirement ? { code, requirement } : {}) });
    throw error;
  }
}
