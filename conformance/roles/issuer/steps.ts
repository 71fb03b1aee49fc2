import type { JsonObject } from '../../forge/json.ts';
import { must, mustRefuse, mustSucceed } from '../../live/http.ts';
import { type Case, type Notes, rethrow } from '../../run/case.ts';
import type { Spoilt } from '../account/bank.ts';
import { made } from '../account/made.ts';
import type { Desk, Issued, RequestSpoils } from './desk.ts';

export type IssuerCase = Case<Desk>;

export const MANDATES = 'mandates';

export const positive = made<Desk>('issuer', 'positive', [MANDATES]);
export const negative = made<Desk>('issuer', 'negative', [MANDATES]);

/** The control: a good mandate, unless the case before ended with one. */
export async function prove(desk: Desk, notes: Notes): Promise<void> {
  const good = async (): Promise<void> => {
    await desk.tidy(notes);
    await desk.issue(notes);
  };
  if (!desk.isProven) await good().catch((error: unknown) => rethrow(error, 'The good mandate before'));
  desk.isProven = false;
}

export async function proveAgain(desk: Desk, notes: Notes): Promise<void> {
  await desk.issue(notes).catch((error: unknown) => rethrow(error, 'The good mandate afterwards'));
  desk.isProven = true;
}

/** Nothing came of a request: nobody is asked, and there is no such mandate. */
export async function mustBeUnknown(desk: Desk, delegationId: string, notes: Notes): Promise<void> {
  mustRefuse(await desk.askRead(delegationId, notes), 'mandate_unknown');
  const waiting = await desk.inbox(notes);
  const asked = waiting.some(
    ({ shown }) => (shown.iac as JsonObject | undefined)?.delegation_id === delegationId,
  );
  must(!asked, 'The delegator is asked about what was refused.');
}

/** A request with one thing changed: refused by its code, nobody asked; a good one before and after. */
export function badRequest(
  requirement: string,
  code: string,
  slug: string,
  title: string,
  spoil: (desk: Desk) => RequestSpoils,
): IssuerCase {
  return negative(requirement, `request-${slug}`, title, async (desk, notes) => {
    await prove(desk, notes);
    const spoils = spoil(desk);
    const iac = desk.terms(spoils);
    mustRefuse(await desk.ask(spoils, notes, iac), code);
    await mustBeUnknown(desk, String(iac.delegation_id), notes);
    await proveAgain(desk, notes);
  });
}

/** A confirmation with one thing changed: refused by its code, no mandate; then a good one for the same question. */
export function badConfirmation(
  requirement: string,
  code: string,
  slug: string,
  title: string,
  spoil: (desk: Desk) => Spoilt,
): IssuerCase {
  return negative(requirement, `confirmation-${slug}`, title, async (desk, notes) => {
    await prove(desk, notes);
    const iac = desk.iac();
    const delegationId = String(iac.delegation_id);
    const confirmationId = await desk.request(iac, notes);
    const asked = await desk.waiting(confirmationId, notes);
    mustRefuse(await desk.askDecision(asked, spoil(desk), notes), code);
    const { status, mandate } = await desk.read(delegationId, notes);
    must(
      status === 'PENDING_CONFIRMATION' && mandate === undefined,
      `The refused confirmation has left the mandate ${String(status)}.`,
    );
    await desk
      .approve(confirmationId, notes)
      .catch((error: unknown) => rethrow(error, 'The good confirmation afterwards'));
    desk.open((await desk.read(delegationId, notes)).mandate, iac);
    desk.isProven = true;
  });
}

/** A command about a mandate with one thing changed: refused, nothing changed; then the good one is carried out. */
export function badChange(
  requirement: string,
  code: string,
  slug: string,
  title: string,
  ask: (desk: Desk, issued: Issued, notes: Notes) => Promise<Parameters<typeof mustRefuse>[0]>,
): IssuerCase {
  return negative(requirement, `change-${slug}`, title, async (desk, notes) => {
    const issued = await desk
      .issue(notes)
      .catch((error: unknown) => rethrow(error, 'The good mandate before'));
    mustRefuse(await ask(desk, issued, notes), code);
    const status = await desk.status(issued.delegationId, notes);
    must(status === 'Active', `The refused command has left the mandate ${status}.`);
    mustSucceed(await desk.askChange('revoke', issued.delegationId, notes), 200);
    must(
      (await desk.status(issued.delegationId, notes)) === 'Revoked',
      'A good command was not carried out.',
    );
    desk.isProven = false;
  });
}

export { must, mustRefuse, mustSucceed };
