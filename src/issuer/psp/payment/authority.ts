import type { MandateFacts } from '../../../verifier/index.ts';

/** What allows a charge: a mandate, or at act:L1 what the user confirmed at the cashier. */
export type Authority =
  | {
      readonly mandate: MandateFacts;
      readonly chain: readonly MandateFacts[];
      readonly mandateDigest: string;
    }
  | { readonly mandate?: undefined; readonly confirmationDigest: string };
