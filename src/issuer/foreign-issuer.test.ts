/** Two institutions: mandates of issuer X, on its own server, are paid with at payment service Y. */
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ClosableHttpClient, createHttpClient, type Listening, listen } from '../http/index.ts';
import { digestOfJws } from '../protocol/digest/index.ts';
import { signMessage } from '../protocol/messages/index.ts';
import { newId } from '../protocol/ports.ts';
import { formatUtcSeconds } from '../protocol/time/index.ts';
import { type Actors, createActors, DAY_SECONDS, IDS, WORLD_NOW } from '../verifier/testing/actors.ts';
import { quoteClaims } from '../verifier/testing/claims.ts';
import { fundAccount, openAccount } from './psp/index.ts';
import {
  createTestWorld,
  enrol,
  issue,
  lifecycle,
  post,
  random,
  readMandate,
  type TestDevice,
  type TestWorld,
} from './testing/world.ts';

describe('a foreign issuer', () => {
  let actors: Actors;
  let issuerX: TestWorld;
  let serviceY: TestWorld;
  let server: Listening;
  let client: ClosableHttpClient;
  let device: TestDevice;
  let tool: string;

  beforeAll(async () => {
    actors = await createActors();
    server = await listen(front(), { host: '127.0.0.1', port: 0 });
    const statusListUrl = `${server.url}/status-lists/1`;
    client = createHttpClient((origin) => origin === server.url);
    issuerX = await createTestWorld({ actors, statusListUrl, withPsp: false, side: { baseUrl: server.url } });
    const side = { id: 'did:act:y.example/iac', baseUrl: 'https://y.example' };
    serviceY = await createTestWorld({ actors, statusListUrl, http: client, side });
    device = await enrol(issuerX, actors.device);
    tool = await bindAtY();
  });
  afterAll(async () => {
    await client.close();
    await server.close();
    await issuerX.close();
    await serviceY.close();
  });

  /** X's address has to be known before X exists, because the trust list names it. */
  function front(): Hono {
    return new Hono().all('*', (c) => issuerX.issuer.app.fetch(c.req.raw));
  }

  /** The person has an account at Y, which knows them under X's identifier. */
  async function bindAtY(): Promise<string> {
    const common = { currency: 'CNY', now: WORLD_NOW };
    const money = { currency: 'CNY', minor: 1_000_000n };
    const toolBindings = serviceY.issuer.psp?.toolBindings;
    if (toolBindings === undefined) throw new Error('Y is a payment service');
    return serviceY.store.transact(async (tx) => {
      await openAccount(tx, { accountId: 'acct-user', owner: device.delegator, kind: 'user', ...common });
      await openAccount(tx, { accountId: 'acct-rail', owner: IDS.merchant, kind: 'merchant', ...common });
      await fundAccount(tx, { accountId: 'acct-user', money, transferId: 'funding', now: WORLD_NOW });
      await toolBindings.prepare(tx, {
        toolRequestId: 'treq-1',
        delegator: device.delegator,
        agentId: IDS.agent,
        agentJkt: actors.agent.jkt,
        agentJwk: actors.agent.publicJwk,
        limits: {
          currency: 'CNY',
          max_amount: '600.00',
          valid_until: formatUtcSeconds(WORLD_NOW + DAY_SECONDS),
        },
        now: WORLD_NOW,
      });
      return (await toolBindings.activate(tx, { toolRequestId: 'treq-1', now: WORLD_NOW })).paymentToolRef;
    });
  }

  /** One payment at Y for a mandate of X; answers `ok` or the code. */
  async function payAtY(delegationId: string): Promise<string> {
    const { mandate } = (await readMandate(issuerX, delegationId)).body;
    const claims = {
      ...quoteClaims('A'.repeat(43)),
      jti: newId(random, 'quo'),
      out_trade_no: newId(random, 'ord'),
    };
    const quote = await signMessage('quote', claims, actors.merchant.signer);
    const request = {
      iss: IDS.agent,
      aud: IDS.psp,
      jti: newId(random, 'req'),
      iat: serviceY.time.now,
      level: 'act:L2',
      quote_digest: await digestOfJws(quote),
      out_trade_no: claims.out_trade_no,
      amount: claims.amount,
      payer_amount: claims.payer_amount,
      currency: claims.currency,
      method_id: IDS.method,
      payment_tool_ref: tool,
      delegation_id: delegationId,
      mandate_digest: await digestOfJws(mandate),
    } as const;
    const payment_request = await signMessage('paymentRequest', request, actors.agent.signer);
    const answer = await post(serviceY, '/payments', { mandate, quote, payment_request });
    return answer.status === 200 ? 'ok' : answer.body.code;
  }

  test('ADD-IAC-LCM-11 Active at X pays at Y; suspended and revoked at X refuses at Y', async () => {
    const id = await issue(issuerX, device);
    expect(await payAtY(id)).toBe('ok');
    await lifecycle(issuerX, device, 'suspend', id);
    expect(await payAtY(id)).toBe('mandate_suspended');
    await lifecycle(issuerX, device, 'resume', id);
    expect(await payAtY(id)).toBe('ok');
    await lifecycle(issuerX, device, 'revoke', id);
    expect(await payAtY(id)).toBe('mandate_revoked');
  });

  test('ADD-IAC-LCM-13 while X cannot be reached nothing is paid, and it goes on afterwards', async () => {
    const id = await issue(issuerX, device);
    expect(await payAtY(id)).toBe('ok');
    const { port } = new URL(server.url);
    await server.close();
    expect(await payAtY(id)).toBe('mandate_status_unavailable');
    server = await listen(front(), { host: '127.0.0.1', port: Number(port) });
    expect(await payAtY(id)).toBe('ok');
  });
});
