import { mutation, type RoleMutation } from '../role-mutations.ts';

const ONCE = 'OA-CMD-02';

/** Commands that a mandate issuer takes, each on a road of its own. */
export const issuerOnceMutations: readonly RoleMutation[] = [
  mutation(
    'commands/once-for-a-mandate',
    ONCE,
    'issuer/iac/read.ts',
    'await consumeCommand(tx, sender.use);\n    const current',
    'if (!OUT) await consumeCommand(tx, sender.use);\n    const current',
  ),
  mutation(
    'commands/once-for-an-inbox',
    ONCE,
    'issuer/confirmation/service.ts',
    'const { id, delegator, use } = await identifySender(command, expected, {}, deps);',
    'const { id, delegator, use: given } = await identifySender(command, expected, {}, deps);\n  const use = OUT ? { ...given, jti: String(Math.random()) } : given;',
  ),
  mutation(
    'commands/once-for-records',
    ONCE,
    'issuer/iac/read.ts',
    'await deps.store.transact((tx) => consumeCommand(tx, sender.use));',
    'if (!OUT) await deps.store.transact((tx) => consumeCommand(tx, sender.use));',
  ),
  mutation(
    'commands/once-for-a-code',
    ONCE,
    'issuer/confirmation/service.ts',
    'method, now, (tx) => consumeCommand(tx, use));',
    'method, now, async (tx) => {\n    if (!OUT) await consumeCommand(tx, use);\n  });',
  ),
  mutation(
    'commands/once-handing-down',
    ONCE,
    'issuer/iac/delegate.ts',
    'await consumeCommand(tx, sender.use);\n  await consumeCommand(tx, agent.use);',
    'if (!OUT) await consumeCommand(tx, sender.use);\n  if (!OUT) await consumeCommand(tx, agent.use);',
  ),
];

/** Commands that a payment service takes. */
export const pspOnceMutations: readonly RoleMutation[] = [
  mutation(
    'commands/once-for-a-balance',
    ONCE,
    'issuer/psp/account-read.ts',
    'await consumeCommand(tx, use);',
    'if (!OUT) await consumeCommand(tx, use);',
  ),
  mutation(
    'commands/once-for-a-payment',
    ONCE,
    'issuer/psp/query.ts',
    'await consumeCommand(tx, use);',
    'if (!OUT) await consumeCommand(tx, use);',
  ),
  mutation(
    'commands/once-for-a-delivery',
    ONCE,
    'issuer/psp/fulfilment.ts',
    'together(consumeCommand(tx, use),',
    'together(OUT ? undefined : consumeCommand(tx, use),',
  ),
  mutation(
    'commands/once-for-a-refund',
    ONCE,
    'issuer/psp/refund.ts',
    'return parts.store.transact(async (tx) => {\n    await tx.lock(refundLock(claims.iss, order.refundId));\n    await consumeCommand(tx, use);',
    'return parts.store.transact(async (tx) => {\n    await tx.lock(refundLock(claims.iss, order.refundId));\n    if (!OUT) await consumeCommand(tx, use);',
  ),
  mutation(
    'commands/once-for-goods-that-came',
    ONCE,
    'issuer/psp/receive.ts',
    'await consumeCommand(tx, buyer.use);',
    'if (!OUT) await consumeCommand(tx, buyer.use);',
  ),
  mutation(
    'commands/once-for-records-of-a-payment',
    ONCE,
    'issuer/psp/trade-records.ts',
    'await consumeCommand(tx, buyer.use);',
    'if (!OUT) await consumeCommand(tx, buyer.use);',
  ),
  mutation(
    'commands/once-at-the-cashier',
    ONCE,
    'issuer/psp/instant/read.ts',
    'await consumeCommand(tx, use);',
    'if (!OUT) await consumeCommand(tx, use);',
  ),
  mutation(
    'commands/once-for-a-tool',
    ONCE,
    'issuer/tools/request.ts',
    'await consumeCommand(tx, agent.use);',
    'if (!OUT) await consumeCommand(tx, agent.use);',
  ),
  mutation(
    'commands/once-reading-a-tool',
    ONCE,
    'issuer/tools/service.ts',
    'await consumeCommand(tx, sender.use);',
    'if (!OUT) await consumeCommand(tx, sender.use);',
  ),
  mutation(
    'commands/once-revoking-a-tool',
    ONCE,
    'issuer/tools/service.ts',
    '        await consumeCommand(tx, use);',
    '        if (!OUT) await consumeCommand(tx, use);',
  ),
  mutation(
    'commands/once-for-a-sub-account',
    ONCE,
    'issuer/sub-accounts/request.ts',
    'await consumeCommand(tx, agent.use);',
    'if (!OUT) await consumeCommand(tx, agent.use);',
  ),
  mutation(
    'commands/once-managing-a-sub-account',
    ONCE,
    'issuer/sub-accounts/service.ts',
    'await consumeCommand(tx, sender.use);\n      await work',
    'if (!OUT) await consumeCommand(tx, sender.use);\n      await work',
  ),
  mutation(
    'commands/once-reading-a-sub-account',
    ONCE,
    'issuer/sub-accounts/service.ts',
    'await consumeCommand(tx, sender.use);\n    return answer',
    'if (!OUT) await consumeCommand(tx, sender.use);\n    return answer',
  ),
  mutation(
    'commands/once-for-a-payer-code',
    ONCE,
    'issuer/psp/payer-codes/give.ts',
    'const now = parts.clock();\n    await consumeCommand(tx, use);',
    'const now = parts.clock();\n    if (!OUT) await consumeCommand(tx, use);',
  ),
  mutation(
    'commands/once-reading-a-payer-code',
    ONCE,
    'issuer/psp/payer-codes/give.ts',
    'await consumeCommand(tx, use);\n    const code',
    'if (!OUT) await consumeCommand(tx, use);\n    const code',
  ),
];
