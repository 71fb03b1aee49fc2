/** The log of anchors as others see it: what it takes, what it shows, and what a backup of records brings back. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { formatUtcSeconds } from '../../src/protocol/time/index.ts';
import { allRecords, backupRecords, restoreRecords } from '../../src/records/index.ts';
import { auditLog } from '../../src/trust/index.ts';
import { verifyRecord } from '../../src/verifier/index.ts';
import type { AnchorStep, AuditStep, RecomputeStep, RestoreStep, VerifyStep } from '../format.ts';
import { Refused } from '../refused.ts';
import { LOG, PSP } from '../world/plan.ts';
import { agentSender, digest, keyAt, newName, posted, signed } from './forge.ts';
import { allAnchored, recordPorts } from './records.ts';
import { addressOf, agentNameOf, agentOf, filled, type Kept, keptOf, type Play } from './run.ts';

/** An anchor of the payment service, or of an agent, over a record that nobody else knows. */
export const anchor: Play<AnchorStep> = async (run, raw) => {
  const { by = 'psp', forge, statement = false } = filled(run, raw);
  const sender =
    by === 'psp' ? { id: PSP, key: keyAt(run, 'bank/psp-record') } : agentSender(run, agentNameOf(run, raw));
  const now = run.world.now();
  const claims = {
    ...{ iss: sender.id, iat: now, record_id: newName('rec'), version: '1' },
    ...{ event_type: 'act:payment:transaction-completed', event_time: formatUtcSeconds(now) },
    ...{ intent_id: newName('int'), order_no: newName('ord'), trade_no: newName('trd') },
    ...{
      payload_hash: digest(newName('payload')),
      hash_algorithm: 'SHA-256',
      privacy_channel: digest(newName('channel')),
    },
    ...forge?.claims,
  };
  const compact = await signed(run, 'act-anchor+jwt', claims, sender.key, forge);
  const { attestation } = agentOf(run, raw).deps;
  const body = { anchor: compact, ...(statement ? { agent_attestation: attestation } : {}) };
  const { record_id, privacy_channel } = claims;
  return {
    ...(await posted(`${addressOf(run, 'log')}/anchors`, body)),
    anchor: compact,
    record_id,
    privacy_channel,
  };
};

/** Recomputes the whole log from what it shows. */
export const audit: Play<AuditStep> = async (run, raw) => {
  const { from, channel } = filled(run, raw);
  await allAnchored(run.world);
  const { http, trustListKey } = agentOf(run, raw).deps;
  const report = await auditLog({
    ...{ url: addressOf(run, 'log'), logId: LOG, pinnedKeys: trustListKey, http, now: run.world.now() },
    ...(from === undefined ? {} : { former: String(keptOf(run, from).checkpoint) }),
    ...(channel === undefined ? {} : { channels: [channel] }),
  });
  return { ...report };
};

/** Somebody has a name of a record, and looks for what is behind it. */
export const verify: Play<VerifyStep> = async (run, raw) => {
  const { record } = filled(run, raw);
  await allAnchored(run.world);
  const row = await run.world.bank.store.read.get('SELECT record_id FROM records ORDER BY record_id LIMIT 1');
  const { verdict, code } = await verifyRecord(
    record ?? String(row?.record_id),
    await recordPorts(run.world),
  );
  if (verdict === undefined) throw new Refused(String(code));
  return { verdict };
};

const BROWSER = fileURLToPath(new URL('../world/browser.ts', import.meta.url));

/** The parts of a record go to a process that has WebCrypto and nothing besides, as a browser has. */
export const recompute: Play<RecomputeStep> = async (run, { algorithm }) => {
  await allAnchored(run.world);
  const { value: record } = await allRecords(run.world.bank.store.read).next();
  if (record === undefined) throw new Error('the bank has recorded nothing');
  const { event_body, participants, salt, payload_hash } = record;
  const parts = { event_body, participants, salt, hash_algorithm: algorithm };
  const { stdout } = await promisify(execFile)(process.execPath, [BROWSER, JSON.stringify(parts)]);
  const { hash, code } = JSON.parse(stdout) as { readonly hash?: string; readonly code?: string };
  if (code !== undefined) throw new Refused(code);
  return { same: hash === payload_hash };
};

/** The bank's records are backed up, and brought back into its own database. */
export const restore: Play<RestoreStep> = async ({ world }, { spoilt }) => {
  const lines: string[] = [];
  for await (const line of backupRecords(world.bank.store)) lines.push(line);
  const text = spoilt === undefined ? lines.join('') : spoil(lines.slice(0, -1), spoilt);
  return { ...(await restoreRecords(world.bank.store, text, world.now())) };
};

/** `damage`: another byte under the old seal. `rewritten`: a record that says something else, sealed anew. */
function spoil(records: readonly string[], how: 'damage' | 'rewritten'): string {
  const [first = '', ...others] = records;
  const changed = first.replace(/"record_time":"[^"]*"/, '"record_time":"2020-01-01T00:00:00Z"');
  const body = [changed, ...others].join('');
  const sealed = how === 'damage' ? records.join('') : body;
  const sha256 = createHash('sha256').update(sealed).digest('base64url');
  return `${body}${JSON.stringify({ records: records.length, sha256 } satisfies Kept)}\n`;
}
