import { ActError } from '../../../protocol/errors/index.ts';
import type { Money } from '../../../protocol/money/index.ts';
import type { Store } from '../../../store/index.ts';
import type { PspParts } from '../parts.ts';
import { integer, text } from '../row.ts';
import type { Arrivals } from './config.ts';
import { clearingWith } from './reconcile.ts';

/** Money of a partner that has come in, by a way outside this protocol. */
export interface Arrival {
  readonly partner: string;
  /** The transfer that it came by. */
  readonly evidenceRef: string;
  readonly money: Money;
}

/**
 * Writes down, at the word of the operator, that money has come in. Again it is the same arrival.
 *
 * @throws ActError interconnect_partner_unknown; request_id_reused when the transfer brought something else
 * @see OA-ICN-23
 */
export async function recordArrival(parts: PspParts, arrival: Arrival): Promise<void> {
  const { partner, evidenceRef, money } = arrival;
  clearingWith(parts, partner);
  const now = parts.clock();
  await parts.store.transact(async (tx) => {
    await tx.run(
      `INSERT INTO clearing_arrivals (partner, evidence_ref, currency, amount_minor, arrived_at)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [partner, evidenceRef, money.currency, money.minor, now],
    );
    const row = await tx.get(
      'SELECT currency, amount_minor FROM clearing_arrivals WHERE partner = $1 AND evidence_ref = $2',
      [partner, evidenceRef],
    );
    const isSame =
      row !== undefined &&
      text(row, 'currency') === money.currency &&
      integer(row, 'amount_minor') === money.minor;
    if (!isSame) throw new ActError('request_id_reused', { rule: 'evidence_ref' });
  });
}

/** What the operator has written down, where the platform has nothing of its own to ask. */
export function recordedArrivals(store: Store): Arrivals {
  return {
    async has({ from, money, evidenceRef }) {
      const row = await store.read.get(
        `SELECT 1 AS found FROM clearing_arrivals
         WHERE partner = $1 AND evidence_ref = $2 AND currency = $3 AND amount_minor = $4`,
        [from, evidenceRef, money.currency, money.minor],
      );
      return row !== undefined;
    },
  };
}
