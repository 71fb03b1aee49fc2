import type { JsonObject } from '../../forge/json.ts';
import { SUITE_IDS, utc } from '../../live/cast.ts';
import type { Notes } from '../../run/case.ts';
import { DAY, HOUR, id, MINUTE } from '../account/bank.ts';
import { ACCOUNT_IDS } from '../account/ids.ts';
import type { Desk, HandingSpoils, Issued } from './desk.ts';
import { type IssuerCase, must, mustRefuse, mustSucceed, negative, positive } from './steps.ts';

const NEEDS = ['delegation'];
const THIRD_AGENT = 'did:act:suite.example/agent-3';

interface Handing extends HandingSpoils {
  readonly iac?: JsonObject;
}

const readBelow = (desk: Desk, delegationId: string, notes: Notes) =>
  desk.askRead(delegationId, notes, desk.cast.otherAgent, SUITE_IDS.otherAgent);

/** What the issuer has recorded of a mandate, as the agent above or the one below asks for it. */
const askRecords = (desk: Desk, delegationId: string, notes: Notes, who: 'above' | 'below') =>
  who === 'above'
    ? desk.askRecords(delegationId, notes)
    : desk.askRecords(delegationId, notes, desk.cast.otherAgent, SUITE_IDS.otherAgent);

async function mustStand(desk: Desk, { delegationId }: Issued, due: string, notes: Notes): Promise<void> {
  const answer = await readBelow(desk, delegationId, notes);
  mustSucceed(answer, 200);
  must(answer.body?.status === due, `It is ${String(answer.body?.status)}, where ${due} was due.`);
}

/** A mandate handed down with one thing changed: refused, and there is no such mandate; then a good one. */
function badHanding(
  requirement: string,
  code: string,
  slug: string,
  title: string,
  spoil: (desk: Desk, parent: Issued) => Handing,
): IssuerCase {
  return negative(
    requirement,
    `delegation-${slug}`,
    title,
    async (desk, notes) => {
      const parent = await desk.issueToHandOn(notes);
      await desk.handDown(parent, notes);
      const { iac: changes, ...spoils } = spoil(desk, parent);
      const iac = desk.childTerms(parent, changes);
      mustRefuse(await desk.askDelegation(parent, iac, notes, spoils), code);
      mustRefuse(await readBelow(desk, String(iac.delegation_id), notes), 'mandate_unknown');
      await desk.handDown(parent, notes);
    },
    NEEDS,
  );
}

const extOf = ({ iac, digest }: Issued, commerce: JsonObject): JsonObject => {
  const ext = iac.ext as JsonObject;
  return {
    ext: { commerce: { ...(ext.commerce as JsonObject), ...commerce }, openact: { parent_mandate: digest } },
  };
};

export const delegationCases: readonly IssuerCase[] = [
  positive(
    'OA-DLG-08',
    'hands-down',
    'On the word of the agent above and with the key of the agent below, without asking the delegator again.',
    async (desk, notes) => {
      const parent = await desk.issueToHandOn(notes);
      const before = (await desk.inbox(notes)).length;
      const child = await desk.handDown(parent, notes);
      must((await desk.inbox(notes)).length === before, 'The delegator was asked again.');
      const { jkt } = child.claims.cnf as JsonObject;
      must(
        jkt === desk.cast.otherAgent.key.jkt,
        'The mandate binds another key than that of the agent below.',
      );
      must(
        child.claims.confirmation_digest === parent.claims.confirmation_digest,
        'It rests on another confirmation than the mandate above.',
      );
      await mustStand(desk, child, 'Active', notes);
    },
    NEEDS,
  ),
  positive(
    'OA-DLG-07',
    'revokes-what-is-below',
    'Revoking a mandate revokes what was handed down from it, in the status list too.',
    async (desk, notes) => {
      const parent = await desk.issueToHandOn(notes);
      const child = await desk.handDown(parent, notes);
      await desk.change('revoke', parent.delegationId, notes);
      await mustStand(desk, child, 'Revoked', notes);
      must((await desk.listed(child, notes)) === 'Revoked', 'The status list has it as good.');
    },
    NEEDS,
  ),
  positive(
    'OA-DLG-05',
    'is-no-better-than-above',
    'While the mandate above is suspended, what was handed down is.',
    async (desk, notes) => {
      const parent = await desk.issueToHandOn(notes);
      const child = await desk.handDown(parent, notes);
      await desk.change('suspend', parent.delegationId, notes);
      await mustStand(desk, child, 'Suspended', notes);
      await desk.change('resume', parent.delegationId, notes);
      await mustStand(desk, child, 'Active', notes);
    },
    NEEDS,
  ),
  positive(
    'OA-DLG-09',
    'agent-above-takes-back',
    'The agent above takes back what it handed down; its own mandate stays.',
    async (desk, notes) => {
      const parent = await desk.issueToHandOn(notes);
      const child = await desk.handDown(parent, notes);
      await desk.change('revoke', child.delegationId, notes, { by: 'agent' });
      await mustStand(desk, child, 'Revoked', notes);
      must((await desk.status(parent.delegationId, notes)) === 'Active', 'The mandate above went with it.');
      // Each has a place of its own in the list, by which a payment service judges it.
      must((await desk.listed(child, notes)) === 'Revoked', 'The status list has the one below as good.');
      must(
        (await desk.listed(parent, notes)) === 'Active',
        'The status list has the one above as taken back.',
      );
    },
    NEEDS,
  ),
  positive(
    'OA-MND-01',
    'below-has-its-own-window',
    'A mandate that was handed down begins and ends with its own terms, not with those above.',
    async (desk, notes) => {
      const parent = await desk.issueToHandOn(notes);
      const [begin, end] = [desk.now() - MINUTE / 2, desk.now() + HOUR];
      const window = { validity_start_time: utc(begin), validity_end_time: utc(end) };
      const { claims } = await desk.handDown(parent, notes, desk.childTerms(parent, window));
      must(claims.nbf === begin, `It begins at ${String(claims.nbf)}, where ${begin} was asked for.`);
      must(claims.exp === end, `It ends at ${String(claims.exp)}, where ${end} was asked for.`);
    },
    NEEDS,
  ),
  positive(
    'OA-DLG-01',
    'comes-with-all-above',
    'What was handed down twice comes with both mandates above it, the delegator’s own first: to whoever hands it down, and to its agent when it is read.',
    async (desk, notes) => {
      const root = await desk.issueToHandOn(notes, 2);
      const openact = { parent_mandate: root.digest, delegation_depth: 1 };
      const middle = desk.childTerms(root, { ext: { ...(root.iac.ext as JsonObject), openact } });
      const child = await desk.handDown(root, notes, middle);
      const from = { id: SUITE_IDS.otherAgent, signer: desk.cast.otherAgent };
      const to = { id: THIRD_AGENT, signer: desk.cast.bare('third agent') };
      const iac = desk.childTerms(child, { agent_id: to.id });
      const handed = await desk.askDelegation(child, iac, notes, { from, to });
      mustSucceed(handed, 201);
      const read = await desk.askRead(String(iac.delegation_id), notes, to.signer, to.id);
      mustSucceed(read, 200);
      for (const { body } of [handed, read]) {
        const chain: unknown = body?.mandate_chain;
        must(
          Array.isArray(chain) && chain.join() === [root.compact, child.compact].join(),
          'Not every mandate above comes with it, in order.',
        );
      }
    },
    NEEDS,
  ),
  negative(
    'ADD-IAC-ISS-16',
    'delegation-id-taken',
    'Another mandate is handed down by the name of one that was: refused, and the former stays what it is.',
    async (desk, notes) => {
      const parent = await desk.issueToHandOn(notes);
      const child = await desk.handDown(parent, notes);
      const iac = desk.childTerms(parent, { delegation_id: child.delegationId, max_total_amount: 40 });
      mustRefuse(await desk.askDelegation(parent, iac, notes), 'delegation_id_reused');
      const kept = await readBelow(desk, child.delegationId, notes);
      mustSucceed(kept, 200);
      must(kept.body?.mandate === child.compact, 'The former mandate is another one now.');
      await desk.handDown(parent, notes, { ...iac, delegation_id: id('dlg') });
    },
    NEEDS,
  ),
  negative(
    'OA-DLG-09',
    'delegation-agent-below-revokes-above',
    'The agent below revokes the mandate above.',
    async (desk, notes) => {
      const parent = await desk.issueToHandOn(notes);
      await desk.handDown(parent, notes);
      const spoilt = {
        by: 'agent',
        claims: { iss: SUITE_IDS.otherAgent },
        signer: desk.cast.otherAgent,
      } as const;
      mustRefuse(await desk.askChange('revoke', parent.delegationId, notes, spoilt), 'command_not_permitted');
      must((await desk.status(parent.delegationId, notes)) === 'Active', 'The mandate above was revoked.');
      await desk.change('revoke', parent.delegationId, notes, { by: 'agent' });
    },
    NEEDS,
  ),
  negative(
    'OA-DSP-14',
    'delegation-records-above',
    'The agent below asks for what led to the mandate above: the agent above is shown it, before and after, and the agent below what is its own.',
    async (desk, notes) => {
      const parent = await desk.issueToHandOn(notes);
      const child = await desk.handDown(parent, notes);
      const mustShow = async (id: string, who: 'above' | 'below'): Promise<void> =>
        mustSucceed(await askRecords(desk, id, notes, who), 200, 'http/record-list.json');
      await mustShow(parent.delegationId, 'above');
      const refused = await askRecords(desk, parent.delegationId, notes, 'below');
      mustRefuse(refused, 'command_not_permitted');
      must(refused.body?.records === undefined, 'The refusal shows records.');
      await mustShow(child.delegationId, 'below');
      await mustShow(parent.delegationId, 'above');
    },
    NEEDS,
  ),
  negative(
    'OA-DLG-05',
    'delegation-below-a-suspended',
    'A mandate handed down while its own is suspended.',
    async (desk, notes) => {
      const parent = await desk.issueToHandOn(notes);
      await desk.handDown(parent, notes);
      await desk.change('suspend', parent.delegationId, notes);
      const iac = desk.childTerms(parent);
      mustRefuse(await desk.askDelegation(parent, iac, notes), 'parent_not_active');
      mustRefuse(await readBelow(desk, String(iac.delegation_id), notes), 'mandate_unknown');
      await desk.change('resume', parent.delegationId, notes);
      await desk.handDown(parent, notes);
    },
    NEEDS,
  ),
  negative(
    'OA-DLG-03',
    'delegation-too-deep',
    'A mandate handed down that may not be handed down.',
    async (desk, notes) => {
      const parent = await desk.issue(notes);
      const iac = desk.childTerms(parent);
      mustRefuse(await desk.askDelegation(parent, iac, notes), 'mandate_depth_exceeded');
      mustRefuse(await readBelow(desk, String(iac.delegation_id), notes), 'mandate_unknown');
      await desk.handDown(await desk.issueToHandOn(notes), notes);
    },
    NEEDS,
  ),
  badHanding('OA-DLG-04', 'mandate_widened', 'more-money', 'More in all than the mandate above has.', () => ({
    iac: { max_total_amount: 90.01 },
  })),
  badHanding('OA-DLG-04', 'mandate_widened', 'more-at-once', 'More for one payment.', (_, parent) => ({
    iac: extOf(parent, { max_single_amount: 41 }),
  })),
  badHanding(
    'OA-DLG-04',
    'mandate_widened',
    'another-payee',
    'A payee that the mandate above has not.',
    (_, parent) => ({
      iac: extOf(parent, { allowed_merchants: [ACCOUNT_IDS.shop, ACCOUNT_IDS.otherShop] }),
    }),
  ),
  badHanding(
    'OA-DLG-04',
    'mandate_widened',
    'another-category',
    'A category that the mandate above has not.',
    (_, parent) => ({
      iac: extOf(parent, { allowed_categories: ['goods/jewellery'] }),
    }),
  ),
  badHanding('OA-DLG-04', 'mandate_widened', 'longer', 'A window that ends later.', (desk) => ({
    iac: { validity_end_time: utc(desk.now() + 6 * DAY) },
  })),
  badHanding(
    'OA-DLG-02',
    'mandate_parent_mismatch',
    'of-another-person',
    'Another delegator than that of the mandate above.',
    () => ({ iac: { delegator_identity: 'did:act:suite.example/somebody' } }),
  ),
  badHanding(
    'OA-DLG-01',
    'mandate_chain_broken',
    'another-parent',
    'The digest of another mandate above.',
    (_, { iac }) => ({
      iac: { ext: { ...(iac.ext as JsonObject), openact: { parent_mandate: 'A'.repeat(43) } } },
    }),
  ),
  badHanding(
    'OA-CMD-06',
    'command_signature_invalid',
    'without-the-agent-above',
    'A word that the agent above did not sign.',
    (desk) => ({ above: { signer: { ...desk.cast.agent, key: desk.cast.stranger.key } } }),
  ),
  badHanding(
    'OA-CMD-04',
    'command_target_mismatch',
    'other-terms',
    'A word of the agent above about other terms.',
    () => ({
      above: { claims: { params: { digest: 'A'.repeat(43) } } },
    }),
  ),
  badHanding(
    'OA-KEY-03',
    'possession_proof_invalid',
    'without-the-key-below',
    'A proof that the agent below did not sign.',
    (desk) => ({ below: { signer: { ...desk.cast.otherAgent, key: desk.cast.stranger.key } } }),
  ),
  badHanding(
    'OA-KEY-05',
    'agent_attestation_expired',
    'attestation-expired',
    'A statement about the agent below that has run out.',
    (desk) => ({
      attestation: { claims: { iat: desk.now() - 2 * DAY, exp: desk.now() - MINUTE } },
    }),
  ),
];
