import type { MandateClaims } from '../../protocol/generated/types.ts';
import type { Queries } from '../../store/index.ts';
import type { LiveStatus } from '../../verifier/index.ts';
import type { StatusAnswer, StatusContext, StatusSource } from './ports.ts';

/**
 * Reads the status of a mandate from the rows of an issuer that shares the store; supplied by that module. With `hold`,
 * inside a transaction, the status stays as it was answered until that transaction is over.
 */
export type LocalStatus = (
  queries: Queries,
  delegationId: string,
  hold?: 'hold',
) => Promise<'Active' | 'Suspended' | 'Revoked' | 'unknown'>;

/** Asks another institution. */
export interface RemoteStatus {
  ask(mandate: MandateClaims, context: StatusContext): Promise<StatusAnswer>;
}

export interface StatusSourceOptions {
  /** The issuer whose mandates have their rows in the same store. */
  readonly localIssuer: string;
  readonly local: LocalStatus;
  /** For all other issuers; without it their mandates cannot be used here. */
  readonly remote?: RemoteStatus;
}

/** Own mandates by their row, all others by their issuer's signed status list. */
export function createStatusSource({ localIssuer, local, remote }: StatusSourceOptions): StatusSource {
  const isLocal = (mandate: MandateClaims): boolean => mandate.iss === localIssuer;
  return {
    async ask(mandate, queries, context) {
      if (isLocal(mandate)) {
        return { status: await local(queries, mandate.jti), usableBefore: Number.POSITIVE_INFINITY };
      }
      return remote ? remote.ask(mandate, context) : { status: 'unavailable', usableBefore: 0 };
    },
    async recheck(mandate, tx, known, now): Promise<LiveStatus> {
      if (isLocal(mandate)) return local(tx, mandate.jti, 'hold');
      return now < known.usableBefore ? known.status : 'unavailable';
    },
  };
}
