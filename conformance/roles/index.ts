import type { Role, Suite } from '../run/case.ts';
import { agentSuite } from './agent/suite.ts';
import { creditSuite } from './credit/suite.ts';
import { issuerSuite } from './issuer/suite.ts';
import { merchantSuite } from './merchant/suite.ts';
import { pspSuite } from './psp/suite.ts';
import { trustSuite } from './trust/suite.ts';
import { verifierSuite } from './verifier/suite.ts';

/** Cases by role. */
export const suites: Readonly<Partial<Record<Role, Suite<never>>>> = {
  verifier: verifierSuite as unknown as Suite<never>,
  merchant: merchantSuite as unknown as Suite<never>,
  issuer: issuerSuite as unknown as Suite<never>,
  psp: pspSuite as unknown as Suite<never>,
  agent: agentSuite as unknown as Suite<never>,
  trust: trustSuite as unknown as Suite<never>,
  credit: creditSuite as unknown as Suite<never>,
};
