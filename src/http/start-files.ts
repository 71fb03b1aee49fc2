/** Files that a server is started with. What is wrong with one is said in a line for the console. */
import { readFile } from 'node:fs/promises';
import { ActError } from '../protocol/errors/index.ts';
import { StartError } from './start-error.ts';

/**
 * A configuration.
 *
 * @param read throws ActError for what is wrong with it
 * @throws StartError that names the file, and what is wrong by its code and place
 */
export async function readConfigFile<T>(path: string, read: (bytes: Uint8Array) => T): Promise<T> {
  const bytes = await readFile(path).catch(() => {
    throw new StartError(`The configuration ${path} cannot be read.`);
  });
  try {
    return read(bytes);
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    throw new StartError(
      `The configuration ${path} is wrong: ${error.code} ${JSON.stringify(error.evidence)}`,
    );
  }
}

/** A token or another text of one line, without the white space around it. @throws StartError */
export async function readTextFile(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new StartError(`The file ${path} cannot be read.`);
  });
  return text.trim();
}
