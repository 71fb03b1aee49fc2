import { jwkThumbprint, type PublicJwk } from '../../protocol/digest/index.ts';
import type { TrustListClaims } from '../../protocol/generated/types.ts';
import type { DecodedJws } from '../../protocol/jws/index.ts';
import { readMessage } from '../../protocol/messages/read.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';

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

/** @throws as `readMessage`, `parseUtcSeconds`; schema_mismatch when the pinned key is none */
export async function readTrustList(
  compact: string,
  pinnedKey: PublicJwk,
  now: number,
  highestSequence: number | undefined,
): Promise<TrustListFacts> {
  const { claims, decoded } = readMessage('trustList', compact);
  return {
    claims,
    decoded,
    pinnedKey,
    pinnedJkt: await jwkThumbprint(pinnedKey),
    issuedAt: parseUtcSeconds(claims.issued_at),
    nextUpdate: parseUtcSeconds(claims.next_update),
    now,
    highestSequence,
  };
}
