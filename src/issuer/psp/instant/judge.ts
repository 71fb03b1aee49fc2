import {
  type InstantFacts,
  type Judgement,
  judgeNow,
  verifyConfirmedRequest,
  verifyInstantRequest,
} from '../../../verifier/index.ts';
import { pspChecks, pspFacts } from '../checks/index.ts';
import type { PspParts } from '../parts.ts';
import { agentKeyOf } from '../payment/intake.ts';
import type { Tool } from '../tools.ts';
import type { InstantMessages } from './decode.ts';
import { askRisk, readInstantState } from './state.ts';

/** A request at act:L1 after its judgement, which may have been a refusal. */
export interface JudgedInstant {
  readonly messages: InstantMessages;
  readonly judgement: Judgement;
  readonly facts: InstantFacts | undefined;
  readonly tool: Tool | undefined;
  /** As the trust list calls the seller: a name that a seller gives itself is shown to nobody. */
  readonly merchantName?: string;
}

type Verify = typeof verifyConfirmedRequest;

/** As it comes in. @throws ActError agent_unknown, agent_signature_invalid, trust_list_* */
export function judgeRequest(
  parts: PspParts,
  messages: InstantMessages,
  now: number,
): Promise<JudgedInstant> {
  return judge(parts, messages, now, verifyInstantRequest);
}

/** When the user has confirmed it. @throws as `judgeRequest` */
export function judgeConfirmed(
  parts: PspParts,
  messages: InstantMessages,
  now: number,
): Promise<JudgedInstant> {
  return judge(parts, messages, now, verifyConfirmedRequest);
}

async function judge(
  parts: PspParts,
  messages: InstantMessages,
  now: number,
  verifyAs: Verify,
): Promise<JudgedInstant> {
  const agentKey = await agentKeyOf(parts.store.read, messages);
  const trustList = await parts.trust.current(now);
  const risk = await askRisk(parts, messages, agentKey, now);
  const { state, tool } = await readInstantState(parts.store.read, parts, messages, risk);
  const context = { trustList, now, audience: parts.pspId };
  const { facts, ...judgement } = await verifyAs({ ...messages.body, agentKey }, context, state);
  if (judgement.verdict === 'refused' || !facts) return { messages, judgement, facts, tool };
  const merchantName = trustList.entry(messages.quote.claims.iss, 'MERCHANT')?.name;
  const own = judgeNow(pspChecks, pspFacts(parts, facts, tool));
  return {
    messages,
    judgement: { ...own, lines: [...judgement.lines, ...own.lines] },
    facts,
    tool,
    ...(merchantName === undefined ? {} : { merchantName }),
  };
}
