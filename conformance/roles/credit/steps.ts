import type { JsonObject } from '../../forge/json.ts';
import { type Answer, holdsSigned, must, mustRefuse, mustSucceed } from '../../live/http.ts';
import { type Case, caseId, type Notes, rethrow } from '../../run/case.ts';
import {
  type ApplicationSpoils,
  type Bureau,
  type Issued,
  mustSay,
  type Spoilt,
  type Told,
} from './bureau.ts';

export type CreditCase = Case<Bureau>;

type Run = (bureau: Bureau, notes: Notes) => Promise<void>;

export const ASSOCIATION = 'association';
export const VERIFICATION = 'verification';
export const PROXY = 'platform-proxy';

function made(kind: 'positive' | 'negative', feature: string) {
  return (requirement: string, slug: string, title: string, run: Run): CreditCase => ({
    ...{ id: caseId('credit', requirement, slug), requirement, title, kind },
    needs: feature === ASSOCIATION ? [feature] : [ASSOCIATION, feature],
    run,
  });
}

export const positive = made('positive', ASSOCIATION);
export const negative = made('negative', ASSOCIATION);
export const answered = made('positive', VERIFICATION);
export const unanswered = made('negative', VERIFICATION);

const proved = async (bureau: Bureau, good: () => Promise<unknown>): Promise<void> => {
  if (!bureau.isProven) await good().catch((error: unknown) => rethrow(error, 'The good one before'));
  bureau.isProven = false;
};

const provedAgain = async (bureau: Bureau, good: () => Promise<unknown>): Promise<void> => {
  await good().catch((error: unknown) => rethrow(error, 'The good one afterwards'));
  bureau.isProven = true;
};

/** A refusal that hands nothing out: no credential, no value. */
function mustGiveNothing(answer: Answer, code: string): void {
  mustRefuse(answer, code);
  must(
    !/mapped_value/.test(answer.text) && !holdsSigned(answer.text),
    'The refusal has something of the credit in it.',
  );
}

/** An application with one thing changed: refused by its code, and nothing handed out; a good one before and after. */
export function badApplication(
  requirement: string,
  code: string,
  slug: string,
  title: string,
  spoil: (bureau: Bureau) => ApplicationSpoils,
): CreditCase {
  return negative(requirement, `application-${slug}`, title, async (bureau, notes) => {
    const good = () => bureau.apply(notes);
    await proved(bureau, good);
    mustGiveNothing(await bureau.ask(spoil(bureau), notes), code);
    await provedAgain(bureau, good);
  });
}

/** A confirmation with one thing changed: refused, and still PENDING; then the good one of the same draft. */
export function badConfirmation(
  requirement: string,
  slug: string,
  title: string,
  spoil: (bureau: Bureau, draft: Issued['draft'], notes: Notes) => Promise<JsonObject>,
  method = 'DIRECT_SIGNATURE',
  codes: readonly string[] = ['credit_confirmation_invalid'],
): CreditCase {
  return negative(requirement, `confirmation-${slug}`, title, async (bureau, notes) => {
    const draft = await bureau.apply(notes, { claims: { confirmation_method: method } });
    const answer = await bureau.askConfirmation(draft.credentialId, await spoil(bureau, draft, notes), notes);
    const code = codes.find((one) => answer.body?.code === one) ?? codes[0] ?? '';
    mustRefuse(answer, code);
    must(!answer.text.includes('issuer_signature'), 'The refusal has a credential in it.');
    await bureau.mustBe(draft.credentialId, 'PENDING', notes);
    await bureau.confirm(draft, notes).catch((error: unknown) => rethrow(error, 'The good confirmation'));
    await bureau.mustBe(draft.credentialId, 'ACTIVE', notes);
  });
}

/** An authorisation with one thing changed: refused, and nothing is told under it; a good one before and after. */
export function badAuthorization(
  requirement: string,
  code: string,
  slug: string,
  title: string,
  spoil: (bureau: Bureau) => Spoilt,
): CreditCase {
  return unanswered(requirement, `authorization-${slug}`, title, async (bureau, notes) => {
    const { credentialId } = await bureau.issue(notes);
    const claims = bureau.requestClaims(credentialId, 'ASSOCIATED_CREDIT');
    const bound = { request_id: claims.request_id ?? '' };
    const spoilt = spoil(bureau);
    mustRefuse(
      await bureau.askAuthorization({ ...spoilt, claims: { ...bound, ...spoilt.claims } }, notes),
      code,
    );
    mustSay(await bureau.verify(claims, notes), 'AUTHORIZATION_REQUIRED', 'CREDENTIAL');
    await bureau.authorize(bound, notes);
    const again = { ...claims, jti: `${String(claims.jti)}-2` };
    mustSay(await bureau.verify(again, notes), 'VERIFIED', 'ASSOCIATED_CREDIT');
  });
}

/** A verification that does not pass for one reason, between two that pass. */
export function notPassed(
  requirement: string,
  reason: string,
  slug: string,
  title: string,
  ask: (bureau: Bureau, issued: Issued, notes: Notes) => Promise<Told>,
  level?: string,
): CreditCase {
  return unanswered(requirement, slug, title, async (bureau, notes) => {
    const issued = await bureau.issue(notes);
    mustSay(await bureau.second(issued.credentialId, notes), 'VERIFIED', 'ASSOCIATED_CREDIT');
    const told = await ask(bureau, issued, notes);
    mustSay(told, reason, level);
    must(!('mapped_value' in told.claims), 'What did not pass tells a value.');
    mustSay(
      await bureau.second((await bureau.issue(notes)).credentialId, notes),
      'VERIFIED',
      'ASSOCIATED_CREDIT',
    );
  });
}

export { must, mustRefuse, mustSay, mustSucceed };
