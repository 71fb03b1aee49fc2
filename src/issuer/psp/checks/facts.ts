import type { QuoteClaims } from '../../../protocol/generated/types.ts';
import type { Tool } from '../tools.ts';

/** What the checks judge that only this payment service has. */
export interface PspFacts {
  readonly quote: QuoteClaims;
  readonly tool: Tool | undefined;
  /** Thumbprint of the key that signed the request. */
  readonly signingKey: string;
}
