import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EKU } from '../../forge/certificate.ts';
import { makeJws } from '../../forge/jws.ts';
import { Cast, now, SUITE_IDS } from '../../live/cast.ts';
import { Control } from '../account/control.ts';
import { freePorts } from '../testing/free-ports.ts';
import { Counter } from './counter.ts';

const HOUR = 3_600;
const MERCHANT = 'did:act:shop.example/one';
const notes = { exchange: () => {} } as never;

let subject: { readonly control: Control; close(): void };
let counter: Counter;
const cast = new Cast('a secret of some length');
const shop = cast.institution(MERCHANT, 'merchant', [EKU.command]);

/** A subject of which nothing is there but the clock. */
async function startSubject() {
  let ahead = 0;
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    if (text !== '') ahead += JSON.parse(text).advance_seconds;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ features: ['clock'], now: now() + ahead }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const control = await Control.open({ url, token: 'token' }, url, 10_000);
  return {
    control,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  subject = await startSubject();
  const { control } = subject;
  const [port = 0] = await freePorts(1);
  const [anchor, chain] = [shop.anchor, shop.chain];
  counter = new Counter(cast, { id: MERCHANT, anchor, chain, port } as never);
  counter.ahead = () => control.ahead;
  counter.aheadSince = () => control.aheadSince;
  counter.aheadOfMail = () => control.aheadOfMail();
  await counter.open();
});

afterEach(async () => {
  await counter.close();
  subject.close();
  vi.useRealTimers();
});

/** What the payment service answers to a command that was signed at a time. */
async function told(iat: number): Promise<number> {
  const trade = `trd_${randomUUID()}`;
  counter.trades.set(trade, { trade_no: trade } as never);
  const claims = {
    ...{ iss: MERCHANT, aud: SUITE_IDS.psp, jti: `cmd_${randomUUID()}`, iat },
    ...{ action: 'fulfilment.confirm', target: trade, params: { evidence_ref: 'order-1' } },
  };
  const command = makeJws('act-command+jwt', claims, shop.signer).compact;
  const { status } = await fetch(`${counter.url}/payments/${trade}/fulfilment`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ command }),
  });
  return status;
}

test('a command that was on its way when the clock was moved, twice, is of its time, and so is one of now', async () => {
  const signedAt = now();
  await subject.control.advance(HOUR, notes);
  await subject.control.advance(HOUR, notes);
  expect(await told(signedAt)).toBe(200);
  expect(await told(signedAt + 2 * HOUR)).toBe(200);
  expect(counter.faults).toEqual([]);
});

test('a command of an hour ago is refused: while no clock was moved, and soon after it was', async () => {
  expect(await told(now() - HOUR)).toBe(401);
  await subject.control.advance(HOUR, notes);
  expect(await told(now() - HOUR)).toBe(401);
  vi.setSystemTime(Date.now() + 60_000);
  expect(await told(now())).toBe(401);
  expect(await told(now() + HOUR)).toBe(200);
});
