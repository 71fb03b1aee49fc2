import { deflateSync } from 'node:zlib';
import { encodeBase64url } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { Signer } from '../../protocol/jws/index.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import type { Clock } from '../../protocol/ports.ts';
import type { Queries, Store } from '../../store/index.ts';
import { STATUS_LIST_ENTRIES } from './status-index.ts';

/** Values of an entry (Token Status List: VALID, INVALID, SUSPENDED). */
const REVOKED = 1;
const SUSPENDED = 2;
const BITS = 2;
const ENTRIES_PER_BYTE = 8 / BITS;

const LIFETIME_SECONDS = 300;
/** A list is signed anew once half of its life is over. */
const RENEW_SECONDS = LIFETIME_SECONDS / 2;
/** After this a reader should look again; a final decision looks every time. */
export const STATUS_LIST_TTL_SECONDS = 10;

export interface StatusLists {
  /**
   * The signed list with this number: at most 150 seconds old and never older than the last change.
   *
   * @throws ActError not_found
   * @see OA-STL-05
   */
  current(number: number): Promise<string>;
}

export interface StatusListDeps {
  readonly store: Store;
  readonly issuerId: string;
  /** Public address of this server, without a slash at the end. */
  readonly baseUrl: string;
  readonly signer: Signer;
  readonly clock: Clock;
}

interface Signed {
  readonly version: number;
  readonly signedAt: number;
  readonly compact: Promise<string>;
}

/** The address of a status list, as mandates name it. */
export function statusListUri(baseUrl: string, number: number): string {
  return `${baseUrl}/status-lists/${number}`;
}

/** Marks a list as changed, inside the transaction that changes one of its mandates. */
export async function touchStatusList(tx: Queries, number: number): Promise<void> {
  await tx.run('UPDATE iac_status_lists SET version = version + 1 WHERE number = $1', [number]);
}

/** Signs status lists when they are asked for. What is kept in memory is only a signature that is still true. */
export function createStatusLists(deps: StatusListDeps): StatusLists {
  const held = new Map<number, Signed>();
  return {
    async current(number) {
      const now = deps.clock();
      const version = await versionOf(deps.store.read, number);
      const known = held.get(number);
      if (
        known &&
        known.version === version &&
        now >= known.signedAt &&
        now < known.signedAt + RENEW_SECONDS
      ) {
        return known.compact;
      }
      // Kept before it is ready, so that many readers wait for one signature.
      const compact = sign(deps, number, now);
      held.set(number, { version, signedAt: now, compact });
      compact.catch(() => held.delete(number));
      return compact;
    },
  };
}

async function versionOf(queries: Queries, number: number): Promise<number> {
  const row = await queries.get('SELECT version FROM iac_status_lists WHERE number = $1', [number]);
  if (row === undefined) throw new ActError('not_found');
  return Number(row.version);
}

/** The version was read before the rows: a change in between makes the list newer than its version, never older. */
async function sign(deps: StatusListDeps, number: number, now: number): Promise<string> {
  const rows = await deps.store.read.all(
    `SELECT status_index, state FROM iac_mandates
     WHERE status_list = $1 AND (state = 'REVOKED' OR delegator_hold IS NOT NULL OR risk_hold IS NOT NULL)`,
    [number],
  );
  const bytes = new Uint8Array(STATUS_LIST_ENTRIES / ENTRIES_PER_BYTE);
  for (const row of rows)
    setStatus(bytes, Number(row.status_index), row.state === 'REVOKED' ? REVOKED : SUSPENDED);
  const claims = {
    iss: deps.issuerId,
    sub: statusListUri(deps.baseUrl, number),
    iat: now,
    exp: now + LIFETIME_SECONDS,
    ttl: STATUS_LIST_TTL_SECONDS,
    status_list: { bits: BITS, lst: encodeBase64url(deflateSync(bytes)) },
  } as const;
  return signMessage('statusList', claims, deps.signer);
}

/** Lowest bits first. @see Token Status List 4.1 */
function setStatus(bytes: Uint8Array, index: number, value: number): void {
  const at = Math.floor(index / ENTRIES_PER_BYTE);
  bytes[at] = (bytes[at] ?? 0) | (value << ((index % ENTRIES_PER_BYTE) * BITS));
}
