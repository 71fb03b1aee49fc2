import { BEHIND, mustEndBefore, mustNotBeRead, type Readable, UNREADABLE } from '../../live/unreadable.ts';
import type { Notes } from '../../run/case.ts';
import { FULL, mustBeFull } from '../account/full.ts';
import { must, negative, type PspCase, prove, proveAgain } from './steps.ts';
import type { Till } from './till.ts';

/** A good payment that is sent so that it must not be taken: a problem, and nothing moves. */
async function mustNotBePaid(
  till: Till,
  notes: Notes,
  send: (good: Readable) => Promise<void>,
): Promise<void> {
  await prove(till, notes);
  const before = await till.balance(notes);
  const payment = await till.payment({}, notes);
  await send({ method: 'POST', path: '/payments', body: JSON.stringify(payment.body) });
  must((await till.balance(notes)) === before, 'What cannot be read has moved money.');
  await till.mustBeUnpaid(payment, notes);
  await proveAgain(till, notes);
}

export const unreadableCases: readonly PspCase[] = [
  ...UNREADABLE.map((way) =>
    negative('OA-HTTP-05', `http-${way.slug}`, way.title, (till, notes) =>
      mustNotBePaid(till, notes, (good) => mustNotBeRead(till.caller, way, good, notes)),
    ),
  ),
  negative(BEHIND.requirement, BEHIND.slug, BEHIND.title, (till, notes) =>
    mustNotBePaid(till, notes, (good) => mustEndBefore(till.caller, good, notes)),
  ),
  ...FULL.bounds.map((bound) =>
    negative(FULL.requirement, bound.slug, bound.title, (till, notes) =>
      mustNotBePaid(till, notes, (good) => mustBeFull(till.caller, till.control, bound, good, notes)),
    ),
  ),
];
