import { createOutcomeCounter } from '../../http/index.ts';
import { escrowAccount, findAccount, houseAccount } from './accounts.ts';
import { postTransfer, postTransferLast, postTransfers } from './ledger.ts';
import { type PayerCodeRoutes, payerCodeRoutes } from './payer-codes/routing.ts';
import { DEFAULT_POLICY, type PspPolicy } from './policy.ts';
import type { Ledger, PspConfig } from './ports.ts';
import { ReceiptDesk } from './receipts.ts';

/** The configuration with its defaults filled in, as the parts of the service share it. */
export interface PspParts extends Omit<PspConfig, 'ledger' | 'policy'> {
  readonly ledger: Ledger;
  readonly policy: PspPolicy;
  readonly desk: ReceiptDesk;
  readonly payerCodes: PayerCodeRoutes;
  /** Counts how a payment ended; with an error: refused. */
  readonly counted: (error?: unknown) => void;
}

/** The double-entry tables of this module. */
export const ownLedger: Ledger = {
  account: findAccount,
  post: postTransfer,
  postTogether: postTransfers,
  postLast: postTransferLast,
  escrowAccount,
  houseAccount,
};

/** @throws RangeError for prefixes of payer codes that are none, or that two services have */
export function partsOf(config: PspConfig): PspParts {
  const { payerCodePrefixes = [], interconnection } = config;
  return {
    ...config,
    ledger: config.ledger ?? ownLedger,
    policy: { ...DEFAULT_POLICY, ...config.policy },
    desk: new ReceiptDesk(config.store, config.receiptSigner),
    payerCodes: payerCodeRoutes(config.pspId, payerCodePrefixes, interconnection?.partners ?? []),
    counted: createOutcomeCounter(
      'openact.payments',
      '{payment}',
      'Payments by outcome; repeats count as they are answered.',
    ),
  };
}
