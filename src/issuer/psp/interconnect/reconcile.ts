import { expectJson } from '../../../http/index.ts';
import { traced } from '../../../http/traced.ts';
import { digestOfObject } from '../../../protocol/digest/index.ts';
import { ActError } from '../../../protocol/errors/index.ts';
import type { CommandClaims, InterconnectStatement } from '../../../protocol/generated/types.ts';
import { validateInterconnectStatement } from '../../../protocol/generated/validators.js';
import type { JsonValue } from '../../../protocol/json/index.ts';
import { readMessage, signMessage } from '../../../protocol/messages/index.ts';
import { parseAmount } from '../../../protocol/money/index.ts';
import { newId } from '../../../protocol/ports.ts';
import { consumeCommand } from '../../../store/index.ts';
import { partnerCommand } from '../commands.ts';
import type { PspParts } from '../parts.ts';
import type { Interconnection } from './config.ts';
import {
  type ClearedTrade,
  debtorOf,
  readStatement,
  type Span,
  type Statement,
  spanOf,
  targetOf,
} from './statement.ts';

/** What two services owe each other in a currency, in minor units, when both have the same trades. */
export interface Netting {
  readonly currency: string;
  readonly weOweMinor: bigint;
  readonly theyOweMinor: bigint;
  readonly trades: number;
}

/** A trade that only one side has, or that the two have differently. */
export interface Mismatch {
  readonly payerPsp: string;
  readonly tradeNo: string;
  /** Of what went back of the trade. */
  readonly refundId?: string;
  readonly rule: 'only_here' | 'only_there' | 'differs';
}

export interface Reconciliation {
  readonly nettings: readonly Netting[];
  /** Empty when the books agree; nothing is netted otherwise. */
  readonly mismatches: readonly Mismatch[];
}

/**
 * Gives a partner the statement of a span, signed.
 *
 * @throws ActError interconnect_partner_unknown, interconnect_answer_as_request, interconnect_window_invalid, command_*,
 *   issuer_*, x509_*
 * @see OA-ICN-11, OA-ICN-25
 */
export async function giveStatement(parts: PspParts, compact: string): Promise<InterconnectStatement> {
  const { target } = readMessage('command', compact).claims;
  const { claims, use, now } = await partnerCommand(parts, compact, {
    action: 'interconnect.reconcile',
    target,
  });
  const { iss: partner } = claims;
  const clearing = clearingWith(parts, partner);
  // A request is over nothing; what is over a statement is the partner's own, which somebody has sent back.
  if (claims.params?.digest !== undefined) throw new ActError('interconnect_answer_as_request');
  const span = spanOf(target, now);
  const statement = await parts.store.transact(async (tx) => {
    await consumeCommand(tx, use);
    return readStatement(tx, { pspId: parts.pspId, partner, span });
  });
  return { statement, command: await signFor(parts, clearing, partner, span, statement) };
}

/** @throws ActError interconnect_partner_unknown */
export function clearingWith({ interconnection }: PspParts, partner: string): Interconnection {
  const known = interconnection?.partners.some(({ pspId }) => pspId === partner);
  if (interconnection === undefined || !known) {
    throw new ActError('interconnect_partner_unknown', { psp_id: partner });
  }
  return interconnection;
}

/** A command about a span; over a statement, where there is one. */
async function signFor(
  { pspId, clock, random }: PspParts,
  { commandSigner }: Interconnection,
  partner: string,
  span: Span,
  statement?: Statement,
): Promise<string> {
  const digest = statement && (await digestOfObject(statement as unknown as JsonValue));
  const claims: CommandClaims = {
    iss: pspId,
    aud: partner,
    jti: newId(random, 'cmd'),
    iat: clock(),
    action: 'interconnect.reconcile',
    target: targetOf(span),
    ...(digest === undefined ? {} : { params: { digest } }),
  };
  return signMessage('command', claims, commandSigner);
}

/**
 * Compares this service's books of a span with a partner's signed statement of it, trade by trade. When they agree, what
 * each owes the other is written down for each currency, once; when not, each difference is named and nothing is netted.
 *
 * @throws ActError interconnect_partner_unknown, interconnect_window_invalid, peer_*, and what the partner refuses
 * @see OA-ICN-11, OA-ICN-12
 */
export async function reconcile(
  parts: PspParts,
  { partner, ...span }: Span & { readonly partner: string },
): Promise<Reconciliation> {
  const interconnection = clearingWith(parts, partner);
  spanOf(targetOf(span), parts.clock());
  const step = { from: parts.pspId, to: partner, message: 'interconnect.reconcile', note: targetOf(span) };
  return traced(parts.trace, step, async () => {
    const theirs = await askStatement(parts, interconnection, partner, span);
    const own = await readStatement(parts.store.read, { pspId: parts.pspId, partner, span });
    const mismatches = differencesBetween(own.trades, theirs.statement.trades);
    const nettings = mismatches.length > 0 ? [] : netted(own.trades, parts.pspId, partner);
    await keep(parts, { partner, ...span }, nettings, theirs);
    return { nettings, mismatches };
  });
}

async function askStatement(
  parts: PspParts,
  interconnection: Interconnection,
  partner: string,
  span: Span,
): Promise<InterconnectStatement> {
  const base = (await parts.trust.current(parts.clock())).entry(partner, 'PSP')?.endpoints?.base_url;
  if (base === undefined) throw new ActError('issuer_not_trusted', { entity: partner, role: 'PSP' });
  const command = await signFor(parts, interconnection, partner, span);
  const answer = expectJson(
    validateInterconnectStatement,
    await interconnection.http.post(`${base}/interconnect/statements`, { command }),
  );
  const expected = { action: 'interconnect.reconcile', target: targetOf(span) } as const;
  const { claims } = await partnerCommand(parts, answer.command, expected);
  const digest = await digestOfObject(answer.statement as unknown as JsonValue);
  const { psp_id, from, until } = answer.statement;
  const fits = claims.iss === partner && psp_id === partner && `${from}/${until}` === expected.target;
  if (!fits || claims.params?.digest !== digest)
    throw new ActError('peer_answer_invalid', { rule: 'statement' });
  return answer;
}

const keyOf = ({ payer_psp, trade_no, refund_id = '' }: ClearedTrade): string =>
  `${payer_psp} ${trade_no} ${refund_id}`;

function differencesBetween(
  own: readonly ClearedTrade[],
  theirs: readonly ClearedTrade[],
): readonly Mismatch[] {
  const there = new Map(theirs.map((trade) => [keyOf(trade), trade]));
  const here = new Set(own.map(keyOf));
  const named = (trade: ClearedTrade, rule: Mismatch['rule']): Mismatch => ({
    payerPsp: trade.payer_psp,
    tradeNo: trade.trade_no,
    ...(trade.refund_id === undefined ? {} : { refundId: trade.refund_id }),
    rule,
  });
  return [
    ...own.flatMap((trade) => {
      const other = there.get(keyOf(trade));
      if (other === undefined) return [named(trade, 'only_here')];
      return isSame(trade, other) ? [] : [named(trade, 'differs')];
    }),
    ...theirs.filter((trade) => !here.has(keyOf(trade))).map((trade) => named(trade, 'only_there')),
  ];
}

function isSame(left: ClearedTrade, right: ClearedTrade): boolean {
  return (
    left.peer_trade_no === right.peer_trade_no &&
    left.out_trade_no === right.out_trade_no &&
    left.intent_id === right.intent_id &&
    left.currency === right.currency &&
    parseAmount(left.amount, left.currency).minor === parseAmount(right.amount, right.currency).minor
  );
}

function netted(trades: readonly ClearedTrade[], pspId: string, partner: string): readonly Netting[] {
  const byCurrency = new Map<string, Netting>();
  for (const trade of trades) {
    const { currency, amount } = trade;
    const { minor } = parseAmount(amount, currency);
    const sum = byCurrency.get(currency) ?? { currency, weOweMinor: 0n, theyOweMinor: 0n, trades: 0 };
    const ours = debtorOf(trade, [pspId, partner]) === pspId;
    byCurrency.set(currency, {
      currency,
      weOweMinor: sum.weOweMinor + (ours ? minor : 0n),
      theyOweMinor: sum.theyOweMinor + (ours ? 0n : minor),
      trades: sum.trades + 1,
    });
  }
  return [...byCurrency.values()];
}

/** What was agreed on stays: the same span again changes nothing. */
async function keep(
  { store, clock }: PspParts,
  { partner, from, until }: Span & { readonly partner: string },
  nettings: readonly Netting[],
  statement: InterconnectStatement,
): Promise<void> {
  if (nettings.length === 0) return;
  await store.transact(async (tx) => {
    for (const { currency, weOweMinor, theyOweMinor, trades } of nettings) {
      await tx.run(
        `INSERT INTO interconnect_nettings (partner, from_time, until_time, currency, we_owe_minor, they_owe_minor,
           trades, statement, agreed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
        [
          partner,
          from,
          until,
          currency,
          weOweMinor,
          theyOweMinor,
          trades,
          JSON.stringify(statement),
          clock(),
        ],
      );
    }
  });
}
