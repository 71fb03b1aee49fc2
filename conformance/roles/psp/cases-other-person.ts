import { SUITE_IDS } from '../../live/cast.ts';
import { type Notes, NotRun } from '../../run/case.ts';
import { id } from '../account/bank.ts';
import { ACCOUNT_IDS } from '../account/ids.ts';
import { askStep, delivered, IN_ESCROW, mustReach, received, shopBalance } from './cases-after.ts';
import { manage, openCard, view } from './cases-sub-account.ts';
import {
  DELEGATED,
  ESCROW,
  must,
  mustRefuse,
  mustSucceed,
  negative,
  type PspCase,
  SUB_ACCOUNTS,
} from './steps.ts';
import type { Till } from './till.ts';

/** A command of a device whose user is somebody else than the delegator. */
type OtherDevice = (action: string, target: string) => string;

/** @throws NotRun where only people who are known beforehand can enrol a device; SubjectFault */
async function otherDevice(till: Till, notes: Notes): Promise<OtherDevice> {
  const asked = await till.control.call('login-codes', '/control/login-codes', notes, {
    delegator_identity: ACCOUNT_IDS.otherPerson,
  });
  if (asked.status !== 200) throw new NotRun('Only people who are known beforehand have devices.');
  const key = till.cast.bare(id('device of another person'));
  const enrolled = await till.askEnrolment(String(asked.body?.login_code), key, {}, notes);
  mustSucceed(enrolled, 201);
  const iss = String(enrolled.body?.device_id);
  return (action, target) => till.command(action, target, { iss, aud: till.settings.id }, key);
}

/** What the device of one person must not do to what is another's: it is a device like any other, and not its user. */
export const otherPersonCases: readonly PspCase[] = [
  negative(
    'OA-ESC-04',
    'escrow-released-by-another-person',
    'A device of somebody else than the payer releases what is held.',
    async (till, notes) => {
      const device = await otherDevice(till, notes);
      const before = await shopBalance(till, notes);
      const paid = await till.pay(notes, { quote: { values: IN_ESCROW } });
      await mustReach(await delivered(till, paid, notes), 'WAIT_BUYER_RECEIPT');
      const command = device('trade.receive', paid.tradeNo);
      mustRefuse(await askStep(till, 'receipt', paid, command, notes), 'payment_unknown');
      must((await shopBalance(till, notes)) === before, 'What was held has moved.');
      await mustReach(await received(till, paid, notes), 'TRADE_FINISHED');
    },
    [ESCROW],
  ),
  negative(
    'OA-CMD-01',
    'account-of-the-delegator',
    'The account of the delegator, asked for by a device of somebody else.',
    async (till, notes) => {
      const device = await otherDevice(till, notes);
      const { account } = till.settings;
      const command = device('account.read', account);
      const path = `/accounts/${encodeURIComponent(account)}`;
      mustRefuse(await till.get(path, command, notes), 'command_not_permitted');
      await till.balance(notes);
    },
    [DELEGATED],
  ),
  negative(
    'OA-CMD-01',
    'tool-revoked-by-another-person',
    'A device of somebody else revokes the tool.',
    async (till, notes) => {
      const device = await otherDevice(till, notes);
      const { toolRef } = await till.bind(notes);
      const body = { command: device('tool.revoke', toolRef) };
      mustRefuse(
        await till.post(`/tools/${encodeURIComponent(toolRef)}/revoke`, body, notes),
        'tool_invalid',
      );
      await till.pay(notes, { request: { values: { payment_tool_ref: toolRef } } });
    },
    [DELEGATED],
  ),
  negative(
    'OA-CMD-01',
    'tool-read-by-another-person',
    'A device of somebody else reads the tool.',
    async (till, notes) => {
      const device = await otherDevice(till, notes);
      const { toolRequestId } = await till.bind(notes);
      const command = device('tool.read', toolRequestId);
      const path = `/tools/${encodeURIComponent(toolRequestId)}`;
      mustRefuse(await till.get(path, command, notes), 'command_not_permitted');
      mustSucceed(await till.askToolRead(toolRequestId, notes, till.cast.agent, SUITE_IDS.agent), 200);
    },
    [DELEGATED],
  ),
  negative(
    'OA-CMD-01',
    'card-managed-by-another-person',
    'A device of somebody else freezes a sub-account, or closes it.',
    async (till, notes) => {
      const device = await otherDevice(till, notes);
      const card = await openCard(till, notes);
      for (const verb of ['freeze', 'close'] as const) {
        const body = { command: device(`sub_account.${verb}`, card.id) };
        mustRefuse(await till.post(`/sub-accounts/${card.id}/${verb}`, body, notes), 'sub_account_unknown');
      }
      must((await view(till, card, notes)).state === 'ACTIVE', 'It has been stopped.');
      await manage(till, 'close', card, notes);
    },
    [SUB_ACCOUNTS],
  ),
];
