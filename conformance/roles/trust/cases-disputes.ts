import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { bare, IDS } from '../../forge/actors.ts';
import { base64url } from '../../forge/bytes.ts';
import { set, together } from '../../forge/cases.ts';
import { STATUS_INDEX, statusBytes, zlibStored } from '../../forge/claims.ts';
import { evidenceOf } from '../../forge/dispute.ts';
import type { JsonObject } from '../../forge/json.ts';
import { anchoredOf } from '../../forge/log.ts';
import { buildWorld, type World } from '../../forge/world.ts';
import { type Answer, must, mustRefuse, mustSucceed } from '../../live/http.ts';
import { caseId, type Notes } from '../../run/case.ts';
import type { TrustCase } from './cases.ts';
import { clerkOf } from './cases-log.ts';
import type { Clerk } from './clerk.ts';

/** What the vectors are about: every file of evidence here is of this trade. */
const TRADE = 'trade-1';
const NOT_MINE = 'PAYMENT_NOT_AUTHORIZED';

interface Filed {
  readonly channel: string;
  readonly recordId: string;
  readonly disputeId: string;
  /** Unix seconds. */
  readonly until: number;
}

function disputeCase(
  kind: 'positive' | 'negative',
  requirement: string,
  slug: string,
  title: string,
  run: (clerk: Clerk, notes: Notes) => Promise<void>,
): TrustCase {
  return {
    ...{ id: caseId('trust', requirement, slug), requirement, title, kind, needs: ['log', 'disputes'] },
    run: (service, notes) => run(clerkOf(service), notes),
  };
}

/** Anchors a record of the trade and files a dispute by it. @throws SubjectFault */
async function filed(clerk: Clerk, notes: Notes, type = NOT_MINE): Promise<Filed> {
  const { channel, recordId } = await clerk.append(notes, { trade_no: TRADE });
  const request = { type, record_id: recordId, description: 'This payment is not mine.' };
  const answer = await clerk.post('/disputes', channel, request, notes);
  mustSucceed(answer, 201, 'http/dispute.json');
  const { body } = answer;
  must(body.type === type && body.trade_no === TRADE, 'Another dispute was filed.');
  must(body.status === 'EVIDENCE', 'It is decided before there is evidence.');
  return {
    ...{ channel, recordId, disputeId: String(body.dispute_id) },
    until: Date.parse(String(body.evidence_until)) / 1000,
  };
}

const submit = (
  clerk: Clerk,
  { channel, disputeId }: Filed,
  bundle: unknown,
  notes: Notes,
): Promise<Answer> => clerk.post(`/disputes/${disputeId}/evidence`, channel, { bundle }, notes);

async function give(clerk: Clerk, dispute: Filed, bundle: unknown, notes: Notes): Promise<void> {
  mustSucceed(await submit(clerk, dispute, bundle, notes), 201, 'http/dispute.json');
}

async function shown(clerk: Clerk, { channel, disputeId }: Filed, notes: Notes) {
  const answer = await clerk.inChannel(`/disputes/${disputeId}`, channel, notes);
  mustSucceed(answer, 200, 'http/dispute.json');
  return answer.body;
}

/** After the time for evidence. */
async function found(clerk: Clerk, dispute: Filed, notes: Notes) {
  await clerk.control.advance(Math.max(1, dispute.until - clerk.now()), notes);
  const body = await shown(clerk, dispute, notes);
  must(body.status === 'DECIDED', `It is still ${String(body.status)}.`);
  return body;
}

function mustFind(body: JsonObject, finding: string, ...reasons: readonly string[]): void {
  const told = `${String(body.finding)}, ${String(body.reason)}`;
  must(body.finding === finding && reasons.includes(String(body.reason)), `Found: ${told}.`);
}

const revoked = set(
  'status_list',
  '/status_list/lst',
  base64url(zlibStored(statusBytes({ [STATUS_INDEX]: 1 }))),
);

/** Under the name of SM3 the hash that the good record has. */
const misnamedHash = together(
  set('record', '/hash_algorithm', 'SM3'),
  set('record_signed', '/payload_hash', buildWorld().objects.record.payload_hash ?? ''),
);

/** A file that holds, and the payment lies within the mandate. */
const within = (): JsonObject => evidenceOf(buildWorld());
const outside = (): JsonObject => evidenceOf(buildWorld(together(revoked)));

/** The payment's record stands as the service has made it; its anchor was submitted by the agent. */
function anchoredByTheAgent(): JsonObject {
  const signers = { anchor: bare('agent') };
  const world: World = buildWorld({ ...set('anchor', '/iss', IDS.agent), signers });
  return evidenceOf(world, ({ records }) => {
    const [, payment] = records as JsonObject[];
    if (payment === undefined) throw new Error('No record of the payment.');
    payment.anchored = { ...anchoredOf(world.tokens.anchor), agent_attestation: world.tokens.attestation };
  });
}

export const disputeCases: readonly TrustCase[] = [
  disputeCase(
    'negative',
    'TSD-ATT-DSP-08',
    'filed-without-a-part',
    'A dispute without type, record or description is not filed; a whole one is.',
    async (clerk, notes) => {
      const { channel, recordId } = await clerk.append(notes, { trade_no: TRADE });
      const whole: JsonObject = {
        type: NOT_MINE,
        record_id: recordId,
        description: 'This payment is not mine.',
      };
      for (const member of Object.keys(whole)) {
        const { [member]: _none, ...rest } = whole;
        mustRefuse(await clerk.post('/disputes', channel, rest, notes), 'schema_mismatch');
      }
      mustSucceed(await clerk.post('/disputes', channel, whole, notes), 201, 'http/dispute.json');
    },
  ),
  disputeCase(
    'negative',
    'OA-DSP-06',
    'dispute-of-others',
    'Whoever does not know the channel of the record is told of no dispute, and submits nothing to it.',
    async (clerk, notes) => {
      const dispute = await filed(clerk, notes);
      const channel = `ch_${base64url(randomBytes(16))}`;
      mustRefuse(await clerk.inChannel(`/disputes/${dispute.disputeId}`, channel, notes), 'dispute_unknown');
      mustRefuse(await submit(clerk, { ...dispute, channel }, within(), notes), 'dispute_unknown');
      const { submissions } = await shown(clerk, dispute, notes);
      must(submissions === 0, 'Evidence of a stranger was kept.');
    },
  ),
  disputeCase(
    'negative',
    'TSD-ATT-DSP-06',
    'late-evidence',
    'Evidence is taken until the stated time, and not after it; what was found stays.',
    async (clerk, notes) => {
      const dispute = await filed(clerk, notes);
      must(dispute.until > clerk.now(), 'There is no time for evidence.');
      await give(clerk, dispute, within(), notes);
      const first = await found(clerk, dispute, notes);
      mustRefuse(await submit(clerk, dispute, outside(), notes), 'dispute_closed');
      const later = await shown(clerk, dispute, notes);
      must(isDeepStrictEqual(later, first), 'The finding is another one than before.');
      mustFind(first, 'DENIED', 'dispute_within_mandate');
    },
  ),
  disputeCase(
    'negative',
    'OA-TIM-05',
    'finding-waits-for-a-list',
    'At a time at which its own trust list holds no more, nothing is found; once one holds, it is.',
    async (clerk, notes) => {
      const dispute = await filed(clerk, notes);
      await give(clerk, dispute, within(), notes);
      const ends = await clerk.listEnd(notes);
      await clerk.control.without('list', notes, async () => {
        await clerk.control.advance(Math.max(1, dispute.until - clerk.now(), ends - clerk.now() + 1), notes);
        const { status, finding } = await shown(clerk, dispute, notes);
        must(status === 'EVIDENCE' && finding === undefined, `At such a time it is ${String(status)}.`);
      });
      mustFind(await shown(clerk, dispute, notes), 'DENIED', 'dispute_within_mandate');
    },
  ),
  disputeCase(
    'negative',
    'OA-DSP-07',
    'evidence-disagrees',
    'Where files that hold disagree people decide; one alone is decided.',
    async (clerk, notes) => {
      const [both, one, goods] = [
        await filed(clerk, notes),
        await filed(clerk, notes),
        await filed(clerk, notes, 'GOODS_NOT_RECEIVED'),
      ];
      for (const bundle of [within(), outside()]) await give(clerk, both, bundle, notes);
      await give(clerk, one, outside(), notes);
      await give(clerk, goods, within(), notes);
      mustFind(await found(clerk, goods, notes), 'REVIEW', 'dispute_policy_missing');
      mustFind(await shown(clerk, both, notes), 'REVIEW', 'dispute_evidence_disagrees');
      mustFind(await shown(clerk, one, notes), 'COMPENSATED', 'mandate_revoked');
    },
  ),
  disputeCase(
    'negative',
    'OA-REC-02',
    'hash-of-another-algorithm',
    'A record that names SM3 over a hash of SHA-256 shows nothing, whether SM3 is known here or not; the record itself does.',
    async (clerk, notes) => {
      const [spoilt, good] = [await filed(clerk, notes), await filed(clerk, notes)];
      await give(clerk, spoilt, evidenceOf(buildWorld(misnamedHash)), notes);
      await give(clerk, good, within(), notes);
      const body = await found(clerk, spoilt, notes);
      mustFind(body, 'REVIEW', 'hash_algorithm_unsupported', 'dispute_record_unverified');
      // It was filed later, and takes evidence for as much longer.
      mustFind(await found(clerk, good, notes), 'DENIED', 'dispute_within_mandate');
    },
  ),
  disputeCase(
    'positive',
    'TSD-ATT-OCA-27',
    'whoever-anchored-is-no-recorder',
    'A finding names who stands for the record of the payment, although the agent has anchored it.',
    async (clerk, notes) => {
      const dispute = await filed(clerk, notes);
      await give(clerk, dispute, anchoredByTheAgent(), notes);
      const body = await found(clerk, dispute, notes);
      mustFind(body, 'DENIED', 'dispute_within_mandate');
      const payment = (body.records as JsonObject[]).find(
        ({ event_type }) => event_type === 'act:payment:transaction-completed',
      );
      must(payment?.recorder === IDS.psp, `The payment was recorded by ${String(payment?.recorder)}.`);
    },
  ),
];
