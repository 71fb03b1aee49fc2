import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp, createLogger, type Listening, listen } from '../http/index.ts';
import { clearingCommand } from './clearing.ts';
import { runCli } from './run.ts';
import { type Folder, speak, temporaryFolder } from './testing/console.ts';

let folder: Folder;
let server: Listening;
let tokenFile: string;
const heard: { readonly path: string; readonly authorization: string | undefined; readonly body: unknown }[] =
  [];

beforeAll(async () => {
  folder = temporaryFolder();
  tokenFile = folder.write('token', 'the operator own token of length\n');
  const app = createApp({ name: 'operator', log: createLogger('test', 'silent'), checks: [] });
  app.all('/clearing/*', async (c) => {
    const { pathname, search } = new URL(c.req.url);
    const body = c.req.method === 'POST' ? await c.req.json() : undefined;
    heard.push({ path: pathname + search, authorization: c.req.header('authorization'), body });
    if (body?.currency === 'EUR') return c.redirect(`${server.url}/clearing/elsewhere`, 307);
    return pathname.endsWith('/settle')
      ? c.json({ code: 'netting_payment_missing' }, 409)
      : c.json({ state: 'AGREED' });
  });
  server = await listen(app, { host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

const SPAN = [
  '--partner',
  'did:act:pay.example/psp',
  '--from',
  '2026-01-12T00:00:00Z',
  '--until',
  '2026-01-13T00:00:00Z',
];
const say = (...args: readonly string[]) =>
  speak(clearingCommand, [...args, '--operator', server.url, '--token-file', tokenFile]);

describe('openact clearing', () => {
  test('says to the server what the operator says, with the token', async () => {
    const { status, out } = await say('agree', ...SPAN, '--currency', 'CNY');
    expect([status, out]).toEqual([0, '{"state":"AGREED"}\n']);
    expect(heard.at(-1)).toEqual({
      path: '/clearing/nettings',
      authorization: 'Bearer the operator own token of length',
      body: {
        partner: 'did:act:pay.example/psp',
        from: '2026-01-12T00:00:00Z',
        until: '2026-01-13T00:00:00Z',
        currency: 'CNY',
      },
    });
    await say('arrived', ...SPAN.slice(0, 2), '--transfer', 't-1', '--amount', '5.00', '--currency', 'CNY');
    expect(heard.at(-1)?.body).toEqual({
      partner: 'did:act:pay.example/psp',
      evidence_ref: 't-1',
      amount: '5.00',
      currency: 'CNY',
    });
    expect((await say('nettings', ...SPAN.slice(0, 2))).status).toBe(0);
    expect(heard.at(-1)?.path).toBe('/clearing/nettings?partner=did%3Aact%3Apay.example%2Fpsp');
  });

  test('OA-NET-20 a redirect is no answer, and nobody else gets the token', async () => {
    const { status, out } = await say(
      'arrived',
      ...SPAN.slice(0, 2),
      '--transfer',
      't-2',
      '--amount',
      '5.00',
      '--currency',
      'EUR',
    );
    expect([status, out]).toEqual([1, '']);
    expect(heard.filter(({ path }) => path === '/clearing/elsewhere')).toEqual([]);
    expect((await say('nettings', ...SPAN.slice(0, 2))).status).toBe(0);
  });

  test('a refusal is told, and ends with 1', async () => {
    const { status, err } = await say('settle', ...SPAN, '--currency', 'CNY', '--transfer', 't-1');
    expect(status).toBe(1);
    expect(err).toContain('netting_payment_missing');
  });

  test('the token is sent nowhere but to this machine, and nothing is asked with half a command line', async () => {
    const before = heard.length;
    const elsewhere = (operator: string) =>
      speak(
        (args, io) => runCli(['clearing', ...args], io),
        ['agree', ...SPAN, '--currency', 'CNY', '--operator', operator, '--token-file', tokenFile],
      );
    expect((await elsewhere('https://bank.example')).status).toBe(2);
    expect((await elsewhere('http://127.0.0.1:1')).err).toContain('does not answer: ECONNREFUSED.');
    const notes = `${tokenFile}.notes`;
    writeFileSync(notes, 'two\nlines');
    const noToken = ['--operator', 'http://127.0.0.1:1', '--token-file', notes];
    expect(
      await speak(runCli, ['clearing', 'agree', ...SPAN, '--currency', 'CNY', ...noToken]),
    ).toMatchObject({ status: 2, err: expect.stringContaining('holds no token') });
    await expect(say('agree', ...SPAN)).rejects.toThrow('--currency is missing');
    await expect(say('pay')).rejects.toThrow('clearing takes');
    expect(heard).toHaveLength(before);
    expect((await say('--help')).out).toContain('openact clearing settle');
  });
});
