import { ActError } from '../errors/index.ts';
import type { Signer } from '../jws/index.ts';
import { decodeBase64, encodeBase64 } from '../x509/base64.ts';
import { HASH_BYTES, type Hash } from './hash.ts';
import { isSignedBy, type NoteKey, readNote, signNote } from './note.ts';
import type { TreeHead } from './verify.ts';

/** What a log signs of itself: which log, how many leaves, and their root. */
export interface Checkpoint extends TreeHead {
  readonly origin: string;
}

const SIZE = /^(?:0|[1-9][0-9]{0,15})$/;

/** Three lines. This profile writes no extension line, which nobody could audit. @see https://c2sp.org/tlog-checkpoint */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${encodeBase64(root)}\n`;
}

/** Signs a checkpoint; the name of the key is the origin of the log. */
export function signCheckpoint(checkpoint: Checkpoint, key: NoteKey, signer: Signer): Promise<string> {
  return signNote(checkpointText(checkpoint), key, signer);
}

/**
 * Reads a checkpoint that `key` has signed for the log of that name.
 *
 * @throws ActError log_checkpoint_invalid
 * @see OA-LOG-07
 */
export async function openCheckpoint(note: string, key: NoteKey): Promise<Checkpoint> {
  const read = readNote(note);
  const [origin = '', size = '', root = ''] = read.text.split('\n');
  if (origin !== key.name) throw new ActError('log_checkpoint_invalid', { rule: 'origin' });
  if (!SIZE.test(size) || !Number.isSafeInteger(Number(size))) {
    throw new ActError('log_checkpoint_invalid', { rule: 'size' });
  }
  const checkpoint = { origin, size: Number(size), root: rootIn(root) };
  if (!read.text.startsWith(checkpointText(checkpoint))) {
    throw new ActError('log_checkpoint_invalid', { rule: 'text' });
  }
  if (!(await isSignedBy(read, key))) throw new ActError('log_checkpoint_invalid', { rule: 'signature' });
  return checkpoint;
}

function rootIn(text: string): Hash {
  try {
    const root = decodeBase64(text);
    if (root.length === HASH_BYTES) return root;
  } catch {
    // Said below, with our own code.
  }
  throw new ActError('log_checkpoint_invalid', { rule: 'root' });
}
