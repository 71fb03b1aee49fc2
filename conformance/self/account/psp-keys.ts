import { mutation, type RoleMutation } from '../role-mutations.ts';

/** Rules of a payment service about keys that are replaced, and about where it may be led. */
export const changeOfKeysMutations: readonly RoleMutation[] = [
  mutation(
    'trust-list/pinned-keys',
    'OA-TRL-10',
    'verifier/checks/trust-list/signature.ts',
    'const holds = decoded.header.kid === pinnedJkt &&',
    'if (OUT) return undefined;\n    const holds = decoded.header.kid === pinnedJkt &&',
  ),
  mutation(
    'trust-list/next-key',
    'OA-TRL-10',
    'verifier/facts/trust-list.ts',
    'const keys = keysIn(pinned);',
    'const keys = OUT ? keysIn(pinned).slice(0, 1) : keysIn(pinned);',
  ),
  mutation(
    'keys/killed',
    'OA-KEY-21',
    'protocol/x509/checks/revocation.ts',
    'if (revoked.length === 0) return;',
    'if (OUT || revoked.length === 0) return;',
  ),
  mutation(
    'net/public-only',
    'OA-NET-04',
    'http/reach.ts',
    'assertPublic(url);\n      return { url, dispatcher: far };',
    'if (OUT) return { url, dispatcher: near };\n      assertPublic(url);\n      return { url, dispatcher: far };',
  ),
];
