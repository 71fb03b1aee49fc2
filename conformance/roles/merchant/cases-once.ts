import { digestOfText } from '../../forge/bytes.ts';
import { digestOf } from '../../forge/drafts.ts';
import type { Answer } from '../../live/http.ts';
import type { Notes } from '../../run/case.ts';
import { id, type Quoted, type Shop } from './shop.ts';
import { type MerchantCase, must, mustRefuse, negative, ORDERS } from './steps.ts';

/** A road on which a command is taken, and what is given with one that is made out already. */
interface Road {
  readonly slug: string;
  readonly title: string;
  readonly needs: readonly string[];
  /** A command for this road, and the call that gives it. */
  readonly ask: (shop: Shop, quoted: Quoted, notes: Notes) => () => Promise<Answer>;
}

const at = ({ orderNo }: Quoted, part = ''): string => `/orders/${encodeURIComponent(orderNo)}${part}`;

const ROADS: readonly Road[] = [
  {
    slug: 'read',
    title: 'An order is not shown for a command that was given before.',
    needs: [ORDERS],
    ask: (shop, quoted, notes) => {
      const headers = { authorization: `ACT-Command ${shop.command('order.read', quoted.orderNo, {})}` };
      return () => shop.caller.call(at(quoted), { headers }, notes);
    },
  },
  {
    slug: 'cancel',
    title: 'A command that has cancelled an order is not taken again.',
    needs: [ORDERS, 'cancel'],
    ask: (shop, quoted, notes) => {
      const body = { command: shop.command('order.cancel', quoted.orderNo, {}) };
      return () => shop.caller.call(at(quoted, '/cancel'), { body }, notes);
    },
  },
  {
    slug: 'release',
    title: 'A command that has released an order is not taken again, with the same receipt either.',
    needs: [ORDERS],
    ask: (shop, quoted, notes) => {
      const receipt = shop.receipt(quoted);
      const digest = digestOfText(receipt);
      const body = { receipt, command: shop.command('order.release', quoted.orderNo, { digest }) };
      return () => shop.caller.call(at(quoted, '/release'), { body }, notes);
    },
  },
  {
    slug: 'same-quote',
    title: 'A command is not taken again for a request whose quote would be shown again.',
    needs: [ORDERS],
    ask: (shop, _, notes) => {
      const order = shop.order({ request_id: id('req') });
      const command = shop.command('quote.request', shop.settings.id, { digest: digestOf(order) });
      const body = { agent_attestation: shop.attestation(), order, command };
      return () => shop.caller.call('/quotes', { body }, notes);
    },
  },
];

/** Taken, refused as given before, and one of its own is taken on the same road. */
const once = ({ slug, title, needs, ask }: Road): MerchantCase =>
  negative(
    { requirement: 'OA-CMD-02', slug: `${slug}-replayed`, title },
    async (shop, notes) => {
      const give = ask(shop, await shop.quote(notes), notes);
      const first = await give();
      must(
        first.status === 200 || first.status === 201,
        `Answered ${first.status}, where a good command is.`,
      );
      mustRefuse(await give(), 'command_duplicate');
      const fresh = await ask(shop, await shop.quote(notes), notes)();
      must(fresh.status === first.status, `A fresh command was answered with ${fresh.status}.`);
    },
    needs,
  );

export const onceCases: readonly MerchantCase[] = ROADS.map(once);
