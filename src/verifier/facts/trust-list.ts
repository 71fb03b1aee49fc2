import { jwkThumbprint, type PublicJwk } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
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
 *   none; TypeError where nothing is pinned, or what is no key
 */
export async function readTrustList(
  compact: string,
  pinned: PinnedKeys,
  now: number,
  highestSequence: number | undefined,
): Promise<TrustListFacts> {
  assertMoment(now);
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

/** A memory that answers null, or a text, for what it has not seen has not compared anything: left out, it is told. */
function assertSequence(highest: unknown): void {
  if (highest === undefined || (Number.isSafeInteger(highest) && Number(highest) >= 0)) return;
  throw new RangeError('highestSequence has to be a whole number, or undefined where none is remembered.');
}

function keysIn(pinned: PinnedKeys): readonly PublicJwk[] {
  return Array.isArray(pinned) ? pinned : [pinned as PublicJwk];
}

type Pin = Pick<TrustListFacts, 'pinnedKey' | 'pinnedJkt'>;

/** The pinned key that the header names; else any of them, against which the list is then refused. */
async function pinFor(pinned: PinnedKeys, kid: string | undefined): Promise<Pin> {
  const keys = keysIn(pinned);
  const pins = await Promise.all(keys.map(pinOf));
  const pin = pins.find(({ pinnedJkt }) => pinnedJkt === kid) ?? pins[0];
  if (pin === undefined) throw noPin();
  return pin;
}

/** From configuration, so that what is wrong there is told to whoever configures, and not taken for a bad list. */
async function pinOf(pinnedKey: PublicJwk): Promise<Pin> {
  try {
    return { pinnedKey, pinnedJkt: await jwkThumbprint(pinnedKey) };
  } catch (error) {
    throw error instanceof ActError ? noPin(error) : error;
  }
}

function noPin(cause?: ActError): TypeError {
  const keys = 'a public JWK (EC P-256 or OKP Ed25519), or a list of them';
  return new TypeError(`The pinned key of the trust list has to be ${keys}.`, { cause });
}
