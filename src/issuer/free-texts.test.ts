/** What people write freely, with what no text of PostgreSQL holds, or what is no text: the same on both engines. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CommandClaims, IacPayload } from '../protocol/generated/types.ts';
import type { Store } from '../store/index.ts';
import { engines } from '../store/testing/engines.ts';
import { keyActor } from '../verifier/testing/actors.ts';
import {
  type Answer,
  answer,
  createTestWorld,
  enrol,
  enrolmentBody,
  iacFor,
  issue,
  lifecycle,
  mandateBody,
  readMandate,
  type TestDevice,
  type TestWorld,
} from './testing/world.ts';

const NUL = 'at the \0 gate';
/** Stands where a lone surrogate is put into the bytes: nothing of ours signs or sends one. */
const PLACE = 'at the PLACE gate';

let world: TestWorld;
let device: TestDevice;

async function rowsOf(store: Store, table: string): Promise<number> {
  return (await store.read.all(`SELECT * FROM ${table}`)).length;
}

const withAddress = async (text: string): Promise<IacPayload> => {
  const iac = await iacFor(device.delegator);
  return { ...iac, ext: { ...iac.ext, fulfillment: { ...iac.ext?.fulfillment, delivery_address: text } } };
};

async function sent(path: string, body: object): Promise<Answer> {
  const text = JSON.stringify(body).replaceAll('PLACE', '\\ud800');
  const headers = { 'content-type': 'application/json' };
  const response = await world.issuer.app.request(path, { method: 'POST', headers, body: text });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

const suspend = async (params: NonNullable<CommandClaims['params']>): Promise<Answer> => {
  const mandate = await issue(world, device);
  const answered = await lifecycle(world, device, 'suspend', mandate, { params });
  const { body } = await readMandate(world, mandate);
  expect(body.status).toBe(answered.status === 200 ? 'Suspended' : 'Active');
  return answered;
};

describe.each(engines)('on $name', (engine) => {
  beforeAll(async () => {
    await engine.start();
    world = await createTestWorld({ engine });
    device = await enrol(world, world.actors.device);
  });
  afterAll(async () => {
    await world.close();
    await engine.stop();
  });

  test('OA-JSON-02 a lone surrogate is refused, and nothing is kept', async () => {
    const stranger = await keyActor('ES256');
    const bodies = [
      ['/mandates', await mandateBody(world, await withAddress(PLACE)), 'confirmations'],
      ['/devices', await enrolmentBody(world, stranger, PLACE), 'devices'],
    ] as const;
    for (const [path, body, table] of bodies) {
      const before = await rowsOf(world.store, table);
      const refused = await sent(path, body);
      expect([refused.status, refused.body.code]).toEqual([400, 'json_encoding']);
      expect(await rowsOf(world.store, table)).toBe(before);
    }
    const good = await sent('/mandates', await mandateBody(world, await withAddress('at the gate')));
    expect(good.status).toBe(202);
  });

  test('U+0000 in an address that is signed stays in it, as JSON writes it', async () => {
    const iac = await withAddress(NUL);
    const asked = await sent('/mandates', await mandateBody(world, iac));
    expect(asked.status).toBe(202);
    expect((await answer(world, device, asked.body.confirmation_id)).status).toBe(200);
    expect((await readMandate(world, iac.delegation_id)).body).toMatchObject({ status: 'Active' });
  });

  test('OA-SCH-01 U+0000 in what is kept as a text of its own is refused, and nothing has changed', async () => {
    const reason = 'travel is over';
    const refused = await suspend({ reason, recovery_condition: NUL });
    expect([refused.status, refused.body.code]).toEqual([400, 'schema_mismatch']);
    expect((await suspend({ reason, recovery_condition: 'at the gate' })).status).toBe(200);
    expect((await suspend({ reason: NUL })).status).toBe(200);
  });

  test('a login code with U+0000 is no code', async () => {
    const before = await rowsOf(world.store, 'devices');
    const refused = await sent('/devices', await enrolmentBody(world, await keyActor('ES256'), NUL));
    expect([refused.status, refused.body.code]).toEqual([403, 'enrolment_refused']);
    expect(await rowsOf(world.store, 'devices')).toBe(before);
  });
});
