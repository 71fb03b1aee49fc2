/** Keys for records are replaced while events wait: what is recorded afterwards is believed for the time of its event. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FORMER_MAX_FILES, readFormerTexts } from '../../src/http/former-keys.ts';
import { createLogger } from '../../src/http/index.ts';
import { loadSigner, readPinnedKeys } from '../../src/http/key-file.ts';
import { loadRecordKeys } from '../../src/issuer/recording-keys.ts';
import { openRecording } from '../../src/merchant/recording.ts';
import type { RecordSigner } from '../../src/protocol/attestation/index.ts';
import type { AttestationRecord } from '../../src/protocol/generated/types.ts';
import { formatUtcSeconds } from '../../src/protocol/time/index.ts';
import {
  allRecords,
  type Happening,
  recordMigrations,
  recordWaiting,
  writeEvent,
} from '../../src/records/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { attest } from '../../src/trust/attestation.ts';
import { provision, trustCertify } from '../../src/trust/index.ts';
import { trustListPath } from '../../src/trust/trust-list.ts';
import { keyFromTrustList, openTrustList, type TrustList, verifyRecord } from '../../src/verifier/index.ts';

const NOW = 1_770_000_000;
const HOUR = 3_600;
const SHOP = 'did:act:rail.example/tickets';
const BANK = 'did:act:bank.example/iac';
const PSP = 'did:act:bank.example/psp';
const AGENT = 'did:act:assistant.example/agent-007';
const PROVIDER = 'did:act:assistant.example/provider';
const DIGEST = 'A'.repeat(43);
const LOG_URL = 'http://127.0.0.1:9';

const shop = { id: SHOP, role: 'MERCHANT', folder: 'rail' } as const;
const psp = { id: PSP, role: 'PSP', folder: 'psp' } as const;
const agent = { id: AGENT, provider: PROVIDER, folder: 'agent' };
const plan = {
  operator: 'did:act:trust.example/list',
  entities: [
    shop,
    psp,
    { id: BANK, role: 'IAC_ISSUER', folder: 'issuer' } as const,
    { id: PROVIDER, role: 'AGENT_PROVIDER', folder: 'provider' } as const,
  ],
  agents: [agent],
};
const log = createLogger('test', 'silent');
const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));

let dir: string;
let store: Store;
let trustList: TrustList;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'openact-replaced-'));
  await provision(dir, plan, NOW);
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));
beforeEach(async (context) => {
  store = await openStore(join(dir, `${context.task.id}.db`), recordMigrations);
  const pinned = await readPinnedKeys(join(dir, 'trust-list.pub.json'));
  trustList = await openTrustList(readFileSync(trustListPath(dir), 'utf8').trim(), pinned, NOW);
  return () => store.close();
});

/** Two events, before and after a replacement five hours later; recorded when both have waited. */
async function recorded(recorder: Happening['participants'][0], signers: readonly RecordSigner[]) {
  for (const [id, at] of [['before', NOW + HOUR] as const, ['after', NOW + 6 * HOUR] as const]) {
    const event: Happening<'act:commerce:decision-logged'> = {
      ...{ event_type: 'act:commerce:decision-logged', at, subject: [id], participants: [recorder] },
      correlation: { intent_id: 'int_1' },
      event_body: { decision_digest: DIGEST, sellers_asked: 1, offers: 0, outcome: 'NONE' },
    };
    await store.transact((tx) => writeEvent(tx, event));
  }
  const clock = () => NOW + 7 * HOUR;
  expect(await recordWaiting({ store, clock, random, signers, log })).toBe(2);
  const records: AttestationRecord[] = [];
  for await (const one of allRecords(store.read)) records.push(one);
  const byTime = records.toSorted((one, other) => (one.event_time < other.event_time ? -1 : 1));
  expect(byTime.map(({ record_time }) => record_time)).toEqual(Array(2).fill(formatUtcSeconds(clock())));
  const verdicts = byTime.map(async (record) => {
    const judged = await verifyRecord(record.record_id, {
      record: async () => record,
      key: (signature, role, at) => keyFromTrustList(trustList, signature, role, at),
      anchor: async () => ({ missing: 'anchor_not_found' }),
      deadline: () => new Promise(() => {}),
    });
    return judged.verdict;
  });
  return Promise.all(verdicts);
}

/** Key, hash and signature hold; nobody has anchored it. */
const HOLDS = 'ANCHOR_NOT_FOUND';

// OA-REC-11, TSD-ATT-SVF-27
describe('OA-REC-11 events that wait while keys are replaced', () => {
  test('of a shop: each under a key of its time, the former kept where only its owner reads it', async () => {
    const path = join(dir, 'rail', 'merchant-record.json');
    await trustCertify(dir, shop, NOW + 5 * HOUR, 'renew');
    const former = join(dir, 'rail', 'former');
    const names = readdirSync(former);
    expect(names).toEqual([`merchant-record.json.${NOW + 5 * HOUR}`]);
    expect(statSync(join(former, names[0] ?? '')).mode & 0o777).toBe(0o600);

    const opened = await openRecording({ logUrl: LOG_URL, recordKeyPath: path } as never, SHOP, () => NOW);
    const { recordSigner, formerRecordSigners = [] } = opened?.parts ?? {};
    await opened?.close();
    if (recordSigner === undefined) throw new Error('no key');
    const all = [recordSigner, ...formerRecordSigners].map((signer) => ({ id: SHOP, signer }));
    expect(await recorded({ id: SHOP, role: 'MERCHANT' }, all)).toEqual([HOLDS, HOLDS]);
  });

  test('without the former key the event is recorded all the same, and readers say what its key was not', async () => {
    await trustCertify(dir, psp, NOW + 5 * HOUR, 'renew');
    const signer = await loadSigner(join(dir, 'psp', 'psp-record.json'));
    const verdicts = await recorded({ id: PSP, role: 'PSP' }, [{ id: PSP, signer }]);
    expect(verdicts).toEqual(['PUBLIC_KEY_UNAVAILABLE', HOLDS]);
  });

  test('of issuer and payment service: the former keys of each beside the present ones', async () => {
    const recordKeys = {
      issuer: join(dir, 'issuer', 'issuer-record.json'),
      psp: join(dir, 'psp', 'psp-record.json'),
    };
    const config = { issuerId: BANK, pspId: PSP, recordKeys, logUrl: LOG_URL };
    const before = await loadRecordKeys(config as never);
    const issuer = { id: BANK, role: 'IAC_ISSUER', folder: 'issuer' } as const;
    await trustCertify(dir, issuer, NOW + 5 * HOUR, 'renew');
    const signers = await loadRecordKeys(config as never);
    expect(signers.filter(({ id }) => id === BANK)).toHaveLength(
      before.filter(({ id }) => id === BANK).length + 1,
    );
    expect(await recorded({ id: BANK, role: 'IAC_ISSUER' }, signers)).toEqual([HOLDS, HOLDS]);
  });

  test('of an agent whose provider stated its key anew', async () => {
    const folder = join(dir, 'agent');
    const statement = join(folder, 'agent-attestation.jwt');
    const then = readFileSync(statement, 'utf8').trim();
    await attest(dir, { ...agent, version: '2.0.0' }, 'provider', NOW + 5 * HOUR);
    const now = readFileSync(statement, 'utf8').trim();
    const statements = [now, ...(await readFormerTexts(statement))];
    expect(statements).toEqual([now, then]);
    const signer = await loadSigner(join(folder, 'agent.json'));
    const signers = statements.map((attestation) => ({ id: AGENT, signer, attestation }));
    expect(await recorded({ id: AGENT, role: 'PAYER_AGENT' }, signers)).toEqual([HOLDS, HOLDS]);
  });

  test('the oldest leave, and only keys for records are kept', async () => {
    for (let times = 1; times <= FORMER_MAX_FILES + 2; times += 1) {
      await trustCertify(dir, { ...shop, folder: 'often' }, NOW + times, 'renew');
    }
    const names = readdirSync(join(dir, 'often', 'former'));
    expect(names.toSorted()).toEqual(
      Array.from({ length: FORMER_MAX_FILES }, (_, at) => `merchant-record.json.${NOW + 3 + at}`),
    );
  });
});
