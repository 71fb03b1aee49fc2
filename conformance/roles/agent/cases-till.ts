import { EKU } from '../../forge/certificate.ts';
import { must } from '../../live/http.ts';
import { caseId, type Notes } from '../../run/case.ts';
import { answer, confirm, isAt, say, sentence, type Talked, talk, whole } from './cases-talk.ts';
import type { Act } from './errand.ts';
import type { Market } from './market.ts';
import { IDS } from './players.ts';
import type { TillOffer } from './scene.ts';
import type { AgentCase } from './steps.ts';

/** What an agent makes of an offer that a till puts to the code that its user shows. */

const NEEDS = ['talk', 'payer-codes'];
const REQUIREMENT = 'OA-ICN-24';
const show: Act = { act: 'show' };
const AUTHORISED: readonly Act[] = [say(sentence()), answer(whole), confirm];

const shown = (market: Market, notes: Notes, acts: readonly Act[], tills: readonly TillOffer[]) =>
  talk(market, notes, { acts: [...AUTHORISED, ...acts] }, { tills });

/** What a till offered is what was bought: once, and nobody was asked to sell something else. @throws SubjectFault */
function mustHaveBoughtAtTill({ views, scene }: Talked, offer: string | undefined): void {
  isAt(views.at(-1), 'DONE');
  must(scene.requests.length === 1, `${scene.requests.length} payments were asked for, where one was due.`);
  must(scene.requests[0]?.quote.compact === offer, 'What was paid is not what the till offered.');
  must(scene.released.length === 1, 'It paid and did not fetch its goods.');
  must(scene.intents.length + scene.orders.length === 0, 'It asked sellers besides.');
}

interface BadOffer {
  readonly slug: string;
  readonly title: string;
  readonly code: string;
  readonly offer: TillOffer;
}

/** A good offer is bought; one with one thing other is not paid for; a good one on the next code is bought. */
function badOffer({ slug, title, code, offer }: BadOffer): AgentCase {
  return {
    id: caseId('agent', REQUIREMENT, `till-${slug}`),
    requirement: REQUIREMENT,
    title,
    kind: 'negative',
    needs: NEEDS,
    async run(market, notes) {
      const good = await shown(market, notes, [show], []);
      mustHaveBoughtAtTill(good, [...good.scene.shown.values()][0]);
      const talked = await shown(market, notes, [show, show], [offer]);
      const view = talked.views[AUTHORISED.length];
      const why = view?.refused ?? view?.code;
      must(why === code, `It stops for ${why}, where ${code} was due.`);
      const [, second] = [...talked.scene.shown.values()];
      mustHaveBoughtAtTill(talked, second);
    },
  };
}

export const tillCases: readonly AgentCase[] = [
  {
    id: caseId('agent', REQUIREMENT, 'till-buys-what-is-offered'),
    requirement: REQUIREMENT,
    title: 'What a till offers for the code is bought under the mandate, with the tool that the code is for.',
    kind: 'positive',
    needs: NEEDS,
    async run(market, notes) {
      const talked = await shown(market, notes, [show], []);
      mustHaveBoughtAtTill(talked, [...talked.scene.shown.values()][0]);
      must(talked.scene.shown.size === 1, 'Another code was shown than was asked for.');
    },
  },
  badOffer({
    slug: 'over-the-mandate',
    title: 'An offer over what the mandate allows for one purchase.',
    code: 'amount_over_single_limit',
    offer: { claims: { amount: '150.01', payer_amount: '150.01' } },
  }),
  badOffer({
    slug: 'other-goods',
    title: 'An offer of another kind of goods than the mandate allows.',
    code: 'category_not_allowed',
    offer: { claims: { categories: ['goods/fireworks'] } },
  }),
  badOffer({
    slug: 'other-seller',
    title: 'An offer of a seller that the mandate does not name.',
    code: 'merchant_not_allowed',
    offer: { by: 'other' },
  }),
  badOffer({
    slug: 'for-another-agent',
    title: 'An offer that is made out to another agent.',
    code: 'quote_agent_mismatch',
    offer: { claims: { aud: 'did:act:suite-other.example/agent' } },
  }),
  badOffer({
    slug: 'another-cart',
    title: 'An offer whose seller shows another cart than the one that it is of.',
    code: 'cart_digest_mismatch',
    offer: { cart: (cart) => ({ ...cart, salt: 'A'.repeat(22) }) },
  }),
  badOffer({
    slug: 'forged',
    title: 'An offer that the seller has not signed.',
    code: 'x509_chain_broken',
    offer: {
      spoilt: { signer: ({ cast }) => cast.institution(IDS.shop, 'impostor', [EKU.quote]).signer },
    },
  }),
  badOffer({
    slug: 'another-method',
    title: 'An offer that takes a method that the agent has not.',
    code: 'no_common_method',
    offer: { claims: { accepted: [{ method_id: 'urn:act:payment:other', psp_id: IDS.psp }] as never } },
  }),
];
