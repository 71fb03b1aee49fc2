import type { PublicJwk } from '../../../protocol/digest/index.ts';
import { ActError } from '../../../protocol/errors/index.ts';
import { verifyMessageSignature } from '../../../protocol/jws/index.ts';
import { parseAmount } from '../../../protocol/money/index.ts';
import type { Queries } from '../../../store/index.ts';
import { isMandateGenuine, type TrustList } from '../../../verifier/index.ts';
import { findAgentKey, isAgentKnown } from '../agents.ts';
import type { PspParts } from '../parts.ts';
import type { StatusAnswer } from '../ports.ts';
import type { PaymentMessages } from './decode.ts';
import type { OutsideAnswers } from './state.ts';

/**
 * The registered key that the request names.
 *
 * @throws ActError agent_unknown (no key of this agent is known), agent_signature_invalid (another key than those)
 */
export async function agentKeyOf(
  queries: Queries,
  { request }: Pick<PaymentMessages, 'request'>,
): Promise<PublicJwk> {
  const { iss } = request.claims;
  const key = await findAgentKey(queries, iss, request.decoded.header.kid);
  if (key) return key;
  throw new ActError((await isAgentKnown(queries, iss)) ? 'agent_signature_invalid' : 'agent_unknown');
}

export interface Answers {
  readonly status: StatusAnswer;
  /** Of the mandates above, in the order of the chain. */
  readonly above: readonly StatusAnswer[];
  readonly outside: OutsideAnswers;
}

const NOBODY_ASKED: Answers = {
  status: { status: 'unavailable', usableBefore: 0 },
  above: [],
  outside: { status: 'unavailable', above: [], risk: 'refuse' },
};

/**
 * Asks the status source and the risk engine, but only for a sender that has signed: nobody else can make this
 * service call others. It is counted here, before anything is used up. For the rest the judgement ends at the
 * signature, before these answers are looked at.
 *
 * @throws ActError request_rate_exceeded
 */
export async function askOutside(
  parts: PspParts,
  messages: PaymentMessages,
  agentKey: PublicJwk,
  context: { readonly now: number; readonly trustList: TrustList },
): Promise<Answers> {
  const { request, mandate, chain, quote } = messages;
  if (!(await verifyMessageSignature(request.decoded, agentKey))) return NOBODY_ASKED;
  parts.callerLimit?.take(request.claims.iss);
  const ask = ({ claims, decoded }: PaymentMessages['mandate']) =>
    parts.status.ask(claims, parts.store.read, {
      ...context,
      isGenuine: () => isMandateGenuine(decoded.compact, context),
    });
  const status = await ask(mandate);
  const above: StatusAnswer[] = [];
  for (const one of chain) above.push(await ask(one));
  const risk = await parts.risk.decide({
    agentId: request.claims.iss,
    delegator: mandate.claims.iac.delegator_identity,
    merchant: quote.claims.iss,
    outTradeNo: request.claims.out_trade_no,
    amount: parseAmount(request.claims.amount, request.claims.currency),
    categories: quote.claims.categories,
    now: context.now,
  });
  return { status, above, outside: { status: status.status, above: above.map((one) => one.status), risk } };
}
