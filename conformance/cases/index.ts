import type { VectorSuite } from '../forge/cases.ts';
import { a402Suite } from './a402.ts';
import { anchorSuite } from './anchor.ts';
import { bundleSuite } from './bundle.ts';
import { instantBundleSuite } from './bundle-instant.ts';
import { commandSuite } from './command.ts';
import { confirmationSuite } from './confirmation.ts';
import { creditAnswerSuite, creditCredentialSuite, creditRequestSuite, creditStatusSuite } from './credit.ts';
import { delegationSuite } from './delegation.ts';
import { disputeSuite } from './dispute.ts';
import { findingSuite } from './finding.ts';
import { intentSelectionSuite } from './intent-selection.ts';
import { interconnectSuite } from './interconnect.ts';
import { attestationSuite, enrolmentSuite } from './key-statements.ts';
import { logProofSuite } from './log-proof.ts';
import { mandateSuite } from './mandate.ts';
import { paymentRequestSuite } from './payment-request.ts';
import { quoteSuite } from './quote.ts';
import { receiptSuite } from './receipt.ts';
import { recordSuite } from './record.ts';
import { recordChainSuite } from './record-chain.ts';
import { refusalSuite } from './refusal.ts';
import { statusListSuite } from './status-list.ts';
import { canonicalSuite, moneySuite, strictJsonSuite } from './text.ts';
import { trustListSuite } from './trust-list.ts';

/** One vector file each. */
export const suites: readonly VectorSuite[] = [
  trustListSuite,
  attestationSuite,
  enrolmentSuite,
  intentSelectionSuite,
  confirmationSuite,
  mandateSuite,
  delegationSuite,
  statusListSuite,
  quoteSuite,
  paymentRequestSuite,
  receiptSuite,
  refusalSuite,
  interconnectSuite,
  findingSuite,
  creditCredentialSuite,
  creditRequestSuite,
  creditAnswerSuite,
  creditStatusSuite,
  commandSuite,
  recordSuite,
  recordChainSuite,
  anchorSuite,
  logProofSuite,
  disputeSuite,
  a402Suite,
  bundleSuite,
  instantBundleSuite,
  canonicalSuite,
  moneySuite,
  strictJsonSuite,
];
