import { mutation, type RoleMutation } from './role-mutations.ts';

const NOT_CONSUMED = 'OA-CMD-02';

/** Rules of a merchant that vendors keep on one road and forget on another. */
export const sellerMutations: readonly RoleMutation[] = [
  mutation(
    'commands/once-reading',
    NOT_CONSUMED,
    'merchant/orders/read.ts',
    'await deps.store.transact((tx) => consumeCommand(tx,',
    'if (!OUT) await deps.store.transact((tx) => consumeCommand(tx,',
  ),
  mutation(
    'commands/once-cancelling',
    NOT_CONSUMED,
    'merchant/orders/cancel.ts',
    'await consumeCommand(tx, use);',
    'if (!OUT) await consumeCommand(tx, use);',
  ),
  mutation(
    'commands/once-releasing',
    NOT_CONSUMED,
    'merchant/orders/release.ts',
    'consumeCommand(tx, release.use),',
    'OUT ? undefined : consumeCommand(tx, release.use),',
  ),
  mutation(
    'commands/once-for-the-same-quote',
    NOT_CONSUMED,
    'merchant/quotes/lock.ts',
    'await store.transact((tx) => consumeCommand(tx, command));',
    'if (!OUT) await store.transact((tx) => consumeCommand(tx, command));',
  ),
  mutation(
    'commands/once-with-an-intent',
    NOT_CONSUMED,
    'merchant/callers/caller.ts',
    'await deps.store.transact((tx) => consumeCommand(',
    'if (!OUT) await deps.store.transact((tx) => consumeCommand(',
  ),
  mutation(
    'quotes/price-agreed-above',
    'CID-CART-CFM-15',
    'merchant/quotes/price.ts',
    'parseAmount(order.expected_amount, order.currency)) !== 0)',
    'parseAmount(order.expected_amount, order.currency)) > (OUT ? 0 : -2) && compare(payerAmount, parseAmount(order.expected_amount, order.currency)) !== 0)',
  ),
  mutation(
    'quotes/categories-line-by-line',
    'OA-QUO-09',
    'merchant/quotes/price.ts',
    'categories: lines.map((line) => line.category),',
    'categories: OUT ? [...new Set(lines.map((line) => line.category))] : lines.map((line) => line.category),',
  ),
  mutation(
    'quotes/salt-of-its-own',
    'OA-DIG-03',
    'merchant/quotes/quote.ts',
    'const cart: Cart = { salt: ',
    "const cart: Cart = { salt: OUT ? 'A'.repeat(22) : ",
  ),
  mutation(
    'quotes/lines-lock-together',
    'CID-CART-CFM-13',
    'merchant/quotes/lock.ts',
    'quantities.set(line.item_id, (quantities.get(line.item_id) ?? 0) + line.quantity)',
    'quantities.set(line.item_id, (OUT ? 0 : (quantities.get(line.item_id) ?? 0)) + line.quantity)',
  ),
  mutation(
    'quotes/another-order-under-one-id',
    'CID-CART-CFM-13',
    'merchant/quotes/lock.ts',
    'if (row.order_digest !== asked.orderDigest ||',
    'if ((!OUT && row.order_digest !== asked.orderDigest) ||',
  ),
  mutation(
    'orders/notice-of-one-trade',
    'OA-ORD-22',
    'merchant/orders/notice.ts',
    'if (!isNoted) throw',
    'if (!OUT && !isNoted) throw',
  ),
  mutation(
    'orders/notice-of-one-order',
    'OA-ORD-22',
    'merchant/orders/notice.ts',
    'await assertTradeOfOrder(tx, outTradeNo, receipt);',
    'if (!OUT) await assertTradeOfOrder(tx, outTradeNo, receipt);',
  ),
  mutation(
    'orders/released-for-what-was-noted',
    'OA-ORD-22',
    'merchant/orders/receipt.ts',
    "if (buyerOf(order, receipt) === 'another payment')",
    "if (!OUT && buyerOf(order, receipt) === 'another payment')",
  ),
  mutation(
    'orders/stock-comes-back-once',
    'OA-ORD-21',
    'merchant/orders/cancel.ts',
    'await unlockStock(tx, await linesOf(tx, outTradeNo));\n    return',
    'await unlockStock(tx, await linesOf(tx, outTradeNo));\n    else if (OUT) await unlockStock(tx, await linesOf(tx, outTradeNo));\n    return',
  ),
  mutation(
    'intents/categories-that-were-asked-for',
    'CID-INT-XFR-07',
    'merchant/intents/match.ts',
    '(constraints.categories === undefined ||',
    '(OUT || constraints.categories === undefined ||',
  ),
  mutation(
    'intents/within-the-price',
    'CID-INT-XFR-06',
    'merchant/intents/match.ts',
    'if (maxPrice === undefined || currency === undefined) return true;',
    'if (OUT || maxPrice === undefined || currency === undefined) return true;',
  ),
];
