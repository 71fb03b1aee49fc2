import type { Bureau } from '../roles/credit/bureau.ts';
import { creditSuite } from '../roles/credit/suite.ts';
import { freePorts } from '../roles/testing/free-ports.ts';
import { creditMutations } from './credit-mutations.ts';
import type { RoleProof } from './role-proof.ts';
import { creditSlips } from './slip-mutations.ts';

/** Looked at again in the transaction: those are mutants of several parts. */
const HELD_TWICE = 'request-new|authorization-kept';

export const creditProof: RoleProof<Bureau> = {
  role: 'credit',
  suite: creditSuite,
  verifierChecks: new RegExp(`^credit/(?!${HELD_TWICE})`),
  mutations: [...creditMutations, ...creditSlips],
  async start() {
    const { startReferenceCredit } = await import('./reference/credit.ts');
    const [port = 0, controlPort = 0, suitePort = 0] = await freePorts(3);
    return startReferenceCredit({ port, controlPort, suitePort });
  },
  /** No control is taken over from the case before. */
  forget(bureau: Bureau): void {
    bureau.isProven = false;
  },
};
