/** A purchase before a third party, who has its messages and the pinned key of the trust service, and asks nobody. */
import { claimsOf } from '../../demo/attacks/kit.ts';
import { assertAccepted, verifyInstantPurchase, verifyPurchase } from '../../src/verifier/index.ts';
import type { Forgery, JudgeStep } from '../format.ts';
import { headerOf, keyAt, signed } from './forge.ts';
import { addressOf, agentNameOf, agentOf, filled, type Kept, keptOf, type Play, type Run } from './run.ts';

const EVIDENCE = ['enrolment', 'shown', 'confirmation'];
const AUTHORITY = [...EVIDENCE, 'mandate', 'mandate_chain'];
const PURCHASE = ['quote', 'cart', 'payment_request', 'receipt', 'authorization_salt'];

export const judge: Play<JudgeStep> = async (run, step) => {
  const { deps } = agentOf(run, step);
  const bundle = await bundleOf(run, step);
  for (const [name, forgery] of Object.entries(step.change ?? {})) {
    bundle[name] = await changed(run, step, name, bundle[name], forgery);
  }
  const bytes = new TextEncoder().encode(JSON.stringify(bundle));
  const verify = step.under === undefined ? verifyInstantPurchase : verifyPurchase;
  const judgement = await verify(bytes, { trustListKey: deps.trustListKey, now: run.world.now() });
  assertAccepted(judgement);
  return { verdict: judgement.verdict };
};

async function bundleOf(run: Run, step: JudgeStep): Promise<Kept> {
  const { deps } = agentOf(run, step);
  const bought = keptOf(run, step.of);
  const common = {
    version: '1',
    trust_list: await textAt(`${addressOf(run, 'trust')}/trust-list`),
    agent_attestation: deps.attestation,
    ...members(bought, PURCHASE),
  };
  if (step.under === undefined) return { ...common, level: 'act:L1', ...members(bought, EVIDENCE) };
  const authority = keptOf(run, step.under);
  return {
    ...common,
    ...members(authority, AUTHORITY),
    ...(step.intent === undefined ? {} : { intent: step.intent }),
    status_list: await textAt(statusUriOf(String(authority.mandate))),
  };
}

function statusUriOf(mandate: string): string {
  const { status } = claimsOf(mandate) as { status: { status_list: { uri: string } } };
  return status.status_list.uri;
}

async function textAt(url: string): Promise<string> {
  const answer = await fetch(url);
  return (await answer.text()).trim();
}

function members(from: Kept, names: readonly string[]): Kept {
  return Object.fromEntries(names.filter((name) => name in from).map((name) => [name, from[name]]));
}

/** Of whoever signs it; the device keeps its key to itself. */
const signers = (step: JudgeStep, run: Run): Readonly<Record<string, `${string}/${string}`>> => ({
  agent_attestation: 'provider/agent-provider',
  enrolment: 'bank/issuer-mandate',
  mandate: 'bank/issuer-mandate',
  status_list: 'bank/issuer-status',
  receipt: 'bank/psp-receipt',
  payment_request: `${agentNameOf(run, step)}/agent`,
  quote: `${String(keptOf(run, step.of).at)}/merchant-quote`,
});

async function changed(
  run: Run,
  step: JudgeStep,
  name: string,
  honest: unknown,
  forgery: Forgery,
): Promise<unknown> {
  const place = signers(step, run)[name];
  const forged = filled(run, forgery);
  if (forged.text !== undefined) return forged.text;
  if (place === undefined) return { ...(honest as object), ...forged.claims };
  const { alg: _alg, x5c: _x5c, kid: _kid, typ, ...extensions } = headerOf(String(honest));
  const header = { ...extensions, ...forged.header };
  return signed(run, String(typ), claimsOf(String(honest)), keyAt(run, place), { ...forged, header });
}
