import { canonical, isObject, type JsonObject } from '../../forge/json.ts';
import { decimalsOf } from '../../live/amounts.ts';
import { utc } from '../../live/cast.ts';
import { NotRun } from '../../run/case.ts';
import { DAY, id, MINUTE } from '../account/bank.ts';
import { REFUSABLE } from '../account/settings.ts';
import type { Desk } from './desk.ts';
import {
  badConfirmation,
  type IssuerCase,
  must,
  mustRefuse,
  mustSucceed,
  negative,
  positive,
  prove,
} from './steps.ts';

const AT_ONCE = 8;
/** 90.00 as people read it, by the decimals of the currency: in one that has none it is 9000. */
const HOW_MUCH = {
  0: /(?<![\d.,])9[.,’\s]?000(?![\d,-]|\.\d)/u,
  2: /(?<![\d.,])90(?:[.,]00?)?(?![\d,-]|\.\d)/,
} as const;
const stranger = (desk: Desk) => ({ signer: { ...desk.device, key: desk.cast.stranger.key } });

async function shownFor(
  desk: Desk,
  iac: JsonObject,
  notes: Parameters<Desk['inbox']>[0],
): Promise<JsonObject> {
  const confirmationId = await desk.request(iac, notes);
  const { shown } = await desk.waiting(confirmationId, notes);
  await desk.decline(confirmationId, notes);
  return shown;
}

/** What was refused has not counted. @throws SubjectFault */
async function mustStillWait(
  desk: Desk,
  iac: JsonObject,
  notes: Parameters<Desk['inbox']>[0],
): Promise<void> {
  const { status, mandate } = await desk.read(String(iac.delegation_id), notes);
  must(
    status === 'PENDING_CONFIRMATION' && mandate === undefined,
    `The refused confirmation has left the mandate ${String(status)}.`,
  );
}

async function approveAfter(
  desk: Desk,
  iac: JsonObject,
  confirmationId: string,
  notes: Parameters<Desk['inbox']>[0],
): Promise<void> {
  await desk.approve(confirmationId, notes);
  desk.open((await desk.read(String(iac.delegation_id), notes)).mandate, iac);
  desk.isProven = true;
}

export const confirmationCases: readonly IssuerCase[] = [
  positive(
    'OA-CNF-09',
    'shows-the-mandate',
    'The delegator is shown the very terms, the agent’s key, the issuer and the payment service.',
    async (desk, notes) => {
      const iac = desk.iac();
      const shown = await shownFor(desk, iac, notes);
      const agent = isObject(shown.agent) ? shown.agent : {};
      must(
        isObject(shown.iac) && canonical(shown.iac) === canonical(desk.sent(iac)),
        'Other terms are shown than were asked for.',
      );
      must(agent.jkt === desk.cast.agent.key.jkt, 'Another key is shown than the agent’s.');
      must(shown.issuer === desk.settings.id, 'Another issuer is shown.');
    },
  ),
  positive(
    'OA-CNF-20',
    'summarises-itself',
    'The summary has amount and payee, and no word that the agent put into the terms.',
    async (desk, notes) => {
      const { ext } = desk.iac();
      const words = 'TrustThisAgentBlindly';
      const iac = desk.iac({}, { ...(ext as JsonObject), vendor_private: { note: words } });
      const { summary } = await shownFor(desk, iac, notes);
      const text = JSON.stringify(summary);
      must(HOW_MUCH[decimalsOf(desk.settings.currency)].test(text), 'The summary does not say how much.');
      must(!text.includes(words), 'The summary has the agent’s words.');
    },
  ),
  positive(
    'OA-CNF-12',
    'evidence-is-in-the-mandate',
    'Method and time that the mandate states are those of the confirmation.',
    async (desk, notes) => {
      const iac = desk.iac();
      const confirmationId = await desk.request(iac, notes);
      const at = desk.now() - 7;
      await desk.approve(confirmationId, notes, { claims: { iat: at, method: 'FACE' } });
      const { claims } = desk.open((await desk.read(String(iac.delegation_id), notes)).mandate, iac);
      const signed = claims.iac as JsonObject;
      must(signed.user_confirmation_method === 'FACE', 'The mandate states another method.');
      must(signed.user_confirmation_timestamp === utc(at), 'The mandate states another time.');
    },
  ),
  positive(
    'OA-CNF-05',
    'mandate-names-its-confirmation',
    'confirmation_digest is the digest of the confirmation that was given.',
    async (desk, notes) => {
      const iac = desk.iac();
      await desk.approve(await desk.request(iac, notes), notes);
      const { confirmation, mandate } = await desk.read(String(iac.delegation_id), notes);
      const { claims } = desk.open(mandate, iac);
      must(
        claims.confirmation_digest === desk.digest(String(confirmation)),
        'Another confirmation is named.',
      );
    },
  ),
  positive(
    'OA-CNF-02',
    'a-no-is-a-no',
    'After a no there is no mandate, and no way to one.',
    async (desk, notes) => {
      const iac = desk.iac();
      await desk.decline(await desk.request(iac, notes), notes);
      const { status, mandate } = await desk.read(String(iac.delegation_id), notes);
      must(status === 'DENIED' && mandate === undefined, `After a no the mandate is ${String(status)}.`);
    },
  ),
  positive(
    'OA-CNF-08',
    'race-decides-once',
    `${AT_ONCE} answers at once, half of them a no: one counts, and all who ask are told the same.`,
    async (desk, notes) => {
      const iac = desk.iac();
      const asked = await desk.waiting(await desk.request(iac, notes), notes);
      const decisions = Array.from({ length: AT_ONCE }, (_, at) => (at % 2 === 0 ? 'APPROVE' : 'DENY'));
      const answers = await Promise.all(
        decisions.map((decision) => desk.askDecision(asked, { claims: { decision } }, notes)),
      );
      const good = answers.filter(({ status }) => status === 200);
      must(good.length === 1, `${good.length} answers were taken for one question.`);
      for (const answer of answers) if (answer.status !== 200) mustRefuse(answer, 'confirmation_decided');
      const { status } = await desk.read(String(iac.delegation_id), notes);
      const due = good[0]?.body.status === 'APPROVED' ? 'Active' : 'DENIED';
      must(status === due, `Answered ${String(good[0]?.body.status)}, and the mandate is ${String(status)}.`);
    },
  ),
  negative('OA-CNF-08', 'confirmation-twice', 'A yes to what was declined.', async (desk, notes) => {
    await prove(desk, notes);
    const iac = desk.iac();
    const asked = await desk.waiting(await desk.request(iac, notes), notes);
    mustSucceed(await desk.askDecision(asked, { claims: { decision: 'DENY' } }, notes), 200);
    mustRefuse(await desk.askDecision(asked, {}, notes), 'confirmation_decided');
    must((await desk.status(String(iac.delegation_id), notes)) === 'DENIED', 'The later yes has counted.');
    await desk.issue(notes);
    desk.isProven = true;
  }),
  negative(
    'OA-CNF-07',
    'confirmation-of-nothing',
    'A confirmation for a question that nobody asked.',
    async (desk, notes) => {
      await prove(desk, notes);
      const iac = desk.iac();
      const confirmationId = await desk.request(iac, notes);
      const asked = await desk.waiting(confirmationId, notes);
      const elsewhere = { ...asked, confirmation_id: 'cnf-nobody-asked' };
      mustRefuse(await desk.askDecision(elsewhere, {}, notes), 'confirmation_unknown');
      must(
        (await desk.status(String(iac.delegation_id), notes)) === 'PENDING_CONFIRMATION',
        'It has counted.',
      );
      await desk.approve(confirmationId, notes);
      desk.open((await desk.read(String(iac.delegation_id), notes)).mandate, iac);
      desk.isProven = true;
    },
  ),
  negative(
    'OA-CNF-01',
    'confirmation-of-another-question',
    'The confirmation of one question, given to another.',
    async (desk, notes) => {
      await prove(desk, notes);
      const iac = desk.iac();
      const [one, other] = [await desk.request(iac, notes), await desk.request(desk.iac(), notes)];
      const swapped = { ...(await desk.waiting(other, notes)), confirmation_id: one };
      mustRefuse(await desk.askDecision(swapped, {}, notes), 'confirmation_challenge_mismatch');
      must(
        (await desk.status(String(iac.delegation_id), notes)) === 'PENDING_CONFIRMATION',
        'It has counted.',
      );
      await desk.decline(other, notes);
      await desk.approve(one, notes);
      desk.open((await desk.read(String(iac.delegation_id), notes)).mandate, iac);
      desk.isProven = true;
    },
  ),
  negative(
    'OA-CNF-01',
    'confirmation-that-was-used',
    'The confirmation that a mandate was issued on, given to the question about another.',
    async (desk, notes) => {
      await prove(desk, notes);
      const iac = desk.iac();
      const other = await desk.request(iac, notes);
      const used = await desk.approve(await desk.request(desk.iac(), notes), notes);
      const path = `/confirmations/${encodeURIComponent(other)}`;
      mustRefuse(await desk.post(path, { confirmation: used }, notes), 'confirmation_challenge_mismatch');
      await mustStillWait(desk, iac, notes);
      await approveAfter(desk, iac, other, notes);
    },
  ),
  negative(
    'OA-CNF-03',
    'confirmation-too-late',
    'A yes after the question has lapsed, by the subject’s clock.',
    async (desk, notes) => {
      await prove(desk, notes);
      const iac = desk.iac();
      const asked = await desk.waiting(await desk.request(iac, notes), notes);
      const left = Date.parse(asked.expires_at) / 1000 - desk.now();
      must(left > 0 && left < DAY, `The question waits for ${left} seconds.`);
      await desk.control.advance(left + 1, notes);
      mustRefuse(await desk.askDecision(asked, {}, notes), 'confirmation_expired');
      mustRefuse(await desk.askRead(String(iac.delegation_id), notes), 'confirmation_expired');
      await desk.issue(notes);
      desk.isProven = true;
    },
  ),
  negative(
    'OA-CNF-04',
    'confirmation-by-a-refused-method',
    'A confirmation by a method that this issuer does not allow; the same question is then answered by one that it allows.',
    async (desk, notes) => {
      const { refusedMethod: method } = desk.settings;
      if (method === undefined)
        throw new NotRun(
          'The subject file names no refused_method: a way of confirming that it does not allow.',
        );
      await prove(desk, notes);
      const iac = desk.iac();
      const confirmationId = await desk.request(iac, notes);
      const asked = await desk.waiting(confirmationId, notes);
      const hasCode = method === 'OTP' || method === 'QR';
      const claims = { method, channel: REFUSABLE[method], ...(hasCode ? { code_id: 'code-none' } : {}) };
      const secret = hasCode || method === 'PASSWORD' ? '000000' : undefined;
      mustRefuse(await desk.askDecision(asked, { claims }, notes, secret), 'confirmation_method_not_allowed');
      await mustStillWait(desk, iac, notes);
      await approveAfter(desk, iac, confirmationId, notes);
    },
  ),
  negative(
    'OA-CNF-26',
    'password-wrong',
    'A yes with another payment password than the one that was set; then with that one, which is in no evidence.',
    async (desk, notes) => {
      await prove(desk, notes);
      const password = id('pw');
      await desk.control.setPassword(desk.settings.delegator, password, notes);
      const iac = desk.iac();
      const asked = await desk.waiting(await desk.request(iac, notes), notes);
      const byPassword = { claims: { method: 'PASSWORD' } };
      for (const wrong of [`${password}x`, password.toUpperCase(), undefined])
        mustRefuse(await desk.askDecision(asked, byPassword, notes, wrong), 'confirmation_password_wrong');
      await mustStillWait(desk, iac, notes);
      mustSucceed(await desk.askDecision(asked, byPassword, notes, password), 200);
      const delegationId = String(iac.delegation_id);
      const granted = await desk.read(delegationId, notes);
      desk.open(granted.mandate, iac);
      const events = desk.control.has('events') ? await desk.control.events(delegationId, notes) : [];
      must(
        !JSON.stringify([granted, events]).includes(password),
        'The payment password stands in what is kept of the confirmation.',
      );
      desk.isProven = true;
    },
  ),
  negative(
    'OA-CNF-27',
    'password-six-times',
    'The payment password at the fifth attempt counts, and at the sixth no more, until it is set anew.',
    async (desk, notes) => {
      await prove(desk, notes);
      const password = id('pw');
      const { delegator } = desk.settings;
      const byPassword = { claims: { method: 'PASSWORD' } };
      const askAfter = async (wrong: number) => {
        await desk.control.setPassword(delegator, password, notes);
        const iac = desk.iac();
        const asked = await desk.waiting(await desk.request(iac, notes), notes);
        for (let count = 0; count < wrong; count += 1)
          mustRefuse(
            await desk.askDecision(asked, byPassword, notes, 'wrong'),
            'confirmation_password_wrong',
          );
        return { iac, asked, answer: await desk.askDecision(asked, byPassword, notes, password) };
      };
      mustSucceed((await askAfter(4)).answer, 200);
      const { iac, asked, answer } = await askAfter(5);
      mustRefuse(answer, 'confirmation_attempts_exceeded');
      await mustStillWait(desk, iac, notes);
      await desk.control.setPassword(delegator, password, notes);
      mustSucceed(await desk.askDecision(asked, byPassword, notes, password), 200);
      desk.open((await desk.read(String(iac.delegation_id), notes)).mandate, iac);
      desk.isProven = true;
    },
  ),
  badConfirmation(
    'OA-CNF-06',
    'confirmation_device_mismatch',
    'signed-by-another',
    'A confirmation that the device did not sign.',
    stranger,
  ),
  badConfirmation(
    'OA-CNF-10',
    'confirmation_device_mismatch',
    'of-another-delegator',
    'A confirmation in the name of another person.',
    () => ({ claims: { sub: 'did:act:suite.example/somebody' } }),
  ),
  badConfirmation(
    'OA-CNF-06',
    'confirmation_device_mismatch',
    'of-an-unknown-device',
    'A confirmation of a device that was never enrolled.',
    () => ({ claims: { iss: 'dev-never-enrolled' } }),
  ),
  badConfirmation(
    'OA-CNF-11',
    'confirmation_audience_mismatch',
    'for-another-issuer',
    'A confirmation made out to another issuer.',
    () => ({ claims: { aud: 'did:act:other.example/iac' } }),
  ),
  badConfirmation(
    'OA-CNF-01',
    'confirmation_challenge_mismatch',
    'of-other-terms',
    'A confirmation of something that was not shown.',
    () => ({ claims: { challenge: 'A'.repeat(43) } }),
  ),
  badConfirmation(
    'OA-CNF-03',
    'confirmation_expired',
    'from-the-future',
    'A confirmation that is given only in two minutes, by its own date.',
    (desk) => ({ claims: { iat: desk.now() + 2 * MINUTE, exp: desk.now() + 4 * MINUTE } }),
  ),
  badConfirmation(
    'OA-CNF-03',
    'confirmation_expired',
    'expired',
    'A confirmation that has run out by its own date.',
    (desk) => ({ claims: { iat: desk.now() - 2 * MINUTE, exp: desk.now() - 1 } }),
  ),
  badConfirmation(
    'OA-CNF-21',
    'confirmation_channel_mismatch',
    'method-of-another-channel',
    'A gaze through a phone.',
    () => ({ claims: { method: 'GAZE', channel: 'PHONE' } }),
  ),
  badConfirmation(
    'OA-JWS-02',
    'jws_alg_not_allowed',
    'without-signature',
    'A confirmation with alg none.',
    () => ({
      forge: { header: (header) => ({ ...header, alg: 'none' }) },
    }),
  ),
  badConfirmation('OA-JWS-03', 'jws_typ_mismatch', 'of-another-type', 'A command as a confirmation.', () => ({
    forge: { header: (header) => ({ ...header, typ: 'act-command+jwt' }) },
  })),
];
