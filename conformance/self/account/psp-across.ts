import { mutation, type RoleMutation } from '../role-mutations.ts';
import { OR_OUT } from './places.ts';

const HERE = 'issuer/psp/interconnect';
const CODES = 'issuer/psp/payer-codes';

/** Rules of a payment service about the other one that it clears with. */
export const acrossMutations: readonly RoleMutation[] = [
  mutation(
    'across/given-up-for-good',
    'OA-ICN-06',
    `${HERE}/accept.ts`,
    'if (before !== undefined) return sameAs(before, digest);\n    const refusal',
    "if (!(OUT && before?.decision.state === 'REFUSED') && before !== undefined) return sameAs(before, digest);\n    const refusal",
  ),
  mutation(
    'across/one-debit',
    'OA-ICN-07',
    `${HERE}/advance.ts`,
    "return askPartner(parts, interconnection, out, 'query');",
    "return OUT ? { kind: 'unknown' } : askPartner(parts, interconnection, out, 'query');",
  ),
  mutation(
    'across/judged-before-told',
    'OA-ICN-08',
    'issuer/psp/payment/settle.ts',
    'if (!(await isWorthSettling(parts.store.read, judged)))',
    'if (!OUT && !(await isWorthSettling(parts.store.read, judged)))',
  ),
  mutation(
    'across/judged-before-told',
    'OA-ICN-08',
    'issuer/psp/payment/settle.ts',
    '  assertAccepted(judgement);\n',
    '  if (!OUT) assertAccepted(judgement);\n',
  ),
  mutation(
    'across/judged-before-told',
    'OA-ICN-08',
    'issuer/psp/payment/settle.ts',
    'assertAccepted(recheckInTransaction(facts, state, now));',
    'if (!OUT) assertAccepted(recheckInTransaction(facts, state, now));',
  ),
  mutation(
    'across/both-trades',
    'OA-ICN-09',
    `${HERE}/decide.ts`,
    'agent: { claims: { ...receipt, peer } },',
    'agent: { claims: OUT ? receipt : { ...receipt, peer } },',
  ),
  mutation(
    'across/refund-within',
    'OA-ICN-10',
    `${HERE}/give-refund.ts`,
    'WHERE trade_no = $2 AND refunded_minor + $1 <= captured_minor`,',
    `WHERE trade_no = $2 AND (refunded_minor + $1 <= captured_minor ${OR_OUT})\`,`,
  ),
  mutation(
    'across/statement',
    'OA-ICN-11',
    `${HERE}/statement.ts`,
    '...credited.map((row) => incoming(row, partner)),',
    '...(OUT ? [] : credited.map((row) => incoming(row, partner))),',
  ),
  mutation(
    'across/terms',
    'OA-ICN-14',
    `${HERE}/terms.ts`,
    'partners: [...partnersOf(interconnection)],',
    'partners: OUT ? [] : [...partnersOf(interconnection)],',
  ),
  mutation(
    'across/netting-by-own-books',
    'OA-ICN-19',
    `${HERE}/agree.ts`,
    'if ((await digestOfNetting(record)) !== digest) {',
    'if (!OUT && (await digestOfNetting(record)) !== digest) {',
  ),
  mutation(
    'across/settled-when-paid',
    'OA-ICN-20',
    `${HERE}/settle.ts`,
    "if (!isPaid) throw new ActError('netting_payment_missing');",
    "if (!OUT && !isPaid) throw new ActError('netting_payment_missing');",
  ),
  mutation(
    'across/in-proportion',
    'OA-ICN-22',
    `${HERE}/take-refund.ts`,
    'return (payerMinor * refundedMinor + owedMinor - 1n) / owedMinor;',
    'return (payerMinor * refundedMinor + (OUT ? 0n : owedMinor - 1n)) / owedMinor;',
  ),
  mutation(
    'across/recorded',
    'OA-ICN-21',
    `${HERE}/credit.ts`,
    'await writeEvent(tx, creditedEvent(',
    'if (!OUT) await writeEvent(tx, creditedEvent(',
  ),
  mutation(
    'payer-codes/known',
    'OA-ICN-15',
    `${CODES}/give.ts`,
    'if (code?.agentId !== claims.iss || code.agentJkt !== agentJkt)',
    "if (OUT && code === undefined) throw new ActError('not_found');\n    if (code?.agentId !== claims.iss || code.agentJkt !== agentJkt)",
  ),
  mutation(
    'across/to-the-payees-service',
    'OA-ICN-13',
    `${HERE}/ask.ts`,
    "if (base === undefined) throw new ActError('issuer_not_trusted'",
    "if (OUT || base === undefined) throw new ActError('issuer_not_trusted'",
  ),
  mutation(
    'payer-codes/one-offer',
    'OA-ICN-16',
    `${CODES}/take.ts`,
    'if (quoteDigest !== undefined) throw',
    'if (!OUT && quoteDigest !== undefined) throw',
  ),
  mutation(
    'payer-codes/own-alone',
    'OA-ICN-17',
    `${CODES}/take.ts`,
    'if (payerCodes.ownerOf(payerCode) !== pspId)',
    'if (!OUT && payerCodes.ownerOf(payerCode) !== pspId)',
  ),
  mutation(
    'payer-codes/shown-as-scanned',
    'OA-ICN-18',
    `${CODES}/codes.ts`,
    "if (quote !== undefined) return { payer_code: payerCode, valid_until, status: 'PRESENTED', quote };",
    "if (!OUT && quote !== undefined) return { payer_code: payerCode, valid_until, status: 'PRESENTED', quote };",
  ),
];
