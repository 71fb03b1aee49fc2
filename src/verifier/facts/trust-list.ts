import { jwkThumbprint, type PublicJwk, pinnedJwkFrom } from '../../protocol/digest/index.ts';
import type { TrustListClaims } from '../../protocol/generated/types.ts';
import type { DecodedJws } from '../../protocol/jws/index.ts';
import { readMessage } from '../../protocol/messages/read.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import { assertMoment } from './moment.ts';

/** The key that every reader pins; more than one while it is being replaced (OA-TRL-10). */
export type PinnedKeys = PublicJwk | readonly PublicJwk[];

/** Times in Unix seconds. */
export interface TrustListFacts {
  readonly claims: TrustListClaims;
  readonly decoded: DecodedJws;
  readonly pinnedKey: PublicJwk;
  readonly pinnedJkt: string;
  readonly issuedAt: number;
  readonly nextUpdate: number;
  readonly now: number;
  /** The highest sequence that the caller has seen; undefined when it keeps no memory. */
  readonly highestSequence: number | undefined;
}

/**
 * @throws as `readMessage`, `parseUtcSeconds`; RangeError for a `now` that is no moment or a `highestSequence` that is
 *   none; TypeError where nothing is pinned, what is no key, or a private one
 */
export async function readTrustList(
  compact: string,
  pinned: PinnedKeys,
  now: number,
  highestSequence: number | undefined,
): Promise<TrustListFacts> {
  assertReader({ trustListKey: pinned, now });
  assertSequence(highestSequence);
  const { claims, decoded } = readMessage('trustList', compact);
  const pin = await pinFor(pinned, decoded.header.kid);
  return {
    claims,
    decoded,
    ...pin,
    issuedAt: parseUtcSeconds(claims.issued_at),
    nextUpdate: parseUtcSeconds(claims.next_update),
    now,
    highestSequence,
  };
}

/**
 * What a reader brings of its own. It is looked at before anything that others sent: a wrong pin is wrong whatever has come.
 *
 * @throws RangeError, TypeError
 */
export function assertReader(reader: { readonly trustListKey: PinnedKeys; readonly now: number }): void {
  assertMoment(reader.now);
  keysIn(reader.trustListKey);
}

/** A memory that answers null, or a text, for what it has not seen has not compared anything: left out, it is told. */
function assertSequence(highest: unknown): void {
  if (highest === undefined || (Number.isSafeInteger(highest) && Number(highest) >= 0)) return;
  throw new RangeError('highestSequence has to be a whole number, or undefined where none is remembered.');
}

/**
 * The keys of a pin, as they may be used.
 *
 * @throws TypeError where nothing is pinned, what is no key, or a private one
 */
function keysIn(pinned: PinnedKeys): readonly PublicJwk[] {
  const given: readonly unknown[] = Array.isArray(pinned) ? pinned : [pinned];
  if (given.length === 0) throw new TypeError('The list of pinned keys of the trust list is empty.');
  return given.map((key) => pinnedJwkFrom(key, 'pinned key of the trust list'));
}

type Pin = Pick<TrustListFacts, 'pinnedKey' | 'pinnedJkt'>;

/** The pinned key that the header names; else any of them, against which the list is then refused. */
async function pinFor(pinned: PinnedKeys, kid: string | undefined): Promise<Pin> {
  const keys = keysIn(pinned);
  const pins = await Promise.all(keys.map(pinOf));
  const pin = pins.find(({ pinnedJkt }) => pinnedJkt === kid) ?? pins[0];
  if (pin === undefined) throw new TypeError('Nothing is pinned.');
  return pin;
}

const pinOf = async (pinnedKey: PublicJwk): Promise<Pin> => ({
  pinnedKey,
  pinnedJkt: await jwkThumbprint(pinnedKey),
});
