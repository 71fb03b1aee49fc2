import { Pool } from 'undici';
import { CHANNEL_HEADER } from '../../src/http/index.ts';
import { anchorLeaf } from '../../src/protocol/attestation/anchor.ts';
import { decodeBase64url } from '../../src/protocol/digest/index.ts';
import type { AnchoredBody } from '../../src/protocol/generated/types.ts';
import { type NoteKey, openCheckpoint, verifyInclusion } from '../../src/protocol/merkle/index.ts';
import type { Asked } from './append.ts';

export interface Answers {
  /** Milliseconds from the request until the whole answer is there. The first one of the process. */
  readonly first: number;
  /** Of those after `WARM_UP`, ascending. */
  readonly sorted: readonly number[];
  /** Of the longest proof. */
  readonly hashes: number;
}

/** So many are asked for before any is counted: code that has run twice is not compiled yet. */
const WARM_UP = 500;

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
  const times: number[] = [];
  const answers: Buffer[] = [];
  for (const { recordId, channel } of asked) {
    const started = performance.now();
    const { statusCode, body } = await pool.request({
      ...{ method: 'GET', path: `/anchors/${recordId}` },
      headers: { [CHANNEL_HEADER]: channel },
    });
    answers.push(Buffer.from(await body.arrayBuffer()));
    times.push(performance.now() - started);
    if (statusCode !== 200) throw new Error(`${recordId} was answered ${statusCode}`);
  }
  await pool.close();
  let hashes = 0;
  for (const [at, one] of asked.entries()) {
    const answer = JSON.parse(String(answers[at])) as AnchoredBody;
    await assertProven(answer, one, size, key);
    hashes = Math.max(hashes, answer.inclusion.length);
  }
  const [first = Number.NaN] = times;
  return { first, sorted: times.slice(WARM_UP).sort((a, b) => a - b), hashes };
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
