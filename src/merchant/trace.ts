import { ActError } from '../protocol/errors/index.ts';
import type { Trace } from '../protocol/ports.ts';
import type { Judgement } from '../verifier/index.ts';

/** Takes down what a step finds out while it runs: what was judged, and who turned out to have sent it. */
export interface Witness {
  judged(...judgements: readonly Judgement[]): void;
  sender(id: string): void;
}

/** What is known of a step before it runs. */
interface Step {
  readonly from: string;
  readonly to: string;
  readonly message: string;
}

/** Runs one step and reports how it ended, with the requirements of the judgement lines that passed. */
export async function traced<T>(
  trace: Trace,
  step: Step,
  work: (witness: Witness) => Promise<T>,
): Promise<T> {
  const requirements = new Set<string>();
  let { from } = step;
  const witness: Witness = {
    judged(...judgements) {
      for (const line of judgements.flatMap(({ lines }) => lines)) {
        if (line.outcome === 'pass') requirements.add(line.requirement);
      }
    },
    sender(id) {
      from = id;
    },
  };
  const event = () => ({ ...step, from, signer: from, checks: [...requirements] });
  try {
    const result = await work(witness);
    trace({ ...event(), outcome: 'ok' });
    return result;
  } catch (error) {
    const refused = error instanceof ActError ? { code: error.code, requirement: error.requirement } : {};
    trace({ ...event(), outcome: 'refused', ...refused });
    throw error;
  }
}
