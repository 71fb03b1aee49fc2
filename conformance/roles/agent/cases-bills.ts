import { must } from '../../live/http.ts';
import { caseId, type Notes } from '../../run/case.ts';
import { answer, confirm, isAt, say, type Talked, talk, whole } from './cases-talk.ts';
import type { Act, Wanted } from './errand.ts';
import type { Market } from './market.ts';
import { IDS } from './players.ts';
import { problem, type Spoils } from './scene.ts';
import { CATEGORY, DATA_CATEGORY } from './shop.ts';
import type { AgentCase } from './steps.ts';

/** Several bills under one mandate, of 0.50 each, and beside an order of 100.00: all of it is spent of the same. */

const figures =
  (day: number) =>
  ({ addresses }: Market): Act => ({
    act: 'fetch',
    resource: { method: 'GET', url: `${addresses.shop}/figures/prices?day=${day}` },
  });
const ticket = (): Act => ({ act: 'buy' });

interface Spending {
  readonly requirement: string;
  readonly slug: string;
  readonly title: string;
  readonly wanted: Partial<Wanted>;
  /** What is wanted under the mandate, one after the other. */
  readonly spends: readonly ((market: Market) => Act)[];
  readonly spoils?: Spoils;
  /** Why the last one is not paid; left out: it is. */
  readonly code?: string;
  /** Payments that are made in all. */
  readonly payments: number;
}

const WORDS = `Buy from ${IDS.shop}: tickets “T-100”, category ${CATEGORY}, and figures, category ${DATA_CATEGORY}.`;

async function spend(market: Market, notes: Notes, { wanted, spends, spoils }: Spending): Promise<Talked> {
  const bounds = { ...whole, allowed_categories: [CATEGORY, DATA_CATEGORY], ...wanted };
  const acts = [say(WORDS), answer(bounds), confirm, ...spends.map((act) => act(market))];
  return talk(market, notes, { acts }, spoils);
}

function spending(one: Spending): AgentCase {
  const { requirement, slug, title, code, payments } = one;
  return {
    id: caseId('agent', requirement, `bills-${slug}`),
    requirement,
    title,
    kind: code === undefined ? 'positive' : 'negative',
    needs: ['talk', 'orders', 'a402'],
    run: async (market, notes) => {
      const { views, scene } = await spend(market, notes, one);
      const last = views.at(-1);
      const why = last?.refused ?? last?.code;
      if (code === undefined) isAt(last, 'DONE');
      else must(why === code, `The last one is ${last?.status} ${why ?? ''}, where ${code} was due.`);
      must(
        scene.requests.length === payments,
        `${scene.requests.length} requests were taken, where ${payments} were due.`,
      );
      must(
        scene.deliveries.length + scene.released.length === payments,
        'It did not get all that it paid for.',
      );
    },
  };
}

/** The payment service refuses the first request and takes what comes after it. */
const refusedOnce: Spoils = {
  reply: (asked, who, scene) =>
    who === 'bank' && asked.path === '/payments' && scene.called('bank', /^\/payments$/) === 1
      ? problem('balance_insufficient', 'PSD-PAY-DEL-17', 422, 'never')
      : undefined,
};

const cents = (total: string): Partial<Wanted> => ({ max_single_amount: '0.60', max_total_amount: total });

const beside = (total: string): Partial<Wanted> => ({ max_single_amount: '100.00', max_total_amount: total });

export const billCases: readonly AgentCase[] = [
  spending({
    requirement: 'PSD-PAY-AUP-06',
    slug: 'to-the-last-cent',
    title:
      'Two bills that together come to the whole of the mandate are paid; one that was refused counts nothing.',
    wanted: cents('1.00'),
    spends: [figures(1), figures(2), figures(3)],
    spoils: refusedOnce,
    payments: 2,
  }),
  spending({
    requirement: 'PSD-PAY-AUP-06',
    slug: 'over-what-is-left',
    title: 'A second bill over what the first has left of the mandate is not paid.',
    wanted: cents('0.99'),
    spends: [figures(1), figures(2)],
    code: 'amount_over_total_limit',
    payments: 1,
  }),
  spending({
    requirement: 'OA-LIM-02',
    slug: 'oftener-than-said',
    title: 'One payment was said: a second bill is not paid.',
    wanted: { ...cents('5.00'), times_limit: 1 },
    spends: [figures(1), figures(2)],
    code: 'times_limit_reached',
    payments: 1,
  }),
  spending({
    requirement: 'PSD-PAY-AUP-06',
    slug: 'beside-an-order',
    title: 'A bill and an order that together come to the whole of the mandate are paid.',
    wanted: beside('100.50'),
    spends: [figures(1), ticket],
    payments: 2,
  }),
  spending({
    requirement: 'PSD-PAY-AUP-06',
    slug: 'after-an-order',
    title: 'A bill over what an order has left of the mandate is not paid.',
    wanted: beside('100.49'),
    spends: [ticket, figures(1)],
    code: 'amount_over_total_limit',
    payments: 1,
  }),
  spending({
    requirement: 'PSD-PAY-AUP-06',
    slug: 'before-an-order',
    title:
      'An order over what a bill has left of the mandate is not paid, and the seller is not asked for it.',
    wanted: beside('100.49'),
    spends: [figures(1), ticket],
    code: 'amount_over_total_limit',
    payments: 1,
  }),
];
