import { type CallOptions, expectJson } from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { CatalogueItem } from '../../protocol/generated/types.ts';
import {
  type Validator,
  validateCatalogue,
  validateCatalogueItem,
} from '../../protocol/generated/validators.js';
import type { AgentContext } from '../config.ts';

/** A seller's answer item by item: what can be confirmed, and the names of what cannot. */
export interface Offers {
  readonly candidates: readonly CatalogueItem[];
  /** Items below the minimum, which the seller's catalogue does not complete. */
  readonly incomplete: readonly string[];
}

interface OpenAnswer {
  readonly request_id: string;
  readonly candidates: readonly unknown[];
}

const MAX_CANDIDATES = 100;
const ITEM_ID = /^[A-Za-z0-9_:~-][A-Za-z0-9._:~-]{0,127}$/;

/** The frame of an answer; its items are judged one by one, so that a poor one does not cost the others. */
export const openAnswer: Validator<OpenAnswer> = (data): data is OpenAnswer =>
  typeof data === 'object' &&
  data !== null &&
  'request_id' in data &&
  typeof data.request_id === 'string' &&
  'candidates' in data &&
  Array.isArray(data.candidates) &&
  data.candidates.length <= MAX_CANDIDATES;

/**
 * Sorts the candidates of an answer. One that lacks what a confirmation needs is looked up in the seller's catalogue;
 * when it is not complete there either, it is left out and named.
 *
 * @param within what is left of the seller's time
 * @see CID-MER-CAT-09
 */
export async function completeOffers(
  context: AgentContext,
  baseUrl: string,
  candidates: readonly unknown[],
  within: CallOptions,
): Promise<Offers> {
  const complete = candidates.filter((one): one is CatalogueItem => validateCatalogueItem(one));
  const poor = candidates.filter((one) => !validateCatalogueItem(one)).map(itemIdOf);
  if (poor.length === 0) return { candidates: complete, incomplete: [] };
  const known = new Map((await catalogueOf(context, baseUrl, within)).map((item) => [item.item_id, item]));
  const fetched = [...new Set(poor)].map((id) => known.get(id)).filter((item) => item !== undefined);
  return {
    candidates: [...complete, ...fetched],
    incomplete: poor.filter((id) => !known.has(id)),
  };
}

/** An item without a usable id cannot be looked up; it is counted under this name. */
const NAMELESS = '?';

function itemIdOf(candidate: unknown): string {
  const { item_id: id } = (candidate ?? {}) as { readonly item_id?: unknown };
  return typeof id === 'string' && ITEM_ID.test(id) ? id : NAMELESS;
}

/** A catalogue that cannot be had completes nothing; what was complete already is not lost with it. */
async function catalogueOf(
  context: AgentContext,
  baseUrl: string,
  within: CallOptions,
): Promise<readonly CatalogueItem[]> {
  try {
    const answer = await context.http.get(`${baseUrl}/catalogue`, within);
    return expectJson(validateCatalogue, answer).items;
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    return [];
  }
}
