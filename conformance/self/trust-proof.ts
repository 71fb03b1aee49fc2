import type { TrustService } from '../roles/trust/cases.ts';
import { trustSuite } from '../roles/trust/suite.ts';
import type { RunningTrust } from './reference/trust.ts';
import type { RoleProof } from './role-proof.ts';
import { trustSlips } from './slip-mutations.ts';
import { trustMutations } from './trust-mutations.ts';

let running: RunningTrust | undefined;

/** Of the two lists that are published before each case, the second has this number. */
const SECOND = 2;

export const trustProof: RoleProof<TrustService> = {
  role: 'trust',
  suite: trustSuite,
  /** What it judges, anchors and files of evidence, is asked for by the vectors. */
  verifierChecks: /^nothing$/,
  mutations: [...trustMutations, ...trustSlips],
  /** A service that has seen a wrong list is not ready until it looks again. */
  first: /^probes\//,
  async start() {
    const { startReferenceTrust } = await import('./reference/trust.ts');
    running = await startReferenceTrust();
    return running;
  },
  /** The lists are made anew, so that what is out is out of them too. */
  async forget(service: TrustService): Promise<void> {
    await running?.publishTwice();
    service.highest = SECOND;
  },
};
