import { readFile } from 'node:fs/promises';
import { StartError } from '../http/index.ts';
import { readPinnedKeys } from '../http/key-file.ts';
import { ActError } from '../protocol/errors/index.ts';
import { readMessage } from '../protocol/messages/index.ts';
import { openTrustList } from '../verifier/index.ts';

/**
 * What a trust service looks at before it starts: a list that nobody could read or believe is told at once, not first by
 * those who ask for it. One that has run out is no reason not to start: /readyz says it, until the next is published.
 *
 * @param pinPath file with the pinned keys, where the service knows them
 * @throws StartError
 */
export async function assertUsableList(path: string, pinPath: string | undefined): Promise<void> {
  const compact = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new StartError(`The trust list ${path} cannot be read (${error.code}).`);
  });
  try {
    const list = compact.trim();
    const { iat } = readMessage('trustList', list).claims;
    if (pinPath !== undefined) await openTrustList(list, await readPinnedKeys(pinPath), iat);
  } catch (error) {
    if (error instanceof ActError)
      throw new StartError(`The trust list ${path} is not usable (${error.code}).`);
    throw error;
  }
}
