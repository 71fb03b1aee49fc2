import { NOW } from '../forge/actors.ts';
import { accept, type Case, type Change, context, flags, input, type VectorSuite } from '../forge/cases.ts';
import { type ChainChanges, chainIdOf, chainOf } from '../forge/chain.ts';
import { utc } from '../forge/claims.ts';
import type { Json, JsonObject } from '../forge/json.ts';
import { LOG_KEY } from './log-proof.ts';
import { trust } from './shared.ts';

const CLAUSE = 'TSD-ATT-SVF-21';
const ALL = ['VERIFIED', 'VERIFIED', 'VERIFIED', 'VERIFIED', 'VERIFIED'];

const made = (changes: ChainChanges): Change =>
  input('/records', ({ actors, tokens }) => chainOf(actors, tokens.attestation, changes) as Json[]);

/** After everything: what somebody who holds the records can do with them. */
const held = (change: (records: JsonObject[]) => JsonObject[]): Change =>
  input('/records', ({ actors, tokens }) => change(chainOf(actors, tokens.attestation)) as Json[]);

const came = (
  comment: string,
  holds: boolean,
  verdicts: readonly string[],
  about: JsonObject,
  ...changes: readonly Change[]
): Case => ({
  ...accept(CLAUSE, comment, ...changes),
  values: { holds, verdicts: [...verdicts], ...about },
});
const holds = (comment: string, verdicts: readonly string[], ...changes: readonly Change[]): Case =>
  came(comment, true, verdicts, {}, ...changes);
const breaks = (comment: string, count: number, broken: string, ...changes: readonly Change[]): Case =>
  came(comment, false, ALL.slice(0, count), { broken }, ...changes);
const ends = (comment: string, verdicts: readonly string[], ...changes: readonly Change[]): Case =>
  came(comment, false, verdicts, {}, ...changes);

const cases: readonly Case[] = [
  holds('from the delivery back to the wish', ALL),
  holds('from the payment back to the wish', ALL.slice(1), context('/record_id', chainIdOf('paid'))),
  holds(
    'the records in another order',
    ALL,
    held((records) => records.toReversed()),
  ),
  {
    ...holds(
      'OA-REC-03: a seller that was told no intent',
      ALL,
      made({ delivered: { intent_id: 'order-0001' } }),
    ),
    requirement: 'OA-REC-03',
  },
  holds(
    'everything in the same second',
    ALL,
    made({
      paid: { event_time: utc(NOW - 180), record_time: utc(NOW - 180) },
      delivered: { event_time: utc(NOW - 180), record_time: utc(NOW - 180) },
    }),
    flags('Edge'),
  ),
  breaks('a delivery of another process', 2, 'intent_id', made({ delivered: { intent_id: 'intent-2' } })),
  breaks('a mandate of another process', 4, 'intent_id', made({ issued: { intent_id: 'intent-2' } })),
  breaks('a payment of another order', 2, 'order_no', made({ paid: { order_no: 'order-0002' } })),
  breaks('a payment of another trade', 2, 'trade_no', made({ paid: { trade_no: 'trade-2' } })),
  breaks(
    'a delivery a minute and a second before its payment',
    2,
    'time',
    made({ delivered: { event_time: utc(NOW - 181) } }),
    flags('Edge'),
  ),
  holds(
    'a delivery a minute before its payment: two recorders, two clocks',
    ALL,
    made({ delivered: { event_time: utc(NOW - 180) } }),
    flags('Edge'),
  ),
  breaks(
    'a delivery that follows from a cart',
    2,
    'order',
    made({ delivered: { upstream_record_ref: chainIdOf('cart') } }),
  ),
  breaks(
    'a mandate that follows from itself',
    4,
    'cycle',
    made({ issued: { upstream_record_ref: chainIdOf('issued') } }),
  ),
  ends(
    'a cart that was changed',
    ['VERIFIED', 'VERIFIED', 'PAYLOAD_HASH_MISMATCH'],
    input('/records/2/record/event_body/amount', '553.51'),
  ),
  ends(
    'a cart that nobody has anchored',
    ['VERIFIED', 'VERIFIED', 'ANCHOR_NOT_FOUND'],
    input('/records/2/anchored', 'none'),
  ),
  ends(
    'a cart that nobody shows',
    ['VERIFIED', 'VERIFIED', 'record_not_found'],
    held((records) => records.toSpliced(2, 1)),
  ),
  ends(
    'a wish that is anchored as another one',
    ['VERIFIED', 'VERIFIED', 'VERIFIED', 'VERIFIED', 'ANCHOR_NOT_FOUND'],
    input('/records/0/anchored/index', 5),
  ),
];

export const recordChainSuite: VectorSuite = {
  name: 'record-chain',
  groups: [
    {
      operation: 'verify_chain',
      description:
        'A record and what it followed from, each with what the log answers of it: `records` in any order, `record_id` the one to begin with. Accepted: the chain was followed; `holds` says whether it leads to a beginning with every record VERIFIED and fitting the next, `verdicts` has the conclusion about each that was reached (or the code, where there is none), `broken` the first rule of a chain that does not fit.',
      obligations: [],
      input: ({ actors, tokens }) => ({ records: chainOf(actors, tokens.attestation) as Json[] }),
      context: (world) => ({ ...trust(world), log_keys: [LOG_KEY], record_id: chainIdOf('delivered') }),
      cases,
    },
  ],
};
