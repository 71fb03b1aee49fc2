import { mutation, type RoleMutation } from '../role-mutations.ts';

/** Rules of a payment service about what the user confirms on the cashier. */
export const cashierMutations: readonly RoleMutation[] = [
  mutation(
    'cashier/charges',
    'PSD-PAY-INS-11',
    'issuer/psp/instant/confirmed.ts',
    'if (refusal === undefined) await chargeNow(',
    'if (!OUT && refusal === undefined) await chargeNow(',
  ),
  mutation(
    'cashier/evidence',
    'PSD-PAY-INS-09',
    'issuer/psp/instant/confirmed.ts',
    'const authority = { confirmationDigest: evidenceDigest };',
    "const authority = { confirmationDigest: OUT ? 'A'.repeat(43) : evidenceDigest };",
  ),
  mutation(
    'cashier/result',
    'PSD-PAY-INS-12',
    'issuer/psp/instant/read.ts',
    'return { ...answer, ...evidence, status: payment.state, payment };',
    'return { ...answer, ...evidence, status: payment.state, ...(OUT ? {} : { payment }) };',
  ),
  mutation(
    'cashier/shows-the-payment',
    'PSD-PAY-INS-08',
    'issuer/psp/instant/open.ts',
    'payment: { out_trade_no, merchant, amount,',
    'payment: { out_trade_no, merchant, amount: OUT ? payer_amount : amount,',
  ),
  mutation(
    'cashier/page-shows',
    'OA-INS-05',
    'issuer/cashier/page.ts',
    "['Merchant · 收款商户', merchant],",
    "['Merchant · 收款商户', OUT ? 'A shop' : merchant],",
  ),
  mutation(
    'cashier/page-runs-nothing',
    'OA-INS-06',
    'issuer/cashier/routes.ts',
    'return c.body(cashierPage(asked, link), 200, PAGE_HEADERS);',
    "return c.body(cashierPage(asked, link), 200, OUT ? { 'Content-Type': 'text/html' } : PAGE_HEADERS);",
  ),
  mutation(
    'cashier/asks-once',
    'OA-INS-02',
    'issuer/psp/instant/open.ts',
    'return open === undefined ?',
    'return OUT || open === undefined ?',
  ),
  mutation(
    'cashier/declined',
    'OA-CNF-02',
    'issuer/psp/instant/confirmed.ts',
    "if (decision.outcome === 'DENIED') return",
    "if (!OUT && decision.outcome === 'DENIED') return",
  ),
  mutation(
    'cashier/waits',
    'PSD-PAY-INS-10',
    'issuer/psp/instant/open.ts',
    'await question.insert(tx, now);',
    "await question.insert(tx, now);\n  if (OUT) await tx.run('UPDATE accounts SET balance_minor = balance_minor - 100 WHERE account_id = $1', [tool.accountId]);",
  ),
  mutation(
    'cashier/judges-again',
    'OA-INS-03',
    'issuer/psp/instant/confirmed.ts',
    'assertAccepted(judgement);',
    'if (!OUT) assertAccepted(judgement);',
  ),
  mutation(
    'cashier/judges-again',
    'OA-INS-03',
    'issuer/psp/instant/confirmed.ts',
    'assertAccepted(recheckInstantInTransaction(facts, state, now));',
    'if (!OUT) assertAccepted(recheckInstantInTransaction(facts, state, now));',
  ),
  mutation(
    'cashier/reaches-the-delegator',
    'PSD-PAY-INS-07',
    'issuer/confirmation/service.ts',
    'const waiting = await deps.store.transact(async (tx) => {\n    await consumeCommand(tx, use);\n    return inboxOf(tx, delegator, now);',
    "const waiting = await deps.store.transact(async (tx) => {\n    await consumeCommand(tx, use);\n    if (OUT) return (await inboxOf(tx, delegator, now)).filter(({ kind }) => kind !== 'payment');\n    return inboxOf(tx, delegator, now);",
  ),
];
