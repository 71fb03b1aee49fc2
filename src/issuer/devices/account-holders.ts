import { newId, type Random } from '../../protocol/ports.ts';
import type { Queries, Store } from '../../store/index.ts';

export interface NewAccountHolder {
  /** Unix seconds. */
  readonly now: number;
  readonly random: Random;
  /** The part of a did between `did:act:` and `/`: a fresh pairwise identifier is made in it. */
  readonly domain: string;
  /**
   * The identifier under which another issuer knows this person, when the two institutions have established that it
   * is the same one. Left out, a new pairwise identifier is drawn.
   */
  readonly delegatorIdentity?: string;
}

/**
 * Registers a person who may delegate. Nothing about the person is stored here: the identifier is random, so that it
 * does not link to any other register.
 *
 * @returns the delegator_identity; registering the same one again changes nothing
 * @see OA-PRV-04
 */
export async function createAccountHolder(store: Store, holder: NewAccountHolder): Promise<string> {
  const delegator =
    holder.delegatorIdentity ?? `did:act:${holder.domain}/${newId(holder.random, 'u').replace('_', '-')}`;
  await store.transact((tx) =>
    tx.run(
      'INSERT INTO account_holders (delegator, created_at) VALUES ($1, $2) ON CONFLICT (delegator) DO NOTHING',
      [delegator, holder.now],
    ),
  );
  return delegator;
}

/** Whether mandates and tools may be asked for in this delegator's name. */
export async function knowsDelegator(queries: Queries, delegator: string): Promise<boolean> {
  return (
    (await queries.get('SELECT delegator FROM account_holders WHERE delegator = $1', [delegator])) !==
    undefined
  );
}
