import { type CallOptions, deadlineIn, expectJson } from '../../http/index.ts';
import { traced } from '../../http/traced.ts';
import { digestOfObject } from '../../protocol/digest/index.ts';
import { ActError, type Code } from '../../protocol/errors/index.ts';
import type { CatalogueItem, IntentTransferBody } from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { newId } from '../../protocol/ports.ts';
import { signCommand, trustedAddress, trustNow } from '../calls.ts';
import type { AgentContext, MerchantAddress } from '../config.ts';
import type { PartialIntent } from '../intent/draft.ts';
import { changeBetween, contextOf, type IntentContext } from './intent-context.ts';
import { completeOffers, type Offers, openAnswer } from './offers.ts';
import { findTransfer, saveTransfer } from './transfers.ts';

/** What one seller answered, or why there is no answer. */
export interface SellerAnswer {
  readonly merchant: string;
  readonly candidates: readonly CatalogueItem[];
  readonly incomplete?: readonly string[];
  readonly code?: Code;
}

/** What sellers are asked for. */
export interface Inquiry {
  readonly taskId: string;
  readonly intentId: string;
  readonly wanted: PartialIntent;
}

/** More than anybody compares. */
const MAX_CANDIDATES = 100;

/**
 * Asks every known seller at once, each within one deadline for all that it takes: the request, the same told anew, and
 * what its catalogue adds. A seller that fails or is late costs only its own offers. Sellers learn what is wanted,
 * never what may be spent [OA-PRV-01].
 *
 * @see CID-INT-XFR-04, CID-INT-XFR-21, OA-XFR-01
 */
export function transferIntent(context: AgentContext, inquiry: Inquiry): Promise<SellerAnswer[]> {
  return Promise.all(context.config.merchants.map((seller) => askSeller(context, seller, inquiry)));
}

async function askSeller(
  context: AgentContext,
  seller: MerchantAddress,
  inquiry: Inquiry,
): Promise<SellerAnswer> {
  const { merchant } = seller;
  const step = { from: context.config.agent_id, to: merchant, message: 'intent transfer' };
  try {
    const { candidates, incomplete } = await traced(context.trace, step, () =>
      offersOf(context, seller, inquiry),
    );
    return { merchant, candidates, ...(incomplete.length === 0 ? {} : { incomplete }) };
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    return { merchant, candidates: [], code: error.code };
  }
}

/**
 * The first request of a task says everything; each later one is an update of the former. A seller that has forgotten
 * the former is told everything again, once.
 */
async function offersOf(context: AgentContext, seller: MerchantAddress, inquiry: Inquiry): Promise<Offers> {
  const { baseUrl } = trustedAddress(await trustNow(context), seller.merchant, 'MERCHANT');
  if (baseUrl !== seller.base_url) throw new ActError('capability_source_unconfirmed', { rule: 'directory' });
  const next = contextOf(inquiry.wanted);
  const former = await findTransfer(context.store.read, inquiry.taskId, seller.merchant);
  const timeoutMilliseconds = context.config.merchant_deadline_milliseconds;
  const within: Within = { timeoutMilliseconds, deadline: deadlineIn(timeoutMilliseconds) };
  const whole = () => send(context, seller, inquiry, { next, said: next, within });
  if (former === undefined) return whole();
  const said = changeBetween(former.context, next);
  try {
    return await send(context, seller, inquiry, { next, said, previous: former.requestId, within });
  } catch (error) {
    if (!(error instanceof ActError) || !NOT_FOLLOWED.has(error.code)) throw error;
    return whole();
  }
}

/** The seller does not know the former request, or takes no updates. */
const NOT_FOLLOWED: ReadonlySet<string> = new Set(['previous_request_unknown', 'schema_mismatch']);

type Within = Pick<CallOptions, 'timeoutMilliseconds' | 'deadline'>;

interface Saying {
  /** Everything that is wanted, after this request. */
  readonly next: IntentContext;
  /** What this request says of it. */
  readonly said: IntentContext;
  readonly previous?: string;
  readonly within: Within;
}

/** @see CID-INT-XFR-02, CID-INT-XFR-08, CID-INT-XFR-18, CID-INT-XFR-19 */
async function send(
  context: AgentContext,
  { merchant, base_url: baseUrl }: MerchantAddress,
  { taskId, intentId }: Inquiry,
  { next, said, previous, within }: Saying,
): Promise<Offers> {
  const requestId = newId(context.random, 'itx');
  const body: IntentTransferBody = {
    request_id: requestId,
    agent_id: context.config.agent_id,
    intent_id: intentId,
    context: said,
    ...(previous === undefined ? {} : { previous_request_id: previous }),
    format: { max_candidates: MAX_CANDIDATES },
    agent_attestation: context.attestation,
  };
  const command = await signCommand(context, {
    aud: merchant,
    action: 'intent.transfer',
    target: merchant,
    params: { digest: await digestOfObject(body as unknown as JsonValue) },
  });
  // Also a request that is refused is one that the next can refer to.
  await context.store.transact((tx) => saveTransfer(tx, taskId, merchant, { requestId, context: next }));
  const answer = await context.http.post(`${baseUrl}/intents`, body, { command, ...within });
  const { request_id: answered, candidates } = expectJson(openAnswer, answer);
  if (answered !== requestId) throw new ActError('peer_answer_invalid', { member: 'request_id' });
  return completeOffers(context, baseUrl, candidates, within);
}
