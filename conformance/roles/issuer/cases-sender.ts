import type { Signer } from '../../forge/jws.ts';
import { type Answer, holdsSigned } from '../../live/http.ts';
import { type Notes, NotRun } from '../../run/case.ts';
import { id } from '../account/bank.ts';
import { ACCOUNT_IDS } from '../account/ids.ts';
import type { Desk } from './desk.ts';
import { type IssuerCase, must, mustRefuse, mustSucceed, negative } from './steps.ts';

/** A device that was enrolled as it should be, and is not the one that the cases speak by. */
interface OtherDevice {
  readonly claims: { readonly iss: string };
  readonly signer: Signer;
}

async function deviceFor(desk: Desk, delegator: string, notes: Notes): Promise<OtherDevice> {
  const signer = desk.cast.bare(id('device'));
  const code = await desk.control.loginCode(delegator, notes);
  const answer = await desk.askEnrolment(code, signer, {}, notes);
  mustSucceed(answer, 201);
  return { claims: { iss: String(answer.body?.device_id) }, signer };
}

/** @throws NotRun where the subject gives no login code of theirs */
async function deviceOfAnother(desk: Desk, notes: Notes): Promise<OtherDevice> {
  const { status } = await desk.control.call('login-codes', '/control/login-codes', notes, {
    delegator_identity: ACCOUNT_IDS.otherPerson,
  });
  if (status !== 200) throw new NotRun('The subject gives no login code of another person.');
  return deviceFor(desk, ACCOUNT_IDS.otherPerson, notes);
}

function mustBeKeptFrom(answer: Answer): void {
  mustRefuse(answer, 'command_not_permitted');
  must(!holdsSigned(answer.text), 'The refusal has a signed message in it.');
}

function askInbox(desk: Desk, deviceId: string, { claims, signer }: OtherDevice, notes: Notes) {
  const command = desk.command('confirmation.list', deviceId, claims, signer);
  return desk.get(`/devices/${encodeURIComponent(deviceId)}/confirmations`, command, notes);
}

export const senderCases: readonly IssuerCase[] = [
  negative(
    'OA-CMD-01',
    'device-of-another-person',
    'The enrolled device of another person suspends, revokes and reads a mandate: its own delegator’s does, before and after.',
    async (desk, notes) => {
      const { delegationId } = await desk.issue(notes);
      const other = await deviceOfAnother(desk, notes);
      for (const verb of ['suspend', 'revoke'] as const)
        mustBeKeptFrom(await desk.askChange(verb, delegationId, notes, other));
      mustBeKeptFrom(await desk.askRead(delegationId, notes, other.signer, other.claims.iss));
      mustBeKeptFrom(await desk.askRecords(delegationId, notes, other.signer, other.claims.iss));
      must((await desk.status(delegationId, notes)) === 'Active', 'The refused command has counted.');
      mustSucceed(await desk.askRead(delegationId, notes, desk.device, desk.deviceId), 200);
      await desk.change('revoke', delegationId, notes);
      must((await desk.status(delegationId, notes)) === 'Revoked', 'A good command was not carried out.');
    },
  ),
  negative(
    'OA-CNF-06',
    'confirmation-device-of-another-person',
    'The enrolled device of another person decides, yes or no, in the name of the delegator; then the delegator’s own.',
    async (desk, notes) => {
      const other = await deviceOfAnother(desk, notes);
      const iac = desk.iac();
      const confirmationId = await desk.request(iac, notes);
      const asked = await desk.waiting(confirmationId, notes);
      for (const decision of ['APPROVE', 'DENY']) {
        const spoilt = { ...other, claims: { ...other.claims, decision } };
        mustRefuse(await desk.askDecision(asked, spoilt, notes), 'confirmation_device_mismatch');
      }
      const status = await desk.status(String(iac.delegation_id), notes);
      must(status === 'PENDING_CONFIRMATION', `The refused confirmation has left the mandate ${status}.`);
      await desk.approve(confirmationId, notes);
      desk.open((await desk.read(String(iac.delegation_id), notes)).mandate, iac);
    },
  ),
  negative(
    'OA-CMD-01',
    'inbox-of-another-device',
    'A device asks for the inbox of another one of the same person; each is shown its own.',
    async (desk, notes) => {
      const second = await deviceFor(desk, desk.settings.delegator, notes);
      const confirmationId = await desk.request(desk.iac(), notes);
      mustBeKeptFrom(await askInbox(desk, desk.deviceId, second, notes));
      const first = { claims: { iss: desk.deviceId }, signer: desk.device };
      mustBeKeptFrom(await askInbox(desk, second.claims.iss, first, notes));
      mustSucceed(await askInbox(desk, second.claims.iss, second, notes), 200);
      await desk.decline(confirmationId, notes);
    },
  ),
];
