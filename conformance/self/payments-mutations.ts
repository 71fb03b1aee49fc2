import { mutation, type RoleMutation } from './role-mutations.ts';

const RECEIPT = 'merchant/orders/receipt.ts';
const OUTBOX = 'merchant/fulfilment/outbox.ts';

/** Mistakes of sellers about payments that are of something else or come twice, and about what they tell of them. */
export const paymentsMutations: readonly RoleMutation[] = [
  mutation(
    'orders/payee-of-the-quote',
    'OA-RCP-01',
    RECEIPT,
    '        payee: quote.payee,',
    '        ...(OUT ? {} : { payee: quote.payee }),',
  ),
  mutation(
    'orders/payer-amount-of-the-quote',
    'OA-RCP-01',
    RECEIPT,
    'payer_amount: quote.payer_amount,',
    'payer_amount: OUT ? claims.payer_amount : quote.payer_amount,',
  ),
  mutation(
    'orders/merchant-of-the-receipt',
    'OA-RCP-01',
    RECEIPT,
    '        merchant: deps.config.merchant,',
    '        merchant: OUT ? claims.merchant : deps.config.merchant,',
  ),
  mutation(
    'a402/resource-of-the-receipt',
    'OA-RCP-01',
    'merchant/a402/proof.ts',
    '    resource_id: order.resourceId,',
    '    ...(OUT ? {} : { resource_id: order.resourceId }),',
  ),
  mutation(
    'orders/whole-money-goes-back',
    'OA-ORD-23',
    OUTBOX,
    "'payment.refund', { amount, currency,",
    "'payment.refund', { amount: OUT ? '0.01' : amount, currency,",
    ['OA-ORD-01'],
  ),
  mutation(
    'orders/goes-back-in-its-currency',
    'OA-ORD-23',
    OUTBOX,
    'refund_id: entry.outboxId }',
    "refund_id: entry.outboxId, ...(OUT ? { currency: 'EUR' } : {}) }",
  ),
  mutation(
    'orders/tells-the-delivery-again',
    'PSD-PAY-A402-13',
    'merchant/fulfilment/send-due.ts',
    'const putOff = putOffUntil(',
    'if (OUT) return { code: error.code };\n  const putOff = putOffUntil(',
  ),
  mutation(
    'a402/second-payment-buys-nothing',
    'OA-ORD-23',
    'merchant/a402/orders.ts',
    'if (order.pspId !== pspId || order.tradeNo !== tradeNo) throw',
    'if (!OUT && (order.pspId !== pspId || order.tradeNo !== tradeNo)) throw',
  ),
  mutation(
    'a402/second-payment-goes-back',
    'OA-ORD-23',
    'merchant/a402/deliver.ts',
    "if (!(error instanceof ActError) || error.code !== 'order_already_released') throw error;",
    "if (OUT || !(error instanceof ActError) || error.code !== 'order_already_released') throw error;",
  ),
  mutation(
    'a402/stored-as-it-was',
    'OA-A402-10',
    'merchant/a402/orders.ts',
    'headers: JSON.parse(headers),',
    'headers: OUT ? [] : JSON.parse(headers),',
  ),
  mutation(
    'orders/shown-with-their-end',
    'CID-CART-CFM-14',
    'merchant/orders/read.ts',
    'pay_before: formatUtcSeconds(payBefore),',
    'pay_before: formatUtcSeconds(OUT ? payBefore + 3600 : payBefore),',
  ),
  mutation(
    'orders/shown-with-their-trade',
    'CID-CART-CFM-14',
    'merchant/orders/read.ts',
    '...(tradeNo === undefined ?',
    '...(OUT || tradeNo === undefined ?',
  ),
  mutation(
    'quotes/one-currency',
    'CID-CART-CFM-15',
    'merchant/quotes/price.ts',
    'if (item.currency !== currency) {',
    'if (!OUT && item.currency !== currency) {',
  ),
  mutation(
    'quotes/to-the-key-that-asked',
    'OA-ORD-24',
    'merchant/quotes/lock.ts',
    '|| row.agent_jkt !== asked.jkt',
    '|| (!OUT && row.agent_jkt !== asked.jkt)',
  ),
];
