/** A mandate asked for by hand, member by member, as a test or a hijacked agent would. */
import { claimsOf } from '../../demo/attacks/kit.ts';
import { formatUtcSeconds } from '../../src/protocol/time/index.ts';
import type { MandateStep } from '../format.ts';
import { Refused } from '../refused.ts';
import { currencyOf, ISSUER, METHOD, PSP, shopId } from '../world/plan.ts';
import {
  agentSender,
  digest,
  digestOfJson,
  keyAt,
  newName,
  posted,
  publicPart,
  readBy,
  signed,
  signedCommand,
  strangersKey,
} from './forge.ts';
import { recordIntent } from './recorded.ts';
import {
  addressOf,
  agentNameOf,
  agentOf,
  filled,
  type Kept,
  keptOf,
  type Play,
  type Run,
  userOf,
} from './run.ts';
import { boundTool } from './tool.ts';
import { decided, withUser } from './user.ts';

const WEEK_SECONDS = 7 * 86_400;

export const mandate: Play<MandateStep> = async (run, step) => {
  const runtime = step.build === undefined ? undefined : await strangersKey();
  const iac = payloadOf(run, step, runtime?.kid);
  const at = run.world.now();
  const target = String(iac.delegation_id);
  const params = { digest: digestOfJson(iac) };
  const sender = agentSender(run, agentNameOf(run, step));
  const order = { aud: ISSUER, action: 'mandate.request', target, params };
  const body = {
    iac,
    psp_id: step.psp ?? PSP,
    agent_attestation: await attestationFor(run, step),
    command: await signedCommand(run, sender, order, step.command),
    ...(runtime === undefined
      ? {}
      : {
          runtime_jwk: publicPart(runtime),
          runtime_proof: await signedCommand(
            run,
            { id: runtime.kid ?? '', key: runtime },
            { ...order, action: 'runtime.prove' },
          ),
        }),
  };
  const bank = addressOf(run, 'bank');
  if (step.below !== undefined) return handedDown(run, step, iac, body);
  const agent = agentNameOf(run, step);
  const kept: Kept = { delegation_id: target, iac, validity_end_time: iac.validity_end_time, runtime, agent };
  if (step.asks) return { ...kept, ...(await posted(`${bank}/mandates`, body)) };
  return withUser(run, step, async (going) => {
    const asked = await posted(`${bank}/mandates`, body);
    const waits = ({ status }: Kept) => status === 'PENDING_CONFIRMATION';
    const question = { aud: ISSUER, action: 'mandate.read', target };
    const answer = await decided(asked, waits, going, () =>
      readBy(run, agent, question, `/mandates/${target}`),
    );
    if (answer.mandate === undefined) throw new Refused('confirmation_denied');
    await recordIntent(run, step, iac, at);
    return { ...kept, ...answer, payment_tool_ref: await boundTool(run, step) };
  });
};

/** The agent above signs what it hands down, the agent below that it holds its key. */
async function handedDown(
  run: Run,
  step: MandateStep,
  iac: Kept,
  { psp_id: _psp, ...body }: Kept,
): Promise<Kept> {
  const above = keptOf(run, step.below ?? '');
  const { delegation_id, agent } = above as { delegation_id: string; agent: string };
  const delegation = await signedCommand(run, agentSender(run, agent), {
    aud: ISSUER,
    action: 'mandate.delegate',
    target: delegation_id,
    params: { digest: digestOfJson(iac) },
  });
  const url = `${addressOf(run, 'bank')}/mandates/${delegation_id}/delegations`;
  const answer = await posted(url, { ...body, delegation });
  return { ...answer, iac, agent: agentNameOf(run, step), payment_tool_ref: await boundTool(run, step) };
}

/** What a mandate below has in common with the one above, and which one that is. */
function inherited(run: Run, { below }: MandateStep): Kept & { readonly openact?: object } {
  if (below === undefined) return {};
  const { iac, mandate } = keptOf(run, below) as { iac: Kept; mandate: string };
  const { intent_id, source_isr_digest, validity_start_time, validity_end_time } = iac;
  const openact = { parent_mandate: digest(mandate) };
  return { intent_id, source_isr_digest, validity_start_time, validity_end_time, openact };
}

function payloadOf(run: Run, step: MandateStep, jkt: string | undefined): Kept {
  const { iac: changes = {}, build } = filled(run, step);
  const now = run.world.now();
  const { ext, ...members } = changes as Kept & { ext?: Record<string, object> };
  const pin = build === undefined ? {} : { openact: { runtime: { agent_version_digest: build, jkt } } };
  const { openact, ...same } = inherited(run, step);
  const extensions: Record<string, object> = {
    commerce: commerceOf(run),
    ...(openact === undefined ? {} : { openact }),
    ...pin,
  };
  for (const [name, block] of Object.entries(ext ?? {})) {
    extensions[name] = without({ ...extensions[name], ...block });
  }
  return without({
    delegation_id: newName('dlg'),
    delegator_identity: userOf(run, step).delegator,
    agent_id: agentOf(run, step).deps.config.agent_id,
    intent_id: newName('int'),
    delegation_mode: 'SPECIFIED',
    validity_start_time: formatUtcSeconds(now),
    validity_end_time: formatUtcSeconds(now + WEEK_SECONDS),
    max_total_amount: 1000,
    currency: currencyOf(run.world.plan),
    allowed_payment_methods: [METHOD],
    source_isr_digest: digestOfJson({ said: step.step }),
    ...same,
    ext: extensions,
    ...members,
  });
}

/** Everything that the shops of the world sell. */
function commerceOf({ world }: Run): object {
  const shops = Object.entries(world.plan.shops ?? {});
  const categories = shops.flatMap(([, { items }]) => Object.values(items).map(({ category }) => category));
  return {
    allowed_merchants: shops.map(([name]) => shopId(name)),
    allowed_categories: [...new Set(categories)],
  };
}

/** `null` takes a member out. */
function without(members: Kept): Kept {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null));
}

async function attestationFor(run: Run, step: MandateStep): Promise<string> {
  const { attestation } = agentOf(run, step).deps;
  if (step.build === undefined && step.attestation === undefined) return attestation;
  const claims = { ...claimsOf(attestation), agent_version_digest: step.stated ?? step.build ?? null };
  const typ = 'act-agent+jwt';
  return signed(run, typ, claims, keyAt(run, 'provider/agent-provider'), step.attestation);
}
