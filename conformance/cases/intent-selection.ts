import { DAY, IDS, NOW } from '../forge/actors.ts';
import { accept, type Case, flags, input, refuse, remove, set, type VectorSuite } from '../forge/cases.ts';
import { OTHER_DIGEST, utc, WINDOW_END, WINDOW_START } from '../forge/claims.ts';
import type { Json } from '../forge/json.ts';

const widened = (comment: string, path: string, value: Json): Case =>
  refuse('ADD-IAC-ISS-04', 'intent_widened', comment, set('iac', path, value));
const dropped = (comment: string, path: string): Case =>
  refuse('ADD-IAC-ISS-04', 'intent_widened', comment, remove('iac', path));
const narrowed = (comment: string, path: string, value: Json): Case =>
  accept('ADD-IAC-ISS-04', comment, set('iac', path, value));

export const intentSelectionSuite: VectorSuite = {
  name: 'intent-selection',
  schema: 'iac.json',
  groups: [
    {
      operation: 'verify_intent_selection',
      description: 'An IAC and the intent that it says it was selected from.',
      obligations: [],
      input: ({ objects }) => ({ iac: objects.iac, intent: objects.intent }),
      context: () => ({}),
      cases: [
        accept('ADD-IAC-ISS-04', 'an IAC with the terms of its intent'),
        narrowed('a smaller total', '/max_total_amount', 1799.99),
        narrowed('a later start', '/validity_start_time', utc(WINDOW_START + 1)),
        narrowed(
          'one more merchant that is forbidden',
          '/ext/commerce/forbidden_merchants/-',
          'did:act:shop.example/x',
        ),
        accept(
          'ADD-IAC-ISS-04',
          'what the agent does when a price moves, left out',
          remove('iac', '/ext/agent_behavior/price_deviation_action'),
        ),
        refuse(
          'OA-INT-01',
          'intent_digest_mismatch',
          'the digest of another intent',
          set('iac', '/source_isr_digest', OTHER_DIGEST),
        ),
        refuse(
          'OA-INT-01',
          'intent_digest_mismatch',
          'an IAC that names no intent digest',
          remove('iac', '/source_isr_digest'),
        ),
        refuse(
          'OA-INT-01',
          'intent_digest_mismatch',
          'one word of the conversation, changed',
          input('/intent/conversation_history/user_intent_raw', 'A seat on the G123 on Friday, 6000 at most'),
        ),
        widened('a larger total', '/max_total_amount', 1800.01),
        widened('an earlier start', '/validity_start_time', utc(WINDOW_START - 1)),
        widened('a later end', '/validity_end_time', utc(WINDOW_END + 1)),
        widened('another agent', '/agent_id', IDS.otherAgent),
        widened('another intent id', '/intent_id', 'intent-2'),
        widened('BOUNDED from SPECIFIED', '/delegation_mode', 'BOUNDED'),
        widened('another currency', '/currency', 'HKD'),
        widened('one more method', '/allowed_payment_methods/-', IDS.otherMethod),
        dropped('methods left open', '/allowed_payment_methods'),
        widened('a larger single limit', '/ext/commerce/max_single_amount', 600.01),
        dropped('no single limit', '/ext/commerce/max_single_amount'),
        widened('a smaller minimum', '/ext/commerce/min_single_amount', 9.99),
        widened('one more category', '/ext/commerce/allowed_categories/-', 'food/drink'),
        dropped('categories left open', '/ext/commerce/allowed_categories'),
        dropped('no forbidden categories', '/ext/commerce/forbidden_categories'),
        widened('one more merchant', '/ext/commerce/allowed_merchants/-', IDS.otherMerchant),
        dropped('merchants left open', '/ext/commerce/allowed_merchants'),
        dropped('no forbidden merchants', '/ext/commerce/forbidden_merchants'),
        widened('a larger tolerance', '/ext/agent_behavior/price_deviation_tolerance', 5.01),
        dropped('no tolerance', '/ext/agent_behavior/price_deviation_tolerance'),
        widened('another reference price', '/ext/openact/reference_price', 600),
        widened(
          'another answer to a moved price',
          '/ext/agent_behavior/price_deviation_action',
          'AUTO_CANCEL',
        ),
        widened('retries where the intent cancels', '/ext/agent_behavior/on_payment_failure', 'AUTO_RETRY'),
        widened('more retries', '/ext/agent_behavior/max_retry_count', 2),
        widened('a later delivery', '/ext/fulfillment/delivery_time_requirement', utc(NOW + 2 * DAY + 1)),
        dropped('no delivery time', '/ext/fulfillment/delivery_time_requirement'),
        widened('another address', '/ext/fulfillment/delivery_address', 'Platform 5'),
        widened('more uses', '/ext/openact/times_limit', 4),
        dropped('uses without a limit', '/ext/openact/times_limit'),
        refuse(
          'OA-SCH-01',
          'schema_mismatch',
          'a term that the schema does not have',
          set('iac', '/hint', 'x'),
          flags('Schema'),
        ),
      ],
    },
  ],
};
