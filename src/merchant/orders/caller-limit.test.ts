import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRateLimit, type RateLimit } from '../../http/index.ts';
import { digestOfObject } from '../../protocol/digest/index.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import { IDS } from '../../verifier/testing/actors.ts';
import {
  type Answer,
  attestation,
  command,
  createMerchantWorld,
  get,
  type MerchantWorld,
  post,
  quoted,
  random,
  receiptFor,
  release,
} from '../testing/world.ts';

let world: MerchantWorld;
let limit: RateLimit;
beforeEach(async () => {
  limit = createRateLimit({ perSecond: 1, burst: 100 }, () => 0);
  world = await createMerchantWorld({}, { take: (caller) => limit.take(caller) });
});
afterEach(() => world.close());

/** From here on nobody may ask, until there is another limit. */
function close(): RateLimit {
  const before = limit;
  limit = createRateLimit({ perSecond: 1, burst: 1 }, () => 0);
  limit.take(IDS.agent);
  return before;
}

type Call = (no: string, quote: string, by?: MerchantWorld['actors']['agent']) => Promise<Answer>;

const calls: [name: string, status: number, call: Call][] = [
  [
    'read',
    200,
    async (no, _quote, by) =>
      get(world, `/orders/${no}`, await command(world, { action: 'order.read', target: no }, by)),
  ],
  [
    'cancel',
    200,
    async (no, _quote, by) => {
      const signed = await command(world, { action: 'order.cancel', target: no }, by);
      return post(world, `/orders/${no}/cancel`, { command: signed });
    },
  ],
];

describe('OA-OPS-02 orders', () => {
  test.each(calls)('%s: too often is refused, and uses nothing up', async (_name, status, call) => {
    const { quote } = await quoted(world);
    const no = readMessage('quote', quote).claims.out_trade_no;
    const open = close();
    expect((await call(no, quote)).body.code).toBe('request_rate_exceeded');
    expect((await call(no, quote, world.actors.otherAgent)).body.code).toBe('command_signature_invalid');
    limit = open;
    expect((await call(no, quote)).status).toBe(status);
  });

  test('an intent whose sender proves its key: too often is refused, and the proof is still good', async () => {
    const context = { constraints: { query: ['G123'] } };
    const agent_attestation = await attestation(world);
    const body = { request_id: newId(random, 'itx'), agent_id: IDS.agent, context, agent_attestation };
    const digest = await digestOfObject(body);
    const asked = { action: 'intent.transfer', target: IDS.merchant, params: { digest } } as const;
    const proof = await command(world, asked);
    const send = async (signed: string): Promise<Answer> => {
      const headers = { 'content-type': 'application/json', authorization: `ACT-Command ${signed}` };
      const init = { method: 'POST', headers, body: JSON.stringify(body) };
      const answered = await world.merchant.app.request('/intents', init);
      return { status: answered.status, body: await answered.json() };
    };
    const open = close();
    expect((await send(proof)).body.code).toBe('request_rate_exceeded');
    const forged = await command(world, asked, world.actors.otherAgent);
    expect((await send(forged)).body.code).toBe('command_signature_invalid');
    limit = open;
    expect((await send(proof)).status).toBe(200);
  });

  test('release: too often is refused, and the goods are still there', async () => {
    const { quote } = await quoted(world);
    const receipt = await receiptFor(world, quote);
    const open = close();
    expect((await release(world, quote, receipt)).body.code).toBe('request_rate_exceeded');
    limit = open;
    expect((await release(world, quote, receipt)).status).toBe(200);
  });
});
