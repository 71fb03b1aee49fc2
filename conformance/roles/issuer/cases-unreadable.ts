import { mustNotBeRead, UNREADABLE } from '../../live/unreadable.ts';
import { type IssuerCase, mustBeUnknown, negative, prove, proveAgain } from './steps.ts';

/** A good request for a mandate in bytes that are no request: a problem, and nobody is asked for anything. */
export const unreadableCases: readonly IssuerCase[] = UNREADABLE.map((way) =>
  negative('OA-HTTP-05', `http-${way.slug}`, way.title, async (desk, notes) => {
    await prove(desk, notes);
    const iac = desk.iac();
    const good = { method: 'POST', path: '/mandates', body: JSON.stringify(desk.requestBody(iac, {})) };
    await mustNotBeRead(desk.caller, way, good, notes);
    await mustBeUnknown(desk, String(iac.delegation_id), notes);
    await proveAgain(desk, notes);
  }),
);
