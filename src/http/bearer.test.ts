import type { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { behindToken, createApp, createLogger } from './index.ts';

const TOKEN = 'a token that is long enough for it';

function guarded(): Hono {
  const app = createApp({ name: 'test', log: createLogger('test', 'silent'), checks: [] });
  behindToken(app, ['/inside', '/inside/*'], TOKEN);
  app.get('/inside', (c) => c.text('inside'));
  app.get('/inside/more', (c) => c.text('more'));
  app.get('/outside', (c) => c.text('outside'));
  return app;
}

async function ask(path: string, authorization?: string): Promise<readonly [number, string]> {
  const answer = await guarded().request(
    path,
    authorization === undefined ? {} : { headers: { authorization } },
  );
  const text = await answer.text();
  return [answer.status, answer.ok ? text : String(JSON.parse(text).code)];
}

describe('what stands behind a token (OA-ICN-23)', () => {
  test('is there for whoever has it, and nowhere else is anything asked for', async () => {
    expect(await ask('/inside', `Bearer ${TOKEN}`)).toEqual([200, 'inside']);
    expect(await ask('/inside/more', `Bearer ${TOKEN}`)).toEqual([200, 'more']);
    expect(await ask('/outside')).toEqual([200, 'outside']);
  });

  test.each([
    ['nothing', undefined],
    ['an empty header', ''],
    ['the scheme alone', 'Bearer '],
    ['the token without its scheme', TOKEN],
    ['another scheme', `Basic ${TOKEN}`],
    ['another token of the same length', `Bearer ${TOKEN.slice(0, -1)}!`],
    ['a token that begins with it', `Bearer ${TOKEN}x`],
    ['the beginning of it', `Bearer ${TOKEN.slice(0, -1)}`],
    ['the token twice', `Bearer ${TOKEN}, Bearer ${TOKEN}`],
  ])('is not there with %s', async (_what, authorization) => {
    expect(await ask('/inside', authorization)).toEqual([404, 'not_found']);
    expect(await ask('/inside/more', authorization)).toEqual([404, 'not_found']);
  });
});
