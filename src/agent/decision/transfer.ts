import { expectJson } from '../../http/index.ts';
import { traced } from '../../http/traced.ts';
import { ActError, type Code } from '../../protocol/errors/index.ts';
import type { IntentTransferAnswer, IntentTransferBody } from '../../protocol/generated/types.ts';
import { validateIntentTransferAnswer } from '../../protocol/generated/validators.js';
import { newId } from '../../protocol/ports.ts';
import { trustedAddress, trustNow } from '../calls.ts';
import type { AgentContext, MerchantAddress } from '../config.ts';
import type { PartialIntent } from '../intent/draft.ts';

export type CatalogueCandidate = IntentTransferAnswer['candidates'][number];

/** What one seller answered, or why there is no answer. */
export interface SellerAnswer {
  readonly merchant: string;
  readonly candidates: readonly CatalogueCandidate[];
  readonly code?: Code;
}

/**
 * Asks every known seller at once. A seller that fails or is late costs only its own offers. Sellers learn what is
 * wanted, never what may be spent [OA-PRV-01].
 *
 * @see CID-INT-XFR
 */
export function transferIntent(
  context: AgentContext,
  wanted: PartialIntent,
  intentId: string,
): Promise<SellerAnswer[]> {
  return Promise.all(context.config.merchants.map((seller) => askSeller(context, seller, wanted, intentId)));
}

async function askSeller(
  context: AgentContext,
  seller: MerchantAddress,
  wanted: PartialIntent,
  intentId: string,
): Promise<SellerAnswer> {
  const step = {
    from: context.config.agent_id,
    to: seller.merchant,
    message: 'intent transfer',
    signer: null,
  };
  try {
    const candidates = await traced(context.trace, step, () => offersOf(context, seller, wanted, intentId));
    return { merchant: seller.merchant, candidates };
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    return { merchant: seller.merchant, candidates: [], code: error.code };
  }
}

async function offersOf(
  context: AgentContext,
  seller: MerchantAddress,
  wanted: PartialIntent,
  intentId: string,
): Promise<readonly CatalogueCandidate[]> {
  const { baseUrl } = trustedAddress(await trustNow(context), seller.merchant, 'MERCHANT');
  if (baseUrl !== seller.base_url) throw new ActError('capability_source_unconfirmed', { rule: 'directory' });
  const body = transferBody(context, wanted, intentId);
  const answer = expectJson(
    validateIntentTransferAnswer,
    await context.http.post(`${baseUrl}/intents`, body, {
      timeoutMilliseconds: context.config.merchant_deadline_milliseconds,
    }),
  );
  if (answer.request_id !== body.request_id)
    throw new ActError('peer_answer_invalid', { member: 'request_id' });
  return answer.candidates;
}

/**
 * The task at hand as the user put it: words and constraints that a seller can match. No implicit needs and no
 * preferences are passed on, so none can contradict what was confirmed.
 *
 * @see CID-INT-XFR-03, CID-INT-XFR-13
 */
function transferBody(context: AgentContext, wanted: PartialIntent, intentId: string): IntentTransferBody {
  const words = [...(wanted.need ?? []), ...(wanted.grade === undefined ? [] : [wanted.grade])];
  const { currency, allowed_categories: categories, delivery_time_requirement: deliverBy } = wanted;
  return {
    request_id: newId(context.random, 'itx'),
    agent_id: context.config.agent_id,
    intent_id: intentId,
    context: {
      ...(words.length === 0 ? {} : { explicit_need: words.join(' ') }),
      constraints: {
        ...(currency === undefined ? {} : { currency }),
        ...(categories === undefined ? {} : { categories: [...categories] }),
        ...(deliverBy === undefined ? {} : { deliver_by: deliverBy }),
        ...(wanted.need === undefined ? {} : { query: [...wanted.need] }),
      },
    },
  };
}
