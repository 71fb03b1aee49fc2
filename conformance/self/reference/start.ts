/** Every reference role as a subject, each started as its suite needs it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { merchantSuite } from '../../roles/merchant/suite.ts';
import { freePorts } from '../../roles/testing/free-ports.ts';
import type { Role } from '../../run/case.ts';
import { startReferenceAccountSide } from './account-side.ts';
import { startReferenceCredit } from './credit.ts';
import type { Ports, RunningSubject } from './deployment.ts';
import { startReferenceMerchant } from './merchant.ts';
import { startReferenceTrust } from './trust.ts';

const example = (name: string): string => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));

async function threePorts(): Promise<Ports> {
  const [port = 0, controlPort = 0, suitePort = 0] = await freePorts(3);
  return { port, controlPort, suitePort };
}

const accountSide = async (role: 'issuer' | 'psp'): Promise<RunningSubject> =>
  startReferenceAccountSide(role, await threePorts());

/** The suite starts the program by itself; it needs a key beforehand. */
async function agent(): Promise<RunningSubject> {
  const folder = mkdtempSync(join(tmpdir(), 'openact-agent-subject-'));
  execFileSync(process.execPath, [example('reference-agent.ts'), 'init', folder]);
  const close = async (): Promise<void> => rmSync(folder, { recursive: true, force: true });
  return { file: join(folder, 'subject.yaml'), close };
}

async function merchant(options: Parameters<typeof startReferenceMerchant>[2] = {}): Promise<RunningSubject> {
  const [port = 0, suitePort = 0] = await freePorts(2);
  return startReferenceMerchant(port, suitePort, options);
}

/** A reference role, and which of the cases of its role it is asked. */
export interface Reference {
  readonly name: string;
  readonly role: Role;
  /** Beginnings of ids; left out: all. */
  readonly prefixes?: readonly string[];
  start(): Promise<RunningSubject>;
}

export const references: readonly Reference[] = [
  {
    name: 'verifier',
    role: 'verifier',
    start: async () => ({ file: example('reference-verifier.yaml'), close: async () => undefined }),
  },
  { name: 'merchant', role: 'merchant', start: merchant },
  {
    name: 'merchant-two-way',
    role: 'merchant',
    // Of a merchant that negotiates in the other way nothing else is asked than what is about that way.
    prefixes: merchantSuite
      .cases()
      .filter(({ needs }) => needs.includes('two-way'))
      .map(({ id }) => id),
    start: () => merchant({ negotiation: 'two-way' }),
  },
  {
    name: 'merchant-escrow',
    role: 'merchant',
    prefixes: merchantSuite
      .cases()
      .filter(({ needs }) => needs.includes('escrow'))
      .map(({ id }) => id),
    start: () => merchant({ settlement: 'ESCROW' }),
  },
  { name: 'issuer', role: 'issuer', start: () => accountSide('issuer') },
  { name: 'psp', role: 'psp', start: () => accountSide('psp') },
  { name: 'agent', role: 'agent', start: agent },
  { name: 'trust', role: 'trust', start: startReferenceTrust },
  { name: 'credit', role: 'credit', start: async () => startReferenceCredit(await threePorts()) },
];
