/** One message of a device, an agent, a shop or anybody, and what comes back. */
import { connect } from 'node:net';
import type { AnswerStep, CommandStep, EnrolStep, SendStep } from '../format.ts';
import { Refused } from '../refused.ts';
import { ISSUER, isShop, PSP, shopId } from '../world/plan.ts';
import { agentSender, bankSender, exchanged, posted, pspIdOf, shopSender, signedCommand } from './forge.ts';
import { addressOf, agentNameOf, filled, type Kept, keptOf, type Play, type Run, userOf } from './run.ts';
import { questionsOf } from './user.ts';

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
