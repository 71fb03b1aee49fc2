/** What everybody has recorded: whether it has reached the log, and what a verification of it asks. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HttpClient } from '../src/http/index.ts';
import { readPublicJwk } from '../src/http/key-file.ts';
import { ActError } from '../src/protocol/errors/index.ts';
import { backlog, findRecord, queryAnchor } from '../src/records/index.ts';
import type { Store } from '../src/store/index.ts';
import { loadLogKey } from '../src/trust/index.ts';
import { believedAnchor, keyFromTrustList, openTrustList, type RecordPorts } from '../src/verifier/index.ts';

const POLL_MILLISECONDS = 50;
const PATIENCE = 2_400;
const LONG_POLLS = 200;
const DEADLINE_MILLISECONDS = 10_000;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Whether anything waits to be recorded, or to be anchored. */
export async function isWaiting(stores: readonly Store[]): Promise<boolean> {
  for (const { read } of stores) {
    const { events, records } = await backlog(read);
    if (events + records > 0) return true;
  }
  return false;
}

/**
 * @param afterLong what is done whenever ten seconds more have passed
 * @throws Error when records still wait after two minutes
 */
export async function untilAnchored(stores: readonly Store[], afterLong = () => {}): Promise<void> {
  for (let tries = 1; tries <= PATIENCE; tries += 1) {
    if (!(await isWaiting(stores))) return;
    await pause(POLL_MILLISECONDS);
    if (tries % LONG_POLLS === 0) afterLong();
  }
  throw new Error('records are not anchored');
}

/** How many records have their place in the log. */
export async function anchoredIn(stores: readonly Store[]): Promise<number> {
  const counts = stores.map(({ read }) =>
    read.get("SELECT count(*) AS anchored FROM record_anchors WHERE state = 'ANCHORED'"),
  );
  return (await Promise.all(counts)).reduce((sum, row) => sum + Number(row?.anchored ?? 0), 0);
}

export interface Recorded {
  /** Of everybody who records. */
  readonly stores: readonly Store[];
  /** The folder with the trust list, its pinned key, and the key of the log. */
  readonly keys: string;
  readonly logId: string;
  readonly logUrl: string;
  readonly http: HttpClient;
  /** Unix seconds. */
  readonly now: number;
}

/** Everybody's own records, the trust list of now, and the log over HTTP. */
export async function portsOver({ stores, keys, logId, logUrl, http, now }: Recorded): Promise<RecordPorts> {
  const pinned = await readPublicJwk(join(keys, 'trust-list.pub.json'));
  const compact = readFileSync(join(keys, 'trust-list.jwt'), 'utf8').trim();
  const trustList = await openTrustList(compact, pinned, now);
  const { key: logKey } = await loadLogKey(join(keys, 'log'), logId);
  return {
    async record(id) {
      for (const { read } of stores) {
        const found = await findRecord(read, id);
        if (found !== undefined) return found;
      }
      return undefined;
    },
    key: (signature, role, time) => keyFromTrustList(trustList, signature, role, time),
    async anchor(record) {
      try {
        return await believedAnchor(await queryAnchor({ logUrl, http }, record), trustList, [logKey]);
      } catch (error) {
        if (error instanceof ActError && error.code === 'anchor_not_found') return { missing: error.code };
        throw error;
      }
    },
    deadline: () => pause(DEADLINE_MILLISECONDS),
  };
}
