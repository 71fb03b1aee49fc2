import { BEHIND, mustEndBefore, mustNotBeRead, type Readable, UNREADABLE } from '../../live/unreadable.ts';
import type { Notes } from '../../run/case.ts';
import type { Bureau } from './bureau.ts';
import { type CreditCase, negative } from './steps.ts';

/** A good application that is sent so that it must not be taken: a problem, and the same application is new afterwards. */
async function mustNotBeTaken(
  bureau: Bureau,
  notes: Notes,
  send: (good: Readable) => Promise<void>,
): Promise<void> {
  await bureau.apply(notes);
  const path = '/credit/applications';
  const application = bureau.application();
  await send({ method: 'POST', path, body: JSON.stringify(application) });
  bureau.draftIn(await bureau.post(path, application, notes));
}

export const unreadableCases: readonly CreditCase[] = [
  ...UNREADABLE.map((way) =>
    negative('OA-HTTP-05', `http-${way.slug}`, way.title, (bureau, notes) =>
      mustNotBeTaken(bureau, notes, (good) => mustNotBeRead(bureau.caller, way, good, notes)),
    ),
  ),
  negative(BEHIND.requirement, BEHIND.slug, BEHIND.title, (bureau, notes) =>
    mustNotBeTaken(bureau, notes, (good) => mustEndBefore(bureau.caller, good, notes)),
  ),
];
