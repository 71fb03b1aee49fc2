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
 * @throws as `readMessage`, `parseUtcSeconds`; schema_mismatch when the pinned key is none; RangeError for a `now` that
 *   is no moment; TypeError where nothing is pinned
 */
export async function readTrustList(
  compact: string,
  pinned: PinnedKeys,
  now: number,
  highestSequence: number | undefined,
): Promise<TrustListFacts> {
  assertMoment(now);
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

/** From configuration, so that what is missing there is told to whoever configures, and not taken for a bad list. */
function keysIn(pinned: PinnedKeys): readonly PublicJwk[] {
  if (Array.isArray(pinned)) return pinned;
  if (typeof pinned === 'object' && pinned !== null && 'kty' in pinned) return [pinned];
  throw new TypeError('The pinned key of the trust list has to be a public JWK, or a list of them.');
}

type Pin = Pick<TrustListFacts, 'pinnedKey' | 'pinnedJkt'>;

/** The pinned key that the header names; else any of them, against which the list is then refused. */
async function pinFor(pinned: PinnedKeys, kid: string | undefined): Promise<Pin> {
  const keys = keysIn(pinned);
  const pins = await Promise.all(
    keys.map(async (pinnedKey): Promise<Pin> => ({ pinnedKey, pinnedJkt: await jwkThumbprint(pinnedKey) })),
  );
  const pin = pins.find(({ pinnedJkt }) => pinnedJkt === kid) ?? pins[0];
  if (pin === undefined) throw new ActError('trust_list_signature_invalid', { rule: 'no_pin' });
  return pin;
}
