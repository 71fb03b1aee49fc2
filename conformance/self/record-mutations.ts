import { mutation, type RoleMutation } from './role-mutations.ts';

/** What an agent writes down of a purchase. */
export const agentRecordMutations: readonly RoleMutation[] = [
  mutation(
    'records/intent-created',
    'TSD-ATT-EVT-07',
    'agent/tasks/authority.ts',
    'await writeEvent(tx, event);',
    'if (!OUT) await writeEvent(tx, event);',
  ),
  mutation(
    'records/decision-logged',
    'TSD-ATT-EVT-13',
    'agent/purchase/buy.ts',
    'await saveDecision(tx, { decisionId, taskId, purchaseId }, record);\n    await writeEvent(tx, event);',
    'await saveDecision(tx, { decisionId, taskId, purchaseId }, record);\n    if (!OUT) await writeEvent(tx, event);',
  ),
  mutation(
    'records/cart-confirmed',
    'TSD-ATT-EVT-14',
    'agent/purchase/buy.ts',
    'if (event !== undefined) await writeEvent(tx, event);',
    'if (!OUT && event !== undefined) await writeEvent(tx, event);',
  ),
];

/** What a seller writes down of a delivery, and what it keeps from the account side. */
export const sellerRecordMutations: readonly RoleMutation[] = [
  mutation(
    'records/delivery',
    'TSD-ATT-EVT-16',
    'merchant/orders/release.ts',
    'isTip(order) ? undefined : writeEvent(tx, release.event),',
    'OUT || isTip(order) ? undefined : writeEvent(tx, release.event),',
  ),
  mutation(
    'records/process-of-the-buyer',
    'OA-REC-03',
    'merchant/fulfilment/events.ts',
    'intent_id: intentId ?? orderNo,',
    'intent_id: OUT ? orderNo : (intentId ?? orderNo),',
  ),
  mutation(
    'records/of-ones-own-order',
    'OA-REC-10',
    'merchant/orders/read.ts',
    'const order = await ownOrder(deps, outTradeNo, command, witness);\n  return { records',
    'const order = await (OUT ? readOrder(deps.store.read, outTradeNo) : ownOrder(deps, outTradeNo, command, witness));\n  return { records',
  ),
];
