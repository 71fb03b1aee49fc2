import { digestOfText } from '../../forge/bytes.ts';
import type { JsonObject } from '../../forge/json.ts';
import { inCurrency } from '../../live/amounts.ts';
import { now, SUITE_IDS, utc } from '../../live/cast.ts';
import { ownFits } from '../../live/schemas.ts';
import { confirmationOf, INDEX_ABOVE, shownOf } from './bank.ts';
import type { Market } from './market.ts';
import { IDS, type Players, type Spoilt } from './players.ts';
import { type Confirmed, newId } from './scene.ts';
import { CATEGORY } from './shop.ts';

/** Parts of other agents' mandates that an agent is offered. */

const DAY = 86_400;
/** Whoever does not know what handing down means has to refuse it. */
export const HANDED_ON = { crit: ['openact'], openact: 1 };
/** Between the delegator's own agent and whoever is offered a part. */
const BETWEEN = 'did:act:suite-other.example/agent-between';

/** What is other than in a part that is in order. */
export interface Part {
  /** The terms, after they were made below the mandates. */
  readonly iac?: (iac: JsonObject) => JsonObject;
  /** The delegator's own mandate. */
  readonly mandate?: Spoilt;
  /** One that was handed down from it, and from which the part is; left out: the part is from the delegator's own. */
  readonly between?: Spoilt;
  /** The mandates as they are shown, the delegator's own first. */
  readonly order?: (above: readonly string[]) => readonly string[];
  /** Members of the assignment. */
  readonly members?: JsonObject;
}

export interface Offered {
  readonly assignment: JsonObject;
  /** What the delegator has confirmed: all of it rests on this. */
  readonly confirmed: Confirmed;
}

interface Terms {
  readonly iac: JsonObject;
  readonly jkt: string;
}

/** Members of one part of the extensions. */
export const within =
  (part: 'commerce' | 'openact', members: JsonObject) =>
  (iac: JsonObject): JsonObject => {
    const ext = iac.ext as JsonObject;
    return { ...iac, ext: { ...ext, [part]: { ...(ext[part] as JsonObject), ...members } } };
  };

/** Terms as they are signed and shown, once a case has changed them: their amounts are numbers. */
const sent = (players: Players, said: JsonObject): JsonObject =>
  players.said(inCurrency(said, players.agent.currency));

/** What the delegator has confirmed for the first agent, which may hand it on. */
function ownTerms(steps: number): JsonObject {
  const at = now();
  return {
    intent_id: newId('int'),
    delegation_id: newId('dlg'),
    delegator_identity: IDS.delegator,
    source_isr_digest: digestOfText(newId('intent')),
    delegation_mode: 'SPECIFIED',
    validity_start_time: utc(at - DAY),
    validity_end_time: utc(at + 5 * DAY),
    max_total_amount: 900,
    currency: 'CNY',
    allowed_payment_methods: [IDS.method],
    agent_id: SUITE_IDS.otherAgent,
    user_confirmation_method: 'FINGERPRINT',
    user_confirmation_timestamp: utc(at - DAY),
    ext: {
      commerce: { max_single_amount: 400, allowed_categories: [CATEGORY], allowed_merchants: [IDS.shop] },
      openact: { delegation_depth: steps },
    },
  };
}

/** Less of what the mandate above allows, for another agent; without steps it is not handed on any further. */
function termsBelow(
  above: Terms['iac'],
  compact: string,
  agent_id: string,
  total: number,
  steps = 0,
): JsonObject {
  const openact = {
    parent_mandate: digestOfText(compact),
    ...(steps === 0 ? {} : { delegation_depth: steps }),
  };
  const { ext } = above as { readonly ext: { readonly commerce: JsonObject } };
  // One payment is never allowed more than all together are.
  const single = Math.min(total, Number(ext.commerce.max_single_amount));
  const commerce = { ...ext.commerce, max_single_amount: single };
  return {
    ...above,
    delegation_id: newId('dlg'),
    agent_id,
    max_total_amount: total,
    ext: { ...ext, commerce, openact },
  };
}

function signed(
  { players, addresses }: Market,
  { iac, jkt }: Terms,
  confirmation: string,
  spoilt: Spoilt,
): string {
  const seconds = (time: unknown): number => Date.parse(String(time)) / 1000;
  const begins = seconds(iac.validity_start_time);
  const claims: JsonObject = {
    iss: IDS.issuer,
    jti: String(iac.delegation_id),
    iat: begins,
    nbf: begins,
    exp: seconds(iac.validity_end_time),
    sub: IDS.delegator,
    aud: IDS.psp,
    cnf: { jkt },
    status: { status_list: { idx: INDEX_ABOVE, uri: `${addresses.bank}/status-lists/1` } },
    confirmation_digest: digestOfText(confirmation),
    iac,
  };
  const { signer } = players.issuer;
  const by = { ...signer, header: { ...signer.header, ...HANDED_ON } };
  return players.sign('act-mandate+jwt', 'mandate.json', claims, by, {
    ...spoilt,
    claims: (all) => sent(players, spoilt.claims?.(all, players) ?? all),
  });
}

function confirmedBy(players: Players, iac: JsonObject): Confirmed {
  const { jkt } = players.cast.otherAgent.key;
  const agent = { agent_id: SUITE_IDS.otherAgent, jkt };
  const { user_confirmation_method: _method, user_confirmation_timestamp: _time, ...asked } = iac;
  const shown = shownOf(players, 'mandate', { iac: sent(players, asked), agent });
  return { shown, confirmation: confirmationOf(players, shown, String(iac.source_isr_digest), jkt) };
}

/** Part of another agent's mandate, as its agent offers it. */
export function offer(market: Market, part: Part = {}): Offered {
  const { players } = market;
  const { between, mandate = {}, members = {} } = part;
  const own = ownTerms(between === undefined ? 1 : 2);
  const confirmed = confirmedBy(players, own);
  const { jkt } = players.cast.otherAgent.key;
  const first = signed(market, { iac: own, jkt }, confirmed.confirmation, mandate);
  const above = [first];
  let terms = own;
  if (between !== undefined) {
    terms = termsBelow(own, first, BETWEEN, 600, 1);
    above.push(
      signed(market, { iac: terms, jkt: players.cast.stranger.key.jkt }, confirmed.confirmation, between),
    );
  }
  const iac = termsBelow(terms, above.at(-1) ?? '', players.agent.id, 300);
  const whole = { issuer: IDS.issuer, psp_id: IDS.psp, iac, mandates_above: above } as unknown as JsonObject;
  ownFits('http/assignment.json', whole);
  const shown = [...(part.order?.(above) ?? above)] as unknown as JsonObject[];
  const assignment = {
    ...whole,
    iac: sent(players, part.iac?.(structuredClone(iac)) ?? iac),
    mandates_above: shown,
    ...members,
  };
  return { assignment, confirmed };
}
