import { digestOf } from '../../forge/drafts.ts';
import { openMessage } from '../../live/read.ts';
import { type Notes, NotRun, SubjectFault } from '../../run/case.ts';
import { must, mustNotPay, mustRefuse, mustSucceed, negative, type PspCase, positive } from './steps.ts';
import { hundredths, type Message, type Payment, PRICE, type Till } from './till.ts';

const AT_ONCE = 8;
const PAID = hundredths(PRICE.payer_amount);

/** A mandate that the account side of the subject has issued itself. @throws NotRun where it issues none */
async function ownMandate(till: Till, notes: Notes): Promise<Message> {
  if (till.settings.accountSideAnchor === undefined)
    throw new NotRun('The subject declares no account_side_anchor: it issues no mandates of its own.');
  const iac = till.iac();
  const target = String(iac.delegation_id);
  const body = {
    iac,
    psp_id: till.settings.id,
    agent_attestation: till.attestation(),
    command: till.command('mandate.request', target, { params: { digest: digestOf(iac) } }, till.cast.agent),
  };
  const asked = await till.post('/mandates', body, notes);
  mustSucceed(asked, 202);
  await till.approve(asked.body?.confirmation_id, notes);
  const command = till.command('mandate.read', target, {}, till.cast.agent);
  const read = await till.get(`/mandates/${target}`, command, notes);
  mustSucceed(read, 200);
  const { claims, compact } = openMessage(read.body?.mandate, 'act-mandate+jwt', 'mandate.json');
  return { claims, compact };
}

async function change(till: Till, verb: 'suspend' | 'resume' | 'revoke', mandate: Message, notes: Notes) {
  const target = String(mandate.claims.jti);
  const command = till.deviceCommand(`mandate.${verb}`, target);
  const answer = await till.post(`/mandates/${target}/${verb}`, { command }, notes);
  if (answer.status !== 200) throw new SubjectFault(`${verb} of an own mandate answers ${answer.status}.`);
}

export const ownMandateCases: readonly PspCase[] = [
  negative(
    'ADD-IAC-LCM-11',
    'pay-own-mandate-suspended',
    'Under a mandate of its own account side: suspended it pays nothing, and lifted it pays.',
    async (till, notes) => {
      const mandate = await ownMandate(till, notes);
      const order = { of: { mandate } };
      await till.pay(notes, order);
      await change(till, 'suspend', mandate, notes);
      await mustNotPay(till, await till.payment(order, notes), 'mandate_suspended', notes);
      await change(till, 'resume', mandate, notes);
      await till.pay(notes, order);
    },
  ),
  positive(
    'ADD-IAC-LCM-11',
    'race-own-revocation',
    `${AT_ONCE} payments and the delegator’s revocation at once: what is acknowledged is what was paid, and after it nothing is.`,
    async (till, notes) => {
      const mandate = await ownMandate(till, notes);
      const order = { of: { mandate } };
      const payments: Payment[] = [];
      for (let count = 0; count < AT_ONCE; count += 1) payments.push(await till.payment(order, notes));
      const late = await till.payment(order, notes);
      const before = await till.balance(notes);
      const [answers] = await Promise.all([
        Promise.all(payments.map((payment) => till.ask(payment, notes))),
        change(till, 'revoke', mandate, notes),
      ]);
      for (const answer of answers) if (answer.status !== 200) mustRefuse(answer, 'mandate_revoked');
      mustRefuse(await till.ask(late, notes), 'mandate_revoked');
      const good = answers.filter(({ status }) => status === 200).length;
      const spent = before - (await till.balance(notes));
      must(spent === BigInt(good) * PAID, `${good} were acknowledged, and ${spent} left the account.`);
    },
  ),
];
