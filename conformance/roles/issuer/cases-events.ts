import { digestOfText } from '../../forge/bytes.ts';
import { SUITE_IDS, utc } from '../../live/cast.ts';
import type { Notes } from '../../run/case.ts';
import { MINUTE } from '../account/bank.ts';
import { beyondTheList } from '../account/beyond-list.ts';
import type { ControlEvent } from '../account/control.ts';
import type { Desk, Issued } from './desk.ts';
import { type IssuerCase, must, mustRefuse, negative, positive } from './steps.ts';

const NAME = 'act:delegation:delegation-';

async function eventsOf(
  desk: Desk,
  { delegationId }: Issued,
  notes: Notes,
): Promise<readonly ControlEvent[]> {
  return desk.control.events(delegationId, notes);
}

/**
 * In which order things of one second happened, their times do not say.
 *
 * @throws SubjectFault when other events were written than these, in another order, or of another process
 */
async function mustTell(desk: Desk, issued: Issued, due: readonly string[], notes: Notes): Promise<void> {
  const events = await eventsOf(desk, issued, notes);
  const order = (type: string) => due.indexOf(type.replace(NAME, ''));
  const told = events
    .toSorted((one, other) => one.at - other.at || order(one.event_type) - order(other.event_type))
    .map(({ event_type }) => event_type.replace(NAME, ''));
  must(told.join() === due.join(), `Events: ${told.join(', ') || 'none'}; due: ${due.join(', ')}.`);
  for (const { correlation, participants } of events) {
    must(correlation.delegation_id === issued.delegationId, 'An event is of another mandate.');
    must(correlation.intent_id === issued.iac.intent_id, 'An event is of another process.');
    must(participants[0]?.id === desk.settings.id, 'Somebody else than the issuer tells of it.');
    must(
      participants.some(({ id }) => id === SUITE_IDS.agent),
      'The agent is no participant.',
    );
  }
}

export const eventCases: readonly IssuerCase[] = [
  positive(
    'TSD-ATT-EVT-08',
    'event-issued',
    'The issuance is written down, once, with the confirmation that it rests on.',
    async (desk, notes) => {
      const issued = await desk.issue(notes);
      await mustTell(desk, issued, ['issued'], notes);
      const [event] = await eventsOf(desk, issued, notes);
      const { confirmation } = await desk.read(issued.delegationId, notes);
      must(
        event?.event_body.confirmation_digest === digestOfText(String(confirmation)),
        'The event names another confirmation.',
      );
    },
  ),
  positive('TSD-ATT-EVT-09', 'event-suspended', 'The suspension is written down.', async (desk, notes) => {
    const issued = await desk.issue(notes);
    await desk.change('suspend', issued.delegationId, notes);
    await mustTell(desk, issued, ['issued', 'suspended'], notes);
  }),
  positive('TSD-ATT-EVT-10', 'event-resumed', 'The resumption is written down.', async (desk, notes) => {
    const issued = await desk.issue(notes);
    await desk.change('suspend', issued.delegationId, notes);
    await desk.change('resume', issued.delegationId, notes);
    await mustTell(desk, issued, ['issued', 'suspended', 'resumed'], notes);
  }),
  positive('TSD-ATT-EVT-11', 'event-revoked', 'The revocation is written down.', async (desk, notes) => {
    const issued = await desk.issue(notes);
    await desk.change('revoke', issued.delegationId, notes);
    await mustTell(desk, issued, ['issued', 'revoked'], notes);
  }),
  positive(
    'TSD-ATT-EVT-12',
    'event-expired',
    'That a mandate has reached its end is written down, with nobody’s doing.',
    async (desk, notes) => {
      const end = utc(desk.now() + 10 * MINUTE);
      const issued = await desk.issue(notes, { iac: { validity_end_time: end } });
      await desk.control.advance(11 * MINUTE, notes);
      await mustTell(desk, issued, ['issued', 'expired'], notes);
    },
  ),
  negative(
    'OA-TIM-05',
    'end-waits-for-a-list',
    'At a time at which no trust list holds, no mandate is said to have ended; once one holds, it is.',
    async (desk, notes) => {
      const end = utc(desk.now() + 10 * MINUTE);
      const issued = await desk.issue(notes, { iac: { validity_end_time: end } });
      await beyondTheList(desk, 12 * MINUTE, notes, () => mustTell(desk, issued, ['issued'], notes));
      await mustTell(desk, issued, ['issued', 'expired'], notes);
    },
  ),
  negative(
    'OA-TIM-06',
    'end-told-a-minute-later',
    'In the minute after its end a mandate is not yet said to have ended; afterwards it is, at its end.',
    async (desk, notes) => {
      const end = desk.now() + 10 * MINUTE;
      const issued = await desk.issue(notes, { iac: { validity_end_time: utc(end) } });
      await desk.control.advance(end - desk.now() + 1, notes);
      await mustTell(desk, issued, ['issued'], notes);
      await desk.control.advance(MINUTE, notes);
      await mustTell(desk, issued, ['issued', 'expired'], notes);
      const at = (await eventsOf(desk, issued, notes)).at(-1)?.at;
      must(at === end, `It is said to have ended ${Number(at) - end} s after its end.`);
    },
  ),
  negative(
    'ADD-IAC-LCM-16',
    'event-of-nothing',
    'What was refused is not written down, and what was carried out is, in order.',
    async (desk, notes) => {
      const issued = await desk.issue(notes);
      await desk.change('suspend', issued.delegationId, notes);
      const spoilt = { signer: { ...desk.device, key: desk.cast.stranger.key } };
      const refused = await desk.askChange('revoke', issued.delegationId, notes, spoilt);
      mustRefuse(refused, 'command_signature_invalid');
      await mustTell(desk, issued, ['issued', 'suspended'], notes);
      await desk.change('revoke', issued.delegationId, notes);
      await mustTell(desk, issued, ['issued', 'suspended', 'revoked'], notes);
    },
  ),
];
