import { open, rm } from 'node:fs/promises';
import { UnusableInput } from './io.ts';

const PRIVATE_FILE = 0o600;

/**
 * Writes a file that is not there yet, as a whole or not at all: what could not be finished is taken away again, and what
 * is there already is left as it is.
 *
 * @param parts read one after the other while the file is written
 * @throws UnusableInput with the system's name of what is wrong; whatever `parts` throws
 */
export async function writeNewFile(path: string, parts: AsyncIterable<string>): Promise<void> {
  const refuse = (error: NodeJS.ErrnoException): never => {
    throw new UnusableInput(`The file ${path} cannot be written (${error.code}).`);
  };
  const file = await open(path, 'wx', PRIVATE_FILE).catch(refuse);
  try {
    for await (const part of parts) await file.writeFile(part).catch(refuse);
    await file.sync().catch(refuse);
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
  await file.close();
}
