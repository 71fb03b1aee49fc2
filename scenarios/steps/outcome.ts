import type { TaskView } from '../../src/agent/index.ts';
import { Refused } from '../refused.ts';

/** A purchase that did not come through, as a refusal: by the payment service, or by the agent itself. */
export function refusedResult({ status, result }: TaskView): Refused {
  const by = status === 'REFUSED' ? 'bank' : 'agent';
  return new Refused(result?.code ?? status, result?.requirement, by);
}
