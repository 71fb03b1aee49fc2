import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '../../forge/json.ts';
import { utc } from '../../live/cast.ts';
import type { Notes } from '../../run/case.ts';
import { beyondTheList } from '../account/beyond-list.ts';
import { type Bureau, type Issued, id, MINUTE } from './bureau.ts';
import { ASSERTIONS, CREDIT_IDS, EVIDENCE } from './ids.ts';
import { type CreditCase, must, mustRefuse, mustSay, mustSucceed, negative, positive } from './steps.ts';

const AT_ONCE = 6;
const SHORT = 10 * MINUTE;

const TRIGGERS = [
  'EVIDENCE_ROTATED',
  'CONTROL_CHANGED',
  'KEY_COMPROMISE_SUSPECTED',
  'OPERATOR_CHANGED',
  'SUBJECT_IRREGULAR',
  'PERIOD_REACHED',
] as const;

const endsSoon = (bureau: Bureau) => ({ claims: { valid_until: utc(bureau.now() + SHORT) } });

/** The first level says what of a credential passes now. */
async function mustGive(bureau: Bureau, credentialId: string, reason: string, notes: Notes): Promise<void> {
  mustSay(await bureau.first(credentialId, notes), reason);
}

/** Looked at again with another outcome than before; @returns what takes its place, unconfirmed. */
async function replaced(bureau: Bureau, { credentialId }: Issued, notes: Notes): Promise<Issued['draft']> {
  return bureau.knowing({ mapping: 'NEXT_VERSION' }, notes, async () => {
    await bureau.serviceOrder('reassess', credentialId, notes, 'REASSESSMENT');
    return concluded(bureau, { credentialId }, notes);
  });
}

/** Concludes with a difference; @returns what is to take the place. */
async function concluded(
  bureau: Bureau,
  { credentialId }: Pick<Issued, 'credentialId'>,
  notes: Notes,
): Promise<Issued['draft']> {
  const replacement = await bureau.serviceOrder('resume', credentialId, notes);
  must(typeof replacement === 'string', 'What has changed gets no new credential.');
  return bureau.draftIn(await bureau.read(String(replacement), notes), 200);
}

interface Change {
  readonly from: unknown;
  readonly to: unknown;
  readonly cause: unknown;
  readonly actor: unknown;
  readonly at: unknown;
}

async function changesOf(bureau: Bureau, credentialId: string, notes: Notes): Promise<readonly Change[]> {
  const path = `/control/credit/credentials/${encodeURIComponent(credentialId)}/changes`;
  const { body } = await bureau.control.ask('credit-changes', path, notes);
  return body.changes;
}

export const lifeCases: readonly CreditCase[] = [
  positive(
    'TSD-CRD-LCM-02',
    'begins-with-an-application',
    'A life begins with an application, as PENDING; of what nobody has applied for there is no state.',
    async (bureau, notes) => {
      mustRefuse(await bureau.askStatus(id('crd'), notes), 'credit_credential_not_found');
      await bureau.mustBe((await bureau.apply(notes)).credentialId, 'PENDING APPLIED', notes);
    },
  ),
  positive(
    'TSD-CRD-LCM-03',
    'state-can-be-asked-for',
    'The state can be asked for where the credential says, and is signed.',
    async (bureau, notes) => {
      const { credentialId, credential } = await bureau.issue(notes);
      const { uri } = credential.status_query as { readonly uri: string };
      must(uri.startsWith(bureau.settings.url), `The state is to be asked for at ${uri}.`);
      const answer = await bureau.caller.call(uri.slice(bureau.settings.url.length), {}, notes);
      mustSucceed(answer, 200);
      must(bureau.statusIn(answer.body?.status, credentialId).status === 'ACTIVE', 'It is not ACTIVE.');
    },
  ),
  positive(
    'TSD-CRD-LCM-11',
    'becomes-active',
    'Applied for, mapped, confirmed and issued: then a credential is ACTIVE, and not before.',
    async (bureau, notes) => {
      const draft = await bureau.apply(notes);
      await bureau.mustBe(draft.credentialId, 'PENDING APPLIED', notes);
      await bureau.confirm(draft, notes);
      await bureau.mustBe(draft.credentialId, 'ACTIVE ISSUED', notes);
    },
  ),
  negative(
    'TSD-CRD-LCM-05',
    'pending-does-not-pass',
    'What is applied for and not issued passes no verification.',
    async (bureau, notes) => {
      const draft = await bureau.apply(notes);
      await mustGive(bureau, draft.credentialId, 'ASSOCIATION_CREDENTIAL_NOT_ACTIVE', notes);
      await bureau.confirm(draft, notes);
      await mustGive(bureau, draft.credentialId, 'VERIFIED', notes);
    },
  ),
  negative(
    'TSD-CRD-LCM-12',
    'withdrawn',
    'An application that was withdrawn is REVOKED and never issued.',
    async (bureau, notes) => {
      const draft = await bureau.apply(notes);
      await bureau.order('revoke', draft.credentialId, notes);
      await bureau.mustBe(draft.credentialId, 'REVOKED WITHDRAWN', notes);
      const late = await bureau.askConfirmation(draft.credentialId, bureau.confirmation(draft), notes);
      mustRefuse(late, 'credit_transition_illegal');
      await bureau.mustBe(draft.credentialId, 'REVOKED', notes);
      await bureau.issue(notes);
    },
  ),
  negative(
    'TSD-CRD-LCM-13',
    'nobody-confirms',
    'An application that nobody confirms in its time is EXPIRED and never issued.',
    async (bureau, notes) => {
      const draft = await bureau.apply(notes);
      await bureau.control.advance(bureau.settings.applicationSeconds, notes);
      const late = await bureau.askConfirmation(draft.credentialId, bureau.confirmation(draft), notes);
      mustRefuse(late, 'credit_transition_illegal');
      await bureau.mustBe(draft.credentialId, 'EXPIRED', notes);
      await bureau.issue(notes);
    },
  ),
  positive(
    'TSD-CRD-LCM-14',
    'is-suspended',
    'A suspension holds from its answer on: nothing passes.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      await mustGive(bureau, credentialId, 'VERIFIED', notes);
      await bureau.order('suspend', credentialId, notes);
      await bureau.mustBe(credentialId, 'SUSPENDED', notes);
      await mustGive(bureau, credentialId, 'ASSOCIATION_CREDENTIAL_NOT_ACTIVE', notes);
    },
  ),
  ...(['ACTIVE', 'SUSPENDED'] as const).flatMap((state) => [
    positive(
      'TSD-CRD-LCM-15',
      `revoked-from-${state.toLowerCase()}`,
      `From ${state} a revocation leads to REVOKED.`,
      async (bureau, notes) => {
        const { credentialId } = await bureau.issue(notes);
        if (state === 'SUSPENDED') await bureau.order('suspend', credentialId, notes);
        await bureau.order('revoke', credentialId, notes);
        await bureau.mustBe(credentialId, 'REVOKED', notes);
      },
    ),
    positive(
      'TSD-CRD-LCM-16',
      `ends-from-${state.toLowerCase()}`,
      `From ${state} a credential is EXPIRED at its end, with nobody’s doing.`,
      async (bureau, notes) => {
        const { credentialId } = await bureau.issue(notes, endsSoon(bureau));
        if (state === 'SUSPENDED') await bureau.order('suspend', credentialId, notes);
        await bureau.control.advance(SHORT, notes);
        await mustGive(bureau, credentialId, 'ASSOCIATION_CREDENTIAL_NOT_ACTIVE', notes);
        await bureau.mustBe(credentialId, 'EXPIRED', notes);
      },
    ),
  ]),
  positive(
    'TSD-CRD-LCM-17',
    'comes-back',
    'With its cause gone a suspension is lifted, and the credential passes again.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      await bureau.order('suspend', credentialId, notes);
      await bureau.order('resume', credentialId, notes);
      await bureau.mustBe(credentialId, 'ACTIVE', notes);
      await mustGive(bureau, credentialId, 'VERIFIED', notes);
    },
  ),
  ...(['suspend', 'resume', 'revoke'] as const).map((what) =>
    negative(
      'TSD-CRD-LCM-18',
      `${what}-after-the-end`,
      `REVOKED is final: no ${what} leads away from it.`,
      async (bureau, notes) => {
        const { credentialId } = await bureau.issue(notes);
        await bureau.order('revoke', credentialId, notes);
        mustRefuse(await bureau.askOrder(what, credentialId, notes), 'credit_transition_illegal');
        await bureau.mustBe(credentialId, 'REVOKED', notes);
        await bureau.order('revoke', (await bureau.issue(notes)).credentialId, notes);
      },
    ),
  ),
  negative(
    'TSD-CRD-LCM-18',
    'confirmed-twice',
    'A credential that was issued is not issued again.',
    async (bureau, notes) => {
      const { credentialId, draft } = await bureau.issue(notes);
      const again = await bureau.askConfirmation(credentialId, bureau.confirmation(draft), notes);
      mustRefuse(again, 'credit_transition_illegal');
      await bureau.mustBe(credentialId, 'ACTIVE', notes);
    },
  ),
  positive(
    'TSD-CRD-LCM-18',
    'race-ends-once',
    `${AT_ONCE} revocations and resumptions of a suspended credential at once: it ends once, and stays ended.`,
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      await bureau.order('suspend', credentialId, notes);
      const orders = Array.from({ length: AT_ONCE }, (_, at): 'revoke' | 'resume' =>
        at % 2 === 0 ? 'revoke' : 'resume',
      );
      const answers = await Promise.all(orders.map((what) => bureau.askOrder(what, credentialId, notes)));
      const revoked = answers.filter(({ status }, at) => status === 200 && orders[at] === 'revoke');
      must(revoked.length === 1, `${revoked.length} revocations of one credential were carried out.`);
      await bureau.mustBe(credentialId, 'REVOKED', notes);
    },
  ),
  positive(
    'TSD-CRD-LCM-10',
    'why-it-is-suspended',
    'Each suspension has a reason of its own, and the state is SUSPENDED for each.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      await bureau.order('suspend', credentialId, notes);
      await bureau.mustBe(credentialId, 'SUSPENDED SUBJECT_REQUEST', notes);
      const other = (await bureau.issue(notes)).credentialId;
      await bureau.serviceOrder('suspend', other, notes);
      await bureau.mustBe(other, 'SUSPENDED RISK', notes);
      const third = (await bureau.issue(notes)).credentialId;
      await bureau.serviceOrder('reassess', third, notes, 'OPERATOR_CHANGED');
      await bureau.mustBe(third, 'SUSPENDED OPERATOR_CHANGED', notes);
    },
  ),
  negative(
    'TSD-CRD-LCM-19',
    'somebody-else-suspends',
    'The subject suspends and lifts; somebody else does neither.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      const { around } = bureau;
      const forged = await bureau.askOrder('suspend', credentialId, notes, { signer: around.cast.stranger });
      mustRefuse(forged, 'command_signature_invalid');
      const by = { claims: { iss: CREDIT_IDS.otherSubject }, signer: around.otherSubject };
      mustRefuse(await bureau.askOrder('suspend', credentialId, notes, by), 'command_not_permitted');
      await bureau.mustBe(credentialId, 'ACTIVE', notes);
      await bureau.order('suspend', credentialId, notes);
      mustRefuse(await bureau.askOrder('resume', credentialId, notes, by), 'command_not_permitted');
      await bureau.mustBe(credentialId, 'SUSPENDED', notes);
      await bureau.order('resume', credentialId, notes);
      await bureau.mustBe(credentialId, 'ACTIVE', notes);
    },
  ),
  negative(
    'TSD-CRD-LCM-20',
    'risk-is-not-the-subjects',
    'What the credit service has suspended for a risk the subject does not lift; the credit service does.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      await bureau.serviceOrder('suspend', credentialId, notes);
      mustRefuse(await bureau.askOrder('resume', credentialId, notes), 'credit_transition_illegal');
      await bureau.mustBe(credentialId, 'SUSPENDED', notes);
      await bureau.serviceOrder('resume', credentialId, notes);
      await bureau.mustBe(credentialId, 'ACTIVE', notes);
    },
  ),
  positive(
    'TSD-CRD-LCM-20',
    'two-suspensions',
    'What both have suspended is ACTIVE only when both have lifted it.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      await bureau.order('suspend', credentialId, notes);
      await bureau.serviceOrder('suspend', credentialId, notes);
      await bureau.order('resume', credentialId, notes);
      await bureau.mustBe(credentialId, 'SUSPENDED', notes);
      await bureau.serviceOrder('resume', credentialId, notes);
      await bureau.mustBe(credentialId, 'ACTIVE', notes);
    },
  ),
  negative(
    'TSD-CRD-LCM-21',
    'order-of-a-stranger',
    'The issuer acts on no order but that of subject or credit service, and on none twice.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      const { cast } = bureau.around;
      const by = { claims: { iss: 'did:act:suite.example/agent-1' }, signer: cast.agent };
      mustRefuse(await bureau.askOrder('revoke', credentialId, notes, by), 'command_not_permitted');
      const once = { claims: { jti: id('cmd') } };
      mustSucceed(await bureau.askOrder('suspend', credentialId, notes, once), 200);
      await bureau.order('resume', credentialId, notes);
      mustRefuse(await bureau.askOrder('suspend', credentialId, notes, once), 'command_duplicate');
      await bureau.mustBe(credentialId, 'ACTIVE', notes);
      mustRefuse(await bureau.askOrder('reassess', credentialId, notes), 'command_not_permitted');
    },
  ),
  positive(
    'TSD-CRD-LCM-21',
    'each-change-is-recorded',
    'Each change of a state has an entry: from, to, cause, author, time.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      await bureau.order('suspend', credentialId, notes);
      await bureau.order('resume', credentialId, notes);
      await bureau.serviceOrder('revoke', credentialId, notes);
      const changes = await changesOf(bureau, credentialId, notes);
      const told = changes.map(({ from, to, cause, actor }) => [from, to, cause, actor].join(' '));
      const due = [
        ' PENDING APPLIED subject',
        'PENDING ACTIVE ISSUED service',
        'ACTIVE SUSPENDED SUBJECT_REQUEST subject',
        'SUSPENDED ACTIVE RESUMED subject',
        'ACTIVE REVOKED RISK service',
      ];
      must(isDeepStrictEqual(told, due), `The changes are: ${told.join('; ')}.`);
      must(
        changes.every(({ at }) => Math.abs(Number(at) - bureau.now()) < MINUTE),
        'A change has no time of its own.',
      );
    },
  ),
  positive(
    'TSD-CRD-LCM-26',
    'subject-revokes-at-once',
    'The subject revokes when it likes, and from the answer on nothing passes.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      await mustGive(bureau, credentialId, 'VERIFIED', notes);
      await bureau.order('revoke', credentialId, notes);
      await mustGive(bureau, credentialId, 'ASSOCIATION_CREDENTIAL_NOT_ACTIVE', notes);
      await bureau.mustBe(credentialId, 'REVOKED SUBJECT_REQUEST', notes);
    },
  ),
  positive(
    'TSD-CRD-LCM-27',
    'service-revokes',
    'The credit service revokes, with a reason.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      await bureau.serviceOrder('revoke', credentialId, notes);
      await bureau.mustBe(credentialId, 'REVOKED RISK', notes);
      await mustGive(bureau, credentialId, 'ASSOCIATION_CREDENTIAL_NOT_ACTIVE', notes);
    },
  ),
  negative(
    'OA-CRD-22',
    'revoked-for-the-subject',
    'The credit service revokes for a subject that has confirmed this way, and for no other; the subject’s own command always holds.',
    async (bureau, notes) => {
      const own = await bureau.issue(notes);
      const asked = await bureau.askServiceOrder('revoke', own.credentialId, notes, 'SUBJECT_REQUEST');
      mustRefuse(asked, 'command_not_permitted');
      await bureau.mustBe(own.credentialId, 'ACTIVE', notes);
      await bureau.order('revoke', own.credentialId, notes);
      await bureau.mustBe(own.credentialId, 'REVOKED SUBJECT_REQUEST', notes);
      const claims = { revocation_method: 'SERVICE_REQUEST' };
      const there = await bureau.issue(notes, { claims });
      await bureau.serviceOrder('revoke', there.credentialId, notes, 'SUBJECT_REQUEST');
      await bureau.mustBe(there.credentialId, 'REVOKED SUBJECT_REQUEST', notes);
      const both = await bureau.issue(notes, { claims });
      await bureau.order('revoke', both.credentialId, notes);
      await bureau.mustBe(both.credentialId, 'REVOKED SUBJECT_REQUEST', notes);
    },
  ),
  positive(
    'TSD-CRD-LCM-28',
    'anew-after-a-revocation',
    'After a revocation a new application gives a new credential that names the revoked one, which stays so.',
    async (bureau, notes) => {
      const former = await bureau.issue(notes);
      await bureau.order('revoke', former.credentialId, notes);
      const next = await bureau.issue(notes, { claims: { predecessor: former.credentialId } });
      must(next.credentialId !== former.credentialId, 'The new credential has the id of the former one.');
      await bureau.mustBe(former.credentialId, 'REVOKED', notes);
      await bureau.mustBe(next.credentialId, 'ACTIVE', notes);
    },
  ),
  negative(
    'OA-CRD-24',
    'concluded-twice',
    'A reassessment that is concluded twice replaces once.',
    async (bureau, notes) => {
      const former = await bureau.issue(notes);
      const [first, second] = await bureau.knowing({ mapping: 'NEXT_VERSION' }, notes, async () => {
        await bureau.serviceOrder('reassess', former.credentialId, notes, 'REASSESSMENT');
        return [await concluded(bureau, former, notes), await concluded(bureau, former, notes)] as const;
      });
      await bureau.confirm(first, notes);
      const late = await bureau.askConfirmation(second.credentialId, bureau.confirmation(second), notes);
      mustRefuse(late, 'credit_predecessor_invalid');
      await bureau.mustBe(first.credentialId, 'ACTIVE', notes);
      await bureau.mustBe(second.credentialId, 'PENDING', notes);
    },
  ),
  positive(
    'TSD-CRD-ASC-33',
    'names-the-former',
    'A credential that follows another names it.',
    async (bureau, notes) => {
      const former = await bureau.issue(notes);
      await bureau.order('revoke', former.credentialId, notes);
      const { credential } = await bureau.issue(notes, { claims: { predecessor: former.credentialId } });
      must(credential.predecessor === former.credentialId, 'It does not name the former one.');
    },
  ),
  positive(
    'TSD-CRD-LCM-29',
    'record-after-a-revocation',
    'After a revocation the record still says what was true then, and the state beside it what is true now.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      const told = await bureau.first(credentialId, notes);
      await bureau.order('revoke', credentialId, notes);
      const { claims, status } = await recordOf(bureau, told.claims, notes);
      must(
        claims.result === 'PASS' && claims.credential_status === 'ACTIVE',
        'The record says something else.',
      );
      must(bureau.statusIn(status, credentialId).status === 'REVOKED', 'The state beside it is not REVOKED.');
    },
  ),
  positive(
    'TSD-CRD-ASC-38',
    'state-touches-no-signature',
    'Whatever its state, a credential is the same bytes and both signatures hold.',
    async (bureau, notes) => {
      const { credentialId, credential } = await bureau.issue(notes);
      for (const what of ['suspend', 'resume', 'revoke'] as const) {
        await bureau.order(what, credentialId, notes);
        const read: JsonObject = (await bureau.read(credentialId, notes)).body.credential;
        must(isDeepStrictEqual(read, credential), `After ${what} the credential is another one.`);
        bureau.mustHold(read);
      }
    },
  ),
  ...TRIGGERS.map((trigger) =>
    positive(
      'TSD-CRD-ASC-40',
      `again-for-${trigger.toLowerCase().replaceAll('_', '-')}`,
      `${trigger}: the association is verified again, meanwhile the answer is REVIEW_REQUIRED, and what holds comes back.`,
      async (bureau, notes) => {
        const { credentialId } = await bureau.issue(notes);
        await bureau.serviceOrder('reassess', credentialId, notes, trigger);
        await bureau.mustBe(credentialId, `SUSPENDED ${trigger}`, notes);
        await mustGive(bureau, credentialId, 'REVIEW_REQUIRED', notes);
        must((await bureau.serviceOrder('resume', credentialId, notes)) === undefined, 'It is replaced.');
        await bureau.mustBe(credentialId, 'ACTIVE CONFIRMED_UNCHANGED', notes);
      },
    ),
  ),
  positive(
    'TSD-CRD-ASC-40',
    'again-after-its-period',
    'After its period an association does not pass until it is verified again, whether anybody has noticed or not.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      await bureau.control.advance(bureau.settings.reverifySeconds, notes);
      await mustGive(bureau, credentialId, 'REVIEW_REQUIRED', notes);
      await bureau.mustBe(credentialId, 'SUSPENDED PERIOD_REACHED', notes);
    },
  ),
  negative(
    'OA-TIM-05',
    'suspends-nothing-beyond-the-list',
    'At a time at which no trust list holds, nothing is suspended because its period is over; once one holds, it is.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      await beyondTheList(bureau, bureau.settings.reverifySeconds, notes, async () => {
        await bureau.notice(notes);
        const told = (await changesOf(bureau, credentialId, notes)).map(({ to }) => String(to));
        must(told.join() === 'PENDING,ACTIVE', `At a time that nobody vouches for it was ${told.join()}.`);
      });
      await bureau.notice(notes);
      await bureau.mustBe(credentialId, 'SUSPENDED PERIOD_REACHED', notes);
    },
  ),
  negative(
    'TSD-CRD-ASC-41',
    'verified-again-and-failed',
    'What fails when it is verified again is REVOKED, and passes no more.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      await mustGive(bureau, credentialId, 'VERIFIED', notes);
      await bureau.knowing({ withdrawn_evidence: [EVIDENCE.control.ref] }, notes, async () => {
        await bureau.serviceOrder('reassess', credentialId, notes, 'EVIDENCE_ROTATED');
        await bureau.serviceOrder('resume', credentialId, notes);
      });
      await bureau.mustBe(credentialId, 'REVOKED REVERIFICATION_FAILED', notes);
      await mustGive(bureau, credentialId, 'ASSOCIATION_CREDENTIAL_NOT_ACTIVE', notes);
    },
  ),
  ...(
    [
      ['evidence', { withdrawn_evidence: [EVIDENCE.control.ref] }],
      ['assertion', { invalid_assertions: [ASSERTIONS.good] }],
      ['credit', { changed_assertions: [ASSERTIONS.good] }],
      ['rule', { mapping: 'NEXT_VERSION' }],
      ['subject', { unknown_subjects: [CREDIT_IDS.subject] }],
    ] as const
  ).map(([what, situation]) =>
    positive(
      'TSD-CRD-LCM-04',
      `notices-${what}`,
      `The credit service notices by itself that ${what} is not what it was, and nothing passes meanwhile.`,
      async (bureau, notes) => {
        const { credentialId } = await bureau.issue(notes);
        await bureau.notice(notes);
        await bureau.mustBe(credentialId, 'ACTIVE ISSUED', notes);
        await bureau.knowing(situation as unknown as JsonObject, notes, () => bureau.notice(notes));
        await bureau.mustBe(credentialId, 'SUSPENDED', notes);
        await mustGive(bureau, credentialId, 'REVIEW_REQUIRED', notes);
      },
    ),
  ),
  positive(
    'TSD-CRD-LCM-22',
    'change-starts-a-reassessment',
    'Another version of the mapping rule starts a reassessment: the value is mapped anew.',
    async (bureau, notes) => {
      const issued = await bureau.issue(notes);
      const next = await bureau.knowing({ mapping: 'NEXT_VERSION' }, notes, async () => {
        await bureau.notice(notes);
        await bureau.mustBe(issued.credentialId, 'SUSPENDED REASSESSMENT', notes);
        const replacement = await bureau.serviceOrder('resume', issued.credentialId, notes);
        return bureau.draftIn(await bureau.read(String(replacement), notes), 200);
      });
      must(
        !isDeepStrictEqual(next.association.mapping_policy, issued.association.mapping_policy),
        'The value was not mapped anew.',
      );
    },
  ),
  positive(
    'TSD-CRD-ASC-42',
    'change-gives-another-credential',
    'A change of substance gives another credential that names the former one.',
    async (bureau, notes) => {
      const former = await bureau.issue(notes);
      const next = await bureau.confirm(await replaced(bureau, former, notes), notes);
      must(next.credentialId !== former.credentialId, 'The former credential was changed.');
      must(next.credential.predecessor === former.credentialId, 'It does not name the former one.');
    },
  ),
  positive(
    'TSD-CRD-LCM-23',
    'former-ends-with-its-replacement',
    'The former credential is SUSPENDED until its replacement takes effect, and REVOKED from then on.',
    async (bureau, notes) => {
      const former = await bureau.issue(notes);
      const next = await replaced(bureau, former, notes);
      await bureau.mustBe(former.credentialId, 'SUSPENDED', notes);
      await bureau.mustBe(next.credentialId, 'PENDING', notes);
      await bureau.confirm(next, notes);
      await bureau.mustBe(former.credentialId, 'REVOKED REPLACED', notes);
      await bureau.mustBe(next.credentialId, 'ACTIVE', notes);
    },
  ),
  positive(
    'TSD-CRD-LCM-15',
    'revoked-by-its-replacement',
    'A credential that is ACTIVE is REVOKED when another takes its place.',
    async (bureau, notes) => {
      const former = await bureau.issue(notes);
      await bureau.issue(notes, { claims: { predecessor: former.credentialId } });
      await bureau.mustBe(former.credentialId, 'REVOKED REPLACED', notes);
    },
  ),
  positive(
    'TSD-CRD-LCM-24',
    'comes-back-unchanged-only',
    'From a reassessment a credential comes back if nothing has changed, and not if something has.',
    async (bureau, notes) => {
      const same = await bureau.issue(notes);
      await bureau.serviceOrder('reassess', same.credentialId, notes, 'REASSESSMENT');
      await bureau.serviceOrder('resume', same.credentialId, notes);
      await bureau.mustBe(same.credentialId, 'ACTIVE CONFIRMED_UNCHANGED', notes);
      const other = await bureau.issue(notes);
      await replaced(bureau, other, notes);
      await bureau.mustBe(other.credentialId, 'SUSPENDED', notes);
    },
  ),
  positive(
    'TSD-CRD-LCM-01',
    'former-stays-as-it-was-signed',
    'What a credential says is never changed: a former one can still be read as it was signed.',
    async (bureau, notes) => {
      const former = await bureau.issue(notes);
      await bureau.confirm(await replaced(bureau, former, notes), notes);
      const read: JsonObject = (await bureau.read(former.credentialId, notes)).body.credential;
      must(isDeepStrictEqual(read, former.credential), 'The former credential says something else now.');
    },
  ),
  positive(
    'TSD-CRD-LCM-25',
    'nothing-passes-under-reassessment',
    'Under reassessment neither level passes, and the state is SUSPENDED.',
    async (bureau, notes) => {
      const { credentialId } = await bureau.issue(notes);
      const claims = bureau.requestClaims(credentialId, 'ASSOCIATED_CREDIT');
      await bureau.authorize({ request_id: claims.request_id ?? '' }, notes);
      await bureau.serviceOrder('reassess', credentialId, notes, 'REASSESSMENT');
      await mustGive(bureau, credentialId, 'REVIEW_REQUIRED', notes);
      mustSay(await bureau.verify(claims, notes), 'REVIEW_REQUIRED', 'NONE');
      await bureau.mustBe(credentialId, 'SUSPENDED', notes);
    },
  ),
];

/** The record of a verification, for the shop that asked. @throws SubjectFault */
export async function recordOf(
  bureau: Bureau,
  { jti }: JsonObject,
  notes: Notes,
): Promise<{ readonly claims: JsonObject; readonly status: unknown }> {
  const recordId = String(jti);
  const { shop } = bureau.around;
  const command = bureau.command('credit.record', recordId, { iss: CREDIT_IDS.shop }, shop.signer);
  const answer = await bureau.get(`/credit/verifications/${encodeURIComponent(recordId)}`, command, notes);
  mustSucceed(answer, 200, 'http/credit-record.json');
  return { claims: bureau.answerIn(answer.body.answer), status: answer.body.status };
}
