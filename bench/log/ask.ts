import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { CHANNEL_HEADER } from '../../src/http/index.ts';
import { anchorLeaf } from '../../src/protocol/attestation/anchor.ts';
import { decodeBase64url } from '../../src/protocol/digest/index.ts';
import type { AnchoredBody } from '../../src/protocol/generated/types.ts';
import { type NoteKey, openCheckpoint, verifyInclusion } from '../../src/protocol/merkle/index.ts';
import type { Asked } from './append.ts';
import { collector } from './collector.ts';

/** Milliseconds from a request until the whole answer is there. */
export interface Answers {
  /** The first proof of the process. */
  readonly first: number;
  /** Of the proofs after `WARM_UP`, ascending. */
  readonly proofs: readonly number[];
  /** Of as many answers that say only that the server lives, asked in turn with the proofs, ascending. */
  readonly idle: readonly number[];
  /** Of the longest proof. */
  readonly hashes: number;
}

/** So many are asked for before any is counted: code that has run twice is not compiled yet. */
const WARM_UP = 1_000;
/** After so many the asker clears up, and waits until that is over: its own collections are no time of the server. */
const CLEAR_UP = 100;
const CLEAR_UP_MILLISECONDS = 10;

/**
 * Asks a log at this address for proofs, one after another over one connection, and believes none without looking: after
 * all are there, so that what looking costs this process is not taken for time of the server.
 */
export async function askForProofs(
  url: string,
  asked: readonly Asked[],
  size: number,
  key: NoteKey,
): Promise<Answers> {
  const pool = new Pool(url, { connections: 1, pipelining: 1 });
  const collect = collector();
  const [proofs, idle]: [number[], number[]] = [[], []];
  const answers: Buffer[] = [];
  for (const [at, { recordId, channel }] of asked.entries()) {
    if (at % CLEAR_UP === 0) {
      collect();
      await sleep(CLEAR_UP_MILLISECONDS);
    }
    answers.push(await timed(pool, `/anchors/${recordId}`, { [CHANNEL_HEADER]: channel }, proofs));
    await timed(pool, '/livez', {}, idle);
  }
  await pool.close();
  let hashes = 0;
  for (const [at, one] of asked.entries()) {
    const answer = JSON.parse(String(answers[at])) as AnchoredBody;
    await assertProven(answer, one, size, key);
    hashes = Math.max(hashes, answer.inclusion.length);
  }
  const [first = Number.NaN] = proofs;
  return { first, proofs: steady(proofs), idle: steady(idle), hashes };
}

const steady = (times: readonly number[]): number[] => times.slice(WARM_UP).sort((a, b) => a - b);

/** @throws Error when the answer is not 200 */
async function timed(
  pool: Pool,
  path: string,
  headers: Record<string, string>,
  times: number[],
): Promise<Buffer> {
  const started = performance.now();
  const { statusCode, body } = await pool.request({ method: 'GET', path, headers });
  const bytes = Buffer.from(await body.arrayBuffer());
  times.push(performance.now() - started);
  if (statusCode !== 200) throw new Error(`${path} was answered ${statusCode}`);
  return bytes;
}

/** @throws Error when the answer proves something else, or nothing */
async function assertProven(
  { anchor, index, inclusion, checkpoint }: AnchoredBody,
  asked: Asked,
  size: number,
  key: NoteKey,
): Promise<void> {
  const head = await openCheckpoint(checkpoint, key);
  const proof = inclusion.map((hash) => decodeBase64url(hash));
  const isProven = await verifyInclusion(head, index, await anchorLeaf(anchor), proof);
  if (anchor !== asked.anchor || head.size !== size || !isProven)
    throw new Error(`${asked.recordId} is not proven`);
}
