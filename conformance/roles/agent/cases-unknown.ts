import { must } from '../../live/http.ts';
import type { Asked, Reply } from '../../live/server.ts';
import { caseId, type Notes } from '../../run/case.ts';
import { answerAsBank } from './bank.ts';
import type { Kind, Market, Order } from './market.ts';
import { problem, type Scene, type Spoils } from './scene.ts';
import { type AgentCase, goodPurchase, needsOf, positive } from './steps.ts';

/** What an agent does while it does not know what became of a payment: it asks, and pays nothing in its place. */

const PAYMENTS = ['/payments', '/instant-payments'];
const lost: Reply = { status: 504, type: 'text/plain', body: 'lost' };

const isPayment = ({ path }: Asked): boolean => PAYMENTS.includes(path);
const isQuestion = ({ method, path }: Asked): boolean =>
  path === '/payments/query' || (method === 'GET' && path.startsWith('/instant-payments/'));

/** The first request for a payment is taken, and what comes back for it says nothing of that. */
const takenAndAnswered = (answer: Reply): Spoils => ({
  reply: (asked, who, scene) => {
    if (who !== 'bank' || !isPayment(asked) || scene.requests.length > 0) return undefined;
    answerAsBank(scene, asked);
    return answer;
  },
});

/** The service takes every request that reaches it; none of its answers and of what is asked about them arrives. */
const silent: Spoils = {
  reply: (asked, who, scene) => {
    if (who !== 'bank') return undefined;
    if (isQuestion(asked)) return lost;
    if (!isPayment(asked)) return undefined;
    answerAsBank(scene, asked);
    return lost;
  },
};

const asks = (scene: Scene): void =>
  must(
    scene.calls.some(({ who, path }) => who === 'bank' && isQuestion({ method: 'GET', path } as Asked)),
    'It did not ask what became of the payment.',
  );

interface Open {
  readonly requirement: string;
  readonly slug: string;
  readonly title: string;
  readonly kind: Kind;
  readonly order?: Order;
}

/** Between two good purchases one whose outcome cannot be had: it stays open, whatever the user has set for refusals. */
function stillOpen({ requirement, slug, title, kind, order = {} }: Open): AgentCase {
  return {
    id: caseId('agent', requirement, slug),
    requirement,
    title,
    kind: 'negative',
    needs: needsOf(kind),
    run: async (market: Market, notes: Notes) => {
      await goodPurchase(market, kind, notes);
      const { outcome, scene } = await market.run(kind, order, silent, notes);
      must(
        scene.requests.length === 1,
        `It sent ${scene.requests.length} payment requests, where one was due.`,
      );
      asks(scene);
      must(outcome.status !== 'DONE', 'It says that it is done, and knows nothing.');
      must(outcome.status !== 'CANCELLED', 'It says that the purchase is over, which may be paid.');
      must(scene.cancelled.length === 0, 'It gave up an order that may be paid.');
      must(scene.released.length + scene.deliveries.length === 0, 'It took the goods.');
      await goodPurchase(market, kind, notes);
    },
  };
}

const settled: readonly AgentCase[] = [
  positive(
    {
      requirement: 'OA-NET-02',
      slug: 'cashier-lost-answer-is-asked-about',
      title:
        'What the cashier answers gets lost: the agent looks by the id of its request, and does not ask again.',
      kind: 'cashier',
      spoils: takenAndAnswered(lost),
    },
    ({ scene }) => asks(scene),
  ),
  positive(
    {
      requirement: 'OA-NET-02',
      slug: 'server-fault-is-no-refusal',
      title: 'A payment service that shuts down has refused nothing: the payment was made.',
      spoils: takenAndAnswered(problem('shutting_down', 'OA-OPS-01', 503, 'later')),
    },
    ({ scene }) => asks(scene),
  ),
  positive(
    {
      requirement: 'OA-NET-02',
      slug: 'pending-is-no-refusal',
      title: 'A payment that is not through yet is asked about, as its advice says, and not made again.',
      spoils: takenAndAnswered(problem('payment_pending', 'OA-QRY-02', 409, 'query_first')),
    },
    ({ scene }) => asks(scene),
  ),
];

const open: readonly AgentCase[] = [
  stillOpen({
    requirement: 'OA-NET-02',
    slug: 'unknown-is-not-paid-again',
    title: 'Neither the payment nor any question about it is answered, and refusals are to be tried again.',
    kind: 'order',
    order: { wanted: { on_payment_failure: 'AUTO_RETRY', max_retry_count: 2 } },
  }),
  stillOpen({
    requirement: 'OA-CART-04',
    slug: 'unknown-is-not-given-up',
    title: 'Neither the payment nor any question about it is answered, and refusals are to end the purchase.',
    kind: 'order',
    order: { wanted: { on_payment_failure: 'CANCEL' } },
  }),
  stillOpen({
    requirement: 'OA-NET-02',
    slug: 'cashier-unknown-is-not-asked-again',
    title: 'Neither the cashier nor any question about the payment is answered.',
    kind: 'cashier',
  }),
  stillOpen({
    requirement: 'OA-A402-14',
    slug: 'a402-unknown-is-not-paid-again',
    title: 'Neither the payment of a bill nor any question about it is answered.',
    kind: 'fetch',
  }),
  stillOpen({
    requirement: 'OA-A402-14',
    slug: 'a402-cashier-unknown-is-not-asked-again',
    title: 'Neither the cashier nor any question about the payment of a bill is answered.',
    kind: 'cashier-fetch',
  }),
];

export const unknownCases: readonly AgentCase[] = [...settled, ...open];
