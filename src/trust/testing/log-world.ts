import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { CHANNEL_HEADER, createLogger, type RateLimit } from '../../http/index.ts';
import { loadSigner, readPinnedKeys } from '../../http/key-file.ts';
import { newPrivacyChannel } from '../../protocol/attestation/anchor.ts';
import { type PublicJwk, sha256Base64url } from '../../protocol/digest/index.ts';
import type { AnchorClaims } from '../../protocol/generated/types.ts';
import type { Signer } from '../../protocol/jws/index.ts';
import type { NoteKey } from '../../protocol/merkle/index.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import { formatUtcSeconds, parseUtcSeconds } from '../../protocol/time/index.ts';
import { heartbeatMigration, type Store } from '../../store/index.ts';
import { openPatiently } from '../../store/testing/patient.ts';
import type { PinnedKeys } from '../../verifier/index.ts';
import { createTrustApp } from '../app.ts';
import { disputeMigrations } from '../disputes/migrations.ts';
import { loadLogKey } from '../log/log-key.ts';
import { logMigrations } from '../log/migrations.ts';
import { type ProvisionPlan, provision } from '../provision.ts';
import { readPublished, trustListKeyPath } from '../trust-list.ts';

export const NOW = parseUtcSeconds('2026-11-20T09:00:00Z');

export const ID = {
  operator: 'did:act:trust.example/list',
  log: 'did:act:trust.example/log',
  handler: 'did:act:trust.example/disputes',
  issuer: 'did:act:bank.example/iac',
  psp: 'did:act:bank.example/psp',
  merchant: 'did:act:rail.example/tickets',
  provider: 'did:act:assistant.example/provider',
  agent: 'did:act:assistant.example/agent-007',
} as const;

export const PLAN: ProvisionPlan = {
  operator: ID.operator,
  entities: [
    { id: ID.log, role: 'LOG', folder: 'log' },
    { id: ID.handler, role: 'DISPUTE_HANDLER', folder: 'log' },
    { id: ID.issuer, role: 'IAC_ISSUER', folder: 'issuer' },
    { id: ID.psp, role: 'PSP', folder: 'psp' },
    { id: ID.merchant, role: 'MERCHANT', folder: 'merchant' },
    { id: ID.provider, role: 'AGENT_PROVIDER', folder: 'provider' },
  ],
  agents: [{ id: ID.agent, provider: ID.provider, folder: 'agent' }],
};

export const random = (count: number): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(count));

export type Submitter = 'issuer' | 'psp' | 'merchant' | 'agent';

export interface LogWorld {
  readonly dir: string;
  readonly store: Store;
  readonly app: Hono;
  readonly key: NoteKey;
  readonly signer: Signer;
  readonly pinnedKeys: PinnedKeys;
  /** The provider's statement about the agent's key. */
  readonly attestation: string;
  now: number;
  /** Publishes the same list anew, which holds from when it did and until then. */
  listUntil(end: number): Promise<void>;
  /** An anchor as this party would sign it, with some claims changed. */
  anchor(by: Submitter, changes?: Partial<AnchorClaims>): Promise<string>;
  submit(anchor: string, agentAttestation?: string): Promise<Response>;
  /** With the privacy channel where one is given. */
  get(path: string, channel?: string): Promise<Response>;
  close(): Promise<void>;
}

/** A trust service with a log, and the keys of everybody who anchors. */
export async function createLogWorld(
  location?: string,
  now = NOW,
  morePins: readonly PublicJwk[] = [],
  callerLimit?: RateLimit,
): Promise<LogWorld> {
  const dir = await mkdtemp(join(tmpdir(), 'openact-log-'));
  await provision(dir, PLAN, now);
  const { key, signer } = await loadLogKey(join(dir, 'log'), ID.log);
  const store = await openPatiently(location ?? join(dir, 'log.db'), [
    ...logMigrations,
    ...disputeMigrations,
    heartbeatMigration,
  ]);
  const pinnedKeys = [...(await readPinnedKeys(join(dir, 'trust-list.pub.json'))), ...morePins];
  const handler = { id: ID.handler, signer: await loadSigner(join(dir, 'log/finding.json')) };
  const signers = {
    issuer: await loadSigner(join(dir, 'issuer/issuer-record.json')),
    psp: await loadSigner(join(dir, 'psp/psp-record.json')),
    merchant: await loadSigner(join(dir, 'merchant/merchant-record.json')),
    agent: await loadSigner(join(dir, 'agent/agent.json')),
  };
  const listPath = join(dir, 'trust-list.jwt');
  const app = createTrustApp({
    listPath,
    clock: () => world.now,
    log: createLogger('test', 'silent'),
    anchors: { store, key, signer, pinnedKeys, random, handler },
    ...(callerLimit ? { callerLimit } : {}),
  });
  const world: LogWorld = {
    ...{ dir, store, app, key, signer, pinnedKeys, now },
    attestation: (await readFile(join(dir, 'agent/agent-attestation.jwt'), 'utf8')).trim(),
    async listUntil(end) {
      const last = await readPublished(dir);
      if (last === undefined) throw new Error('no list was published');
      const sequence = last.sequence + 1;
      const claims = { ...last, sequence, exp: end, next_update: formatUtcSeconds(end) };
      await writeFile(
        listPath,
        await signMessage('trustList', claims, await loadSigner(trustListKeyPath(dir))),
      );
    },
    anchor: async (by, changes = {}) =>
      signMessage('anchor', await claimsOf(ID[by], world.now, changes), signers[by]),
    submit: async (anchor, agentAttestation) =>
      app.request('/anchors', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          anchor,
          ...(agentAttestation === undefined ? {} : { agent_attestation: agentAttestation }),
        }),
      }),
    get: async (path, channel) =>
      app.request(path, channel === undefined ? {} : { headers: { [CHANNEL_HEADER]: channel } }),
    async close() {
      await store.close();
      await rm(dir, { recursive: true });
    },
  };
  return world;
}

async function claimsOf(iss: string, now: number, changes: Partial<AnchorClaims>): Promise<AnchorClaims> {
  return {
    iss,
    iat: now,
    record_id: newId(random, 'rec'),
    version: '1',
    event_type: 'act:payment:transaction-completed',
    event_time: formatUtcSeconds(now - 5),
    intent_id: newId(random, 'int'),
    order_no: newId(random, 'ord'),
    trade_no: newId(random, 'trd'),
    payload_hash: await sha256Base64url(random(32)),
    hash_algorithm: 'SHA-256',
    privacy_channel: newPrivacyChannel(random),
    ...changes,
  };
}
