import { mustTakeOnce, type Road } from '../account/once.ts';
import type { Desk } from './desk.ts';
import { type IssuerCase, MANDATES, mustSucceed, negative } from './steps.ts';

const ROADS: readonly Road<Desk>[] = [
  {
    slug: 'read',
    title: 'A mandate is not shown for a command that was given before.',
    needs: [MANDATES],
    async ready(desk, notes) {
      const { delegationId } = await desk.issue(notes);
      return (then) => desk.read(delegationId, then);
    },
  },
  {
    slug: 'records',
    title: 'What was recorded of a mandate is not shown for a command that was given before.',
    needs: [MANDATES],
    async ready(desk, notes) {
      const { delegationId } = await desk.issue(notes);
      return async (then) => mustSucceed(await desk.askRecords(delegationId, then), 200);
    },
  },
  {
    slug: 'code',
    title: 'A code to be scanned is not made for a command that was given before.',
    needs: ['scanned-codes'],
    async ready(desk, notes) {
      const confirmationId = await desk.request(desk.iac(), notes);
      return async (then) => mustSucceed(await desk.askCode(confirmationId, then), 201);
    },
  },
  {
    slug: 'inbox',
    title: 'Questions to a user are not shown for a command that was given before.',
    needs: [MANDATES],
    ready: async (desk) => (then) => desk.inbox(then),
  },
  {
    slug: 'delegation',
    title: 'A mandate is not handed down, nor shown, for commands that were given before.',
    needs: ['delegation'],
    async ready(desk, notes) {
      const parent = await desk.issueToHandOn(notes);
      const iac = desk.childTerms(parent);
      return (then) => desk.handDown(parent, then, iac);
    },
  },
];

const once = (road: Road<Desk>): IssuerCase =>
  negative(
    'OA-CMD-02',
    `${road.slug}-replayed`,
    road.title,
    (desk, notes) => mustTakeOnce(road, desk, notes),
    road.needs,
  );

export const onceCases: readonly IssuerCase[] = ROADS.map(once);
