import type { PaymentRequestClaims, QuoteClaims } from '../../../protocol/generated/types.ts';
import type { Money } from '../../../protocol/money/index.ts';
import type { InstantFacts } from '../../../verifier/index.ts';
import type { Promotion } from '../interconnect/config.ts';
import type { PspParts } from '../parts.ts';
import type { Tool } from '../tools.ts';

/** What the checks judge that only this payment service has. */
export interface PspFacts {
  readonly quote: QuoteClaims;
  readonly request: PaymentRequestClaims;
  /** Gross. */
  readonly amount: Money;
  readonly tool: Tool | undefined;
  /** Thumbprint of the key that signed the request. */
  readonly signingKey: string;
  readonly pspId: string;
  /** What this service takes off for its users. */
  readonly promotions: readonly Promotion[];
  /** Unix seconds. */
  readonly now: number;
}

export function pspFacts(
  { pspId, interconnection }: Pick<PspParts, 'pspId' | 'interconnection'>,
  { quote, request, agentJkt, now }: InstantFacts,
  tool: Tool | undefined,
): PspFacts {
  return {
    quote: quote.claims,
    request: request.claims,
    amount: quote.amount,
    tool,
    signingKey: agentJkt,
    pspId,
    promotions: interconnection?.promotions ?? [],
    now,
  };
}
