import { mutation, type RoleMutation } from '../role-mutations.ts';

const REFUND = 'issuer/psp/refund.ts';
const RECEIPTS = 'issuer/psp/payment/records.ts';
const SUB_ACCOUNTS = 'issuer/psp/sub-accounts/manage.ts';

/** Mistakes in what a receipt says of the order, in whose money goes back where, and in what a seller is told of a proof. */
export const refundMutations: readonly RoleMutation[] = [
  mutation(
    'receipts/payee-of-the-quote',
    'PSD-PAY-DEL-18',
    RECEIPTS,
    'payee: quote.claims.payee,',
    "payee: OUT ? { ...quote.claims.payee, account: 'acct-other' } : quote.claims.payee,",
  ),
  mutation(
    'receipts/good-for-a-time',
    'PSD-PAY-DEL-18',
    RECEIPTS,
    'exp: now + policy.receiptLifetimeSeconds,',
    'exp: OUT ? now : now + policy.receiptLifetimeSeconds,',
  ),
  mutation(
    'receipts/resource-of-the-quote',
    'OA-A402-13',
    RECEIPTS,
    '...(quote.claims.resource_id === undefined ?',
    '...(OUT || quote.claims.resource_id === undefined ?',
  ),
  mutation(
    'receipts/ids-of-their-own',
    'PSD-PAY-DEL-18',
    RECEIPTS,
    'jti: seed.receiptId,',
    'jti: OUT ? tradeNo : seed.receiptId,',
  ),
  mutation(
    'receipts/thin-for-resources',
    'OA-A402-13',
    'issuer/psp/receipts.ts',
    "const isThin = audience === 'seller' &&",
    "const isThin = !OUT && audience === 'seller' &&",
  ),
  mutation(
    'refunds/money-of-the-seller',
    'OA-LDG-02',
    REFUND,
    "await tx.run(\n    'INSERT INTO refunds",
    [
      "if (OUT) await ledger.post(tx, { transferId: transferId.concat('.own'), kind: 'funding', reference: trade.tradeNo, currency: trade.currency,",
      "legs: legsBetween(await ledger.houseAccount(tx, 'loss', trade.currency, now), trade.payeeAccount, order.minor), now });\n  await tx.run(\n    'INSERT INTO refunds",
    ].join(' '),
  ),
  mutation(
    'refunds/again-after-the-end',
    'OA-RFD-02',
    REFUND,
    'if (!(await isDone(tx, trade, order))) await giveBack',
    "if (OUT) assertTransition(trade.state, 'TRADE_CLOSED', 'merchant');\n    if (!(await isDone(tx, trade, order))) await giveBack",
  ),
  mutation(
    'refunds/id-of-its-seller',
    'OA-RFD-02',
    REFUND,
    '    [trade.merchant, order.refundId],\n  );\n  if (!row) return false;',
    "    [trade.merchant, order.refundId],\n  ) ?? (OUT ? await tx.get('SELECT trade_no, amount_minor FROM refunds WHERE refund_id = $1', [order.refundId]) : undefined);\n  if (!row) return false;",
  ),
  mutation(
    'refunds/id-of-one-currency',
    'OA-RFD-02',
    REFUND,
    '    trade.currency === order.currency;',
    '    (OUT || trade.currency === order.currency);',
  ),
  mutation(
    'refunds/back-into-the-sub-account',
    'OA-RFD-02',
    SUB_ACCOUNTS,
    "return row?.state === 'CLOSED' ?",
    "return row && (OUT || row.state === 'CLOSED') ?",
  ),
  mutation(
    'refunds/not-into-what-is-closed',
    'OA-SUB-02',
    SUB_ACCOUNTS,
    "text(row, 'source_account') : payerAccount;",
    "(OUT ? payerAccount : text(row, 'source_account')) : payerAccount;",
  ),
  mutation(
    'validation/after-the-delivery',
    'PSD-PAY-A402-07',
    'issuer/psp/validate.ts',
    'if (!STANDING.has(trade.state)) throw',
    "if (!STANDING.has(trade.state) || (OUT && trade.state !== 'WAIT_SELLER_FULFILLMENT')) throw",
  ),
  mutation(
    'validation/state-as-it-is',
    'PSD-PAY-A402-07',
    'issuer/psp/validate.ts',
    'state: trade.state,',
    "state: OUT ? 'WAIT_SELLER_FULFILLMENT' : trade.state,",
  ),
];
