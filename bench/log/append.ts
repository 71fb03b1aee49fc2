/**
 * Appends anchors to a log in a process of its own, whose memory is looked at: `node append.ts <database> <keys> <log id>
 * <count> <file>`. Prints one line of JSON; some of the anchors go into the file, one a line.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { useNodeCrypto } from '../../src/http/index.ts';
import { logEntryOf } from '../../src/protocol/attestation/anchor.ts';
import { openServerStore } from '../../src/store/index.ts';
import {
  AnchorLog,
  disputeMigrations,
  loadLogKey,
  logMigrations,
  type Submission,
} from '../../src/trust/index.ts';
import { collector } from './collector.ts';

export interface Appended {
  readonly perSecond: number;
  /** After each tenth of the anchors, in MB. */
  readonly residentMegabytes: readonly number[];
  /** What of it is still of use: heap and buffers after a collection. */
  readonly liveMegabytes: readonly number[];
}

/** An anchor, and what its proof is asked for with. */
export interface Asked {
  readonly recordId: string;
  readonly channel: string;
  readonly anchor: string;
}

const AT_ONCE = 512;
const TENTHS = 10;
const ASKED = 4_000;
/** As long as the anchor of an agent. */
const ANCHOR_BYTES = 640;
const MEGABYTE = 1024 * 1024;

/** 128 bits, as ids and channels have them: whoever sorts by them finds no order. */
const id = (kind: string): string => `${kind}_${randomBytes(16).toString('base64url')}`;

async function submission(): Promise<Submission> {
  const anchor = randomBytes(ANCHOR_BYTES / 2).toString('hex');
  return {
    ...{ recordId: id('rec'), channel: id('ch'), anchor, agentAttestation: undefined },
    entry: await logEntryOf(anchor),
  };
}

async function main([
  database = '',
  keys = '',
  logId = '',
  size = '',
  asked = '',
]: readonly string[]): Promise<Appended> {
  useNodeCrypto();
  const count = Number(size);
  const store = await openServerStore(database, [...logMigrations, ...disputeMigrations]);
  const log = new AnchorLog({
    ...{ store, ...(await loadLogKey(keys, logId)) },
    clock: () => Math.floor(Date.now() / 1000),
  });
  const collect = collector();
  const [resident, live]: [number[], number[]] = [[], []];
  const file = openSync(asked, 'w');
  const look = () => {
    resident.push(process.memoryUsage().rss / MEGABYTE);
    collect();
    const { heapUsed, external } = process.memoryUsage();
    live.push((heapUsed + external) / MEGABYTE);
  };
  let next = 0;
  let done = 0;
  const client = async () => {
    while (next < count) {
      next += 1;
      const one = await submission();
      await log.append(one);
      done += 1;
      if (done % Math.ceil(count / ASKED) === 0) tell(file, one);
      if (done === Math.ceil((count * (resident.length + 1)) / TENTHS)) look();
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  const perSecond = (1_000 * count) / (performance.now() - started);
  await store.close();
  closeSync(file);
  return { perSecond, residentMegabytes: resident, liveMegabytes: live };
}

/** At once, so that what is measured keeps none of it. */
function tell(file: number, { recordId, channel, anchor }: Submission): void {
  writeSync(file, `${JSON.stringify({ recordId, channel, anchor } satisfies Asked)}\n`);
}

console.log(JSON.stringify(await main(process.argv.slice(2))));
