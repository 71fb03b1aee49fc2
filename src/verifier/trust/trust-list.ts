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
  const entries = byEntity(claims.entries);
  return {
    issuer: claims.iss,
    sequence: claims.sequence,
    issuedAt: claims.iat,
    nextUpdate: claims.exp,
    obligations,
    entry: (entity, role) => entries.get(entity)?.findLast((entry) => entry.role === role),
  };
}

/** By hand: a runtime that cannot group a Map by itself can still verify. */
function byEntity(listed: readonly TrustEntry[]): ReadonlyMap<string, readonly TrustEntry[]> {
  const entries = new Map<string, TrustEntry[]>();
  for (const entry of listed) {
    const known = entries.get(entry.entity);
    if (known === undefined) entries.set(entry.entity, [entry]);
    else known.push(entry);
  }
  return entries;
}
