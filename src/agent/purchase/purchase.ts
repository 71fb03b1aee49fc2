import type { Code, Retryability } from '../../protocol/errors/index.ts';
import type {
  Cart,
  PaymentRequestClaims,
  ReleaseAnswer,
  Shown,
  TransactionConfirmation,
} from '../../protocol/generated/types.ts';
import type { Queries, Row } from '../../store/index.ts';
import type { Chosen } from '../decision/decide.ts';
import type { DecisionRecord } from '../decision/record.ts';
import type { NegotiatedMethod } from '../discovery/capability.ts';
import type { Across } from '../discovery/clearing.ts';
import { assertTransition, type PurchaseState } from './transitions.ts';

/** Why a purchase stands still. */
export interface Standstill {
  readonly code: Code;
  readonly requirement: string;
  readonly reason?: string;
  /** What whoever refused says about trying again. */
  readonly retryability?: Retryability;
}

export interface Payment {
  readonly tradeNo: string;
  /** Of the service that keeps the merchant's account, where that is another one: the trade that the merchant knows. */
  readonly peerTradeNo?: string;
  readonly paidAt: string;
  readonly receipt: string;
  readonly sellerReceipt: string;
  readonly authorizationSalt: string;
  /** The request that the receipt answers. */
  readonly paymentRequest: string;
  /** Of the runtime, where the mandate pins one. */
  readonly runtimeProof?: string;
}

/** What the user saw and signed at the cashier, with the enrolment of the device. */
export interface CashierEvidence {
  readonly shown: Shown;
  readonly confirmation: string;
  readonly enrolment: string;
}

export interface PurchaseData {
  readonly decision?: DecisionRecord;
  readonly decisionId?: string;
  readonly chosen?: Chosen;
  readonly baseUrl?: string;
  readonly method?: Pick<NegotiatedMethod, 'method_id' | 'psp_id'>;
  readonly across?: Across;
  /** The offer came by a till that has scanned this code: there is nothing else to be bought in its place. */
  readonly payerCode?: string;
  /** A tap, or a code of the shop that was scanned, has carried the offer: as with a payer code. */
  readonly trigger?: PaymentRequestClaims['trigger'];
  /** The same for every try, so that the seller locks once. */
  readonly quoteRequestId?: string;
  readonly quote?: string;
  readonly cart?: Cart;
  readonly outTradeNo?: string;
  readonly confirmation?: TransactionConfirmation;
  /** As it was judged before paying. */
  readonly statusList?: string;
  /** At act:L1: the payment at the cashier, and what proves that the user confirmed it. */
  readonly paymentId?: string;
  /** Where the user sees what waits at the cashier, in a browser. */
  readonly cashierUrl?: string;
  readonly cashier?: CashierEvidence;
  readonly payment?: Payment;
  readonly goods?: ReleaseAnswer['goods'];
  readonly bundle?: string;
  readonly verdict?: 'accepted' | 'refused';
  readonly standstill?: Standstill;
  /** Tries to pay that came after a refusal. */
  readonly retries?: number;
}

export interface Purchase {
  readonly taskId: string;
  readonly purchaseId: string;
  readonly delegationId: string;
  readonly state: PurchaseState;
  readonly data: PurchaseData;
}

/**
 * Writes a purchase as it stands. `paidMinor` is set once, when the payment service's receipt was verified.
 *
 * @throws ActError purchase_transition_illegal when the state that is stored cannot be followed by this one
 */
export async function savePurchase(tx: Queries, purchase: Purchase, paidMinor?: bigint): Promise<void> {
  const former = await findPurchase(tx, purchase.taskId, purchase.purchaseId);
  assertTransition(former?.state ?? 'NEW', purchase.state);
  await tx.run(
    `INSERT INTO agent_purchases (task_id, purchase_id, delegation_id, state, data, paid_minor, trade_no)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (task_id, purchase_id) DO UPDATE SET state = excluded.state, data = excluded.data,
       delegation_id = excluded.delegation_id, trade_no = excluded.trade_no,
       paid_minor = COALESCE(agent_purchases.paid_minor, excluded.paid_minor)`,
    [
      purchase.taskId,
      purchase.purchaseId,
      purchase.delegationId,
      purchase.state,
      JSON.stringify(purchase.data),
      paidMinor ?? null,
      purchase.data.payment?.tradeNo ?? null,
    ],
  );
}

export async function findPurchase(
  read: Queries,
  taskId: string,
  purchaseId: string,
): Promise<Purchase | undefined> {
  const row = await read.get('SELECT * FROM agent_purchases WHERE task_id = $1 AND purchase_id = $2', [
    taskId,
    purchaseId,
  ]);
  return row === undefined ? undefined : fromRow(row);
}

export async function findPurchaseOfTrade(read: Queries, tradeNo: string): Promise<Purchase | undefined> {
  const row = await read.get('SELECT * FROM agent_purchases WHERE trade_no = $1', [tradeNo]);
  return row === undefined ? undefined : fromRow(row);
}

function fromRow(row: Row): Purchase {
  return {
    taskId: String(row.task_id),
    purchaseId: String(row.purchase_id),
    delegationId: String(row.delegation_id),
    state: String(row.state) as PurchaseState,
    data: JSON.parse(String(row.data)) as PurchaseData,
  };
}
