import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createLogger } from '../../http/index.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { engines } from '../../store/testing/engines.ts';
import { createActors, IDS } from '../../verifier/testing/actors.ts';
import { type Bench, booksBalance } from '../psp/testing/bench.ts';
import {
  type BankActors,
  bankActors,
  CLEARING,
  createTwoServices,
  OTHER_PSP,
  type TwoServices,
} from '../psp/testing/two-services.ts';
import { createOperatorApp, readOperator } from './index.ts';

const TOKEN = 'a token that is long enough for it';
const HOUR = 3_600;

let actors: BankActors;
beforeAll(async () => {
  actors = await bankActors(await createActors());
});

interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: bodies of every shape
  readonly body: any;
}

describe.each(engines)('the operator’s calls (OA-ICN-23), on $name', (engine) => {
  let two: TwoServices;
  let a: Bench;
  let b: Bench;
  let span: { readonly from: string; readonly until: string };

  beforeAll(() => engine.start());
  afterAll(() => engine.stop());

  /** An hour in which A has paid twice into B: 200.00. B looks into what its operator has written down. */
  beforeEach(async () => {
    two = await createTwoServices(actors, engine, { ownArrivals: true });
    ({ a, b } = two);
    const from = a.now;
    await a.psp.pay(await two.payment());
    await a.psp.pay(await two.payment());
    two.advance(HOUR);
    span = { from: formatUtcSeconds(from), until: formatUtcSeconds(from + HOUR / 2) };
  });
  afterEach(() => two.close());

  async function ask(bench: Bench, path: string, body?: object, token = TOKEN): Promise<Answer> {
    const app = createOperatorApp({ token: TOKEN, psp: bench.psp, log: createLogger('test', 'silent') });
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const init = body === undefined ? { headers } : { headers, method: 'POST', body: JSON.stringify(body) };
    const response = await app.request(path, init);
    return { status: response.status, body: await response.json() };
  }

  const netting = () => ({ partner: OTHER_PSP, ...span, currency: 'CNY' });
  const settle = (evidence_ref = 'transfer-1') =>
    ask(a, '/clearing/nettings/settle', { ...netting(), evidence_ref });
  const arrived = (change: object = {}) =>
    ask(b, '/clearing/arrivals', {
      partner: IDS.psp,
      evidence_ref: 'transfer-1',
      amount: '200.00',
      currency: 'CNY',
      ...change,
    });
  const clearing = async () => [await a.balance(CLEARING.atA), await b.balance(CLEARING.atB)];

  test('from the books to what is owed to what is paid: each side does its part, and both have settled', async () => {
    expect((await ask(a, '/clearing/reconciliations', { partner: OTHER_PSP, ...span })).body).toEqual({
      nettings: [{ currency: 'CNY', we_owe: '200.00', they_owe: '0.00', trades: 2 }],
      mismatches: [],
    });
    const agreed = await ask(a, '/clearing/nettings', netting());
    expect(agreed).toMatchObject({ status: 200, body: { state: 'AGREED', netting: { amount: '200.00' } } });
    expect((await settle()).body.code).toBe('netting_payment_missing');
    expect(await clearing()).toEqual([20_000n, -20_000n]);
    expect((await arrived()).status).toBe(200);
    expect((await settle()).body).toMatchObject({ state: 'SETTLED', digest: agreed.body.digest });
    expect(await clearing()).toEqual([0n, 0n]);
    expect([await booksBalance(a), await booksBalance(b)]).toEqual([true, true]);
    const shown = await ask(b, `/clearing/nettings?partner=${encodeURIComponent(IDS.psp)}`);
    expect(shown.body.nettings).toMatchObject([{ state: 'SETTLED', digest: agreed.body.digest }]);
  });

  test('what came in is written down once, and is what it was: another sum or sender pays nothing', async () => {
    await ask(a, '/clearing/nettings', netting());
    expect((await arrived({ amount: '199.99', evidence_ref: 'transfer-0' })).status).toBe(200);
    expect((await settle('transfer-0')).body.code).toBe('netting_payment_missing');
    expect((await arrived({ partner: 'did:act:third.example/psp' })).body.code).toBe(
      'interconnect_partner_unknown',
    );
    expect((await arrived({ amount: '0.00' })).body.code).toBe('amount_form');
    expect((await arrived({ currency: 'EUR', evidence_ref: 'transfer-2' })).status).toBe(200);
    expect((await settle('transfer-2')).body.code).toBe('netting_payment_missing');
    expect([(await arrived()).status, (await arrived()).status]).toEqual([200, 200]);
    expect((await arrived({ amount: '200.01' })).body.code).toBe('request_id_reused');
    expect((await settle()).body.state).toBe('SETTLED');
  });

  test('one transfer pays one netting (OA-ICN-20)', async () => {
    await ask(a, '/clearing/nettings', netting());
    await arrived();
    expect((await settle()).status).toBe(200);
    await a.psp.pay(await two.payment());
    await a.psp.pay(await two.payment());
    const from = a.now;
    two.advance(HOUR);
    span = { from: formatUtcSeconds(from), until: formatUtcSeconds(from + HOUR / 2) };
    expect((await ask(a, '/clearing/nettings', netting())).body).toMatchObject({ state: 'AGREED' });
    expect((await settle()).body.code).toBe('netting_payment_missing');
    expect(await clearing()).toEqual([20_000n, -20_000n]);
    await arrived({ evidence_ref: 'transfer-2' });
    expect((await settle('transfer-2')).body.state).toBe('SETTLED');
    expect(await clearing()).toEqual([0n, 0n]);
  });

  test('without the token nothing is there; what is no call of it is refused by its form', async () => {
    const bad = await ask(a, '/clearing/nettings', netting(), 'another token that is long enough too');
    expect([bad.status, bad.body.code]).toEqual([404, 'not_found']);
    expect((await ask(a, '/clearing/nettings', netting(), '')).status).toBe(404);
    expect((await ask(a, '/clearing/nettings', { partner: OTHER_PSP })).body.code).toBe('schema_mismatch');
    expect((await ask(a, '/clearing/nettings')).body.code).toBe('schema_mismatch');
    expect((await ask(a, '/clearing/nettings', netting())).status).toBe(200);
  });
});

describe('the operator’s port', () => {
  test('is served only where it is asked for, with a token that is one', () => {
    const asked = { OPENACT_OPERATOR: '8419', OPENACT_OPERATOR_TOKEN: TOKEN };
    expect(readOperator({})).toBeUndefined();
    expect(readOperator(asked)).toEqual({ port: 8419, token: TOKEN });
    expect(() => readOperator({ OPENACT_OPERATOR: '8419' })).toThrow('OPENACT_OPERATOR_TOKEN');
    expect(() => readOperator({ OPENACT_OPERATOR_TOKEN: TOKEN })).toThrow('not a port');
    expect(() => readOperator({ ...asked, OPENACT_OPERATOR: '70000' })).toThrow('not a port');
    expect(() => readOperator({ ...asked, OPENACT_OPERATOR_TOKEN: 'short' })).toThrow('fewer than 32');
  });
});
