import { IDS } from '../plan.ts';
import { type Attack, askWithProof, proofHeader } from './kit.ts';

/** A proof that was paid and not used yet is shown for something else, by who paid. */
export const otherResource: Attack = {
  name: 'proof-for-another-resource',
  title: 'a good proof is shown for another resource',
  requirement: 'PSD-PAY-A402-09',
  code: 'a402_resource_mismatch',
  level: 'act:L3',
  async run({ research, agentKey }) {
    const { unused } = research;
    const url = new URL('/data/whole-archive', unused.url).href;
    return askWithProof(url, await proofHeader(unused, url, agentKey), IDS.agent);
  },
};
