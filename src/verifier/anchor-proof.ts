import { anchorLeaf } from '../protocol/attestation/anchor.ts';
import { decodeBase64url } from '../protocol/digest/index.ts';
import { ActError } from '../protocol/errors/index.ts';
import type { AnchoredBody } from '../protocol/generated/types.ts';
import {
  type Checkpoint,
  type Hash,
  type NoteKey,
  openCheckpoint,
  type TreeHead,
  verifyConsistency,
  verifyInclusion,
} from '../protocol/merkle/index.ts';

/**
 * Shows that an anchor stands in a log, from what the log has answered and nothing else.
 *
 * @param keys with which the log may sign: the present one and former ones
 * @returns the checkpoint that has it
 * @throws ActError log_checkpoint_invalid, log_inclusion_invalid, schema_mismatch
 * @see OA-LOG-07, OA-LOG-08
 */
export async function assertAnchored(
  { anchor, index, checkpoint, inclusion }: AnchoredBody,
  keys: readonly NoteKey[],
): Promise<Checkpoint> {
  const head = await openWithOne(checkpoint, keys);
  if (!(await verifyInclusion(head, index, await anchorLeaf(anchor), hashesIn(inclusion)))) {
    throw new ActError('log_inclusion_invalid', { index, size: head.size });
  }
  return head;
}

/**
 * Shows that one tree begins with another.
 *
 * @param proof base64url, as the log answers
 * @throws ActError log_inconsistent with both sizes: whoever holds both signed checkpoints can show it to anybody
 * @see OA-LOG-09
 */
export async function assertConsistent(
  from: TreeHead,
  to: TreeHead,
  proof: readonly string[],
): Promise<void> {
  if (await verifyConsistency(from, to, hashesIn(proof))) return;
  throw new ActError('log_inconsistent', { from: from.size, to: to.size });
}

/** @throws ActError log_checkpoint_invalid, as the first key has it */
async function openWithOne(note: string, keys: readonly NoteKey[]): Promise<Checkpoint> {
  let first: unknown;
  for (const key of keys) {
    try {
      return await openCheckpoint(note, key);
    } catch (error) {
      first ??= error;
    }
  }
  throw first ?? new ActError('log_checkpoint_invalid', { rule: 'key' });
}

function hashesIn(texts: readonly string[]): Hash[] {
  return texts.map((text) => decodeBase64url(text));
}
