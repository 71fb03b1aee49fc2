import { BEHIND, mustEndBefore, mustNotBeRead, type Readable, UNREADABLE } from '../../live/unreadable.ts';
import type { Notes } from '../../run/case.ts';
import { FULL, mustBeFull } from '../account/full.ts';
import type { Desk } from './desk.ts';
import { type IssuerCase, mustBeUnknown, negative, prove, proveAgain } from './steps.ts';

/** A good request for a mandate that is sent so that it must not be taken: a problem, and nobody is asked for anything. */
async function mustNotBeAsked(
  desk: Desk,
  notes: Notes,
  send: (good: Readable) => Promise<void>,
): Promise<void> {
  await prove(desk, notes);
  const iac = desk.iac();
  await send({ method: 'POST', path: '/mandates', body: JSON.stringify(desk.requestBody(iac, {})) });
  await mustBeUnknown(desk, String(iac.delegation_id), notes);
  await proveAgain(desk, notes);
}

export const unreadableCases: readonly IssuerCase[] = [
  ...UNREADABLE.map((way) =>
    negative('OA-HTTP-05', `http-${way.slug}`, way.title, (desk, notes) =>
      mustNotBeAsked(desk, notes, (good) => mustNotBeRead(desk.caller, way, good, notes)),
    ),
  ),
  negative(BEHIND.requirement, BEHIND.slug, BEHIND.title, (desk, notes) =>
    mustNotBeAsked(desk, notes, (good) => mustEndBefore(desk.caller, good, notes)),
  ),
  ...FULL.bounds.map((bound) =>
    negative(FULL.requirement, bound.slug, bound.title, (desk, notes) =>
      mustNotBeAsked(desk, notes, (good) => mustBeFull(desk.caller, desk.control, bound, good, notes)),
    ),
  ),
];
