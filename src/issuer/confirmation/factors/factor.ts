import type { ConfirmationClaims } from '../../../protocol/generated/types.ts';
import type { Queries } from '../../../store/index.ts';

/** What the account side checks itself, besides what the device signs. */
export interface Factor {
  readonly confirmationId: string;
  readonly delegator: string;
  readonly method: ConfirmationClaims['method'];
  readonly codeId: string | undefined;
  readonly secret: string | undefined;
  /** Unix seconds. */
  readonly now: number;
}

export interface ProvenFactor {
  /** Uses it up, in the transaction that stores the decision. @throws ActError confirmation_code_expired */
  consume(tx: Queries): Promise<void>;
}
