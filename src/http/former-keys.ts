import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Signer } from '../protocol/jws/index.ts';
import { loadSigner } from './key-file.ts';
import { StartError } from './start-error.ts';
import { readTextFile } from './start-files.ts';

/** Beside the files in use: those that were replaced, each with the Unix seconds of that in its name. */
export const FORMER_FOLDER = 'former';
/** As many as are kept; more than anybody waits for. */
export const FORMER_MAX_FILES = 8;

/** The files that this one has replaced, the latest first. @throws StartError */
export async function formerFiles(path: string): Promise<string[]> {
  const folder = join(dirname(path), FORMER_FOLDER);
  const prefix = `${basename(path)}.`;
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new StartError(`The folder ${folder} cannot be read (${error.code}).`);
  });
  const times = names.flatMap((name) => {
    const time = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    return /^\d{1,15}$/.test(time) ? [Number(time)] : [];
  });
  return times
    .sort((one, other) => other - one)
    .slice(0, FORMER_MAX_FILES)
    .map((time) => join(folder, `${prefix}${time}`));
}

/** Signers for the keys that this one has replaced. @throws StartError */
export async function loadFormerSigners(path: string): Promise<Signer[]> {
  return Promise.all((await formerFiles(path)).map(loadSigner));
}

/** The texts that this file has replaced. @throws StartError */
export async function readFormerTexts(path: string): Promise<string[]> {
  return Promise.all((await formerFiles(path)).map(readTextFile));
}
