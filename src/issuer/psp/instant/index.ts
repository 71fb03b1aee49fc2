import { ActError } from '../../../protocol/errors/index.ts';
import type { InstantPaymentAnswer, InstantPaymentBody } from '../../../protocol/generated/types.ts';
import type { PspParts } from '../parts.ts';
import type { Cashier } from '../ports.ts';
import { afterDecision } from './confirmed.ts';
import { openInstant } from './open.ts';
import { readInstant, showInstant } from './read.ts';

/** Payments with the user present (act:L1): each is confirmed by its user at the cashier, or nothing moves. */
export interface InstantPayments {
  /** @see openInstant */
  open(body: InstantPaymentBody): Promise<InstantPaymentAnswer>;
  /** @see readInstant */
  read(target: string, command: string): Promise<InstantPaymentAnswer>;
}

/** @throws ActError not_found from every call where there is no cashier */
export function createInstantPayments(parts: PspParts): InstantPayments {
  const { cashier } = parts;
  cashier?.onDecision((decision) => afterDecision(parts, decision));
  return {
    open: async (body) => {
      const at = openAt(cashier);
      const paymentId = await openInstant(parts, at, body).catch((error) => {
        parts.counted(error);
        throw error;
      });
      return showInstant(parts, at, paymentId);
    },
    read: async (target, command) => readInstant(parts, openAt(cashier), target, command),
  };
}

function openAt(cashier: Cashier | undefined): Cashier {
  if (cashier === undefined) throw new ActError('not_found');
  return cashier;
}
