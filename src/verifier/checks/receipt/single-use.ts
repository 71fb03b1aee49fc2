import type { Check } from '../../check.ts';

/** OpenACT orders, OA-ORD-02: the goods of an order are released once. That needs memory: the caller's. */
export const check: Check<unknown> = {
  requirement: 'OA-ORD-02',
  name: 'goods released once',
  run() {
    return {
      obligation: 'replay',
      requirement: 'OA-ORD-02',
      detail: 'Release the goods of an order once, whatever is presented for it again.',
    };
  },
};
