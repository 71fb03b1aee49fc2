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
];
