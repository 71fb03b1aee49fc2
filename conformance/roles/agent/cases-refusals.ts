import { must } from '../../live/http.ts';
import { answer, confirm, dialogue, isAt, say, sentence, taken, whole } from './cases-talk.ts';
import type { Act, View, Wanted } from './errand.ts';
import type { Scene, Spoils } from './scene.ts';
import type { AgentCase } from './steps.ts';

/** What an agent does about a refused payment, by what its user has set for it. */

const buy: Act = { act: 'buy' };
const POOR = 'balance_insufficient';

const acts = (set: Partial<Wanted>, ...more: readonly Act[]): readonly Act[] => [
  say(sentence()),
  answer({ ...whole, ...set }),
  confirm,
  buy,
  ...more,
];
const refusing = (times: number, retryability: string): Spoils => ({
  refusing: { code: POOR, retryability, times },
});
const NEEDS_ORDERS = { needs: ['orders'] } as const;

const asked = (scene: Scene, count: number): void =>
  must(scene.requests.length === count, `${scene.requests.length} requests, where ${count} were due.`);

/** The purchase is not done, for the reason that the payment service gave. */
const stopped = (view: View | undefined): void => {
  taken(view, 'The purchase');
  must(view?.status !== 'DONE', 'It is done without being paid.');
  must(view?.code === POOR, `Why it stopped is ${view?.code}, where ${POOR} was due.`);
};

const oneOrder = (scene: Scene): void => {
  const orders = new Set(scene.requests.map(({ claims }) => String(claims.out_trade_no)));
  must(orders.size === 1, `The requests are for ${orders.size} orders.`);
};

const ONCE: Partial<Wanted> = { on_payment_failure: 'AUTO_RETRY', max_retry_count: 1 };
const TWICE: Partial<Wanted> = { on_payment_failure: 'AUTO_RETRY', max_retry_count: 2 };

export const refusalCases: readonly AgentCase[] = [
  dialogue(
    {
      requirement: 'OA-CART-04',
      slug: 'refused-and-given-up',
      title: 'A refused payment ends the purchase for good, and the seller hears that the order is given up.',
      kind: 'negative',
      acts: acts({ on_payment_failure: 'CANCEL' }, buy),
      spoils: refusing(1, 'later'),
      ...NEEDS_ORDERS,
    },
    ({ views, scene }) => {
      isAt(views[3], 'CANCELLED');
      stopped(views[3]);
      const [order] = scene.requests.map(({ claims }) => String(claims.out_trade_no));
      must(scene.cancelled.includes(order ?? ''), 'The seller does not hear of it.');
      isAt(views[4], 'CANCELLED');
      asked(scene, 1);
    },
  ),
  dialogue(
    {
      requirement: 'OA-CART-04',
      slug: 'paid-and-not-given-up',
      title: 'The same wish ends nothing that is paid.',
      acts: acts({ on_payment_failure: 'CANCEL' }),
      ...NEEDS_ORDERS,
    },
    ({ views, scene }) => {
      isAt(views[3], 'DONE');
      must(scene.cancelled.length === 0, 'The order that was paid is given up.');
    },
  ),
  dialogue(
    {
      requirement: 'OA-CART-05',
      slug: 'tries-as-often-as-set',
      title: 'Two refusals that may pass are outlived by two further tries, each a request of its own.',
      acts: acts(TWICE),
      spoils: refusing(2, 'later'),
      ...NEEDS_ORDERS,
    },
    ({ views, scene }) => {
      isAt(views[3], 'DONE');
      asked(scene, 3);
      oneOrder(scene);
    },
  ),
  dialogue(
    {
      requirement: 'OA-CART-05',
      slug: 'tries-no-more-than-set',
      title: 'The second refusal is the last: there is no third request.',
      kind: 'negative',
      acts: acts(ONCE),
      spoils: refusing(100, 'later'),
      ...NEEDS_ORDERS,
    },
    ({ views, scene }) => {
      stopped(views[3]);
      asked(scene, 2);
      oneOrder(scene);
    },
  ),
  dialogue(
    {
      requirement: 'OA-CART-05',
      slug: 'final-is-final',
      title: 'A refusal that says that trying again cannot help is not tried again.',
      kind: 'negative',
      acts: acts(TWICE),
      spoils: refusing(1, 'never'),
      ...NEEDS_ORDERS,
    },
    ({ views, scene }) => {
      stopped(views[3]);
      asked(scene, 1);
    },
  ),
  dialogue(
    {
      requirement: 'ADD-INT-ICS-10',
      slug: 'asks-how-often',
      title: 'To try again is no instruction without a count: the user is asked how often.',
      acts: [say(sentence()), answer({ ...whole, on_payment_failure: 'AUTO_RETRY' })],
    },
    ({ views: [, view] }) =>
      must(
        view?.questions?.some(({ field, reason }) => field === 'max_retry_count' && reason === 'missing') ===
          true,
        'The count is not asked for.',
      ),
  ),
];
