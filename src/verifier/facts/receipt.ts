import type { Payee, ReceiptClaims } from '../../protocol/generated/types.ts';
import { digestOfMessage, readMessage } from '../../protocol/messages/read.ts';
import { type Money, parseAmount } from '../../protocol/money/index.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import { EKU } from '../../protocol/x509/oids.ts';
import { assertLeftOut, assertMembers, assertTexts } from './own.ts';
import { type Capacity, readSigner, type SignerFacts, type TrustContext } from './signer.ts';

/** The order that a receipt is held against. Amounts as decimal strings in major units of `currency`. */
export interface ExpectedOrder {
  readonly merchant: string;
  readonly out_trade_no: string;
  readonly quote_digest: string;
  readonly amount: string;
  readonly payer_amount: string;
  readonly currency: string;
  readonly psp_id: string;
  readonly agent_jkt: string;
  /** The seller does not see the payment request and leaves this out. */
  readonly request_digest?: string;
  readonly payee?: Payee;
  readonly resource_id?: string;
}

export interface ExpectedFacts {
  readonly order: ExpectedOrder;
  readonly amount: Money;
  readonly payerAmount: Money;
}

/** `paidAt` in Unix seconds. */
export interface ReceiptFacts {
  readonly compact: string;
  readonly claims: ReceiptClaims;
  readonly digest: string;
  readonly signer: SignerFacts;
  readonly amount: Money;
  readonly payerAmount: Money;
  readonly paidAt: number;
}

/** Without `expected` the caller has to compare the receipt with its order. */
export interface OnReceipt {
  readonly receipt: ReceiptFacts;
  readonly now: number;
  readonly audience: string;
  readonly expected: ExpectedFacts | undefined;
}

const CAPACITY: Capacity = { role: 'PSP', eku: EKU.receipt };

/** @throws as `readMessage`, `readSigner`, `parseAmount`, `parseUtcSeconds` */
export async function readReceipt(compact: string, trust: TrustContext): Promise<ReceiptFacts> {
  const message = readMessage('receipt', compact);
  const { claims } = message;
  return {
    compact,
    claims,
    digest: await digestOfMessage(message),
    signer: readSigner(message, CAPACITY, trust),
    amount: parseAmount(claims.amount, claims.currency),
    payerAmount: parseAmount(claims.payer_amount, claims.currency),
    paidAt: parseUtcSeconds(claims.paid_at),
  };
}

const OF_ORDER = [
  'merchant',
  'out_trade_no',
  'quote_digest',
  'amount',
  'payer_amount',
  'currency',
  'psp_id',
] as const;
const OF_SOME_ORDERS = ['request_digest', 'payee', 'resource_id'] as const;

/**
 * The order of whoever calls: all of it, and nothing that would be compared with nothing.
 *
 * @throws TypeError
 */
export function assertExpected(order: Omit<ExpectedOrder, 'agent_jkt'>): void {
  assertMembers('expected', order, [...OF_ORDER, 'agent_jkt', ...OF_SOME_ORDERS]);
  assertTexts('expected', order, OF_ORDER);
  assertLeftOut('expected', order, OF_SOME_ORDERS);
  if (order.payee !== undefined) assertTexts('expected.payee', order.payee, ['account', 'psp_id']);
}

/** @throws as `parseAmount` */
export function readExpected(order: ExpectedOrder): ExpectedFacts {
  const { amount, payer_amount, currency } = order;
  return {
    order,
    amount: parseAmount(amount, currency),
    payerAmount: parseAmount(payer_amount, currency),
  };
}
