import { ActError } from '../../protocol/errors/index.ts';
import type {
  CompensationAnswer,
  CompensationBody,
  InterconnectAnswer,
  InterconnectionTerms,
  InterconnectNettingBody,
  InterconnectPaymentBody,
  InterconnectRefundBody,
  InterconnectStatement,
  PaymentAnswer,
  PaymentBody,
  RecordListBody,
  ValidationAnswer,
} from '../../protocol/generated/types.ts';
import { type AccountAnswer, readAccount } from './account-read.ts';
import { compensate, compensateFinding } from './compensate.ts';
import { finishReceived, returnUndelivered } from './escrow.ts';
import { confirmFulfilment, type FulfilmentAnswer } from './fulfilment.ts';
import { observePsp } from './gauges.ts';
import { createInstantPayments, type InstantPayments } from './instant/index.ts';
import { acceptInstruction, answerPartner } from './interconnect/accept.ts';
import { advanceDue } from './interconnect/advance-due.ts';
import { acceptNetting, agreeNetting } from './interconnect/agree.ts';
import { type Arrival, recordArrival } from './interconnect/arrivals.ts';
import { type NettingKey, nettingsWith, type StoredNetting } from './interconnect/netting.ts';
import { giveStatement, type Reconciliation, reconcile } from './interconnect/reconcile.ts';
import { acceptSettlement, settleNetting } from './interconnect/settle.ts';
import type { Span } from './interconnect/statement.ts';
import { takeRefund } from './interconnect/take-refund.ts';
import { termsOf } from './interconnect/terms.ts';
import { quietMerchants, tellMerchants } from './notices/tell.ts';
import { ownLedger, type PspParts, partsOf } from './parts.ts';
import { createPayerCodes, type PayerCodes } from './payer-codes/index.ts';
import { pay } from './payment/pay.ts';
import type { PspConfig } from './ports.ts';
import { queryPayment } from './query.ts';
import { confirmReceipt } from './receive.ts';
import { type RefundAnswer, refund } from './refund.ts';
import { createSubAccounts, type SubAccounts } from './sub-accounts/index.ts';
import { createToolBindings, type ToolBindings } from './tools.ts';
import { readTradeRecords } from './trade-records.ts';
import { validatePayment } from './validate.ts';

const NETTINGS_SHOWN = 100;

/** A payment service. Commands are compact act-command+jwt. */
export interface Psp {
  readonly toolBindings: ToolBindings;
  readonly subAccounts: SubAccounts;
  readonly instant: InstantPayments;
  readonly payerCodes: PayerCodes;
  /** @see pay */
  pay(body: PaymentBody): Promise<PaymentAnswer>;
  /** @see queryPayment */
  query(command: string): Promise<PaymentAnswer>;
  /** @see validatePayment */
  validate(command: string): Promise<ValidationAnswer>;
  /** @see confirmFulfilment */
  confirmFulfilment(tradeNo: string, command: string): Promise<FulfilmentAnswer>;
  /** @see confirmReceipt */
  confirmReceipt(tradeNo: string, command: string): Promise<FulfilmentAnswer>;
  /** @see refund */
  refund(tradeNo: string, command: string): Promise<RefundAnswer>;
  /** @see compensate */
  compensate(evidence: Uint8Array): Promise<CompensationAnswer>;
  /** @see compensateFinding */
  compensateFinding(tradeNo: string, body: CompensationBody): Promise<CompensationAnswer>;
  /** @see readTradeRecords */
  records(tradeNo: string, command: string): Promise<RecordListBody>;
  /** @see readAccount */
  readAccount(accountId: string, command: string): Promise<AccountAnswer>;
  /** @see termsOf */
  terms(): InterconnectionTerms;
  /** @see acceptInstruction */
  acceptInstruction(body: InterconnectPaymentBody): Promise<InterconnectAnswer>;
  /** @see answerPartner */
  answerPartner(command: string): Promise<InterconnectAnswer>;
  /** @see giveStatement */
  giveStatement(command: string): Promise<InterconnectStatement>;
  /** For the operator. @see reconcile */
  reconcile(span: Span & { readonly partner: string }): Promise<Reconciliation>;
  /** @see takeRefund */
  takeRefund(body: InterconnectRefundBody): Promise<InterconnectRefundBody>;
  /** @see acceptNetting */
  acceptNetting(body: InterconnectNettingBody): Promise<InterconnectNettingBody>;
  /** @see acceptSettlement */
  acceptSettlement(body: InterconnectNettingBody): Promise<InterconnectNettingBody>;
  /** For the operator. @see agreeNetting */
  agreeNetting(key: NettingKey): Promise<StoredNetting>;
  /** For the operator. @see settleNetting */
  settleNetting(key: NettingKey, evidenceRef: string): Promise<StoredNetting>;
  /** For the operator. @see recordArrival */
  recordArrival(arrival: Arrival): Promise<void>;
  /** For the operator: the latest nettings with a partner. */
  nettings(partner: string): Promise<readonly StoredNetting[]>;
  /**
   * Asks other services about what they have not answered, until `closing`; to be called now and then. Answers about
   * how many.
   */
  advanceDue(closing?: AbortSignal): Promise<number>;
  /** Signs the receipts that a crash left unsigned; to be called before listening. Answers for how many trades. */
  start(): Promise<number>;
  /** Finishes trades whose goods count as received; to be called now and then. Answers how many. */
  finishReceived(): Promise<number>;
  /**
   * Tells merchants of payments they have not heard of; to be called now and then. With `waitedSeconds` for the
   * first time only of those that have been due for so long. Answers how many.
   */
  tellMerchants(waitedSeconds?: number): Promise<number>;
  /** Sends back what is held for undelivered orders; to be called now and then. Answers how many. */
  returnUndelivered(): Promise<number>;
}

export function createPsp(config: PspConfig): Psp {
  const parts = partsOf(config);
  const { ledger } = parts;
  observePsp(parts.store, ledger === ownLedger);
  const toolBindings = createToolBindings(parts);
  const quiet = quietMerchants(parts.clock);
  return {
    toolBindings,
    subAccounts: createSubAccounts({ ledger, toolBindings }),
    instant: createInstantPayments(parts),
    payerCodes: createPayerCodes(parts),
    pay: (body) => countedPay(parts, body),
    query: (command) => queryPayment(parts, command),
    validate: (command) => validatePayment(parts, command),
    confirmFulfilment: (tradeNo, command) => confirmFulfilment(parts, tradeNo, command),
    confirmReceipt: (tradeNo, command) => confirmReceipt(parts, tradeNo, command),
    refund: (tradeNo, command) => refund(parts, tradeNo, command),
    compensate: (evidence) => compensate(parts, evidence),
    compensateFinding: (tradeNo, body) => compensateFinding(parts, tradeNo, body),
    records: (tradeNo, command) => readTradeRecords(parts, tradeNo, command),
    readAccount: (accountId, command) => readAccount(parts, accountId, command),
    terms: () => termsOf(parts),
    acceptInstruction: (body) => acceptInstruction(parts, body),
    answerPartner: (command) => answerPartner(parts, command),
    giveStatement: (command) => giveStatement(parts, command),
    reconcile: (span) => reconcile(parts, span),
    takeRefund: (body) => takeRefund(parts, body),
    acceptNetting: (body) => acceptNetting(parts, body),
    acceptSettlement: (body) => acceptSettlement(parts, body),
    agreeNetting: (key) => agreeNetting(parts, key),
    settleNetting: (key, evidenceRef) => settleNetting(parts, key, evidenceRef),
    recordArrival: (arrival) => recordArrival(parts, arrival),
    nettings: (partner) => nettingsWith(parts.store.read, partner, NETTINGS_SHOWN),
    advanceDue: (closing) => advanceDue(parts, closing),
    start: () => parts.desk.signLeftovers(),
    finishReceived: () => finishReceived(parts),
    tellMerchants: (waitedSeconds) => tellMerchants(parts, quiet, waitedSeconds),
    returnUndelivered: () => returnUndelivered(parts),
  };
}

/** Money that has moved is a payment, also where its receipts have to be asked for. */
async function countedPay(parts: PspParts, body: PaymentBody): Promise<PaymentAnswer> {
  try {
    const answer = await pay(parts, body);
    parts.counted();
    return answer;
  } catch (error) {
    parts.counted(error instanceof ActError && error.code === 'payment_pending' ? undefined : error);
    throw error;
  }
}
