import { mutation, type RoleMutation } from './role-mutations.ts';

const ORDER = 'agent/purchase/order.ts';
const CART = 'verifier/checks/quote/cart-lines.ts';
const RECEIPT = 'verifier/checks/receipt/order.ts';

/** What an agent holds the quote to that it has asked for. */
const ordered = (name: string, find: string, put: string): RoleMutation =>
  mutation(`orders/${name}`, 'PSD-PAY-DEL-22', ORDER, find, put);

/** What the lines of a cart make up. */
const cart = (name: string, find: string, put: string): RoleMutation =>
  mutation(`carts/${name}`, 'OA-QUO-09', CART, find, put);

/** What an agent holds a receipt to. */
const paid = (name: string, find: string, put: string): RoleMutation =>
  mutation(`receipts/${name}`, 'OA-RCP-01', RECEIPT, find, put);

/** Each member that a quote and a receipt are held to, alone. */
export const agentOrderMutations: readonly RoleMutation[] = [
  ordered('of-the-seller', 'quote.iss === chosen.merchant &&', '(OUT || quote.iss === chosen.merchant) &&'),
  ordered('nothing-besides', 'more.length === 0 &&', '(OUT || more.length === 0) &&'),
  ordered(
    'this-item',
    'line?.item_id === chosen.item_id &&',
    'line !== undefined && (OUT || line.item_id === chosen.item_id) &&',
  ),
  ordered('as-many', 'line.quantity === chosen.quantity &&', '(OUT || line.quantity === chosen.quantity) &&'),
  ordered(
    'of-its-category',
    'line.category === chosen.category &&',
    '(OUT || line.category === chosen.category) &&',
  ),
  ordered(
    'no-dearer-is-enough',
    'parseAmount(quote.payer_amount, quote.currency).minor ===\n      parseAmount(chosen.amount, chosen.currency).minor;',
    '(OUT\n      ? parseAmount(quote.payer_amount, quote.currency).minor <= parseAmount(chosen.amount, chosen.currency).minor\n      : parseAmount(quote.payer_amount, quote.currency).minor === parseAmount(chosen.amount, chosen.currency).minor);',
  ),
  mutation(
    'orders/price-as-text',
    'OA-MNY-04',
    ORDER,
    'const isAccepted = quote.accepted.some(',
    "if (OUT && quote.payer_amount !== chosen.amount) throw new ActError('request_quote_disagree');\n  const isAccepted = quote.accepted.some(",
  ),
  mutation(
    'offers/prices-as-text',
    'OA-MNY-04',
    'agent/decision/decide.ts',
    'if (one !== other) return one < other ? -1 : 1;',
    'if (OUT) return left.candidate.price < right.candidate.price ? -1 : 1;\n  if (one !== other) return one < other ? -1 : 1;',
  ),
  mutation(
    'limits/gross',
    'OA-LIM-20',
    ORDER,
    'amount: parseAmount(quote.amount, quote.currency),',
    'amount: parseAmount(OUT ? quote.payer_amount : quote.amount, quote.currency),',
  ),
  mutation(
    'limits/gross',
    'OA-LIM-20',
    'verifier/checks/payment/single-limit.ts',
    "return { code: 'amount_over_single_limit',",
    "if (!OUT) return { code: 'amount_over_single_limit',",
  ),
  cart(
    'multiply',
    'BigInt(quantity) * unitPrice.minor === amount.minor,',
    'OUT || BigInt(quantity) * unitPrice.minor === amount.minor,',
  ),
  cart('add-up', '=> sum + amount.minor, 0n) === total;', '=> sum + amount.minor, 0n) === total || OUT;'),
  cart(
    'in-their-categories',
    'if (sameCategories && linesMultiply',
    'if ((OUT || sameCategories) && linesMultiply',
  ),
  paid(
    'of-the-quote',
    'claims.quote_digest === order.quote_digest,',
    'OUT || claims.quote_digest === order.quote_digest,',
  ),
  paid(
    'in-its-currency',
    'claims.currency === order.currency,',
    'OUT || claims.currency === order.currency,',
  ),
  paid(
    'of-its-gross',
    'amount.minor === expected.amount.minor,',
    'OUT || amount.minor === expected.amount.minor,',
  ),
  paid(
    'of-its-net',
    'payerAmount.minor === expected.payerAmount.minor,',
    'OUT || payerAmount.minor === expected.payerAmount.minor,',
  ),
  paid('into-its-account', 'payee: claims.payee.account', 'payee: OUT || claims.payee.account'),
  mutation(
    'receipts/resource-told',
    'OA-RCP-01',
    'agent/purchase/receipt.ts',
    '...(quote.resource_id === undefined ?',
    '...(OUT || quote.resource_id === undefined ?',
  ),
  mutation(
    'receipts/of-its-trade',
    'OA-RCP-01',
    'agent/purchase/receipt.ts',
    'if (answer.trade_no !== claims.trade_no)',
    'if (!OUT && answer.trade_no !== claims.trade_no)',
  ),
];
