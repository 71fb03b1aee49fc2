import { eachAtOnce } from '../../http/index.ts';
import { thinSigner } from '../../protocol/a402/thin-signer.ts';
import { digestOfObject, encodeBase64url } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { PaymentAnswer, ReceiptClaims } from '../../protocol/generated/types.ts';
import type { Signer } from '../../protocol/jws/index.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import { newId, type Random } from '../../protocol/ports.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import type { Queries, Store } from '../../store/index.ts';
import { text } from './row.ts';
import { getTrade, type Trade } from './trades.ts';

export type ReceiptAudience = 'agent' | 'seller';

/** What a receipt needs that cannot be made inside a transaction: an id, a salt, and a digest over the salt. */
export interface ReceiptSeed {
  readonly receiptId: string;
  readonly salt: string;
  readonly authorizationDigest: string;
}

/** What a payment rests on: a mandate, or at act:L1 the user's confirmation. */
export type AuthorityDigest = { readonly mandate_digest: string } | { readonly confirmation_digest: string };

const SALT_BYTES = 16;
const BOTH = 2;
/** How many trades are completed at a time at a start. */
const SIGNED_AT_ONCE = 16;

/**
 * A fresh salt for each receipt, so that sellers cannot link the purchases of one mandate by its digest.
 *
 * @see OA-RCP-07, OA-PRV-03
 */
export async function newReceiptSeed(random: Random, authority: AuthorityDigest): Promise<ReceiptSeed> {
  const salt = encodeBase64url(random(SALT_BYTES));
  return {
    receiptId: newId(random, 'rcpt'),
    salt,
    authorizationDigest: await digestOfObject({ salt, ...authority }),
  };
}

/** Writes the claims of both receipts, inside the transaction that moves the money. They are signed later [OA-LDG-23]. */
export async function writeReceipts(
  tx: Queries,
  tradeNo: string,
  claims: Readonly<Record<ReceiptAudience, ReceiptClaims>>,
): Promise<void> {
  await tx.run(
    `INSERT INTO receipts (trade_no, audience, claims, jws) VALUES ($1, 'agent', $2, NULL), ($1, 'seller', $3, NULL)`,
    [tradeNo, JSON.stringify(claims.agent), JSON.stringify(claims.seller)],
  );
}

/** A receipt whose claims are known, signed by another service or still to be signed by this one. */
export interface NewReceipt {
  readonly claims: ReceiptClaims;
  readonly jws?: string;
}

/** Writes the receipts that a trade between two services has here. */
export async function insertReceipts(
  tx: Queries,
  tradeNo: string,
  receipts: Readonly<Partial<Record<ReceiptAudience, NewReceipt>>>,
): Promise<void> {
  for (const [audience, { claims, jws = null }] of Object.entries(receipts)) {
    await tx.run('INSERT INTO receipts (trade_no, audience, claims, jws) VALUES ($1, $2, $3, $4)', [
      tradeNo,
      audience,
      JSON.stringify(claims),
      jws,
    ]);
  }
}

interface StoredReceipt {
  readonly audience: string;
  readonly claims: string;
  readonly jws: string | null;
}

async function readReceipts(queries: Queries, tradeNo: string): Promise<readonly StoredReceipt[]> {
  const rows = await queries.all(
    'SELECT audience, claims, jws FROM receipts WHERE trade_no = $1 ORDER BY audience',
    [tradeNo],
  );
  return rows.map((row) => ({
    audience: text(row, 'audience'),
    claims: text(row, 'claims'),
    jws: row.jws === null ? null : text(row, 'jws'),
  }));
}

/** Signs receipts after the commit. The first signature that is stored stays, whoever else was signing too [OA-LDG-23]. */
export class ReceiptDesk {
  private readonly store: Store;
  private readonly signer: Signer;

  constructor(store: Store, signer: Signer) {
    this.store = store;
    this.signer = signer;
  }

  /**
   * The answer for a paid trade, with both receipts signed.
   *
   * @throws ActError payment_unknown; payment_pending when the receipts could not be signed now: the money has moved
   *   and a query gets the answer later
   */
  async answerFor(tradeNo: string): Promise<PaymentAnswer> {
    const trade = await getTrade(this.store.read, tradeNo);
    const receipts = await this.signedReceipts(tradeNo);
    const agent = receipts.get('agent');
    const seller = receipts.get('seller');
    if (!agent || !seller) throw new ActError('payment_pending');
    return answer(trade, agent, seller);
  }

  /**
   * What a seller proves its payment with; the only receipt of a trade whose payer is at another service.
   *
   * @throws ActError payment_pending
   */
  async sellerReceiptOf(tradeNo: string): Promise<string> {
    const seller = (await this.signedReceipts(tradeNo)).get('seller');
    if (!seller) throw new ActError('payment_pending');
    return seller;
  }

  /**
   * Signs whatever a crash left unsigned.
   *
   * @returns how many trades were completed
   * @see OA-LDG-24
   */
  async signLeftovers(): Promise<number> {
    const rows = await this.store.read.all('SELECT DISTINCT trade_no FROM receipts WHERE jws IS NULL');
    await eachAtOnce(rows, SIGNED_AT_ONCE, async (row) => {
      await this.signedReceipts(text(row, 'trade_no'));
    });
    return rows.length;
  }

  private async signedReceipts(tradeNo: string): Promise<ReadonlyMap<string, string>> {
    const stored = await readReceipts(this.store.read, tradeNo);
    const unsigned = stored.filter((receipt) => receipt.jws === null);
    if (unsigned.length === 0) return byAudience(stored);
    const fresh = await this.sign(unsigned);
    return this.keepFirst(tradeNo, fresh);
  }

  private async sign(receipts: readonly StoredReceipt[]): Promise<ReadonlyMap<string, string>> {
    try {
      const signed = receipts.map(
        async ({ audience, claims }): Promise<[string, string]> => [
          audience,
          await this.signOne(audience, JSON.parse(claims) as ReceiptClaims),
        ],
      );
      return new Map(await Promise.all(signed));
    } catch (cause) {
      // The money has moved: nothing that a key service says may turn into a refusal.
      const pending = new ActError('payment_pending');
      pending.cause = cause;
      throw pending;
    }
  }

  /** What a seller of resources gets has to fit into a header, so its certificate is only named [OA-A402-13]. */
  private async signOne(audience: string, claims: ReceiptClaims): Promise<string> {
    const isThin = audience === 'seller' && claims.resource_id !== undefined;
    return signMessage('receipt', claims, isThin ? await thinSigner(this.signer) : this.signer);
  }

  private keepFirst(
    tradeNo: string,
    fresh: ReadonlyMap<string, string>,
  ): Promise<ReadonlyMap<string, string>> {
    return this.store.transact(async (tx) => {
      const { changes } = await tx.run(
        `UPDATE receipts SET jws = CASE audience WHEN 'agent' THEN $2 ELSE $3 END
         WHERE trade_no = $1 AND jws IS NULL`,
        [tradeNo, fresh.get('agent') ?? null, fresh.get('seller') ?? null],
      );
      return changes === BOTH ? fresh : byAudience(await readReceipts(tx, tradeNo));
    });
  }
}

function byAudience(receipts: readonly StoredReceipt[]): ReadonlyMap<string, string> {
  const signed = new Map<string, string>();
  for (const { audience, jws } of receipts) if (jws !== null) signed.set(audience, jws);
  return signed;
}

function answer(trade: Trade, receipt: string, sellerReceipt: string): PaymentAnswer {
  return {
    trade_no: trade.tradeNo,
    out_trade_no: trade.outTradeNo,
    state: trade.state,
    paid_at: formatUtcSeconds(trade.paidAt),
    receipt,
    seller_receipt: sellerReceipt,
    authorization_salt: trade.authorizationSalt,
    ...(trade.delegationId === '' ? {} : { delegation_id: trade.delegationId }),
  };
}
