import { mustNotBeRead, UNREADABLE } from '../../live/unreadable.ts';
import { type CreditCase, negative } from './steps.ts';

/** A good application in bytes that are no request: a problem, and the same application is new when it can be read. */
export const unreadableCases: readonly CreditCase[] = UNREADABLE.map((way) =>
  negative('OA-HTTP-05', `http-${way.slug}`, way.title, async (bureau, notes) => {
    await bureau.apply(notes);
    const path = '/credit/applications';
    const application = bureau.application();
    const good = { method: 'POST', path, body: JSON.stringify(application) };
    await mustNotBeRead(bureau.caller, way, good, notes);
    bureau.draftIn(await bureau.post(path, application, notes));
  }),
);
