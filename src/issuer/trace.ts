import { ActError } from '../protocol/errors/index.ts';
import type { Trace, TraceEvent } from '../protocol/ports.ts';

type Step = Pick<TraceEvent, 'from' | 'to' | 'message' | 'checks'>;

/** Runs one step and tells the trace how it ended. A refusal is traced with its code and passed on. */
export async function traced<T>(trace: Trace | undefined, step: Step, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    trace?.({ ...step, outcome: 'ok' });
    return result;
  } catch (error) {
    if (error instanceof ActError) {
      trace?.({ ...step, outcome: 'refused', code: error.code, requirement: error.requirement });
    }
    throw error;
  }
}
