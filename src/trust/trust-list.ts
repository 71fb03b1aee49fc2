import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../http/index.ts';
import { loadSigner } from '../http/key-file.ts';
import { ActError } from '../protocol/errors/index.ts';
import type { TrustListClaims } from '../protocol/generated/types.ts';
import { canonicalize, type JsonValue } from '../protocol/json/index.ts';
import { publicJwkOf } from '../protocol/jws/index.ts';
import { readMessage, signMessage } from '../protocol/messages/index.ts';
import { formatUtcSeconds } from '../protocol/time/index.ts';
import { exists, keepBareKey, writeWhole } from './keystore.ts';

export type TrustListEntry = TrustListClaims['entries'][number];

const LIFETIME_SECONDS = 7 * 86_400;
/** A list is published anew when less than this is left of it. */
const NEAR_END_SECONDS = 2 * 86_400;
const PUBLIC_FILE = 0o644;

export function trustListPath(dir: string): string {
  return join(dir, 'trust-list.jwt');
}

export function trustListKeyPath(dir: string): string {
  return join(dir, 'trust-list.key.json');
}

/** The public half of the trust list's key: what everybody pins. */
export function pinnedKeyPath(dir: string): string {
  return join(dir, 'trust-list.pub.json');
}

/** Makes the key of the trust list, once, and writes its public half beside it. @throws StartError */
export async function keepTrustListKey(dir: string): Promise<void> {
  const jwk = await keepBareKey(trustListKeyPath(dir), 'Ed25519');
  if (!(await exists(pinnedKeyPath(dir)))) {
    await writeWhole(pinnedKeyPath(dir), `${JSON.stringify(publicJwkOf(jwk))}\n`, PUBLIC_FILE);
  }
}

/** The claims of the published list, or undefined before the first. @throws StartError when the file is damaged */
export async function readPublished(dir: string): Promise<TrustListClaims | undefined> {
  const path = trustListPath(dir);
  if (!(await exists(path))) return undefined;
  try {
    return readMessage('trustList', (await readFile(path, 'utf8')).trim()).claims;
  } catch (error) {
    if (error instanceof ActError) throw new StartError(`The trust list ${path} is damaged (${error.code}).`);
    throw error;
  }
}

export interface Publication {
  readonly dir: string;
  /** The operator of the list: its iss. */
  readonly operator: string;
  readonly entries: readonly TrustListEntry[];
  /** Unix seconds. */
  readonly now: number;
  /** Whether a list is signed that says nothing new: another key signs now. */
  readonly anew?: boolean;
}

export interface Published {
  readonly sequence: number;
  /** Whether a new list was signed; a current list with the same entries is left as it is. */
  readonly signed: boolean;
}

/**
 * Signs the next list when there is something to say: entries or operator have changed, or the last list nears its
 * next_update. The sequence only ever goes up.
 *
 * @throws StartError; ActError schema_mismatch for entries that do not fit, jws_too_large
 */
export async function publishTrustList(publication: Publication): Promise<Published> {
  const { dir, operator, entries, now, anew = false } = publication;
  const last = await readPublished(dir);
  if (!anew && last !== undefined && isStillGood(last, operator, entries, now)) {
    return { sequence: last.sequence, signed: false };
  }
  const sequence = (last?.sequence ?? 0) + 1;
  const claims: TrustListClaims = {
    iss: operator,
    iat: now,
    exp: now + LIFETIME_SECONDS,
    sequence,
    issued_at: formatUtcSeconds(now),
    next_update: formatUtcSeconds(now + LIFETIME_SECONDS),
    entries: [...entries],
  };
  const compact = await signMessage('trustList', claims, await loadSigner(trustListKeyPath(dir)));
  await writeWhole(trustListPath(dir), `${compact}\n`, PUBLIC_FILE);
  return { sequence, signed: true };
}

function isStillGood(
  last: TrustListClaims,
  operator: string,
  entries: readonly TrustListEntry[],
  now: number,
): boolean {
  const same = last.iss === operator && canonicalText(last.entries) === canonicalText(entries);
  return same && now < last.exp - NEAR_END_SECONDS && now >= last.iat;
}

function canonicalText(entries: readonly TrustListEntry[]): string {
  return new TextDecoder().decode(canonicalize(entries as unknown as JsonValue));
}
