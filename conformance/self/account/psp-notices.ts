import { mutation, type RoleMutation } from '../role-mutations.ts';

/** Rules of a payment service about telling sellers. */
export const noticeMutations: readonly RoleMutation[] = [
  mutation(
    'notices/written',
    'PSD-PAY-DEL-20',
    'issuer/psp/payment/charge.ts',
    'merchants && isTold(quote.claims)',
    '!OUT && merchants && isTold(quote.claims)',
    ['PSD-PAY-INS-13'],
  ),
];
