import type { JsonObject } from '../../forge/json.ts';
import { anotherThan } from '../../live/amounts.ts';
import { SUITE_IDS, utc } from '../../live/cast.ts';
import type { Notes } from '../../run/case.ts';
import { DAY, HOUR, id, MINUTE } from '../account/bank.ts';
import { ACCOUNT_IDS } from '../account/ids.ts';
import type { Desk, Hand, Issued } from './desk.ts';
import { type IssuerCase, must, mustRefuse, mustSucceed, negative, positive } from './steps.ts';

const NEEDS = ['delegation'];

/** Three mandates, each handed down from the one above it, and the hands of the two agents below. */
interface Line {
  readonly root: Issued;
  readonly middle: Issued;
  readonly last: Issued;
  readonly from: Hand;
  readonly to: Hand;
}

const second = (desk: Desk): Hand => ({ id: SUITE_IDS.otherAgent, signer: desk.cast.otherAgent });
const third = (desk: Desk): Hand => ({
  id: 'did:act:suite.example/agent-3',
  signer: desk.cast.bare('third agent'),
});

/** @throws SubjectFault when one of them is not handed down */
async function lineOf(desk: Desk, notes: Notes): Promise<Line> {
  const root = await desk.issueToHandOn(notes, 2);
  const openact = { parent_mandate: root.digest, delegation_depth: 1 };
  const ext = { ...(root.iac.ext as JsonObject), openact };
  const middle = await desk.handDown(root, notes, desk.childTerms(root, { ext }));
  const [from, to] = [second(desk), third(desk)];
  const iac = desk.childTerms(middle, { agent_id: to.id });
  const handed = await desk.askDelegation(middle, iac, notes, { from, to });
  mustSucceed(handed, 201);
  return { root, middle, last: desk.open(handed.body?.mandate, iac), from, to };
}

/** What the agent of the last one is told of it. */
async function standing(desk: Desk, { last, to }: Line, notes: Notes): Promise<string> {
  const answer = await desk.askRead(last.delegationId, notes, to.signer, to.id);
  mustSucceed(answer, 200);
  return String(answer.body?.status);
}

const lines: readonly IssuerCase[] = [
  positive(
    'OA-DLG-07',
    'revokes-two-below',
    'Revoking a mandate revokes what was handed down from what was handed down, in the status list too.',
    async (desk, notes) => {
      const line = await lineOf(desk, notes);
      await desk.change('revoke', line.root.delegationId, notes);
      const told = await standing(desk, line, notes);
      must(told === 'Revoked', `Two below a revoked mandate it is ${told}.`);
      for (const one of [line.middle, line.last])
        must((await desk.listed(one, notes)) === 'Revoked', 'The status list has one below as good.');
    },
    NEEDS,
  ),
  positive(
    'OA-DLG-05',
    'is-no-better-than-two-above',
    'While the mandate two above is suspended, what was handed down is.',
    async (desk, notes) => {
      const line = await lineOf(desk, notes);
      const { delegationId } = line.root;
      await desk.change('suspend', delegationId, notes);
      const during = await standing(desk, line, notes);
      must(during === 'Suspended', `Two below a suspended mandate it is ${during}.`);
      await desk.change('resume', delegationId, notes);
      const after = await standing(desk, line, notes);
      must(after === 'Active', `Once that is lifted it is ${after}.`);
    },
    NEEDS,
  ),
  negative(
    'OA-DLG-05',
    'delegation-two-below-a-suspended',
    'A mandate handed down while not the one above it is suspended, and the one above that.',
    async (desk, notes) => {
      const { root, middle, from, to } = await lineOf(desk, notes);
      await desk.change('suspend', root.delegationId, notes);
      const iac = desk.childTerms(middle, { agent_id: to.id });
      const ask = () => desk.askDelegation(middle, iac, notes, { from, to });
      mustRefuse(await ask(), 'parent_not_active');
      await desk.change('resume', root.delegationId, notes);
      mustSucceed(await ask(), 201);
    },
    NEEDS,
  ),
  negative(
    'OA-DLG-05',
    'delegation-before-its-beginning',
    'A mandate handed down before the window of the one above it has begun.',
    async (desk, notes) => {
      const { ext } = desk.iac();
      const window = {
        validity_start_time: utc(desk.now() + HOUR),
        validity_end_time: utc(desk.now() + 2 * DAY),
      };
      const deep = { ...(ext as JsonObject), openact: { delegation_depth: 1 } };
      const early = await desk.issue(notes, { iac: window, ext: deep });
      const iac = desk.childTerms(early);
      mustRefuse(await desk.askDelegation(early, iac, notes), 'parent_not_active');
      await desk.handDown(await desk.issueToHandOn(notes), notes);
    },
    NEEDS,
  ),
  positive(
    'TSD-ATT-EVT-11',
    'event-revoked-below',
    'What is revoked with the mandate above it is written down as such, with what it was revoked with.',
    async (desk, notes) => {
      const parent = await desk.issueToHandOn(notes);
      const child = await desk.handDown(parent, notes);
      await desk.change('revoke', parent.delegationId, notes);
      const events = await desk.control.events(child.delegationId, notes);
      const revoked = events.filter(({ event_type }) => event_type.endsWith('delegation-revoked'));
      must(revoked.length === 1, `Told ${revoked.length} times.`);
      must(
        revoked[0]?.event_body.revoked_with === parent.delegationId,
        'It is not told with which mandate it was revoked.',
      );
    },
    NEEDS,
  ),
];

/** Terms above, and terms below that allow more in one thing; what is narrower in the same thing is handed down. */
interface Wider {
  readonly slug: string;
  readonly title: string;
  readonly code?: string;
  readonly requirement?: string;
  /** The mandate above: members of the payload, of `commerce`, of `openact`. */
  readonly above?: Terms;
  readonly wide: (desk: Desk, parent: Issued) => Terms;
  readonly narrow?: (desk: Desk, parent: Issued) => Terms;
}

interface Terms {
  readonly iac?: JsonObject;
  readonly commerce?: JsonObject;
  readonly openact?: JsonObject;
}

const WIDER: readonly Wider[] = [
  {
    slug: 'earlier',
    title: 'A window that begins earlier.',
    wide: (desk) => ({ iac: { validity_start_time: utc(desk.now() - HOUR) } }),
  },
  {
    slug: 'another-method',
    title: 'A payment method that the mandate above has not.',
    wide: (_, { iac }) => ({
      iac: {
        allowed_payment_methods: [
          ...(iac.allowed_payment_methods as string[]),
          'urn:act:payment:suite-other',
        ],
      },
    }),
  },
  {
    slug: 'smaller-payments',
    title: 'Payments that are smaller than the smallest of the mandate above.',
    above: { commerce: { min_single_amount: 5 } },
    wide: () => ({ commerce: { min_single_amount: 4.99 } }),
    narrow: () => ({ commerce: { min_single_amount: 5 } }),
  },
  {
    slug: 'more-often',
    title: 'More uses than the mandate above has.',
    above: { openact: { times_limit: 3 } },
    wide: () => ({ openact: { times_limit: 4 } }),
    narrow: () => ({ openact: { times_limit: 3 } }),
  },
  {
    slug: 'without-number',
    title: 'No number of uses, where the mandate above has one.',
    above: { openact: { times_limit: 3 } },
    wide: () => ({}),
    narrow: () => ({ openact: { times_limit: 2 } }),
  },
  {
    slug: 'less-forbidden',
    title: 'A payee that the mandate above forbids, forbidden no more.',
    above: { commerce: { forbidden_merchants: [ACCOUNT_IDS.otherShop] } },
    wide: () => ({ commerce: { forbidden_merchants: ['did:act:suite.example/a-third-shop'] } }),
    narrow: () => ({ commerce: { forbidden_merchants: [ACCOUNT_IDS.otherShop] } }),
  },
  {
    slug: 'another-currency',
    title: 'Another currency than that of the mandate above.',
    wide: ({ settings }) => ({ iac: { currency: anotherThan(settings.currency) } }),
  },
  {
    slug: 'another-mode',
    title: 'BOUNDED, below a mandate that is SPECIFIED.',
    wide: () => ({ iac: { delegation_mode: 'BOUNDED' } }),
  },
  {
    slug: 'of-another-process',
    title: 'The id of another intent than that of the mandate above.',
    requirement: 'OA-DLG-02',
    code: 'mandate_parent_mismatch',
    wide: () => ({ iac: { intent_id: id('int') } }),
  },
  {
    slug: 'of-another-intent',
    title: 'The digest of another intent than that of the mandate above.',
    requirement: 'OA-DLG-02',
    code: 'mandate_parent_mismatch',
    wide: () => ({ iac: { source_isr_digest: 'I'.repeat(42).concat('A') } }),
  },
];

const above = (desk: Desk, { iac = {}, commerce = {}, openact = {} }: Terms) => {
  const ext = desk.iac().ext as JsonObject;
  return {
    iac,
    ext: {
      ...ext,
      commerce: { ...(ext.commerce as JsonObject), ...commerce },
      openact: { delegation_depth: 1, ...openact },
    },
  };
};

function below(desk: Desk, parent: Issued, { iac = {}, commerce = {}, openact = {} }: Terms): JsonObject {
  const ext = parent.iac.ext as JsonObject;
  return desk.childTerms(parent, {
    ...iac,
    ext: {
      commerce: { ...(ext.commerce as JsonObject), ...commerce },
      openact: { parent_mandate: parent.digest, ...openact },
    },
  });
}

const wider = ({
  slug,
  title,
  requirement = 'OA-DLG-04',
  code = 'mandate_widened',
  above: given = {},
  wide,
  narrow = () => ({}),
}: Wider): IssuerCase =>
  negative(
    requirement,
    `delegation-${slug}`,
    title,
    async (desk, notes) => {
      const parent = await desk.issue(notes, above(desk, given));
      const good = () => desk.handDown(parent, notes, below(desk, parent, narrow(desk, parent)));
      await good();
      const iac = below(desk, parent, wide(desk, parent));
      mustRefuse(await desk.askDelegation(parent, iac, notes), code);
      const { signer, id: agentId } = second(desk);
      mustRefuse(await desk.askRead(String(iac.delegation_id), notes, signer, agentId), 'mandate_unknown');
      await good();
    },
    NEEDS,
  );

/** What is asked of a mandate before it is one, and under a name that is taken. */
const names: readonly IssuerCase[] = [
  ...(['suspend', 'revoke'] as const).map((verb) =>
    negative(
      verb === 'suspend' ? 'ADD-IAC-LCM-02' : 'ADD-IAC-LCM-05',
      `change-${verb}-before-its-yes`,
      `Before the delegator has said yes there is nothing to ${verb}.`,
      async (desk, notes) => {
        const iac = desk.iac();
        const delegationId = String(iac.delegation_id);
        const confirmationId = await desk.request(iac, notes);
        mustRefuse(await desk.askChange(verb, delegationId, notes), 'mandate_transition_illegal');
        await desk.approve(confirmationId, notes);
        const issued = desk.open((await desk.read(delegationId, notes)).mandate, iac);
        must((await desk.status(delegationId, notes)) === 'Active', 'What was refused has changed it.');
        must((await desk.listed(issued, notes)) === 'Active', 'The status list has it otherwise.');
        await desk.change(verb, delegationId, notes);
      },
    ),
  ),
  negative(
    'ADD-IAC-ISS-16',
    'request-id-another-key',
    'The same terms under a delegation_id that is taken, asked for with another key of the same agent.',
    async (desk, notes) => {
      const iac = desk.iac();
      const confirmationId = await desk.request(iac, notes);
      const other = desk.cast.bare(id('another key'));
      mustRefuse(await desk.ask({ agent: other }, notes, iac), 'delegation_id_reused');
      const asked = await desk.waiting(confirmationId, notes);
      const { jkt } = asked.shown.agent as JsonObject;
      must(jkt === desk.cast.agent.key.jkt, 'The delegator is asked about the other key.');
      await desk.approve(confirmationId, notes);
      desk.open((await desk.read(String(iac.delegation_id), notes)).mandate, iac);
    },
  ),
  positive(
    'ADD-IAC-ISS-16',
    'request-again-after-a-no',
    'What the delegator has declined is answered as declined when it is asked for again, and nobody is asked twice.',
    async (desk, notes) => {
      const iac = desk.iac();
      const confirmationId = await desk.request(iac, notes);
      await desk.decline(confirmationId, notes);
      const again = await desk.ask({}, notes, iac);
      mustSucceed(again, 202);
      must(again.body?.status === 'DENIED', `Asked for again it is ${String(again.body?.status)}.`);
      const waits = (await desk.inbox(notes)).some(
        ({ shown }) => (shown.iac as JsonObject | undefined)?.delegation_id === iac.delegation_id,
      );
      must(!waits, 'The delegator is asked again.');
    },
  ),
  positive(
    'ADD-IAC-ISS-08',
    'mandate-is-dated-now',
    'A mandate is dated when it was confirmed, so that nobody takes it for one of the future.',
    async (desk, notes) => {
      const before = desk.now();
      const { claims } = await desk.issue(notes);
      const after = desk.now();
      const iat = Number(claims.iat);
      must(
        iat >= before - MINUTE && iat <= after + MINUTE,
        `It is dated ${iat}, and was made from ${before} to ${after}.`,
      );
    },
  ),
];

export const familyCases: readonly IssuerCase[] = [...lines, ...WIDER.map(wider), ...names];
