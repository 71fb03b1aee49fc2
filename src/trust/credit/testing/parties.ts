/** Who takes part where credit is associated, each with the keys that the trust list certifies. */
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSigner, readPinnedKeys } from '../../../http/key-file.ts';
import type { Signer } from '../../../protocol/jws/index.ts';
import { parseUtcSeconds } from '../../../protocol/time/index.ts';
import { openTrustList, type PinnedKeys, type TrustList } from '../../../verifier/index.ts';
import { type ProvisionPlan, provision } from '../../provision.ts';

export const NOW = parseUtcSeconds('2026-11-20T09:00:00Z');

export const ID = {
  operator: 'did:act:trust.example/list',
  log: 'did:act:trust.example/log',
  credit: 'did:act:credit.example/service',
  psp: 'did:act:bank.example/psp',
  merchant: 'did:act:rail.example/tickets',
  otherMerchant: 'did:act:voyage.example/tickets',
  provider: 'did:act:assistant.example/provider',
  agent: 'did:act:assistant.example/agent-007',
  otherAgent: 'did:act:assistant.example/agent-008',
  subject: 'did:act:credit.example/subject-1',
} as const;

const PLAN: ProvisionPlan = {
  operator: ID.operator,
  entities: [
    { id: ID.log, role: 'LOG', folder: 'log' },
    { id: ID.credit, role: 'CREDIT_SERVICE', folder: 'credit' },
    { id: ID.psp, role: 'PSP', folder: 'psp' },
    { id: ID.merchant, role: 'MERCHANT', folder: 'merchant' },
    { id: ID.otherMerchant, role: 'MERCHANT', folder: 'other-merchant' },
    { id: ID.provider, role: 'AGENT_PROVIDER', folder: 'provider' },
  ],
  agents: [
    { id: ID.agent, provider: ID.provider, folder: 'agent' },
    { id: ID.otherAgent, provider: ID.provider, folder: 'other-agent' },
  ],
};

export interface Parties {
  /** The folder of their keys, and of the list that certifies them. */
  readonly dir: string;
  readonly listPath: string;
  readonly pinnedKeys: PinnedKeys;
  readonly signers: Readonly<Record<'merchant' | 'otherMerchant' | 'psp' | 'service' | 'agent', Signer>>;
  /** What the provider says of the agent. */
  readonly attestation: string;
  /** @param now Unix seconds */
  trustList(now: number): Promise<TrustList>;
}

export async function certifyParties(): Promise<Parties> {
  const dir = await mkdtemp(join(tmpdir(), 'openact-credit-'));
  await provision(dir, PLAN, NOW);
  const listPath = join(dir, 'trust-list.jwt');
  const pinnedKeys = await readPinnedKeys(join(dir, 'trust-list.pub.json'));
  return {
    ...{ dir, listPath, pinnedKeys },
    signers: {
      service: await loadSigner(join(dir, 'credit/credit.json')),
      merchant: await loadSigner(join(dir, 'merchant/merchant-quote.json')),
      otherMerchant: await loadSigner(join(dir, 'other-merchant/merchant-quote.json')),
      psp: await loadSigner(join(dir, 'psp/psp-command.json')),
      agent: await loadSigner(join(dir, 'agent/agent.json')),
    },
    attestation: (await readFile(join(dir, 'agent/agent-attestation.jwt'), 'utf8')).trim(),
    trustList: async (now) => openTrustList((await readFile(listPath, 'utf8')).trim(), pinnedKeys, now),
  };
}
