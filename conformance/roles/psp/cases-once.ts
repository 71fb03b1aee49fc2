import { askedAgain } from '../../live/again.ts';
import type { Notes } from '../../run/case.ts';
import { AFTER, DELEGATED, mustRefuse, mustSucceed, negative, type PspCase } from './steps.ts';
import type { Till } from './till.ts';

/** A road on which a command is taken, and something good that is asked on it. */
interface Road {
  readonly slug: string;
  readonly title: string;
  readonly needs: readonly string[];
  /** What has to be there before; then the call itself. */
  readonly ready: (till: Till, notes: Notes) => Promise<(notes: Notes) => Promise<unknown>>;
}

const ROADS: readonly Road[] = [
  {
    slug: 'account',
    title: 'A balance is not shown for a command that was given before.',
    needs: [DELEGATED],
    ready: async (till) => (then) => till.balance(then),
  },
  {
    slug: 'query',
    title: 'A payment is not shown for a command that was given before.',
    needs: [DELEGATED],
    async ready(till, notes) {
      const { tradeNo } = await till.pay(notes);
      return async (then) => mustSucceed(await till.askQuery(tradeNo, then), 200);
    },
  },
  {
    slug: 'fulfilment',
    title: 'The word of a delivery is not taken again under the same command.',
    needs: [AFTER],
    async ready(till, notes) {
      const { tradeNo } = await till.pay(notes);
      const body = { command: till.sellerCommand('fulfilment.confirm', tradeNo, {}) };
      const path = `/payments/${encodeURIComponent(tradeNo)}/fulfilment`;
      return async (then) => mustSucceed(await till.post(path, body, then), 200);
    },
  },
];

/** Taken, refused as given before, and one of its own is taken on the same road. */
const once = ({ slug, title, needs, ready }: Road): PspCase =>
  negative(
    'OA-CMD-02',
    `${slug}-replayed`,
    title,
    async (till, notes) => {
      const again = await askedAgain(till.caller, await ready(till, notes), notes);
      mustRefuse(again, 'command_duplicate');
      await (await ready(till, notes))(notes);
    },
    needs,
  );

export const onceCases: readonly PspCase[] = ROADS.map(once);
