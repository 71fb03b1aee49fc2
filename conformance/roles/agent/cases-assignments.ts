import { digestOf } from '../../forge/drafts.ts';
import type { JsonObject } from '../../forge/json.ts';
import { now, SUITE_IDS, utc } from '../../live/cast.ts';
import { must } from '../../live/http.ts';
import { mustFit } from '../../live/schemas.ts';
import { caseId, type Notes } from '../../run/case.ts';
import { wish } from './cases-talk.ts';
import type { Act, View } from './errand.ts';
import type { Market } from './market.ts';
import { HANDED_ON, offer, type Part, within } from './parts.ts';
import { IDS } from './players.ts';
import type { Scene } from './scene.ts';
import type { AgentCase } from './steps.ts';

/** What an agent makes of the part of another agent's mandate that it is offered. */

const DAY = 86_400;
const OTHER_DIGEST = 'A'.repeat(43);
const STRANGER = 'did:act:other.example/somebody';

/** What comes of offers that are made one after the other. @throws SubjectFault */
async function offered(market: Market, offers: readonly JsonObject[], notes: Notes) {
  const acts = [...wish, ...offers.map((assignment): Act => ({ act: 'take', assignment }))];
  const { outcome, scene } = await market.run('talk', { acts }, {}, notes);
  const { views = [] } = outcome;
  must(views.length === acts.length, `It shows ${views.length} views of ${acts.length} acts.`);
  return { scene, views: views.slice(-offers.length) };
}

/** It proves its key for exactly these terms. @throws SubjectFault */
function mustTake(scene: Scene, view: View | undefined, { iac }: JsonObject): void {
  must(view?.refused === undefined, `What is in order was refused: ${view?.refused}.`);
  mustFit('http/assignment-proof.json', view?.proof, 'The proof');
  const target = String((iac as JsonObject).delegation_id);
  const expected = { aud: IDS.issuer, action: 'mandate.request', target };
  scene.command(view?.proof?.command, expected, digestOf(iac as JsonObject));
}

function bad(
  code: string,
  slug: string,
  title: string,
  spoil: (market: Market) => Part,
  requirement = 'OA-DLG-10',
  honest: Part = {},
): AgentCase {
  return {
    id: caseId('agent', requirement, `assignment-${slug}`),
    requirement,
    title,
    kind: 'negative',
    needs: NEEDS,
    run: async (market, notes) => {
      const good = offer(market, honest);
      const before = await offered(market, [good.assignment], notes);
      mustTake(before.scene, before.views[0], good.assignment);
      const again = offer(market, honest);
      const bad = offer(market, { ...honest, ...spoil(market) });
      const { scene, views } = await offered(market, [bad.assignment, again.assignment], notes);
      const [refused, taken] = views;
      must(
        refused?.refused === code,
        `It answers ${refused?.refused ?? refused?.status}, where ${code} was due.`,
      );
      must(refused?.proof === undefined, 'It signed for what it refuses.');
      must(scene.mandates.length === 0, 'It asked for a mandate of its own.');
      mustTake(scene, taken, again.assignment);
    },
  };
}

const NEEDS = ['talk', 'assignments'];

/** A mandate above that its issuer has signed and nobody may rely on. */
interface Unfit {
  readonly requirement: string;
  readonly code: string;
  readonly slug: string;
  readonly title: string;
  /** The terms of the mandate above. */
  readonly above?: (iac: JsonObject) => JsonObject;
  readonly envelope?: (claims: JsonObject) => JsonObject;
  readonly header?: (header: JsonObject) => JsonObject;
  /** The terms that are offered, where they have to follow. */
  readonly below?: (iac: JsonObject) => JsonObject;
}

const seconds = (time: unknown): number => Date.parse(String(time)) / 1000;

function unfit({ requirement, code, slug, title, above: terms, envelope, header, below }: Unfit): AgentCase {
  /** The window stands in the envelope too. */
  const claims = (all: JsonObject): JsonObject => {
    const iac = terms?.(all.iac as JsonObject) ?? (all.iac as JsonObject);
    const window = { nbf: seconds(iac.validity_start_time), exp: seconds(iac.validity_end_time) };
    const whole = { ...all, ...window, iac };
    return envelope?.(whole) ?? whole;
  };
  const spoils: Part = {
    mandate: { claims, ...(header === undefined ? {} : { forge: { header } }) },
    ...(below === undefined ? {} : { iac: below }),
  };
  return bad(code, `above-${slug}`, title, () => spoils, requirement);
}

/** Members of the terms. */
const set =
  (members: JsonObject) =>
  (iac: JsonObject): JsonObject => ({ ...iac, ...members });

const without =
  (member: string) =>
  (iac: JsonObject): JsonObject => {
    const ext = iac.ext as JsonObject;
    const { [member]: _, ...commerce } = ext.commerce as JsonObject;
    return { ...iac, ext: { ...ext, commerce } };
  };

const HOUR = 3_600;
const over = { validity_end_time: utc(now() - HOUR) };
const notBegun = { validity_start_time: utc(now() + DAY) };

const mandatesAbove: readonly AgentCase[] = [
  unfit({
    requirement: 'OA-MND-01',
    code: 'mandate_time_claims_disagree',
    slug: 'with-two-ends',
    title: 'A mandate above that says its end twice, and differently.',
    envelope: (claims) => ({ ...claims, exp: Number(claims.exp) + DAY }),
  }),
  unfit({
    requirement: 'OA-MND-02',
    code: 'mandate_id_mismatch',
    slug: 'of-two-users',
    title: 'A mandate above that names another person in its envelope than in its terms.',
    envelope: (claims) => ({ ...claims, sub: 'did:act:suite.example/u-another' }),
  }),
  unfit({
    requirement: 'OA-MND-03',
    code: 'mandate_audience_mismatch',
    slug: 'for-another-service',
    title: 'A mandate above that is made out to another payment service than the offer says.',
    envelope: (claims) => ({ ...claims, aud: IDS.otherPsp }),
  }),
  unfit({
    requirement: 'OA-MND-04',
    code: 'mandate_not_pinned',
    slug: 'of-no-payee',
    title: 'A SPECIFIED mandate above that names no payee and no quote.',
    above: without('allowed_merchants'),
  }),
  unfit({
    requirement: 'OA-MND-05',
    code: 'mandate_extension_unknown',
    slug: 'of-an-unknown-constraint',
    title: 'A mandate above with a constraint that nobody knows.',
    above: within('openact', { only_on_sundays: true }),
  }),
  unfit({
    requirement: 'OA-MND-06',
    code: 'mandate_extension_not_critical',
    slug: 'not-critical',
    title: 'A mandate above whose header does not call its constraints critical.',
    header: ({ crit: _crit, openact: _openact, ...rest }) => rest,
  }),
  unfit({
    requirement: 'OA-MND-07',
    code: 'mandate_lifetime_too_long',
    slug: 'for-too-long',
    title: 'A mandate above that is good for more than 366 days.',
    above: set({ validity_end_time: utc(now() + 400 * DAY) }),
  }),
  unfit({
    requirement: 'OA-MND-08',
    code: 'mandate_not_bounded',
    slug: 'without-bounds',
    title: 'A BOUNDED mandate above that names no categories.',
    above: (iac) => without('allowed_categories')(set({ delegation_mode: 'BOUNDED' })(iac)),
    below: set({ delegation_mode: 'BOUNDED' }),
  }),
  unfit({
    requirement: 'OA-MND-09',
    code: 'issued_in_future',
    slug: 'of-the-future',
    title: 'A mandate above that is dated an hour ahead.',
    envelope: (claims) => ({ ...claims, iat: now() + HOUR }),
  }),
  unfit({
    requirement: 'ADD-INT-ICS-07',
    code: 'limit_order',
    slug: 'single-over-total',
    title: 'A mandate above that allows more for one payment than for all.',
    above: within('commerce', { max_single_amount: 1_000 }),
  }),
  unfit({
    requirement: 'ADD-INT-ICS-08',
    code: 'limit_order',
    slug: 'minimum-over-single',
    title: 'A mandate above whose least amount of a payment is more than its largest.',
    above: within('commerce', { min_single_amount: 500 }),
    below: within('commerce', { min_single_amount: 300, max_single_amount: 300 }),
  }),
  unfit({
    requirement: 'OA-AUT-01',
    code: 'autonomy_terms_missing',
    slug: 'of-a-level-without-terms',
    title: 'A mandate above of a2p2:L3 that does not say how often it may be used.',
    above: within('openact', { autonomy_level: 'a2p2:L3' }),
    below: within('openact', { autonomy_level: 'a2p2:L3' }),
  }),
  unfit({
    requirement: 'ADD-IAC-LCM-08',
    code: 'mandate_expired',
    slug: 'over',
    title: 'A mandate above whose window is over.',
    above: set(over),
    below: set(over),
  }),
  unfit({
    requirement: 'ADD-IAC-LCM-10',
    code: 'mandate_not_yet_valid',
    slug: 'not-begun',
    title: 'A mandate above whose window has not begun.',
    above: set(notBegun),
    below: set(notBegun),
  }),
  unfit({
    requirement: 'OA-DLG-01',
    code: 'mandate_chain_broken',
    slug: 'without-its-own-above',
    title: 'A mandate above that was handed down itself, shown without what it was handed down from.',
    above: within('openact', { parent_mandate: OTHER_DIGEST }),
  }),
  bad('issuer_not_trusted', 'above-of-another-issuer', 'A good mandate above of another issuer.', () => ({
    mandate: {
      claims: (claims) => ({ ...claims, iss: IDS.otherIssuer }),
      signer: ({ otherIssuer: { signer } }) => ({
        ...signer,
        header: { ...signer.header, ...HANDED_ON },
      }),
    },
  })),
];

/** What was handed down twice before it is offered. */
const betweenTwo: readonly AgentCase[] = [
  {
    id: caseId('agent', 'OA-DLG-10', 'assignment-below-two-taken'),
    requirement: 'OA-DLG-10',
    title: 'Part of a mandate that was handed down itself is taken, with both mandates above it.',
    kind: 'positive',
    needs: NEEDS,
    run: async (market, notes) => {
      const good = offer(market, { between: {} });
      const { scene, views } = await offered(market, [good.assignment], notes);
      mustTake(scene, views[0], good.assignment);
    },
  },
  bad(
    'mandate_widened',
    'between-wider',
    'Terms that are less than the mandate above them, which allows more than the one above it.',
    () => ({
      between: {
        claims: (all) => ({ ...all, iac: { ...(all.iac as JsonObject), max_total_amount: 1_000 } }),
      },
    }),
    'OA-DLG-10',
    { between: {} },
  ),
  bad(
    'mandate_chain_broken',
    'above-in-another-order',
    'Both mandates above, the last one first.',
    () => ({ order: (above) => above.toReversed() }),
    'OA-DLG-10',
    { between: {} },
  ),
];

/** Terms below those that are offered them, and no mandate all the same. */
const noMandate = (
  code: string,
  slug: string,
  title: string,
  iac: (iac: JsonObject) => JsonObject,
): AgentCase => bad(code, `terms-${slug}`, title, () => ({ iac }), 'OA-DLG-11');

const noMandates: readonly AgentCase[] = [
  noMandate(
    'limit_order',
    'single-over-total',
    'Terms that allow for one payment what the mandate above allows for one, and all together less.',
    within('commerce', { max_single_amount: 400 }),
  ),
  noMandate(
    'limit_order',
    'minimum-over-single',
    'Terms whose least amount of a payment is more than all together.',
    within('commerce', { min_single_amount: 350 }),
  ),
  noMandate(
    'time_order',
    'over-before-they-begin',
    'Terms that end before they begin, both within the mandate above.',
    set({ validity_start_time: utc(now() + 3 * DAY), validity_end_time: utc(now() + 2 * DAY) }),
  ),
  noMandate(
    'price_reference_missing',
    'tolerance-of-no-price',
    'Terms with a price tolerance, and no price from which it is counted.',
    (iac) => ({
      ...iac,
      ext: { ...(iac.ext as JsonObject), agent_behavior: { price_deviation_tolerance: 5 } },
    }),
  ),
];

export const assignmentCases: readonly AgentCase[] = [
  {
    id: caseId('agent', 'OA-DLG-10', 'assignment-taken'),
    requirement: 'OA-DLG-10',
    title: 'Part of a mandate that is in order is taken: the agent proves its key for exactly these terms.',
    kind: 'positive',
    needs: NEEDS,
    run: async (market, notes) => {
      const good = offer(market);
      const { scene, views } = await offered(market, [good.assignment], notes);
      mustTake(scene, views[0], good.assignment);
    },
  },
  bad('mandate_widened', 'wider', 'Terms with a larger total than the mandate above.', () => ({
    iac: (iac) => ({ ...iac, max_total_amount: 900.01 }),
  })),
  bad('agent_mismatch', 'of-another-agent', 'Terms for another agent.', () => ({
    iac: (iac) => ({ ...iac, agent_id: SUITE_IDS.otherAgent }),
  })),
  bad('mandate_parent_mismatch', 'of-another-delegator', 'Terms in the name of another person.', () => ({
    iac: (iac) => ({ ...iac, delegator_identity: 'did:act:suite.example/u-another' }),
  })),
  bad(
    'mandate_chain_broken',
    'below-another-mandate',
    'Terms below another mandate than the one that is shown.',
    () => ({
      iac: (iac) => ({
        ...iac,
        ext: { ...(iac.ext as JsonObject), openact: { parent_mandate: OTHER_DIGEST } },
      }),
    }),
  ),
  bad('issuer_not_trusted', 'of-another-issuer', 'An issuer that the agent does not work with.', () => ({
    members: { issuer: STRANGER },
  })),
  bad(
    'mandate_audience_mismatch',
    'for-another-service',
    'A payment service that the agent does not pay by.',
    () => ({
      members: { psp_id: STRANGER },
    }),
  ),
  bad('jws_signature_invalid', 'mandate-forged', 'A mandate above that its issuer did not sign.', () => ({
    mandate: {
      signer: ({ issuer: { signer }, cast }) => ({
        header: { ...signer.header, ...HANDED_ON },
        key: cast.stranger.key,
      }),
    },
  })),
  ...mandatesAbove,
  ...betweenTwo,
  ...noMandates,
];
