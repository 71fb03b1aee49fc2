/** What payment services say to each other. */
import { claimsOf } from '../../demo/attacks/kit.ts';
import type { InstructStep, NetStep, ScanStep } from '../format.ts';
import { currencyOf, METHOD } from '../world/plan.ts';
import {
  agentSender,
  bankSender,
  digest,
  digestOfJson,
  newName,
  posted,
  pspIdOf,
  shopSender,
  signedCommand,
} from './forge.ts';
import { quoted } from './pay.ts';
import { addressOf, agentNameOf, filled, type Play } from './run.ts';

export const instruct: Play<InstructStep> = async (run, step) => {
  const { quote } = await quoted(run, step);
  const { out_trade_no, iss, aud, payer_amount } = claimsOf(quote);
  const instruction = {
    trade_no: newName('trd'),
    out_trade_no,
    merchant: iss,
    agent_id: aud,
    agent_jkt: agentSender(run, agentNameOf(run, step)).key.kid,
    method_id: METHOD,
    amount: payer_amount,
    currency: currencyOf(run.world.plan),
    quote,
    request_digest: digest(newName('req')),
    authorization_digest: digest(newName('aut')),
    ...filled(run, step.instruction),
  };
  const command = await signedCommand(
    run,
    bankSender(run, 'bank'),
    {
      aud: pspIdOf(step.to),
      action: 'interconnect.pay',
      target: instruction.trade_no,
      params: { digest: digestOfJson(instruction) },
    },
    step.command,
  );
  const sent = { ...instruction, ...step.onTheWay };
  const answer = await posted(`${addressOf(run, step.to)}/interconnect/payments`, {
    command,
    instruction: sent,
  });
  return { ...answer, trade_no: instruction.trade_no };
};

export const scan: Play<ScanStep> = async (run, raw) => {
  const step = { ...raw, code: filled(run, raw.code) };
  const { quote } = await quoted(run, step);
  const bank = run.world.plan.shops?.[step.at]?.keptBy ?? 'bank';
  const command = await signedCommand(run, shopSender(run, step.at), {
    aud: pspIdOf(bank),
    action: 'payer_code.scan',
    target: step.code,
    params: { digest: digest(quote) },
  });
  const answer = await posted(`${addressOf(run, bank)}/payer-codes/${step.code}/scans`, { command, quote });
  return { ...answer, quote };
};

const MINUTE = 60;
const DAY = 86_400;

export const net: Play<NetStep> = async ({ world }, step) => {
  if (step.arrives !== undefined) world.arrivals.add(step.arrives);
  const { psp } = world.bank;
  const until = world.now() - MINUTE;
  const from = until - (step.seconds ?? DAY);
  const key = { partner: pspIdOf(step.with), from, until, currency: currencyOf(world.plan) };
  const agreed = step.agrees ? await psp.agreeNetting(key) : undefined;
  const known = step.paidBy === undefined ? agreed : await psp.settleNetting(key, step.paidBy);
  return known === undefined ? {} : { ...known.record, state: known.state };
};
