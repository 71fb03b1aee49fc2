import { NotRun } from '../../run/case.ts';
import { id } from '../account/bank.ts';
import { mustTakeOnce, type Road } from '../account/once.ts';
import { askCode, codeOf } from './cases-across.ts';
import { askRefund, delivered, mustReach, received } from './cases-after.ts';
import { open as openAtCashier, state as stateAtCashier } from './cases-instant.ts';
import { RECORDS, shown } from './cases-records.ts';
import { askOpen, manage, money, newCard, openCard, view } from './cases-sub-account.ts';
import {
  ACROSS,
  AFTER,
  DELEGATED,
  INSTANT,
  mustSucceed,
  negative,
  type PspCase,
  SUB_ACCOUNTS,
} from './steps.ts';
import type { Till } from './till.ts';

interface TillRoad extends Road<Till> {
  /** Whether it leaves questions to the delegator behind, which are declined afterwards. */
  readonly asks?: true;
}

const ROADS: readonly TillRoad[] = [
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
  {
    slug: 'refund',
    title: 'A command that has given money back is not taken again.',
    needs: [AFTER],
    async ready(till, notes) {
      const paid = await till.pay(notes);
      return async (then) => mustSucceed(await askRefund(till, paid, then, { amount: '0.10' }), 200);
    },
  },
  {
    slug: 'receipt',
    title: 'The word that goods have come is not taken again under the same command.',
    needs: [AFTER],
    async ready(till, notes) {
      const paid = await till.pay(notes);
      await mustReach(await delivered(till, paid, notes), 'WAIT_BUYER_RECEIPT');
      return async (then) => mustReach(await received(till, paid, then), 'TRADE_FINISHED');
    },
  },
  {
    slug: 'records',
    title: 'What was recorded of a payment is not shown for a command that was given before.',
    needs: [DELEGATED, RECORDS],
    async ready(till, notes) {
      if (!till.settings.records) throw new NotRun('The subject file does not say that it records.');
      const { tradeNo } = await till.pay(notes);
      return (then) => shown(till, tradeNo, then);
    },
  },
  {
    slug: 'instant-read',
    title: 'How a payment stands at the cashier is not shown for a command that was given before.',
    needs: [INSTANT],
    async ready(till, notes) {
      const { paymentId } = await openAtCashier(till, notes);
      return (then) => stateAtCashier(till, paymentId, then);
    },
    asks: true,
  },
  {
    slug: 'tool-request',
    title: 'A command that has asked for a tool asks for none again.',
    needs: [DELEGATED],
    ready: async (till) => async (then) =>
      mustSucceed(await till.askTool(id('treq'), till.limits(), then), 202),
    asks: true,
  },
  {
    slug: 'tool-read',
    title: 'A tool is not shown for a command that was given before.',
    needs: [DELEGATED],
    async ready(till, notes) {
      const { toolRequestId } = await till.bind(notes);
      return async (then) => mustSucceed(await till.askToolRead(toolRequestId, then), 200);
    },
  },
  {
    slug: 'tool-revocation',
    title: 'A command that has revoked a tool is not taken again.',
    needs: [DELEGATED],
    async ready(till, notes) {
      const { toolRef } = await till.bind(notes);
      const body = { command: till.deviceCommand('tool.revoke', toolRef, { aud: till.settings.id }) };
      const path = `/tools/${encodeURIComponent(toolRef)}/revoke`;
      return async (then) => mustSucceed(await till.post(path, body, then), 200);
    },
  },
  {
    slug: 'card-request',
    title: 'A command that has asked for a sub-account asks for none again.',
    needs: [SUB_ACCOUNTS],
    ready: async (till) => async (then) => mustSucceed(await askOpen(till, newCard(till), then), 202),
    asks: true,
  },
  {
    slug: 'card-funding',
    title: 'A command that has put money into a sub-account puts none in again.',
    needs: [SUB_ACCOUNTS],
    async ready(till, notes) {
      const card = await openCard(till, notes);
      return (then) => manage(till, 'fund', card, then, money(till, '0.10'));
    },
  },
  {
    slug: 'card-read',
    title: 'A sub-account is not shown for a command that was given before.',
    needs: [SUB_ACCOUNTS],
    async ready(till, notes) {
      const card = await openCard(till, notes);
      return (then) => view(till, card, then);
    },
  },
  {
    slug: 'payer-code',
    title: 'A command that was given a payer code is given no other.',
    needs: [ACROSS],
    ready: async (till, notes) => {
      // The tool that it is for is bound before.
      await till.toolRef(notes);
      return (then) => codeOf(till, then);
    },
  },
  {
    slug: 'payer-code-read',
    title: 'What became of a payer code is not shown for a command that was given before.',
    needs: [ACROSS],
    async ready(till, notes) {
      const code = await codeOf(till, notes);
      return async (then) => mustSucceed(await askCode(till, code, then), 200);
    },
  },
];

const once = (road: TillRoad): PspCase =>
  negative(
    'OA-CMD-02',
    `${road.slug}-replayed`,
    road.title,
    async (till, notes) => {
      await mustTakeOnce(road, till, notes);
      if (road.asks) await till.tidy(notes);
    },
    road.needs,
  );

export const onceCases: readonly PspCase[] = ROADS.map(once);
