import { expectJson, expectText, type HttpClient } from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import { validateAnchorListBody, validateLogConsistencyBody } from '../../protocol/generated/validators.js';
import {
  type Checkpoint,
  type Hash,
  type NoteKey,
  openCheckpoint,
  sameHash,
  TILE_WIDTH,
  type TreeHead,
  tilePath,
  widthOf,
} from '../../protocol/merkle/index.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import {
  assertAnchored,
  assertConsistent,
  logKeysOf,
  openTrustList,
  type PinnedKeys,
  trustListAt,
  verifyAnchor,
} from '../../verifier/index.ts';
import { leafOf } from './hash.ts';
import { TreeEdge, type WholeTile } from './tree.ts';

export interface AuditRequest {
  /** Address of the trust service that keeps the log. */
  readonly url: string;
  /** Identifier of the log in the trust list. */
  readonly logId: string;
  readonly pinnedKeys: PinnedKeys;
  readonly http: HttpClient;
  /** Unix seconds. */
  readonly now: number;
  /** A checkpoint that was kept from before. */
  readonly former?: string;
  /** Privacy channels whose anchors are looked at too. */
  readonly channels?: readonly string[];
}

export interface Audit {
  readonly origin: string;
  readonly size: number;
  /** The signed note of now: what the next audit begins from. */
  readonly checkpoint: string;
  readonly formerSize?: number;
  readonly tiles: number;
  readonly anchors: number;
}

/**
 * Recomputes a whole log from what it shows: that it begins with the former checkpoint, that each tile is made of the
 * entries, that they hash to the signed root, and that the anchors of the given channels stand where they are said to.
 *
 * @throws ActError log_inconsistent, log_checkpoint_invalid, log_inclusion_invalid when the log is not what it says;
 *   trust_list_*, peer_* when it could not be looked at
 * @see OA-LOG-13
 */
export async function auditLog(request: AuditRequest): Promise<Audit> {
  const { url, logId, http, now, former, channels = [] } = request;
  const list = await openTrustList(expectText(await http.get(`${url}/trust-list`)), request.pinnedKeys, now);
  const keys = await logKeysOf(list, logId, now);
  const checkpoint = new TextDecoder().decode((await found(http, `${url}/checkpoint`)).body);
  const head = await openedBy(checkpoint, keys);
  const old = former === undefined ? undefined : await openedBy(former, keys);
  if (old !== undefined) await assertBegins(request, old, head, keys);
  const tiles = await recompute(request, head, old);
  let anchors = 0;
  for (const channel of channels) anchors += await auditChannel(request, channel, keys);
  const formerPart = old === undefined ? {} : { formerSize: old.size };
  return { origin: head.origin, size: head.size, checkpoint, ...formerPart, tiles, anchors };
}

async function openedBy(note: string, keys: readonly NoteKey[]): Promise<Checkpoint> {
  for (const key of keys.slice(0, -1)) {
    try {
      return await openCheckpoint(note, key);
    } catch {
      // A former key may have signed it.
    }
  }
  const last = keys.at(-1);
  if (last === undefined) throw new ActError('log_checkpoint_invalid', { rule: 'key' });
  return openCheckpoint(note, last);
}

/** As any reader of two checkpoints would. */
async function assertBegins(
  { url, http }: AuditRequest,
  old: TreeHead,
  head: TreeHead,
  keys: readonly NoteKey[],
): Promise<void> {
  if (old.size > head.size) throw new ActError('log_inconsistent', { from: old.size, to: head.size });
  const answer = await http.get(`${url}/consistency?from=${old.size}`);
  const { checkpoint, consistency } = expectJson(validateLogConsistencyBody, answer);
  await assertConsistent(old, await openedBy(checkpoint, keys), consistency);
}

/** @returns how many tiles there are */
async function recompute(request: AuditRequest, head: TreeHead, old: TreeHead | undefined): Promise<number> {
  const edge = new TreeEdge(0, []);
  const whole = new Map<number, Hash[]>();
  const assertOld = () => {
    if (edge.size === old?.size && !sameHash(edge.root(), old.root)) {
      throw new ActError('log_inconsistent', { from: edge.size, to: head.size });
    }
  };
  assertOld();
  let tiles = 0;
  for (let index = 0; index * TILE_WIDTH < head.size; index += 1) {
    const leaves = (await entriesAt(request, index, head.size)).map(leafOf);
    await assertTile(request, { level: 0, index }, head.size, leaves);
    tiles += 1;
    for (const leaf of leaves) {
      for (const tile of edge.append(leaf)) keep(whole, tile);
      assertOld();
    }
  }
  for (const [level, hashes] of whole) {
    for (let index = 0; index * TILE_WIDTH < hashes.length; index += 1) {
      const own = hashes.slice(index * TILE_WIDTH, (index + 1) * TILE_WIDTH);
      await assertTile(request, { level, index }, head.size, own);
      tiles += 1;
    }
  }
  if (!sameHash(edge.root(), head.root))
    throw new ActError('log_inconsistent', { rule: 'root', to: head.size });
  return tiles;
}

function keep(whole: Map<number, Hash[]>, { level, root }: WholeTile): void {
  const hashes = whole.get(level + 1) ?? [];
  hashes.push(root);
  whole.set(level + 1, hashes);
}

async function entriesAt({ url, http }: AuditRequest, index: number, size: number): Promise<Uint8Array[]> {
  const name = { level: 'entries', index, width: widthOf({ level: 'entries', index }, size) } as const;
  const { body } = await found(http, `${url}/tile/${tilePath(name)}`);
  const bundle = Buffer.from(body);
  const entries: Uint8Array[] = [];
  for (let at = 0; at + 2 <= bundle.length; ) {
    const end = at + 2 + bundle.readUInt16BE(at);
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  if (entries.length !== name.width) throw new ActError('log_inconsistent', { rule: 'entries', tile: index });
  return entries;
}

async function assertTile(
  { url, http }: AuditRequest,
  place: { readonly level: number; readonly index: number },
  size: number,
  hashes: readonly Hash[],
): Promise<void> {
  const path = tilePath({ ...place, width: widthOf(place, size) });
  const { body } = await found(http, `${url}/tile/${path}`);
  if (!Buffer.concat(hashes).equals(Buffer.from(body))) {
    throw new ActError('log_inconsistent', { rule: 'tile', tile: path });
  }
}

/** Each anchor of a channel: who signed it, and where it stands. @returns how many there are */
async function auditChannel(
  { url, http, pinnedKeys, now }: AuditRequest,
  channel: string,
  keys: readonly NoteKey[],
): Promise<number> {
  const trustList = await openTrustList(expectText(await http.get(`${url}/trust-list`)), pinnedKeys, now);
  let count = 0;
  for (let from = 0; ; ) {
    const answer = await http.get(`${url}/anchors?from=${from}`, { privacyChannel: channel });
    const { anchors } = expectJson(validateAnchorListBody, answer);
    for (const anchored of anchors) {
      // A log that shows the same page for ever would keep its auditor busy for ever.
      if (anchored.index < from) throw new ActError('log_inconsistent', { rule: 'anchors', from });
      await assertAnchored(anchored, keys);
      const { iat } = readMessage('anchor', anchored.anchor).claims;
      const then = { trustList: trustListAt(trustList, iat), now: iat };
      await verifyAnchor(anchored.anchor, then, anchored.agent_attestation);
      from = anchored.index + 1;
      count += 1;
    }
    if (anchors.length === 0) return count;
  }
}

async function found(http: HttpClient, url: string) {
  const answer = await http.get(url);
  if (answer.status !== 200) throw new ActError('peer_answer_invalid', { status: answer.status });
  return answer;
}
