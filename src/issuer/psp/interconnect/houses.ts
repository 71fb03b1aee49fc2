import type { Queries } from '../../../store/index.ts';
import type { Ledger } from '../ports.ts';

/** The accounts of this service's own that a payment to another service goes through. */
export interface Houses {
  /** What was taken from payers and is not confirmed by the partner. */
  readonly transit: string;
  /** In credit: what this service owes the partner; in debit: what the partner owes. Its counterpart there mirrors it. */
  readonly clearing: string;
  /** What this service has given away. */
  readonly promotions: string;
}

export async function housesOf(
  tx: Queries,
  ledger: Ledger,
  { partner, currency, now }: { readonly partner: string; readonly currency: string; readonly now: number },
): Promise<Houses> {
  return {
    transit: await transitAccount(tx, ledger, { partner, currency, now }),
    clearing: await clearingAccount(tx, ledger, { partner, currency, now }),
    promotions: await ledger.houseAccount(tx, 'promotions', currency, now),
  };
}

export function transitAccount(
  tx: Queries,
  ledger: Ledger,
  { partner, currency, now }: { readonly partner: string; readonly currency: string; readonly now: number },
): Promise<string> {
  return ledger.houseAccount(tx, `transit:${partner}`, currency, now);
}

export function clearingAccount(
  tx: Queries,
  ledger: Ledger,
  { partner, currency, now }: { readonly partner: string; readonly currency: string; readonly now: number },
): Promise<string> {
  return ledger.houseAccount(tx, `clearing:${partner}`, currency, now);
}
