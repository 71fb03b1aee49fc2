import { CURRENCY, IDS, METHOD } from '../../demo/plan.ts';
import { Device } from '../../simulation/device.ts';
import {
  type AgentContext,
  agentContext,
  createBuyingFetch,
  proveKey,
  readMandate,
  readSubAccount,
  requestMandate,
  requestSubAccount,
  selectIac,
} from '../../src/agent/index.ts';
import { createAccountHolder, createEnrolmentCode } from '../../src/issuer/index.ts';
import { digestOfObject, jwkThumbprint } from '../../src/protocol/digest/index.ts';
import type { CommandClaims, Intent } from '../../src/protocol/generated/types.ts';
import { generateKeyPair, localSigner } from '../../src/protocol/jws/index.ts';
import { newId } from '../../src/protocol/ports.ts';
import { formatUtcSeconds } from '../../src/protocol/time/index.ts';
import type { Keys } from '../keys.ts';
import { addKey } from './add-key.ts';
import { asides } from './asides.ts';
import type { Stage } from './stage.ts';

/** Everything that honest parties ask of each other in a day: each of it is spoilt on its way. */
export async function honestDay(stage: Stage): Promise<void> {
  await userDay(stage);
  await paidOnAccess(stage);
  await newDevice(stage);
  await asides(stage);
}

const ANSWERS: Readonly<Record<string, string>> = { max_total_amount: '5000.00' };

/** What the user asks of the agent over its own calls. */
class User {
  private readonly stage: Stage;

  constructor(stage: Stage) {
    this.stage = stage;
  }

  async ask(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
    const { world, gate, agentApp } = this.stage;
    const url = `${world.around.addresses.agent}${path}`;
    const init =
      body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const handle = async (request: Request) => agentApp.fetch(request);
    const answer = await gate.pass('agent', new Request(url, { method, ...init }), handle);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`The agent answered ${answer.status}: ${text}`);
    return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
  }

  async buy(utterance: string, level?: string): Promise<void> {
    const { world } = this.stage;
    const until = formatUtcSeconds(world.around.clock.now() + 86_400);
    let task = await this.ask('POST', '/tasks', { utterance, ...(level === undefined ? {} : { level }) });
    const path = `/tasks/${String(task.task_id)}`;
    while ((task.questions as { field: string }[]).length > 0) {
      const fields = (task.questions as { field: string }[]).map(({ field }) => field);
      const answers = fields.map((field) => [
        field,
        ANSWERS[field] ?? (field === 'validity_end_time' ? until : '1'),
      ]);
      task = await this.ask('POST', `${path}/answers`, Object.fromEntries(answers));
    }
    for (let tries = 0; task.status !== 'AUTHORISED'; tries += 1) {
      if (tries === 10) throw new Error(`The task stays ${String(task.status)}.`);
      task = await this.ask('POST', `${path}/confirm`, {});
      await world.device.look();
    }
    const bought = await this.ask('POST', `${path}/buy`, { purchase: 'p-1' });
    if (bought.status !== 'DONE') throw new Error(`The purchase ends ${String(bought.status)}.`);
    await this.ask('GET', path);
    await this.ask('GET', `${path}/decisions`);
    await this.ask('GET', `${path}/bundle?purchase=p-1`);
    await this.ask('GET', `${path}/intent`);
    for (const merchant of Object.values(world.merchants)) await merchant.work();
    await this.ask('POST', `${path}/intent/forget`, {});
  }
}

async function userDay(stage: Stage): Promise<void> {
  const user = new User(stage);
  await user.buy(
    'Buy me one train ticket G123 from Beijing to Harbin, second class, at most 600 yuan a payment. You may pay the railway only.',
  );
  await user.buy('Buy me one cup of bubble tea now, at most 20 yuan.', 'act:L1');
}

function research(context: AgentContext): Intent {
  const now = context.clock();
  return {
    conversation_history: { user_intent_raw: 'Find out how prices moved.', input_mode: ['TEXT'] },
    intent_id: newId(context.random, 'int'),
    delegation_mode: 'BOUNDED',
    validity_start_time: formatUtcSeconds(now),
    validity_end_time: formatUtcSeconds(now + 86_400),
    max_total_amount: 2,
    currency: CURRENCY,
    allowed_payment_methods: [METHOD],
    agent_id: IDS.agent,
    ext: { commerce: { max_single_amount: 0.05, allowed_categories: ['data/market', 'data/archive'] } },
  };
}

async function newKey(keys: Keys) {
  const { publicJwk, privateJwk } = await generateKeyPair('ES256');
  await addKey(keys, 'sub-account', privateJwk);
  return { publicJwk, signer: await localSigner(privateJwk, { kid: await jwkThumbprint(publicJwk) }) };
}

/** A mandate and a sub-account, what is bought under them, and everything that the user does about both. */
async function paidOnAccess({ world, keys }: Stage): Promise<void> {
  const { device, around, network, delegator } = world;
  const context = agentContext(world.agent.started.deps);
  const delegationId = newId(context.random, 'dlg');
  const { iac } = await selectIac(research(context), { delegationId, delegatorIdentity: delegator });
  const subAccountId = newId(context.random, 'sub');
  const limits = { currency: CURRENCY, max_amount: '0.05', valid_until: iac.validity_end_time };
  const key = await newKey(keys);
  await requestMandate(context, iac);
  await requestSubAccount(context, { subAccountId, delegator, limits, key });
  await device.look();
  await device.look();
  const progress = await readMandate(context, iac);
  if (progress.status !== 'GRANTED') throw new Error(`The mandate is ${progress.status}.`);
  const subAccount = (action: string, params?: CommandClaims['params'], body = {}) =>
    device.order(
      {
        aud: IDS.psp,
        action: `sub_account.${action}` as CommandClaims['action'],
        target: subAccountId,
        ...(params ? { params } : {}),
      },
      `/sub-accounts/${subAccountId}/${action}`,
      body,
    );
  await subAccount('fund', { amount: '1.00', currency: CURRENCY });
  const wallet = {
    mandate: progress.granted.mandate,
    paymentToolRef: subAccountId,
    subAccountSigner: key.signer,
  };
  const buy = createBuyingFetch(context, wallet, network.exchangeOf('agent'));
  await bought(await buy(`${around.addresses.market}/data/prices?day=1`));
  await bought(await buy(`${around.addresses.archive}/data/papers/1`, { method: 'GET' }));
  for (const merchant of Object.values(world.merchants)) await merchant.work();
  await readSubAccount(context, subAccountId);
  await subAccount('freeze');
  const next = await newKey(keys);
  const proof = await proveKey(context, subAccountId, next);
  await subAccount('unfreeze', { digest: await digestOfObject({ ...next.publicJwk }) }, proof);
  await subAccount('close');
  const mandate = (action: string, params?: CommandClaims['params']) =>
    device.order(
      {
        aud: IDS.issuer,
        action: `mandate.${action}` as CommandClaims['action'],
        target: delegationId,
        ...(params ? { params } : {}),
      },
      `/mandates/${delegationId}/${action}`,
    );
  await mandate('suspend', { recovery_condition: 'the user is back' });
  await mandate('resume', { reason: 'the user is back' });
  await mandate('revoke');
}

async function bought(answer: Response): Promise<void> {
  if (!answer.ok) throw new Error(`The seller answered ${answer.status}: ${await answer.text()}`);
}

/** Somebody else comes to the bank. */
async function newDevice({ world, keys }: Stage): Promise<void> {
  const { bank, around, network } = world;
  const now = around.clock.now();
  const { bytes: random } = around.dice.named(`newcomer ${around.clock.exact()}`);
  const delegator = await createAccountHolder(bank.store, { now, random, domain: 'bank.example' });
  const login = { now, random, delegatorIdentity: delegator, identityMethod: 'branch-visit' };
  const device = new Device(around, network.clientOf('device'));
  await device.enrol(await createEnrolmentCode(bank.store, login), delegator);
  await addKey(keys, 'other device', device.key);
  await device.look();
}
