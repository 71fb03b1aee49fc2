import { rename, rm } from 'node:fs/promises';
import { StartError } from '../http/index.ts';
import { readKeyFile } from '../http/key-file.ts';
import { publicJwkOf } from '../protocol/jws/index.ts';
import { aloneIn } from './folder-claim.ts';
import { exists, keepBareKey, writeKeyFile, writeWhole } from './keystore.ts';
import {
  type Published,
  pinnedKeyPath,
  publishTrustList,
  readPublished,
  trustListKeyPath,
} from './trust-list.ts';

/** The three steps in which the key of the trust list is replaced; between them everybody gets the new pins. */
export type RotationStep = 'announce' | 'switch' | 'retire';

const PUBLIC_FILE = 0o644;

const nextPath = (dir: string): string => trustListKeyPath(dir).replace(/\.json$/, '.next.json');
const formerPath = (dir: string): string => trustListKeyPath(dir).replace(/\.json$/, '.former.json');

/**
 * Replaces the key of the trust list, one step a call. `announce` makes the next key: pin both. `switch` signs with it
 * from now on, beginning with the next list. `retire` drops the former key: pin the new one alone. A step
 * out of turn is refused.
 *
 * @param now Unix seconds
 * @returns the path of the file to pin
 * @throws StartError
 * @see OA-TRL-10
 */
export async function rotateTrustListKey(dir: string, step: RotationStep, now: number): Promise<string> {
  // A folder without a list is not begun by this: the next key follows one that is there.
  await readKeyFile(trustListKeyPath(dir));
  const steps = { announce, switch: switchOver, retire };
  await aloneIn(dir, () => steps[step](dir, now));
  return pinnedKeyPath(dir);
}

async function announce(dir: string): Promise<void> {
  if (await exists(formerPath(dir))) throw new StartError('The former key is not retired yet.');
  await keepBareKey(nextPath(dir), 'Ed25519');
  await writePins(dir, [trustListKeyPath(dir), nextPath(dir)]);
}

async function switchOver(dir: string, now: number): Promise<void> {
  if (!(await exists(nextPath(dir)))) throw new StartError('No next key was announced.');
  // In this order a crash in between leaves the key that signs in its place.
  if (!(await exists(formerPath(dir)))) await copyKey(trustListKeyPath(dir), formerPath(dir));
  await rename(nextPath(dir), trustListKeyPath(dir));
  await publishAgain(dir, now);
}

async function retire(dir: string, now: number): Promise<void> {
  if (await exists(nextPath(dir))) throw new StartError('The next key does not sign yet.');
  // Nobody may be left with a list that only the former key has signed, however the switch ended.
  if (await exists(formerPath(dir))) await publishAgain(dir, now);
  await writePins(dir, [trustListKeyPath(dir)]);
  await rm(formerPath(dir), { force: true });
}

async function writePins(dir: string, paths: readonly string[]): Promise<void> {
  const keys = await Promise.all(paths.map(async (path) => publicJwkOf((await readKeyFile(path)).jwk)));
  const file = keys.length === 1 ? keys[0] : { keys };
  await writeWhole(pinnedKeyPath(dir), `${JSON.stringify(file)}\n`, PUBLIC_FILE);
}

async function copyKey(from: string, to: string): Promise<void> {
  await writeKeyFile(to, await readKeyFile(from));
}

async function publishAgain(dir: string, now: number): Promise<Published | undefined> {
  const last = await readPublished(dir);
  return last && publishTrustList({ dir, operator: last.iss, entries: last.entries, now, anew: true });
}
