import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { MESSAGE_MAX_BYTES } from '../../protocol/limits.ts';
import type { ContextSource } from './reference.ts';

/** One file of the folder: no path leads out of it. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/**
 * Conversations that are kept as files in one folder, under the names that `context_ref` gives. Whoever keeps them writes
 * each once: a file that changes afterwards is no longer what its digest says, and is refused.
 *
 * @see ADD-INT-ICS-04
 */
export function contextFolder(folder: string): ContextSource {
  return {
    async read(contextRef) {
      if (!NAME.test(contextRef)) return undefined;
      return readWhole(join(folder, contextRef)).catch(() => undefined);
    },
  };
}

/** undefined for what is longer than any message: more is never taken into memory. */
async function readWhole(path: string): Promise<Uint8Array | undefined> {
  const file = await open(path, 'r');
  try {
    const bytes = new Uint8Array(MESSAGE_MAX_BYTES + 1);
    let size = 0;
    while (size < bytes.length) {
      const { bytesRead } = await file.read(bytes, size, bytes.length - size, size);
      if (bytesRead === 0) return bytes.slice(0, size);
      size += bytesRead;
    }
    return undefined;
  } finally {
    await file.close();
  }
}
