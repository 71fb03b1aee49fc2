/** A purchase before a third party, who has its messages and the pinned key of the trust service, and asks nobody. */
import { claimsOf } from '../../demo/attacks/kit.ts';
import { assertAccepted, verifyInstantPurchase, verifyPurchase } from '../../src/verifier/index.ts';
import type { Forgery, JudgeStep } from '../format.ts';
import { digest, digestOfJson, headerOf, keyAt, publicPart, signed, strangersKey } from './forge.ts';
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
  const told = step.bankSays === undefined ? bundle : await forgedEvidence(run, step.bankSays, bundle);
  const bytes = new TextEncoder().encode(JSON.stringify(told));
  const verify = step.under === undefined ? verifyInstantPurchase : verifyPurchase;
  const judgement = await verify(bytes, { trustListKey: deps.trustListKey, now: run.world.now() });
  assertAccepted(judgement);
  return { verdict: judgement.verdict };
};

/** The purchase as its messages were kept. */
export async function bundleOf(
  run: Run,
  step: Pick<JudgeStep, 'agent' | 'of' | 'under' | 'intent'>,
): Promise<Kept> {
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

/** A bank that enrols a device of its own for the user, and lets it confirm what the user never saw. */
async function forgedEvidence(run: Run, payment: Kept, bundle: Kept): Promise<Kept> {
  const device = await strangersKey();
  const jwk = publicPart(device);
  const honest = bundle.shown as Kept & { payment: Kept; agent: Kept };
  const shown = { ...honest, payment: { ...honest.payment, ...payment } };
  const subject_digest = digest(String(bundle.payment_request));
  const challenge = digestOfJson({ shown, subject_digest, agent_jkt: honest.agent.jkt });
  const enrolled = { ...claimsOf(String(bundle.enrolment)), cnf: { jwk } };
  const confirmed = { ...claimsOf(String(bundle.confirmation)), challenge };
  return {
    ...bundle,
    shown,
    enrolment: await signed(run, 'act-enrolment+jwt', enrolled, keyAt(run, 'bank/issuer-mandate')),
    confirmation: await signed(run, 'act-confirmation+jwt', confirmed, device),
  };
}

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
