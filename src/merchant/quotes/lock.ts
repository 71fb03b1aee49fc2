import type { PublicJwk } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { Cart, QuoteAnswer } from '../../protocol/generated/types.ts';
import { type CommandUse, consumeCommand, type Queries, type Store, together } from '../../store/index.ts';
import { lockStock, type StockLine } from '../stock.ts';

export interface NewOrder {
  readonly outTradeNo: string;
  readonly agentId: string;
  readonly jwk: PublicJwk;
  /** Thumbprint of `jwk`: the only holder that the goods are given to. */
  readonly jkt: string;
  readonly requestId: string;
  readonly orderDigest: string;
  readonly quote: string;
  readonly cart: Cart;
  /** Unix seconds. */
  readonly payBefore: number;
  readonly lines: readonly StockLine[];
  readonly intentId?: string;
}

/** What tells one request for an order from another. */
export type AskedOrder = Pick<NewOrder, 'agentId' | 'jkt' | 'requestId' | 'orderDigest'>;

/**
 * The answer to a request that was answered before, or undefined. The command is consumed with it.
 *
 * @throws ActError command_duplicate, request_id_reused
 * @see OA-ORD-24
 */
export async function repeatedOrder(
  store: Store,
  asked: AskedOrder,
  command: CommandUse,
): Promise<QuoteAnswer | undefined> {
  const known = await existingOrder(store.read, asked);
  if (known === undefined) return undefined;
  await store.transact((tx) => consumeCommand(tx, command));
  return known;
}

/**
 * Writes the order and locks its stock, or answers with the order that a parallel request wrote first.
 *
 * @throws ActError command_duplicate, stock_exhausted, request_id_reused
 * @see CID-CART-CFM-13, OA-ORD-24
 */
export async function lockOrder(store: Store, order: NewOrder, command: CommandUse): Promise<QuoteAnswer> {
  return store.transact(async (tx) => {
    const [, isNew] = await together(consumeCommand(tx, command), insertOrder(tx, order));
    if (!isNew) {
      const known = await existingOrder(tx, order);
      if (known === undefined) throw new ActError('store_unavailable');
      return known;
    }
    const lines = summed(order.lines);
    lockStock(tx, lines);
    await together(...lines.map((line) => insertLine(tx, order, line)));
    return { quote: order.quote, cart: order.cart };
  });
}

async function insertLine(
  tx: Queries,
  { outTradeNo }: NewOrder,
  { item_id, quantity }: StockLine,
): Promise<void> {
  await tx.run('INSERT INTO merchant_order_lines (out_trade_no, item_id, quantity) VALUES ($1, $2, $3)', [
    outTradeNo,
    item_id,
    quantity,
  ]);
}

async function insertOrder(tx: Queries, order: NewOrder): Promise<boolean> {
  const { changes } = await tx.run(
    `INSERT INTO merchant_orders (out_trade_no, agent_id, request_id, order_digest, agent_jwk, agent_jkt, quote,
       cart, pay_before, state, intent_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'LOCKED', $10) ON CONFLICT (agent_id, request_id) DO NOTHING`,
    [
      order.outTradeNo,
      order.agentId,
      order.requestId,
      order.orderDigest,
      JSON.stringify(order.jwk),
      order.jkt,
      order.quote,
      JSON.stringify(order.cart),
      order.payBefore,
      order.intentId ?? null,
    ],
  );
  return changes === 1;
}

/** An order is shown again to the key that placed it: an agent_id may have several, of several users. */
async function existingOrder(read: Queries, asked: AskedOrder): Promise<QuoteAnswer | undefined> {
  const row = await read.get(
    'SELECT order_digest, agent_jkt, quote, cart FROM merchant_orders WHERE agent_id = $1 AND request_id = $2',
    [asked.agentId, asked.requestId],
  );
  if (row === undefined) return undefined;
  if (row.order_digest !== asked.orderDigest || row.agent_jkt !== asked.jkt) {
    throw new ActError('request_id_reused');
  }
  return { quote: String(row.quote), cart: JSON.parse(String(row.cart)) as Cart };
}

/** Two lines of one item take their stock together. */
function summed(lines: readonly StockLine[]): StockLine[] {
  const quantities = new Map<string, number>();
  for (const line of lines) quantities.set(line.item_id, (quantities.get(line.item_id) ?? 0) + line.quantity);
  return [...quantities].map(([item_id, quantity]) => ({ item_id, quantity }));
}
