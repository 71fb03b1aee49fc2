import type { JsonObject } from '../../forge/json.ts';
import { SUITE_IDS, utc } from '../../live/cast.ts';
import { holdsSigned } from '../../live/http.ts';
import type { Notes } from '../../run/case.ts';
import { id, MINUTE } from '../account/bank.ts';
import type { Desk } from './desk.ts';
import { badChange, type IssuerCase, must, mustRefuse, mustSucceed, negative, positive } from './steps.ts';

const AT_ONCE = 6;

async function mustBe(desk: Desk, issued: Awaited<ReturnType<Desk['issue']>>, due: string, notes: Notes) {
  const [told, listed] = [await desk.status(issued.delegationId, notes), await desk.listed(issued, notes)];
  must(told === due, `The mandate is ${told}, where ${due} was due.`);
  must(listed === due, `The status list says ${listed}, where ${due} was due.`);
}

const LIST_LIVES_SECONDS = 300;

/** @returns the claims of the list. @throws SubjectFault */
async function mustBeFresh(
  desk: Desk,
  issued: Awaited<ReturnType<Desk['issue']>>,
  notes: Notes,
): Promise<JsonObject> {
  const { claims } = await desk.statusList(issued, notes);
  const lives = Number(claims.exp) - Number(claims.iat);
  must(lives <= LIST_LIVES_SECONDS, `The status list lives ${lives} seconds.`);
  must(
    claims.ttl === undefined || Number(claims.ttl) <= lives,
    `The status list may be kept for ${String(claims.ttl)} seconds.`,
  );
  must(Number(claims.exp) >= desk.now() + MINUTE, 'The status list has less than a minute left.');
  return claims;
}

export const changeCases: readonly IssuerCase[] = [
  positive(
    'ADD-IAC-LCM-01',
    'is-active-at-once',
    'A mandate that was issued is Active, to its agent and in the status list.',
    async (desk, notes) => mustBe(desk, await desk.issue(notes), 'Active', notes),
  ),
  positive(
    'ADD-IAC-LCM-02',
    'suspends',
    'The delegator suspends, and the status list says so at once.',
    async (desk, notes) => {
      const issued = await desk.issue(notes);
      await desk.change('suspend', issued.delegationId, notes);
      await mustBe(desk, issued, 'Suspended', notes);
    },
  ),
  positive(
    'ADD-IAC-LCM-04',
    'resumes',
    'The delegator lifts the suspension, and the mandate is Active again.',
    async (desk, notes) => {
      const issued = await desk.issue(notes);
      await desk.change('suspend', issued.delegationId, notes);
      await desk.change('resume', issued.delegationId, notes);
      await mustBe(desk, issued, 'Active', notes);
    },
  ),
  positive(
    'ADD-IAC-LCM-05',
    'revokes',
    'The delegator revokes, also what is suspended.',
    async (desk, notes) => {
      const issued = await desk.issue(notes);
      await desk.change('suspend', issued.delegationId, notes);
      await desk.change('revoke', issued.delegationId, notes);
      await mustBe(desk, issued, 'Revoked', notes);
    },
  ),
  positive(
    'ADD-IAC-LCM-05',
    'agent-gives-up',
    'The agent gives its mandate up for good.',
    async (desk, notes) => {
      const issued = await desk.issue(notes);
      await desk.change('revoke', issued.delegationId, notes, { by: 'agent' });
      await mustBe(desk, issued, 'Revoked', notes);
    },
  ),
  positive(
    'ADD-IAC-LCM-07',
    'ends-by-itself',
    'At the end of its window a mandate is Expired, with nobody’s doing.',
    async (desk, notes) => {
      const issued = await desk.issue(notes, { iac: { validity_end_time: utc(desk.now() + 10 * MINUTE) } });
      await desk.control.advance(10 * MINUTE, notes);
      must((await desk.status(issued.delegationId, notes)) === 'Expired', 'Past its end it is not Expired.');
    },
  ),
  positive(
    'ADD-IAC-LCM-02',
    'risk-control-suspends',
    'Risk control suspends, and lifts what it has suspended.',
    async (desk, notes) => {
      const issued = await desk.issue(notes);
      await desk.control.risk('suspend', issued.delegationId, notes);
      await mustBe(desk, issued, 'Suspended', notes);
      await desk.control.risk('resume', issued.delegationId, notes);
      await mustBe(desk, issued, 'Active', notes);
    },
  ),
  negative(
    'ADD-IAC-LCM-15',
    'lifts-only-its-own',
    'The delegator lifts what risk control has suspended.',
    async (desk, notes) => {
      const issued = await desk.issue(notes);
      await desk.control.risk('suspend', issued.delegationId, notes);
      mustRefuse(await desk.askChange('resume', issued.delegationId, notes), 'mandate_recovery_condition');
      await mustBe(desk, issued, 'Suspended', notes);
      await desk.control.risk('resume', issued.delegationId, notes);
      await mustBe(desk, issued, 'Active', notes);
    },
  ),
  positive(
    'ADD-IAC-LCM-02',
    'two-suspensions',
    'What both have suspended is Active only when both have lifted it.',
    async (desk, notes) => {
      const issued = await desk.issue(notes);
      await desk.change('suspend', issued.delegationId, notes);
      await desk.control.risk('suspend', issued.delegationId, notes);
      await desk.change('resume', issued.delegationId, notes);
      await mustBe(desk, issued, 'Suspended', notes);
      await desk.control.risk('resume', issued.delegationId, notes);
      await mustBe(desk, issued, 'Active', notes);
    },
  ),
  positive(
    'ADD-IAC-LCM-02',
    'two-suspensions-the-other-way',
    'What risk control lifts of a mandate that both have suspended is its own alone.',
    async (desk, notes) => {
      const issued = await desk.issue(notes);
      await desk.control.risk('suspend', issued.delegationId, notes);
      await desk.change('suspend', issued.delegationId, notes);
      await desk.control.risk('resume', issued.delegationId, notes);
      await mustBe(desk, issued, 'Suspended', notes);
      await desk.change('resume', issued.delegationId, notes);
      await mustBe(desk, issued, 'Active', notes);
    },
  ),
  negative(
    'ADD-IAC-LCM-15',
    'risk-control-lifts-only-its-own',
    'Risk control lifts what the delegator has suspended.',
    async (desk, notes) => {
      const issued = await desk.issue(notes);
      await desk.change('suspend', issued.delegationId, notes);
      mustRefuse(
        await desk.control.askRisk('resume', issued.delegationId, notes),
        'mandate_recovery_condition',
      );
      await mustBe(desk, issued, 'Suspended', notes);
      await desk.change('resume', issued.delegationId, notes);
      await mustBe(desk, issued, 'Active', notes);
    },
  ),
  negative(
    'ADD-IAC-LCM-09',
    'suspended-twice-by-one-side',
    'What is suspended already is suspended by the same side once more: no such step, and one word lifts it.',
    async (desk, notes) => {
      const issued = await desk.issue(notes);
      await desk.change('suspend', issued.delegationId, notes);
      mustRefuse(await desk.askChange('suspend', issued.delegationId, notes), 'mandate_transition_illegal');
      await mustBe(desk, issued, 'Suspended', notes);
      await desk.change('resume', issued.delegationId, notes);
      await mustBe(desk, issued, 'Active', notes);
    },
  ),
  negative('ADD-IAC-LCM-09', 'lifted-twice', 'What is Active is lifted once more.', async (desk, notes) => {
    const issued = await desk.issue(notes);
    mustRefuse(await desk.askChange('resume', issued.delegationId, notes), 'mandate_transition_illegal');
    await mustBe(desk, issued, 'Active', notes);
    await desk.change('suspend', issued.delegationId, notes);
    await mustBe(desk, issued, 'Suspended', notes);
  }),
  positive(
    'OA-STL-05',
    'list-is-replaced-in-time',
    'A status list lives 300 seconds at most, tells nobody to keep it for longer, and has a minute left whenever it is fetched.',
    async (desk, notes) => {
      const issued = await desk.issue(notes);
      // With a change there is a list of now.
      await desk.change('suspend', issued.delegationId, notes);
      const first = await mustBeFresh(desk, issued, notes);
      const left = Number(first.exp) - desk.now();
      await desk.control.advance(left - 1, notes);
      await mustBeFresh(desk, issued, notes);
    },
  ),
  ...(['suspend', 'resume', 'revoke'] as const).map((verb) =>
    negative(
      'ADD-IAC-LCM-09',
      `change-${verb}-after-the-end`,
      `Revoked is final: no ${verb} leads away from it.`,
      async (desk, notes) => {
        const issued = await desk.issue(notes);
        await desk.change('revoke', issued.delegationId, notes);
        mustRefuse(await desk.askChange(verb, issued.delegationId, notes), 'mandate_transition_illegal');
        await mustBe(desk, issued, 'Revoked', notes);
        await desk.issue(notes);
        desk.isProven = true;
      },
    ),
  ),
  negative(
    'ADD-IAC-LCM-09',
    'change-after-expiry',
    'Expired is final: no resume leads away from it.',
    async (desk, notes) => {
      const issued = await desk.issue(notes, { iac: { validity_end_time: utc(desk.now() + 10 * MINUTE) } });
      await desk.change('suspend', issued.delegationId, notes);
      await desk.control.advance(10 * MINUTE, notes);
      mustRefuse(await desk.askChange('resume', issued.delegationId, notes), 'mandate_transition_illegal');
      must((await desk.status(issued.delegationId, notes)) === 'Expired', 'It is not Expired any more.');
      await desk.issue(notes);
      desk.isProven = true;
    },
  ),
  positive(
    'ADD-IAC-LCM-09',
    'race-ends-once',
    `${AT_ONCE} revocations and resumptions of a suspended mandate at once: one revocation counts, and it stays revoked.`,
    async (desk, notes) => {
      const issued = await desk.issue(notes);
      await desk.change('suspend', issued.delegationId, notes);
      const verbs = Array.from({ length: AT_ONCE }, (_, at) =>
        at % 2 === 0 ? ('revoke' as const) : ('resume' as const),
      );
      const answers = await Promise.all(
        verbs.map((verb) => desk.askChange(verb, issued.delegationId, notes)),
      );
      const revoked = answers.filter(({ status }, at) => status === 200 && verbs[at] === 'revoke');
      must(revoked.length === 1, `${revoked.length} revocations of one mandate were carried out.`);
      await mustBe(desk, issued, 'Revoked', notes);
    },
  ),
  badChange(
    'OA-CMD-06',
    'command_signature_invalid',
    'signed-by-another',
    'A revocation that the device did not sign.',
    (desk, { delegationId }, notes) =>
      desk.askChange('revoke', delegationId, notes, {
        signer: { ...desk.device, key: desk.cast.stranger.key },
      }),
  ),
  badChange(
    'OA-CMD-01',
    'command_not_permitted',
    'agent-suspends',
    'The agent suspends, which is the delegator’s to do.',
    (desk, { delegationId }, notes) => desk.askChange('suspend', delegationId, notes, { by: 'agent' }),
  ),
  badChange(
    'OA-CMD-01',
    'command_not_permitted',
    'another-agent',
    'An agent revokes the mandate of another.',
    (desk, { delegationId }, notes) =>
      desk.askChange('revoke', delegationId, notes, {
        by: 'agent',
        claims: { iss: SUITE_IDS.otherAgent },
        signer: desk.cast.otherAgent,
      }),
  ),
  badChange(
    'OA-KEY-01',
    'device_unknown',
    'unknown-device',
    'A revocation by a device that was never enrolled.',
    (desk, { delegationId }, notes) =>
      desk.askChange('revoke', delegationId, notes, {
        claims: { iss: 'dev-never-enrolled' },
        signer: desk.cast.stranger,
      }),
  ),
  badChange(
    'OA-CMD-05',
    'command_audience_mismatch',
    'for-another-issuer',
    'A revocation made out to another issuer.',
    (desk, { delegationId }, notes) =>
      desk.askChange('revoke', delegationId, notes, { claims: { aud: 'did:act:other.example/iac' } }),
  ),
  badChange(
    'OA-CMD-04',
    'command_target_mismatch',
    'of-another-mandate',
    'A revocation of another mandate, sent to this one.',
    (desk, { delegationId }, notes) =>
      desk.askChange('revoke', delegationId, notes, { claims: { target: 'dlg-another' } }),
  ),
  badChange(
    'OA-CMD-04',
    'command_target_mismatch',
    'another-action',
    'A suspension, sent as a revocation.',
    (desk, { delegationId }, notes) =>
      desk.askChange('revoke', delegationId, notes, { claims: { action: 'mandate.suspend' } }),
  ),
  badChange(
    'OA-CMD-03',
    'command_time_out_of_window',
    'too-old',
    'A revocation of two minutes ago.',
    (desk, { delegationId }, notes) =>
      desk.askChange('revoke', delegationId, notes, { claims: { iat: desk.now() - 2 * MINUTE } }),
  ),
  badChange(
    'ADD-IAC-LCM-12',
    'mandate_unknown',
    'of-nothing',
    'A revocation of a mandate that does not exist.',
    (desk, _, notes) => desk.askChange('revoke', id('dlg'), notes),
  ),
  negative(
    'OA-CMD-02',
    'change-replayed',
    'The suspension of before, given again after it was lifted.',
    async (desk, notes) => {
      const issued = await desk.issue(notes);
      const claims = { jti: id('cmd') };
      mustSucceed(await desk.askChange('suspend', issued.delegationId, notes, { claims }), 200);
      await desk.change('resume', issued.delegationId, notes);
      mustRefuse(
        await desk.askChange('suspend', issued.delegationId, notes, { claims }),
        'command_duplicate',
      );
      await mustBe(desk, issued, 'Active', notes);
      await desk.change('suspend', issued.delegationId, notes);
      await mustBe(desk, issued, 'Suspended', notes);
    },
  ),
  negative(
    'OA-CMD-01',
    'read-by-another-agent',
    'A mandate that another agent wants to read.',
    async (desk, notes) => {
      const { delegationId } = await desk.issue(notes);
      const answer = await desk.askRead(delegationId, notes, desk.cast.otherAgent, SUITE_IDS.otherAgent);
      mustRefuse(answer, 'command_not_permitted');
      must(!holdsSigned(answer.text), 'The refusal has a signed message in it.');
      await desk.read(delegationId, notes);
    },
  ),
  negative(
    'OA-CMD-07',
    'read-without-command',
    'A mandate that nobody signs to read.',
    async (desk, notes) => {
      const { delegationId } = await desk.issue(notes);
      const answer = await desk.caller.call(`/mandates/${delegationId}`, {}, notes);
      mustRefuse(answer, 'command_missing');
      await desk.read(delegationId, notes);
    },
  ),
];
