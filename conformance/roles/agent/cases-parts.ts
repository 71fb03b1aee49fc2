import { digestOf } from '../../forge/drafts.ts';
import { must } from '../../live/http.ts';
import { caseId, type Notes } from '../../run/case.ts';
import { isAt, type Talked, taken, talk, wish } from './cases-talk.ts';
import type { Act } from './errand.ts';
import type { Market } from './market.ts';
import { offer, type Part, within } from './parts.ts';
import type { Spoils } from './scene.ts';
import type { AgentCase } from './steps.ts';

/** What an agent buys under a part of another agent's mandate. */

const NEEDS = ['talk', 'orders', 'assignments'];
const buy: Act = { act: 'buy' };
const TOOK = wish.length;

/** Takes the part, which is then handed down, and buys under it. */
export async function boughtUnder(
  market: Market,
  part: Part,
  notes: Notes,
  spoils: Spoils = {},
): Promise<Talked> {
  const { assignment, confirmed } = offer(market, part);
  const acts: readonly Act[] = [...wish, { act: 'take', assignment }, buy];
  const talked = await talk(market, notes, { acts }, { ...spoils, confirmed });
  taken(talked.views[TOOK], 'A part that is in order');
  return talked;
}

/** Paid once, under the mandate that was handed down: what came with it is held to what was taken where it arrives. */
export function mustHavePaid({ views, scene }: Talked): void {
  isAt(views.at(-1), 'DONE');
  must(scene.requests.length === 1, `${scene.requests.length} payments were asked for, where one was due.`);
  must(scene.mandates.length === 0, 'It asked its user for a mandate besides.');
  must(scene.released.length === 1, 'It paid and did not fetch its goods.');
}

const pays = (requirement: string, slug: string, title: string, part: Part): AgentCase => ({
  id: caseId('agent', requirement, `part-${slug}`),
  requirement,
  title,
  kind: 'positive',
  needs: NEEDS,
  run: async (market, notes) => mustHavePaid(await boughtUnder(market, part, notes)),
});

export const partCases: readonly AgentCase[] = [
  pays(
    'OA-DLG-01',
    'pays-with-what-is-above',
    'A payment under a mandate that was handed down shows the mandate above it.',
    {},
  ),
  pays(
    'OA-DLG-01',
    'pays-with-all-that-is-above',
    'A payment under a mandate that was handed down twice shows both mandates above it, the first one first.',
    { between: {} },
  ),
  {
    id: caseId('agent', 'OA-LIM-04', 'part-for-another-quote'),
    requirement: 'OA-LIM-04',
    title: 'A part that pins a quote pays no other; the same part without a quote does.',
    kind: 'negative',
    needs: NEEDS,
    run: async (market, notes) => {
      mustHavePaid(await boughtUnder(market, {}, notes));
      const pinned = within('openact', { quote_digest: digestOf({}) });
      const { views, scene } = await boughtUnder(market, { iac: pinned }, notes);
      const view = views.at(-1);
      const why = view?.refused ?? view?.code;
      must(scene.quotes.size > 0, 'It never came as far as a quote.');
      must(why === 'quote_not_pinned', `It stops for ${why}, where quote_not_pinned was due.`);
      must(
        scene.requests.length + scene.released.length === 0,
        'It paid another quote than the mandate pins.',
      );
      mustHavePaid(await boughtUnder(market, {}, notes));
    },
  },
];
