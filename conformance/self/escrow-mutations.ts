import { mutation, type RoleMutation } from './role-mutations.ts';

const ESCROW = 'merchant/orders/escrow.ts';

/** Of a merchant whose buyers pay into escrow. */
export const escrowMutations: readonly RoleMutation[] = [
  mutation(
    'escrow/word-before-the-goods',
    'OA-ESC-07',
    'merchant/orders/release.ts',
    'await confirmHeld(deps,',
    'if (!OUT) await confirmHeld(deps,',
  ),
  mutation(
    'escrow/word-is-taken',
    'OA-ESC-07',
    ESCROW,
    'if (!TAKEN.has(state)) throw',
    'if (!OUT && !TAKEN.has(state)) throw',
  ),
  mutation(
    'escrow/word-is-refused',
    'OA-ESC-07',
    ESCROW,
    "return 'TRADE_CLOSED';",
    "return OUT ? 'TRADE_FINISHED' : 'TRADE_CLOSED';",
  ),
  mutation(
    'escrow/stock-until-the-money-goes-back',
    'OA-ESC-08',
    ESCROW,
    "return settlement === 'ESCROW' && deliverBy",
    "return !OUT && settlement === 'ESCROW' && deliverBy",
  ),
  mutation(
    'escrow/says-by-when',
    'OA-ESC-08',
    'merchant/quotes/deliver-by.ts',
    "if (deliverBy !== undefined || settlement !== 'ESCROW')",
    "if (OUT || deliverBy !== undefined || settlement !== 'ESCROW')",
  ),
  mutation(
    'escrow/stock-before-the-word',
    'OA-ESC-09',
    'merchant/orders/release.ts',
    'const current = await deps.store.transact((tx) => keepStock(tx, release));',
    'const current = OUT ? order : await deps.store.transact((tx) => keepStock(tx, release));',
  ),
];
