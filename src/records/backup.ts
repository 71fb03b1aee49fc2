import { createHash } from 'node:crypto';
import { payloadHashOf, readRecord } from '../protocol/attestation/index.ts';
import { ActError } from '../protocol/errors/index.ts';
import type { AttestationRecord } from '../protocol/generated/types.ts';
import { canonicalText, type JsonValue } from '../protocol/json/index.ts';
import type { Store } from '../store/index.ts';
import { allRecords, findRecord, type RecordFilter } from './read.ts';
import { insertRecord } from './record.ts';

/** How a backup ends: over the lines before it, each with its line feed. */
interface Seal {
  readonly records: number;
  /** base64url of the SHA-256. */
  readonly sha256: string;
}

export interface Restored {
  readonly added: number;
  /** Were there already, the same. */
  readonly present: number;
}

const encoder = new TextEncoder();
const BATCH = 100;

/** Records as JSON lines, as they were signed, in the order of their ids. @see TSD-ATT-OFF-39 */
export async function* exportRecords(store: Store, filter?: RecordFilter): AsyncGenerator<string, void> {
  for await (const record of allRecords(store.read, filter)) yield `${JSON.stringify(record)}\n`;
}

/** As `exportRecords` for all, with a last line that tells whether anything is missing or changed. */
export async function* backupRecords(store: Store): AsyncGenerator<string, void> {
  const hash = createHash('sha256');
  let records = 0;
  for await (const line of exportRecords(store)) {
    hash.update(line);
    records += 1;
    yield line;
  }
  yield `${JSON.stringify({ records, sha256: hash.digest('base64url') } satisfies Seal)}\n`;
}

/**
 * Reads a backup, whole or not at all: its seal, and every record with its payload hash.
 *
 * @throws ActError backup_damaged
 */
export async function readBackup(text: string): Promise<AttestationRecord[]> {
  const lines = text.split('\n');
  if (lines.pop() !== '') throw new ActError('backup_damaged', { rule: 'cut_short' });
  const seal = sealIn(lines.pop() ?? '');
  const hash = createHash('sha256');
  for (const line of lines) hash.update(`${line}\n`);
  if (seal.records !== lines.length || seal.sha256 !== hash.digest('base64url')) {
    throw new ActError('backup_damaged', { rule: 'seal', records: lines.length });
  }
  return Promise.all(lines.map(recordIn));
}

async function recordIn(line: string, at: number): Promise<AttestationRecord> {
  const record = readRecord(encoder.encode(line));
  if ((await payloadHashOf(record)) !== record.payload_hash) {
    throw new ActError('backup_damaged', { rule: 'payload_hash', line: at + 1 });
  }
  return record;
}

/** Whatever a file that is no backup has for its last line: what is missing there agrees with nothing. */
function sealIn(line: string): Partial<Seal> {
  try {
    return Object(JSON.parse(line)) as Partial<Seal>;
  } catch {
    throw new ActError('backup_damaged', { rule: 'seal' });
  }
}

/**
 * Adds the records of a backup that are missing, and reads every one of them back. What is kept is never changed: a
 * record that is there otherwise ends the restoring before anything is added. What was added is looked up in the log
 * again, where it already is.
 *
 * @throws ActError backup_damaged, record_conflict
 * @see TSD-ATT-OFF-39
 */
export async function restoreRecords(store: Store, text: string, now: number): Promise<Restored> {
  const records = await readBackup(text);
  let present = 0;
  for (const record of records) if (await isKept(store, record)) present += 1;
  for (let at = 0; at < records.length; at += BATCH) {
    const batch = records.slice(at, at + BATCH);
    await store.transact(async (tx) => {
      for (const record of batch) {
        if (!(await insertRecord(tx, record))) continue;
        await tx.run(
          `INSERT INTO record_anchors (record_id, state, attempts, since, next_at) VALUES ($1, 'PENDING', 0, $2, $2)
           ON CONFLICT (record_id) DO NOTHING`,
          [record.record_id, now],
        );
      }
    });
  }
  for (const record of records) {
    if (!(await isKept(store, record))) throw new ActError('internal', { rule: 'restored' });
  }
  return { added: records.length - present, present };
}

/** @throws ActError record_conflict when another record is kept under this id */
async function isKept(store: Store, record: AttestationRecord): Promise<boolean> {
  const kept = await findRecord(store.read, record.record_id);
  if (kept === undefined) return false;
  const textOf = (one: AttestationRecord): string => canonicalText(one as unknown as JsonValue);
  if (textOf(kept) !== textOf(record)) throw new ActError('record_conflict', { record_id: record.record_id });
  return true;
}
