import { mustNotBeRead, UNREADABLE } from '../../live/unreadable.ts';
import { must, negative, type PspCase, prove, proveAgain } from './steps.ts';

/** A good payment in bytes that are no request: a problem, and nothing moves. */
export const unreadableCases: readonly PspCase[] = UNREADABLE.map((way) =>
  negative('OA-HTTP-05', `http-${way.slug}`, way.title, async (till, notes) => {
    await prove(till, notes);
    const before = await till.balance(notes);
    const payment = await till.payment({}, notes);
    const good = { method: 'POST', path: '/payments', body: JSON.stringify(payment.body) };
    await mustNotBeRead(till.caller, way, good, notes);
    must((await till.balance(notes)) === before, 'What cannot be read has moved money.');
    await till.mustBeUnpaid(payment, notes);
    await proveAgain(till, notes);
  }),
);
