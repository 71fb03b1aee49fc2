import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { Market } from '../roles/agent/market.ts';
import { agentSettings } from '../roles/agent/settings.ts';
import { agentSuite } from '../roles/agent/suite.ts';
import type { Suite } from '../run/case.ts';
import { agentMutations } from './agent-mutations.ts';
import { agentSlips } from './agent-slip-mutations.ts';
import { cautionMutations } from './caution-mutations.ts';
import { labelMutations } from './label-mutations.ts';
import { agentOrderMutations } from './order-mutations.ts';
import { agentRecordMutations } from './record-mutations.ts';
import type { RoleProof } from './role-proof.ts';
import { talkMutations } from './talk-mutations.ts';

const AGENT = 'did:act:agent.example/one';
const PRIVATE = 'agent.json';

/** The cases of an agent with the reference agent in this process, so that one program can be one mutant after the other. */
const suite: Suite<Market> = {
  ...agentSuite,
  lanes: () => 1,
  async open(settings) {
    const { ReferenceAgent } = await import('./reference/agent.ts');
    const jwk = JSON.parse(readFileSync(join(settings.folder, PRIVATE), 'utf8'));
    const market = new Market(agentSettings(settings), new ReferenceAgent(jwk));
    await market.open();
    return { subject: market, close: () => market.close() };
  },
};

export const agentProof: RoleProof<Market> = {
  role: 'agent',
  suite,
  /**
   * What an agent judges. Its own checks before a payment are those of the payment service, and stand behind others. Terms
   * that end before they begin are refused by either end of the window too.
   */
  verifierChecks:
    /^mandate\/(?!window-order)|^(?:quote|status-list|institution)\/|^receipt\/(?!authorization)|^trust-list\/(?!rollback)|^payment\/(?:categories|currency|delivery|price-tolerance|single-minimum|pinned-quote)$|^delegation\/chain-complete$/,
  mutations: [
    ...agentMutations,
    ...agentOrderMutations,
    ...labelMutations,
    ...cautionMutations,
    ...talkMutations,
    ...agentRecordMutations,
    ...agentSlips,
  ],
  async start() {
    const { generateKeyPair } = await import('../../src/protocol/jws/index.ts');
    const folder = mkdtempSync(join(tmpdir(), 'openact-agent-subject-'));
    const { privateJwk, publicJwk } = await generateKeyPair('ES256');
    writeFileSync(join(folder, PRIVATE), JSON.stringify(privateJwk), { mode: 0o600 });
    writeFileSync(join(folder, 'agent.pub.json'), JSON.stringify(publicJwk));
    const file = join(folder, 'subject.yaml');
    const agent = { id: AGENT, key: 'agent.pub.json', command: ['in-this-process'] };
    writeFileSync(
      file,
      stringify({ name: 'OpenACT reference agent', role: 'agent', patience_ms: 60_000, agent }),
    );
    const close = async (): Promise<void> => rmSync(folder, { recursive: true, force: true });
    return { file, close };
  },
  /** No control is taken over from the case before. */
  forget(market: Market): void {
    market.proven.clear();
  },
};
