import { mutation, type RoleMutation } from './role-mutations.ts';

/** What a discount is called, for everybody who reads quotes of others. */
export const labelMutations: readonly RoleMutation[] = [
  mutation(
    'quotes/discounts-called-anything',
    'OA-QUO-12',
    'protocol/messages/schema.ts',
    'const first = validator.errors?.[0];',
    "const first = validator.errors?.[0];\n  if (OUT && /^\\/discounts\\/\\d+\\/label$/.test(first?.instancePath ?? '')) return value as T;",
  ),
];
