import { namesMutations } from './names-mutations.ts';
import { protocolMutations } from './protocol-mutations.ts';
import type { RoleMutation } from './role-mutations.ts';
import { termsMutations } from './terms-mutations.ts';

/** Every rule that the vectors have to miss, besides the checks of the verifier and the rules of certificate paths. */
export const vectorMutations: readonly RoleMutation[] = [
  ...protocolMutations,
  ...namesMutations,
  ...termsMutations,
];
