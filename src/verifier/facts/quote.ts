import { digestOfObject } from '../../protocol/digest/index.ts';
import type { Cart, QuoteClaims } from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { digestOfMessage, readMessage } from '../../protocol/messages/read.ts';
import { type Money, parseAmount } from '../../protocol/money/index.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import { EKU } from '../../protocol/x509/oids.ts';
import { type Capacity, readSigner, type SignerFacts, type TrustContext } from './signer.ts';

/** A line of a cart with its amounts typed. */
export interface CartLine {
  readonly category: string;
  readonly quantity: number;
  readonly unitPrice: Money;
  readonly amount: Money;
}

export interface CartFacts {
  readonly digest: string;
  readonly lines: readonly CartLine[];
}

/** Times in Unix seconds. */
export interface QuoteFacts {
  readonly compact: string;
  readonly claims: QuoteClaims;
  readonly digest: string;
  readonly signer: SignerFacts;
  /** Gross: what limits count. */
  readonly amount: Money;
  readonly payerAmount: Money;
  readonly discounts: readonly Money[];
  readonly payBefore: number;
  readonly deliverBy: number | undefined;
  readonly cart: CartFacts | undefined;
}

export interface OnQuote {
  readonly quote: QuoteFacts;
}

const CAPACITY: Capacity = { role: 'MERCHANT', eku: EKU.quote };

async function readCart(cart: Cart, currency: string): Promise<CartFacts> {
  return {
    digest: await digestOfObject(cart as unknown as JsonValue),
    lines: cart.lines.map(({ category, quantity, unit_price, amount }) => ({
      category,
      quantity,
      unitPrice: parseAmount(unit_price, currency),
      amount: parseAmount(amount, currency),
    })),
  };
}

/**
 * @param cart held to its schema before
 * @throws as `readMessage`, `readSigner`, `parseAmount`, `parseUtcSeconds`
 */
export async function readQuote(
  compact: string,
  trust: TrustContext,
  cart: Cart | undefined,
): Promise<QuoteFacts> {
  const message = readMessage('quote', compact);
  const { claims } = message;
  const { currency, deliver_by } = claims;
  return {
    compact,
    claims,
    digest: await digestOfMessage(message),
    signer: readSigner(message, CAPACITY, trust),
    amount: parseAmount(claims.amount, currency),
    payerAmount: parseAmount(claims.payer_amount, currency),
    discounts: claims.discounts.map(({ amount }) => parseAmount(amount, currency)),
    payBefore: parseUtcSeconds(claims.pay_before),
    deliverBy: deliver_by === undefined ? undefined : parseUtcSeconds(deliver_by),
    cart: cart === undefined ? undefined : await readCart(cart, currency),
  };
}
