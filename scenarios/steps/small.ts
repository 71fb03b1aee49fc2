import { connect } from 'node:net';
import type {
  AdvanceStep,
  AnswerStep,
  BindStep,
  CommandStep,
  EnrolStep,
  ForgetStep,
  PriceStep,
  SendStep,
} from '../format.ts';
import { Refused } from '../refused.ts';
import { CURRENCY, ISSUER, isShop, PSP, shopId } from '../world/plan.ts';
import {
  agentSender,
  bankSender,
  digestOfJson,
  exchanged,
  newName,
  posted,
  pspIdOf,
  shopSender,
  signedCommand,
} from './forge.ts';
import { waitingIn } from './records.ts';
import {
  addressOf,
  agentNameOf,
  agentOf,
  filled,
  type Kept,
  keptOf,
  moment,
  type Play,
  pause,
  type Run,
  userOf,
} from './run.ts';
import { questionsOf, withUser } from './user.ts';

const POLL_MILLISECONDS = 20;
const TOOL_DAYS = '+30d';

export const advance: Play<AdvanceStep> = async (run, { to, seconds = 0 }) => {
  const { world } = run;
  await settled(world);
  world.advance((to === undefined ? 0 : moment(run, to) - world.now()) + seconds);
  await world.bank.tend();
  return {};
};

const SETTLE_TRIES = 30;

/** Time that goes by is time in which a worker anchors; where the log is down it waits on. */
async function settled(world: Run['world']): Promise<void> {
  for (let tries = 0; tries < SETTLE_TRIES && (await waitingIn(world)) !== 'none'; tries += 1)
    await pause(100);
}

export const price: Play<PriceStep> = async ({ world }, step) => {
  world.shops.get(step.at)?.setPrice(step.item, step.price);
  return {};
};

export const forget: Play<ForgetStep> = async (run, step) => {
  const { store } = agentOf(run, step).deps;
  await store.transact((tx) => tx.run('UPDATE agent_purchases SET paid_minor = NULL'));
  return {};
};

export const enrol: Play<EnrolStep> = async (run, step) => {
  const { device, delegator } = userOf(run, step);
  const loginCode = step.login ?? (await run.world.bank.loginCode(delegator));
  const { done: _, ...answer } = await device.ask({ do: 'enrol', loginCode });
  return answer;
};

/** A command of a device goes through its process: nobody else has its key. */
export const command: Play<CommandStep> = async (run, raw) => {
  const step = filled(run, raw);
  const { by = 'device', to = 'bank', action, target, path } = step;
  const there = isShop(run.world.plan, to) ? shopId(to) : pspIdOf(to);
  const aud = to === 'bank' ? audienceOf(action) : there;
  const order = { aud, action, target, ...(step.params === undefined ? {} : { params: step.params }) };
  if (by === 'device') {
    const claims = { ...order, ...step.forge?.claims } as typeof order;
    const report = await userOf(run, step).device.ask({ do: 'command', path, claims });
    return report.done === 'command' ? { ...report.answer } : {};
  }
  const sender = senderOf(run, by, step);
  const signed = await signedCommand(run, sender, order, step.forge);
  const url = `${addressOf(run, to)}${path}`;
  const answer = await (step.method === 'GET'
    ? exchanged(url, { headers: { authorization: `ACT-Command ${signed}` } })
    : posted(url, { command: signed }));
  return { ...answer, command: signed };
};

function senderOf(run: Run, by: string, step: CommandStep) {
  if (by === 'agent') return agentSender(run, agentNameOf(run, step));
  return isShop(run.world.plan, by) ? shopSender(run, by) : bankSender(run, by);
}

const ISSUER_ACTIONS = /^(?:mandate|confirmation|device)\./;

function audienceOf(action: string): string {
  return ISSUER_ACTIONS.test(action) ? ISSUER : PSP;
}

/** The answer of a user, to a question that may be another's. */
export const answer: Play<AnswerStep> = async (run, step) => {
  const { device } = userOf(run, step);
  const asked = step.of === undefined ? device : userOf(run, { user: step.of }).device;
  const waiting = await questionsOf(asked);
  const wanted = step.to === undefined ? undefined : keptOf(run, step.to).confirmation_id;
  const known = step.to === undefined ? undefined : keptOf(run, step.to);
  const question =
    wanted === undefined ? waiting.at(-1) : waiting.find(({ confirmation_id }) => confirmation_id === wanted);
  const confirmationId = question?.confirmation_id ?? String(wanted ?? 'cnf_that_nobody_asked');
  const challenge = question?.challenge ?? String(known?.challenge ?? 'A'.repeat(43));
  const claims = filled(run, step.claims ?? {});
  const { secret } = filled(run, { secret: step.secret });
  const report = await device.ask({
    do: 'answer',
    confirmationId,
    challenge,
    claims,
    ...(secret === undefined ? {} : { secret }),
  });
  const kept = report.done === 'answer' ? report.answer : {};
  return { ...kept, challenge, confirmation_id: confirmationId };
};

/** The agent asks for a payment tool, and the user confirms it. */
export const bind: Play<BindStep> = async (run, step) => {
  const { delegator = userOf(run, step).delegator, currency = CURRENCY, limit: max_amount } = step;
  const limits = filled(run, { currency, max_amount, valid_until: TOOL_DAYS });
  const name = agentNameOf(run, step);
  const sender = agentSender(run, name);
  const target = newName('tlr');
  const params = { digest: digestOfJson(limits) };
  const body = {
    delegator_identity: delegator,
    limits,
    agent_attestation: agentOf(run, step).deps.attestation,
    command: await signedCommand(run, sender, { aud: PSP, action: 'tool.request', target, params }),
  };
  const bank = addressOf(run, 'bank');
  if (step.asks) return posted(`${bank}/tools`, body);
  return withUser(run, step, async (going) => {
    let tool: Kept = await posted(`${bank}/tools`, body);
    while (tool.status === 'PENDING_CONFIRMATION' && going()) {
      await pause(POLL_MILLISECONDS);
      tool = await readTool(run, name, target);
    }
    if (tool.status === 'DENIED') throw new Refused('confirmation_denied');
    return tool;
  });
};

async function readTool(run: Run, agent: string, target: string): Promise<Kept> {
  const signed = await signedCommand(run, agentSender(run, agent), { aud: PSP, action: 'tool.read', target });
  const headers = { authorization: `ACT-Command ${signed}` };
  return exchanged(`${addressOf(run, 'bank')}/tools/${target}`, { headers });
}

/** What comes back on a connection that was sent something else than a request. */
async function onTheWire(address: string, bytes: string): Promise<Kept> {
  const { hostname, port } = new URL(address);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.end(bytes);
  let text = '';
  for await (const chunk of socket) text += String(chunk);
  const [, body = '{}'] = text.split('\r\n\r\n');
  const answer = JSON.parse(body) as Kept;
  if (!/^HTTP\/1\.1 2/.test(text)) throw new Refused(String(answer.code));
  return answer;
}

export const send: Play<SendStep> = async (run, raw) => {
  const { wire } = raw;
  if (wire !== undefined) return onTheWire(addressOf(run, raw.to), wire);
  const { to, path, method, json, text, base64, type = 'application/json', headers = {} } = filled(run, raw);
  const bytes = base64 === undefined ? undefined : new Uint8Array(Buffer.from(base64, 'base64'));
  const body = bytes ?? text ?? (json === undefined ? undefined : JSON.stringify(json));
  return exchanged(`${addressOf(run, to)}${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { ...(body === undefined ? {} : { 'content-type': type }), ...headers },
    ...(body === undefined ? {} : { body }),
  });
};
