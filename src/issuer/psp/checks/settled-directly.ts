import type { Check } from '../../../verifier/index.ts';
import type { PspFacts } from './facts.ts';

/** Money that another service would have to hold and release is not sent to it (OA-ICN-04). */
export const check: Check<PspFacts> = {
  requirement: 'OA-ICN-04',
  name: 'settled directly elsewhere',
  run({ quote: { payee, settlement = 'DIRECT' }, pspId }) {
    if (payee.psp_id === pspId || settlement === 'DIRECT') return undefined;
    return { code: 'interconnect_settlement_unsupported', evidence: { settlement } };
  },
};
