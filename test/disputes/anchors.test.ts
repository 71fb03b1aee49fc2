import { beforeAll, describe, expect, test } from 'vitest';
import { readMessage } from '../../src/protocol/index.ts';
import { accountOf, sealDispute, verifyDispute } from '../../src/verifier/index.ts';
import { type Actors, createActors, DAY_SECONDS, IDS, WORLD_NOW } from '../../src/verifier/testing/actors.ts';
import {
  type AnchorChange,
  createWitnesses,
  type DisputeWorld,
  disputeWorld,
  type Witnesses,
} from './world.ts';

const LATER = WORLD_NOW + DAY_SECONDS;
const PAYMENT = 'act:payment:transaction-completed';

let actors: Actors;
let witnesses: Witnesses;
let good: DisputeWorld;
beforeAll(async () => {
  actors = await createActors();
  witnesses = await createWitnesses(actors);
  good = await disputeWorld(actors, witnesses);
});

const judged = (bytes: Uint8Array) =>
  verifyDispute(bytes, { trustListKey: actors.trustList.publicJwk, now: LATER });

describe('an anchor is an index and no evidence (TSD-ATT-OCA-06)', () => {
  test('with its record the payment is shown, and the finding follows', async () => {
    const { verdict, finding } = await judged(good.bytes);
    expect({ verdict, finding: finding.finding }).toEqual({ verdict: 'good', finding: 'DENIED' });
  });

  test('whoever has the anchor in the log and not the record shows nothing: people have to look at it', async () => {
    const { content_digest: _, ...content } = structuredClone(good.bundle);
    const kept = content.records.filter(({ record }) => record.event_type !== PAYMENT);
    const { verdict, code, finding } = await judged(await sealDispute({ ...content, records: kept }));
    expect(kept).toHaveLength(content.records.length - 1);
    expect({ verdict, code }).toEqual({ verdict: 'not_good', code: 'dispute_evidence_missing' });
    expect(finding).toEqual({ finding: 'REVIEW', reason: 'dispute_evidence_missing' });
  });
});

describe('who submitted an anchor is not who took part (TSD-ATT-OCA-27)', () => {
  const recordedBy = (lines: readonly string[]) =>
    lines.flatMap((line) => /Z {2}(\S+) recorded that the payment was made/.exec(line)?.[1] ?? []);

  test('the account names who signed the record', async () => {
    expect(recordedBy(accountOf(await judged(good.bytes)))).toEqual([IDS.psp]);
  });

  test('also where the anchor names somebody else, and then the record counts for nobody', async () => {
    const anchor: AnchorChange = (claims) =>
      claims.event_type === PAYMENT ? { ...claims, iss: IDS.merchant } : claims;
    const other = await disputeWorld(actors, witnesses, { anchor });
    const submitters = other.bundle.records.flatMap(({ record, anchored }) =>
      record.event_type === PAYMENT && anchored ? [readMessage('anchor', anchored.anchor).claims.iss] : [],
    );
    expect(submitters).toEqual([IDS.merchant]);
    const judgement = await judged(other.bytes);
    expect(recordedBy(accountOf(judgement))).toEqual([IDS.psp]);
    const payment = judgement.records.find(({ record }) => record.event_type === PAYMENT);
    expect(payment?.verdict).not.toBe('VERIFIED');
    expect(judgement.finding.finding).toBe('REVIEW');
  });
});
