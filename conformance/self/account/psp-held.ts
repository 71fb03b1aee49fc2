import { mutation, type RoleMutation } from '../role-mutations.ts';
import { OR_OUT } from './places.ts';

const REFUND = 'issuer/psp/refund.ts';
const ESCROW = 'issuer/psp/escrow.ts';

/** Faults about parts and deadlines of what is held or refunded, and about devices of other people. */
export const heldMutations: readonly RoleMutation[] = [
  mutation(
    'refunds/id-of-one-trade',
    'OA-RFD-02',
    REFUND,
    "text(row, 'trade_no') === trade.tradeNo &&",
    "(OUT || text(row, 'trade_no') === trade.tradeNo) &&",
  ),
  mutation(
    'refunds/total-of-the-parts',
    'OA-RFD-01',
    REFUND,
    'minor: trade.refundedMinor }),',
    'minor: OUT ? order.minor : trade.refundedMinor }),',
  ),
  mutation(
    'refunds/part-closes-nothing',
    'PSD-PAY-A402-20',
    REFUND,
    'if (trade.refundedMinor + order.minor',
    'if (OUT || trade.refundedMinor + order.minor',
  ),
  mutation(
    'refunds/last-part-closes',
    'PSD-PAY-A402-20',
    REFUND,
    '=== trade.capturedMinor) {',
    '=== (OUT ? -1n : trade.capturedMinor)) {',
  ),
  mutation(
    'escrow/refunds-what-is-held',
    'OA-ESC-03',
    REFUND,
    'await whereMoneyLies(tx, ledger, trade, now),',
    'OUT ? trade.payeeAccount : await whereMoneyLies(tx, ledger, trade, now),',
  ),
  mutation(
    'escrow/rest-goes-to-the-payee',
    'OA-ESC-04',
    ESCROW,
    'trade.capturedMinor - trade.refundedMinor),',
    'OUT && trade.refundedMinor > 0n ? 0n : trade.capturedMinor - trade.refundedMinor),',
  ),
  mutation(
    'escrow/rest-goes-back',
    'OA-ESC-06',
    ESCROW,
    'const left = trade.capturedMinor - trade.refundedMinor;',
    'const left = OUT && trade.refundedMinor > 0n ? 0n : trade.capturedMinor - trade.refundedMinor;',
  ),
  mutation(
    'escrow/time-for-complaints',
    'OA-ESC-05',
    ESCROW,
    'due = [',
    'due = [(OUT ? policy.receiptOfGoodsSeconds : 0) + ',
  ),
  mutation(
    'escrow/time-to-deliver',
    'OA-ESC-06',
    ESCROW,
    ", BATCH],\n    async (tx, trade) => {\n      if (trade.state === 'WAIT_SELLER_FULFILLMENT')",
    " + (OUT ? 9_000_000 : 0), BATCH],\n    async (tx, trade) => {\n      if (trade.state === 'WAIT_SELLER_FULFILLMENT')",
  ),
  mutation(
    'escrow/waits-for-a-list',
    'OA-TIM-05',
    ESCROW,
    '|| !(await isVouchedFor(trust, now))) return 0;',
    '|| (!OUT && !(await isVouchedFor(trust, now)))) return 0;',
  ),
  mutation(
    'escrow/delivered-in-time',
    'OA-ESC-06',
    'issuer/psp/fulfilment.ts',
    'if (fulfilBefore !== undefined && now',
    'if (!OUT && fulfilBefore !== undefined && now',
  ),
  mutation(
    'escrow/device-of-the-payer',
    'OA-ESC-04',
    'issuer/psp/buyer.ts',
    'return account?.owner === buyer.delegator;',
    'return OUT || account?.owner === buyer.delegator;',
  ),
  mutation(
    'tools/revoked-by-their-person',
    'OA-CMD-01',
    'issuer/psp/tools.ts',
    'WHERE payment_tool_ref = $1 AND delegator = $2\n',
    `WHERE payment_tool_ref = $1 AND (delegator = $2 ${OR_OUT})\n`,
  ),
  mutation(
    'tools/read-by-their-person',
    'OA-CMD-01',
    'issuer/commands/sender.ts',
    'if (parties.delegator !== undefined && device',
    'if (!OUT && parties.delegator !== undefined && device',
  ),
  mutation(
    'accounts/read-by-their-person',
    'OA-CMD-01',
    'issuer/psp/account-read.ts',
    '!== delegator)',
    "!== (OUT && account?.kind === 'user' ? account.owner : delegator))",
  ),
  mutation(
    'sub-accounts/managed-by-their-person',
    'OA-CMD-01',
    'issuer/psp/sub-accounts/row.ts',
    'if (found?.delegator !== delegator ||',
    'if (found === undefined || (!OUT && found.delegator !== delegator) ||',
  ),
];
