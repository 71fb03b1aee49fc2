import { describe, expect, test } from 'vitest';
import { createLogger, movableClock, readTestControl, StartError } from '../../http/index.ts';
import type { AttestationRecord } from '../../protocol/generated/types.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { insertRecord, recordWaiting } from '../../records/index.ts';
import { readIssuerConfig } from '../config.ts';
import { fundAccount, openAccount } from '../psp/index.ts';
import { createTestWorld, enrol, issue, readMandate } from '../testing/world.ts';
import { createOutages, createTestControl } from './index.ts';

const TOKEN = 'a token of length';
const BASE = {
  OPENACT_DATABASE: 'data/issuer.db',
  OPENACT_KEYS: 'keys',
  OPENACT_TRUST_URL: 'http://127.0.0.1:9/trust-list',
  OPENACT_TRUST_KEY: 'trust.pub.json',
  OPENACT_ISSUER_ID: 'did:act:bank.example/iac',
  OPENACT_PSP_ID: 'did:act:bank.example/psp',
};
const ASKED = { OPENACT_TEST_CONTROL: '0', OPENACT_TEST_CONTROL_TOKEN: TOKEN };

const readWith = (more: Record<string, string>) => {
  const environment = { ...BASE, ...more };
  return readTestControl(environment, readIssuerConfig(environment));
};

describe('test control is served only when it is asked for', () => {
  test('neither variable: none', () => {
    expect(readWith({})).toBeUndefined();
  });

  test('both, on loopback: a port and a token', () => {
    expect(readWith(ASKED)).toEqual({ port: 0, token: TOKEN });
    expect(readWith({ ...ASKED, OPENACT_LOG_URL: 'http://127.0.0.1:8410' })).toBeDefined();
    expect(readWith({ ...ASKED, OPENACT_PARTNERS: 'did:act:pay.example/psp=25' })).toBeDefined();
    expect(readWith({ ...ASKED, OPENACT_HOST: '::1', OPENACT_BASE_URL: 'http://[::1]:1' })).toBeDefined();
  });

  test.each([
    ['a port without a token', { OPENACT_TEST_CONTROL: '0' }, 'OPENACT_TEST_CONTROL_TOKEN'],
    ['a token without a port', { OPENACT_TEST_CONTROL_TOKEN: TOKEN }, 'is not a port'],
    ['a short token', { ...ASKED, OPENACT_TEST_CONTROL_TOKEN: 'short' }, 'OPENACT_TEST_CONTROL_TOKEN'],
    ['production', { ...ASKED, NODE_ENV: 'production' }, 'NODE_ENV=production'],
    ['another host', { ...ASKED, OPENACT_HOST: '0.0.0.0' }, 'OPENACT_HOST'],
    ['a public address', { ...ASKED, OPENACT_BASE_URL: 'https://bank.example' }, 'OPENACT_BASE_URL'],
    ['a shared database', { ...ASKED, OPENACT_DATABASE: 'postgres://db/issuer' }, 'OPENACT_DATABASE'],
    ['a log elsewhere', { ...ASKED, OPENACT_LOG_URL: 'https://log.example' }, 'OPENACT_LOG_URL'],
    ['a trust list elsewhere', { ...ASKED, OPENACT_TRUST_URL: 'https://trust.example' }, 'OPENACT_TRUST_URL'],
  ])('%s: the server does not start', (_title, more, why) => {
    expect(() => readWith(more)).toThrow(StartError);
    expect(() => readWith(more)).toThrow(why);
  });
});

describe('the contract', () => {
  async function world() {
    const bank = await createTestWorld();
    const time = movableClock(() => bank.time.now);
    const outages = createOutages();
    const restarts: number[] = [];
    const recordKeys = outages.recordKeys(bank.actors.issuer.signer);
    const control = createTestControl({
      token: TOKEN,
      store: bank.store,
      time,
      random: (count) => crypto.getRandomValues(new Uint8Array(count)),
      risk: bank.issuer.risk,
      outages,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined } as never,
      tend: async () => undefined,
      replaceRecordKey: async (keepsFormer) => recordKeys.replace(bank.actors.psp.signer, keepsFormer),
      restart: async (notice) => {
        restarts.push(notice);
      },
    });
    const ask = async (path: string, body?: object, token = TOKEN) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const init = body === undefined ? { headers } : { headers, method: 'POST', body: JSON.stringify(body) };
      const response = await control.request(path, init);
      // biome-ignore lint/suspicious/noExplicitAny: bodies of every shape
      return { status: response.status, body: (await response.json()) as any };
    };
    return { bank, time, ask, outages, restarts, recordKeys };
  }

  test('the clock goes forward, and never back', async () => {
    const { bank, ask } = await world();
    const { now } = bank.time;
    expect((await ask('/control')).body).toMatchObject({ now });
    expect((await ask('/control/clock', { advance_seconds: 60 })).body).toEqual({ now: now + 60 });
    expect((await ask('/control/clock', { advance_seconds: -60 })).body.code).toBe('schema_mismatch');
    expect((await ask('/control')).body.now).toBe(now + 60);
    await bank.close();
  });

  test('risk control suspends a mandate and lifts it; a wrong token finds nothing', async () => {
    const { bank, ask } = await world();
    const device = await enrol(bank, bank.actors.device);
    const id = await issue(bank, device);
    const path = `/control/mandates/${id}/risk-suspend`;
    const condition = { recovery_condition: 'looked at' };
    expect((await ask(path, condition, 'another token xyz')).body.code).toBe('not_found');
    expect((await readMandate(bank, id)).body.status).toBe('Active');
    expect((await ask(path, condition)).body).toEqual({ status: 'Suspended' });
    expect((await readMandate(bank, id)).body.status).toBe('Suspended');
    expect((await ask(`/control/mandates/${id}/risk-resume`, {})).body).toEqual({ status: 'Active' });
    const { events } = (await ask(`/control/events/${id}`)).body;
    expect(events.map((event: { readonly event_type: string }) => event.event_type)).toEqual([
      'act:delegation:delegation-issued',
      'act:delegation:delegation-suspended',
      'act:delegation:delegation-resumed',
    ]);
    await bank.close();
  });

  test('events are shown whether they are recorded by now or not, each once', async () => {
    const { bank, ask } = await world();
    const id = await issue(bank, await enrol(bank, bank.actors.device));
    const path = `/control/events/${id}`;
    const { events: waiting } = (await ask(path)).body;
    const recorded = await recordWaiting({
      ...{ store: bank.store, clock: () => bank.time.now, random: (count) => new Uint8Array(count).fill(7) },
      signers: [{ id: waiting[0].participants[0].id, signer: bank.actors.issuer.signer }],
      completion: {
        'act:delegation:delegation-issued': async () => ({ mandate_digest: 'A'.repeat(43) }),
      },
      log: createLogger('test', 'silent'),
    });
    expect(recorded).toBe(1);
    const { events } = (await ask(path)).body;
    expect(events).toMatchObject([
      { event_type: waiting[0].event_type, at: waiting[0].at, correlation: waiting[0].correlation },
    ]);
    await bank.close();
  });

  test('an event that still waits stands before a later one that is recorded', async () => {
    const { bank, ask } = await world();
    const first = await issue(bank, await enrol(bank, bank.actors.device));
    const path = `/control/events/${first}`;
    const { events: waiting } = (await ask(path)).body;
    const [{ participants, correlation }] = waiting;
    const event_time = formatUtcSeconds(waiting[0].at + 1);
    const event_type = 'act:delegation:delegation-revoked';
    const record = { record_id: 'A'.repeat(43), event_type, event_time, participants, correlation };
    await bank.store.transact((tx) =>
      insertRecord(tx, { ...record, ...correlation, event_body: {} } as unknown as AttestationRecord),
    );
    const { events } = (await ask(path)).body;
    expect(events.map((event: { readonly event_type: string }) => event.event_type)).toEqual([
      'act:delegation:delegation-issued',
      event_type,
    ]);
    await bank.close();
  });

  // OA-REC-08
  test('records are backed up and restored as by the command', async () => {
    const { bank, ask } = await world();
    const id = await issue(bank, await enrol(bank, bank.actors.device));
    const { events } = (await ask(`/control/events/${id}`)).body;
    await recordWaiting({
      ...{ store: bank.store, clock: () => bank.time.now, random: (count) => new Uint8Array(count).fill(7) },
      signers: [{ id: events[0].participants[0].id, signer: bank.actors.issuer.signer }],
      completion: {
        'act:delegation:delegation-issued': async () => ({ mandate_digest: 'A'.repeat(43) }),
      },
      log: createLogger('test', 'silent'),
    });
    const { backup } = (await ask('/control/records/backup')).body;
    expect(backup.trimEnd().split('\n')).toHaveLength(2);
    const restored = await ask('/control/records/restore', { backup });
    expect(restored.body).toEqual({ added: 0, present: 1 });
    const cut = await ask('/control/records/restore', { backup: backup.slice(backup.indexOf('\n') + 1) });
    expect(cut.body.code).toBe('backup_damaged');
    await bank.close();
  });

  // OA-REC-11
  test('the key for records is away, and replaced with the former one kept or lost', async () => {
    const { bank, ask, recordKeys } = await world();
    const { issuer, psp } = bank.actors;
    const [former] = recordKeys.formerRecordSigners;
    const headers = () => [recordKeys.recordSigner.header, former?.header];
    expect((await ask('/control')).body.features).toContain('record-key');
    expect((await ask('/control/record-key', { works: false })).body).toEqual({ works: false });
    await expect(recordKeys.recordSigner.sign(new Uint8Array(1))).rejects.toMatchObject({ code: 'internal' });
    expect(headers()).toEqual([issuer.signer.header, issuer.signer.header]);
    const replaced = await ask('/control/record-key/replace', { keeps_former: true });
    expect(replaced.body).toEqual({ keeps_former: true });
    expect(headers()).toEqual([psp.signer.header, issuer.signer.header]);
    await ask('/control/record-key/replace', { keeps_former: false });
    expect(headers()).toEqual([psp.signer.header, psp.signer.header]);
    await ask('/control/record-key', { works: true });
    expect(await recordKeys.recordSigner.sign(new Uint8Array(1))).toHaveLength(64);
    await bank.close();
  });

  test('what is taken away is missing until it is given back', async () => {
    const { bank, ask, outages } = await world();
    const store = outages.store(bank.store);
    const commit = () => store.transact((tx) => tx.all('SELECT 1'));
    expect((await ask('/control/store', { works: 'no' })).body.code).toBe('schema_mismatch');
    expect((await ask('/control/store', { works: false })).body).toEqual({ works: false });
    await expect(commit()).rejects.toMatchObject({ code: 'store_unavailable' });
    expect(await store.read.get('SELECT 1 AS one')).toEqual({ one: 1n });
    expect((await ask('/control/store', { works: true })).body).toEqual({ works: true });
    await commit();

    const signer = outages.receiptSigner(bank.actors.agent.signer);
    expect((await ask('/control/receipt-key', { works: false })).body).toEqual({ works: false });
    await expect(signer.sign(new Uint8Array(1))).rejects.toThrow('away');
    await ask('/control/receipt-key', { works: true });
    expect(await signer.sign(new Uint8Array(1))).toHaveLength(64);
    await bank.close();
  });

  test('a fault comes once, and a caller is limited until the limit is lifted', async () => {
    const { bank, ask, outages } = await world();
    expect((await ask('/control/fault', { text: 'so it broke' })).status).toBe(200);
    await expect(outages.risk.decide({} as never)).rejects.toThrow('so it broke');
    expect(await outages.risk.decide({} as never)).toBe('allow');

    const limit = outages.callers.before();
    expect((await ask('/control/caller-limit', { requests: -1 })).body.code).toBe('schema_mismatch');
    expect((await ask('/control/caller-limit', { requests: 1 })).body).toEqual({ requests: 1 });
    limit.take('agent');
    expect(() => limit.take('agent')).toThrow(expect.objectContaining({ code: 'request_rate_exceeded' }));
    await ask('/control/caller-limit', { requests: 0 });
    limit.take('agent');
    await bank.close();
  });

  test('it is told to end, with so long a notice, and starts anew', async () => {
    const { bank, ask, restarts } = await world();
    expect((await ask('/control/restart', { notice_seconds: 61 })).body.code).toBe('schema_mismatch');
    expect((await ask('/control/restart', { notice_seconds: 2 })).body).toEqual({ notice_seconds: 2 });
    expect(restarts).toEqual([2_000]);
    await bank.close();
  });

  test('an account says what it holds or owes, and what came and went', async () => {
    const { bank, ask } = await world();
    const account = {
      accountId: 'a',
      owner: 'did:act:bank.example/u',
      kind: 'user',
      currency: 'CNY',
    } as const;
    const now = bank.time.now;
    const money = { currency: 'CNY', minor: 1_250n };
    await bank.store.transact(async (tx) => {
      await openAccount(tx, { ...account, now });
      await fundAccount(tx, { accountId: 'a', money, transferId: 'funding-1', now });
    });
    const movement = { transfer_id: 'funding-1', kind: 'funding' };
    const currency = 'CNY';
    expect((await ask('/control/accounts/a')).body).toEqual({
      ...{ account_id: 'a', currency, balance: '12.50', movements: [{ ...movement, amount: '12.50' }] },
    });
    const source = 'system:funding:CNY';
    expect((await ask(`/control/accounts/${source}`)).body).toEqual({
      ...{ account_id: source, currency, balance: '-12.50', movements: [{ ...movement, amount: '-12.50' }] },
    });
    await bank.close();
  });

  test('an account that does not exist is not found', async () => {
    const { bank, ask } = await world();
    expect((await ask('/control/accounts/nobody')).status).toBe(404);
    await bank.close();
  });
});
