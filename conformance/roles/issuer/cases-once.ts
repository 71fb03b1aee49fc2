import { askedAgain } from '../../live/again.ts';
import type { Notes } from '../../run/case.ts';
import type { Desk } from './desk.ts';
import { type IssuerCase, MANDATES, mustRefuse, mustSucceed, negative } from './steps.ts';

/** A road on which a command is taken, and something good that is asked on it as the last thing. */
interface Road {
  readonly slug: string;
  readonly title: string;
  readonly needs: readonly string[];
  /** What has to be there before; then the call itself. */
  readonly ready: (desk: Desk, notes: Notes) => Promise<(notes: Notes) => Promise<unknown>>;
}

const ROADS: readonly Road[] = [
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

/** Taken, refused as given before, and one of its own is taken on the same road. */
const once = ({ slug, title, needs, ready }: Road): IssuerCase =>
  negative(
    'OA-CMD-02',
    `${slug}-replayed`,
    title,
    async (desk, notes) => {
      const again = await askedAgain(desk.caller, await ready(desk, notes), notes);
      mustRefuse(again, 'command_duplicate');
      await (await ready(desk, notes))(notes);
    },
    needs,
  );

export const onceCases: readonly IssuerCase[] = ROADS.map(once);
