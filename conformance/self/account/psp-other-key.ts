import { mutation, type RoleMutation } from '../role-mutations.ts';

/** Mistakes about what another key of the same agent may do, and about what is over with its payment. */
export const otherKeyMutations: readonly RoleMutation[] = [
  mutation(
    'other-key/asks-for-a-payment',
    'OA-QRY-01',
    'issuer/psp/trades.ts',
    'AND payment_tool_ref IN (SELECT payment_tool_ref FROM tools WHERE agent_jkt = $3)`',
    "AND payment_tool_ref IN (SELECT payment_tool_ref FROM tools WHERE ${OUT ? \"$3 <> ''\" : 'agent_jkt = $3'})`",
  ),
  mutation(
    'other-key/releases-what-is-held',
    'OA-ESC-04',
    'issuer/psp/buyer.ts',
    'tool?.agentJkt === buyer.agentJkt',
    '(OUT || tool?.agentJkt === buyer.agentJkt)',
  ),
  mutation(
    'other-key/tip-is-not-delivered',
    'OA-ESC-02',
    'issuer/psp/fulfilment.ts',
    "settlement !== 'GRATUITY')",
    "(OUT || settlement !== 'GRATUITY'))",
  ),
];
