import type { TrustListClaims } from '../../protocol/generated/types.ts';
import type { Obligation } from '../check.ts';

export type TrustEntry = TrustListClaims['entries'][number];
export type Role = TrustEntry['role'];

/** A trust list, opened with the pinned key. Times in Unix seconds. */
export interface TrustList {
  readonly issuer: string;
  readonly sequence: number;
  readonly issuedAt: number;
  readonly nextUpdate: number;
  /** What the caller still has to do before it relies on this list. */
  readonly obligations: readonly Obligation[];
  /** The entry of an entity in a role, whatever its status. */
  entry(entity: string, role: Role): TrustEntry | undefined;
}

/** The entries as a look-up: an entity has few roles. */
export function trustListOf(claims: TrustListClaims, obligations: readonly Obligation[]): TrustList {
  const entries = Map.groupBy(claims.entries, ({ entity }) => entity);
  return {
    issuer: claims.iss,
    sequence: claims.sequence,
    issuedAt: claims.iat,
    nextUpdate: claims.exp,
    obligations,
    entry: (entity, role) => entries.get(entity)?.findLast((entry) => entry.role === role),
  };
}
