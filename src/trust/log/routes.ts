import type { Context, Hono } from 'hono';
import { channelOf, type RateLimit, readJson } from '../../http/index.ts';
import { encodeBase64url } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { AnchoredBody, LogConsistencyBody } from '../../protocol/generated/types.ts';
import { validateAnchorRequestBody } from '../../protocol/generated/validators.js';
import { MESSAGE_MAX_BYTES } from '../../protocol/limits.ts';
import { type Hash, readTilePath, TILE_WIDTH } from '../../protocol/merkle/index.ts';
import type { Clock } from '../../protocol/ports.ts';
import type { Queries } from '../../store/index.ts';
import type { TrustList } from '../../verifier/index.ts';
import type { AnchorLog, SignedHead } from './anchor-log.ts';
import { countSubmission } from './counting.ts';
import { TreeReading } from './reading.ts';
import { judgeSubmission } from './submission.ts';
import { anchorsOf, findAnchor, type PlacedAnchor } from './tables.ts';

export interface LogRoutes {
  readonly log: AnchorLog;
  /** Of the log's store. */
  readonly read: Queries;
  /** The list that submitters are judged by. @throws ActError trust_list_* */
  trustList(now: number): Promise<TrustList>;
  readonly clock: Clock;
  readonly callerLimit?: RateLimit;
}

const LISTED_MAX_ANCHORS = 64;
/** Without their proofs: with them an answer stays below what clients of this profile take. */
const LISTED_MAX_BYTES = 4 * MESSAGE_MAX_BYTES;
const SIZE = /^(?:0|[1-9][0-9]{0,15})$/;
const FOREVER = 'public, max-age=31536000, immutable';
const A_MOMENT = 'public, max-age=1';

/**
 * The log over HTTP. What stands under /checkpoint and /tile is public and says nothing of anybody; anchors are shown to
 * those who know their privacy channel.
 *
 * @see TSD-ATT-OCA-21, OA-LOG-04, OA-LOG-06
 */
export function addLogRoutes(app: Hono, routes: LogRoutes): void {
  const tree = new TreeReading(routes.read);
  addAnchorRoutes(app, routes, tree);
  addTreeRoutes(app, routes.log, tree);
}

/** Anchors, one by one: taken from those whom the trust list names, shown with the proof that they are in the tree. */
function addAnchorRoutes(
  app: Hono,
  { log, read, trustList, clock, callerLimit }: LogRoutes,
  tree: TreeReading,
): void {
  async function anchored(placed: PlacedAnchor, head: SignedHead): Promise<AnchoredBody> {
    const { anchor, agentAttestation, index } = placed;
    return {
      anchor,
      ...(agentAttestation === undefined ? {} : { agent_attestation: agentAttestation }),
      index,
      checkpoint: head.note,
      inclusion: texts(await tree.inclusion(index, head.size)),
    };
  }

  app.post('/anchors', async (c) => {
    const now = clock();
    const body = await readJson(c, validateAnchorRequestBody);
    const submission = await judgeSubmission(body, await trustList(now), now);
    await countSubmission(read, submission, callerLimit);
    const { index, head } = await log.append(submission);
    return c.json({ record_id: submission.recordId, index, checkpoint: head.note }, 201);
  });

  app.get('/anchors', async (c) => {
    const channel = channelOf(c);
    const head = await log.head();
    const found = await anchorsOf(read, channel, sizeIn(c, 'from'), LISTED_MAX_ANCHORS);
    // What was appended after this head comes with the next one.
    const covered = firstOf(found.filter(({ index }) => index < head.size));
    return c.json({ anchors: await Promise.all(covered.map((placed) => anchored(placed, head))) });
  });

  app.get('/anchors/:record_id', async (c) => {
    const channel = channelOf(c);
    const placed = await findAnchor(read, c.req.param('record_id'), channel);
    if (placed === undefined) throw new ActError('anchor_not_found');
    return c.json(await anchored(placed, await log.head()));
  });
}

/** The tree itself, for whoever audits the log. */
function addTreeRoutes(app: Hono, log: AnchorLog, tree: TreeReading): void {
  app.get('/consistency', async (c) => {
    const from = sizeIn(c, 'from');
    const head = await log.head();
    const answer: LogConsistencyBody = {
      from,
      checkpoint: head.note,
      consistency: texts(await tree.consistency(from, head.size)),
    };
    return c.json(answer);
  });

  app.get('/checkpoint', async (c) => {
    const { note } = await log.head();
    return c.body(note, 200, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': A_MOMENT,
    });
  });

  app.get('/tile/:tile{.+}', async (c) => {
    const name = readTilePath(c.req.param('tile'));
    if (name === undefined || name.width > TILE_WIDTH) throw new ActError('not_found');
    const bytes = await tree.tile(name, (await log.head()).size);
    if (bytes === undefined) throw new ActError('not_found');
    return c.body(bytes, 200, { 'Content-Type': 'application/octet-stream', 'Cache-Control': FOREVER });
  });
}

/** As many as fit into one answer: whoever wants more asks from there on. */
function firstOf(anchors: readonly PlacedAnchor[]): readonly PlacedAnchor[] {
  let bytes = 0;
  const next = anchors.findIndex(({ anchor, agentAttestation = '' }) => {
    bytes += anchor.length + agentAttestation.length;
    return bytes > LISTED_MAX_BYTES;
  });
  return next < 0 ? anchors : anchors.slice(0, next);
}

const texts = (hashes: readonly Hash[]): string[] => hashes.map(encodeBase64url);

/** @throws ActError schema_mismatch */
function sizeIn(c: Context, name: string): number {
  const text = c.req.query(name) ?? '0';
  const size = Number(text);
  if (!SIZE.test(text) || !Number.isSafeInteger(size)) throw new ActError('schema_mismatch', { rule: name });
  return size;
}
