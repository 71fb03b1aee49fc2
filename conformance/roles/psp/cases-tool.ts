import { EKU } from '../../forge/certificate.ts';
import { canonical, isObject, type JsonObject } from '../../forge/json.ts';
import { SUITE_IDS, utc } from '../../live/cast.ts';
import { type Notes, rethrow } from '../../run/case.ts';
import { DAY, id, MINUTE } from '../account/bank.ts';
import { must, mustRefuse, mustSucceed, negative, type PspCase, positive } from './steps.ts';
import type { Till } from './till.ts';

type Spoils = NonNullable<Parameters<Till['askTool']>[3]>;

const openBinding = async (till: Till, notes: Notes, limits: JsonObject = till.limits()) => {
  const target = id('treq');
  const asked = await till.askTool(target, limits, notes);
  mustSucceed(asked, 202);
  return { target, limits, waiting: await till.waiting(String(asked.body?.confirmation_id), notes) };
};

/** Nothing came of a binding: nobody is asked, and there is no tool. */
async function mustBeUnbound(till: Till, target: string, notes: Notes): Promise<void> {
  const read = await till.askToolRead(target, notes);
  try {
    mustRefuse(read, 'tool_invalid');
  } catch (error) {
    rethrow(error, 'The binding that was refused, asked for afterwards');
  }
}

/** A binding with one thing changed: refused by its code and nobody asked; a good one before and after. */
function badBinding(
  requirement: string,
  code: string,
  slug: string,
  title: string,
  spoil: (till: Till) => Spoils & { readonly limits?: JsonObject },
): PspCase {
  return negative(requirement, `tool-${slug}`, title, async (till, notes) => {
    await till.bind(notes);
    const { limits, ...spoils } = spoil(till);
    const [target, before] = [id('treq'), (await till.inbox(notes)).length];
    mustRefuse(await till.askTool(target, till.limits(limits), notes, spoils), code);
    must((await till.inbox(notes)).length === before, 'The delegator is asked about what was refused.');
    await mustBeUnbound(till, target, notes);
    await till.bind(notes);
  });
}

export const toolCases: readonly PspCase[] = [
  negative(
    'OA-CNF-08',
    'tool-on-a-used-confirmation',
    'Two tools are asked for on equal terms, and the confirmation of one is given to the other.',
    async (till, notes) => {
      const first = await openBinding(till, notes);
      const second = await openBinding(till, notes, first.limits);
      const confirmation = await till.approve(first.waiting.confirmation_id, notes);
      const { confirmation_id } = second.waiting;
      const path = `/confirmations/${encodeURIComponent(confirmation_id)}`;
      mustRefuse(await till.post(path, { confirmation }, notes), 'confirmation_decided');
      const read = await till.askToolRead(second.target, notes);
      must(!String(read.text).includes('payment_tool_ref'), 'There is a second tool on one confirmation.');
      await till.approve(confirmation_id, notes);
      mustSucceed(await till.askToolRead(second.target, notes), 200);
    },
  ),
  positive(
    'PSD-PMT-BND-02',
    'tool-shows-agent-and-limits',
    'The delegator is shown which agent is bound, by which key, and within which limits.',
    async (till, notes) => {
      const { limits, waiting } = await openBinding(till, notes);
      const { shown } = waiting;
      const agent = isObject(shown.agent) ? shown.agent : {};
      must(
        isObject(shown.limits) && canonical(shown.limits) === canonical(limits),
        'Other limits are shown than were asked for.',
      );
      must(agent.agent_id === SUITE_IDS.agent, 'Another agent is shown.');
      must(agent.jkt === till.cast.agent.key.jkt, 'Another key is shown.');
      await till.decline(waiting.confirmation_id, notes);
    },
  ),
  positive(
    'PSD-PMT-BND-10',
    'tool-hides-the-account',
    'What the agent is told of its tool, and what it gets for a payment, has no account of the delegator in it.',
    async (till, notes) => {
      const { toolRef, read } = await till.bind(notes);
      const paid = await till.pay(notes, { request: { values: { payment_tool_ref: toolRef } } });
      const told = `${read.text}${JSON.stringify(paid.answer)}${JSON.stringify(paid.receipt.claims)}`;
      must(!told.includes(`"${till.settings.account}"`), 'The agent is told the account.');
    },
  ),
  negative(
    'PSD-PMT-BND-08',
    'tool-declined',
    'A binding that the delegator declines leaves nothing that pays.',
    async (till, notes) => {
      const { target, waiting } = await openBinding(till, notes);
      await till.decline(waiting.confirmation_id, notes);
      const read = await till.askToolRead(target, notes);
      must(read.body?.payment_tool_ref === undefined, 'A declined binding has a tool.');
      const order = { request: { values: { payment_tool_ref: target } } };
      const payment = await till.payment(order, notes);
      mustRefuse(await till.ask(payment, notes), 'tool_invalid');
      const { toolRef } = await till.bind(notes);
      await till.pay(notes, { request: { values: { payment_tool_ref: toolRef } } });
    },
  ),
  positive(
    'PSD-PMT-BND-01',
    'tool-waits-for-the-delegator',
    'Until the delegator has confirmed there is no tool.',
    async (till, notes) => {
      const { target, waiting } = await openBinding(till, notes);
      const read = await till.askToolRead(target, notes);
      mustSucceed(read, 200);
      const before = String(read.body.status);
      must(
        before === 'PENDING_CONFIRMATION',
        `Before a yes it is ${before}, where PENDING_CONFIRMATION was due.`,
      );
      must(read.body.payment_tool_ref === undefined, 'There is a tool before the delegator has spoken.');
      await till.approve(waiting.confirmation_id, notes);
      const after = String((await till.askToolRead(target, notes)).body?.status);
      must(after === 'ACTIVE', `After a yes it is ${after}, where ACTIVE was due.`);
    },
  ),
  badBinding(
    'PSD-PMT-BND-01',
    'binding_identity_failed',
    'of-nobody',
    'A delegator who has no account.',
    () => ({ delegator: 'did:act:suite.example/nobody' }),
  ),
  badBinding(
    'PSD-PMT-BND-07',
    'binding_over_limit',
    'over-what-is-allowed',
    'More than the service binds a tool for.',
    () => ({
      limits: { max_amount: '900000000.00' },
    }),
  ),
  badBinding(
    'PSD-PMT-BND-07',
    'binding_over_limit',
    'over-already',
    'A tool that has run out before it is bound.',
    (till) => ({
      limits: { valid_until: utc(till.now() - MINUTE) },
    }),
  ),
  badBinding(
    'PSD-PMT-BND-13',
    'agent_attestation_invalid',
    'of-a-stranger',
    'An agent of another domain than its provider.',
    () => ({ agentId: 'did:act:elsewhere.example/agent-1' }),
  ),
  badBinding(
    'OA-KEY-03',
    'possession_proof_invalid',
    'signed-by-another',
    'A command that the attested key did not sign.',
    (till) => ({
      command: { signer: { ...till.cast.agent, key: till.cast.stranger.key } },
    }),
  ),
  badBinding(
    'OA-KEY-05',
    'agent_attestation_expired',
    'attestation-from-the-future',
    'A statement that is issued only in two minutes.',
    (till) => ({
      attestation: { claims: { iat: till.now() + 2 * MINUTE, exp: till.now() + DAY } },
    }),
  ),
  badBinding(
    'OA-KEY-05',
    'agent_attestation_expired',
    'attestation-expired',
    'A statement that has run out.',
    (till) => ({
      attestation: { claims: { iat: till.now() - 2 * DAY, exp: till.now() - 1 } },
    }),
  ),
  badBinding(
    'OA-PKI-10',
    'x509_eku_mismatch',
    'attestation-with-another-certificate',
    'A statement signed with a certificate for receipts.',
    (till) => ({
      attestation: {
        signer: till.cast.institution(SUITE_IDS.provider, 'provider (receipts)', [EKU.receipt]).signer,
      },
    }),
  ),
  badBinding(
    'OA-CMD-04',
    'command_target_mismatch',
    'other-limits',
    'Limits that were changed after they were signed for.',
    (till) => ({
      covers: till.limits({ max_amount: '0.01' }),
    }),
  ),
  badBinding(
    'OA-CMD-04',
    'command_target_mismatch',
    'another-action',
    'A command for another action.',
    () => ({
      command: { claims: { action: 'sub_account.open' } },
    }),
  ),
  badBinding(
    'OA-CMD-05',
    'command_audience_mismatch',
    'for-another-service',
    'A command made out to another service.',
    () => ({
      command: { claims: { aud: SUITE_IDS.otherPsp } },
    }),
  ),
  badBinding(
    'OA-CMD-03',
    'command_time_out_of_window',
    'too-old',
    'A command of two minutes ago.',
    (till) => ({
      command: { claims: { iat: till.now() - 2 * MINUTE } },
    }),
  ),
  negative(
    'OA-CMD-01',
    'tool-read-by-another-agent',
    'The tool of one agent, asked for by another.',
    async (till, notes) => {
      const { toolRequestId } = await till.bind(notes);
      // An agent whose key nobody has stated would be refused by its signature.
      await till.bind(notes, {}, { key: till.cast.otherAgent, id: SUITE_IDS.otherAgent });
      const other = await till.askToolRead(toolRequestId, notes, till.cast.otherAgent, SUITE_IDS.otherAgent);
      mustRefuse(other, 'command_not_permitted');
      mustSucceed(await till.askToolRead(toolRequestId, notes), 200);
    },
  ),
  negative(
    'OA-CMD-01',
    'tool-revoked-by-its-agent',
    'The agent revokes the tool, which is the delegator’s to do.',
    async (till, notes) => {
      const { toolRef } = await till.bind(notes);
      const command = till.command('tool.revoke', toolRef, { aud: till.settings.id }, till.cast.agent);
      mustRefuse(await till.post(`/tools/${toolRef}/revoke`, { command }, notes), 'command_not_permitted');
      await till.pay(notes, { request: { values: { payment_tool_ref: toolRef } } });
    },
  ),
];
