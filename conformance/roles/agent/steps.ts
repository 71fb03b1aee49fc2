import { must } from '../../live/http.ts';
import { type Case, caseId, type Notes, SubjectFault } from '../../run/case.ts';
import type { Kind, Market, Order, Ran } from './market.ts';
import type { Scene, Spoils } from './scene.ts';

export type AgentCase = Case<Market>;

const NEEDS: Readonly<Record<Kind, readonly string[]>> = {
  order: ['orders'],
  cashier: ['orders', 'cashier'],
  fetch: ['a402'],
  'cashier-fetch': ['a402', 'cashier'],
  talk: ['talk'],
};

/** Features that a profile of an agent may lack, by kind of purchase. */
export const needsOf = (kind: Kind): readonly string[] => NEEDS[kind];

/** How a good purchase has to have ended, as its peers saw it. @throws SubjectFault */
function mustHaveBought({ outcome, scene }: Ran, kind: Kind, requests = 1): void {
  must(outcome.status === 'DONE', `It ended as ${outcome.status} ${outcome.code ?? ''}.`);
  must(
    scene.requests.length === requests,
    `It sent ${scene.requests.length} payment requests for one purchase, where ${requests} were due.`,
  );
  const [paid] = [...scene.paid.values()];
  if (kind === 'fetch' || kind === 'cashier-fetch') {
    must(scene.deliveries.length === 1, 'It paid and did not fetch what it paid for.');
    must(outcome.body?.includes('figures') === true, 'It does not say what it got.');
  } else {
    must(scene.released.length === 1, 'It paid and did not fetch its goods.');
    must(outcome.trade_no === paid?.trade_no, 'It names another trade than the one that was made.');
  }
}

/** A good purchase in an honest world. @throws SubjectFault */
export async function goodPurchase(
  market: Market,
  kind: Kind,
  notes: Notes,
  order: Order = {},
  memory?: string,
): Promise<Ran> {
  const ran = await market.run(kind, order, {}, notes, memory);
  mustHaveBought(ran, kind);
  return ran;
}

async function prove(market: Market, kind: Kind, notes: Notes, when: string): Promise<void> {
  if (market.proven.has(kind)) return;
  await goodPurchase(market, kind, notes).catch((error: unknown) => {
    throw error instanceof SubjectFault
      ? new SubjectFault(`The good purchase ${when}: ${error.message}`)
      : error;
  });
  market.proven.add(kind);
}

export interface Naming {
  readonly requirement: string;
  readonly slug: string;
  readonly title: string;
  readonly kind?: Kind;
}

export interface Good extends Naming {
  readonly order?: Order;
  readonly spoils?: Spoils;
  /** Payment requests that are due: one, or more where some are refused and tried again. */
  readonly requests?: number;
}

/** The purchase succeeds, and `hold` finds nothing wrong with what was seen of it. */
export function positive(good: Good, hold: (ran: Ran) => void): AgentCase {
  const { requirement, slug, title, kind = 'order', order = {}, spoils = {} } = good;
  return {
    id: caseId('agent', requirement, slug),
    requirement,
    title,
    kind: 'positive',
    needs: NEEDS[kind],
    run: async (market, notes) => {
      const ran = await market.run(kind, order, spoils, notes);
      mustHaveBought(ran, kind, good.requests);
      hold(ran);
    },
  };
}

export interface Bad extends Naming {
  /** The reason that the agent has to name. */
  readonly code: string;
  /** The state that it has to stop in, where the clause is about that. */
  readonly status?: string;
  readonly order?: Order;
  readonly spoils: Spoils;
  /** How far the agent has to have come, so that it is this that it refused. */
  readonly reached: (scene: Scene) => boolean;
  /** Payment requests that may have left before: none, or those whose answers are bad. */
  readonly sent?: number;
  readonly hold?: (ran: Ran) => void;
}

/**
 * A purchase in a world with one defect, between two good ones: the agent gets as far as the defect, names its reason,
 * pays nothing (or nothing more), and takes no goods.
 */
export function negative(bad: Bad): AgentCase {
  const { requirement, slug, title, kind = 'order', order = {}, spoils, sent = 0 } = bad;
  return {
    id: caseId('agent', requirement, slug),
    requirement,
    title,
    kind: 'negative',
    needs: NEEDS[kind],
    run: async (market, notes) => {
      await prove(market, kind, notes, 'before');
      market.proven.delete(kind);
      const ran = await market.run(kind, order, spoils, notes);
      mustHaveStopped(ran, bad, sent);
      bad.hold?.(ran);
      await prove(market, kind, notes, 'afterwards');
    },
  };
}

export function mustHaveStopped({ outcome, scene }: Ran, bad: Omit<Bad, 'spoils'>, sent = 0): void {
  must(bad.reached(scene), 'It never came as far as what it has to refuse.');
  must(scene.requests.length <= sent, `It sent ${scene.requests.length} payment requests.`);
  must(scene.released.length + scene.deliveries.length === 0, 'It took the goods.');
  must(outcome.status !== 'DONE', `It says that it is done, where ${bad.code} was due.`);
  must(outcome.code === bad.code, `It stopped for ${outcome.code}, where ${bad.code} was due.`);
  if (bad.status !== undefined)
    must(outcome.status === bad.status, `It stopped as ${outcome.status}, where ${bad.status} was due.`);
}
