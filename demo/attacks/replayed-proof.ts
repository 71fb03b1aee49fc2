import { IDS } from '../plan.ts';
import { type Attack, askWithProof } from './kit.ts';

/** A paid request is sent once more with its header, byte for byte, as somebody on the wire has seen it. */
export const replayedProof: Attack = {
  name: 'replayed-proof',
  title: 'a used proof of payment is sent once more',
  requirement: 'OA-A402-08',
  code: 'a402_proof_replayed',
  level: 'act:L3',
  run: ({ research }) => askWithProof(research.used.url, research.used.header, IDS.agent),
};
