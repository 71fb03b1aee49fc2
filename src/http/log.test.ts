import { expect, test } from 'vitest';
import { ActError } from '../protocol/errors/index.ts';
import { createLogger, faultOf, StartError } from './index.ts';
import { reasonOf } from './log.ts';

test('OA-PRV-05 members that could hold a token, a key, raw words or an address are censored', () => {
  const lines: string[] = [];
  const log = createLogger('test', 'info', { write: (line) => lines.push(line) });
  const secrets = {
    ...{ jws: 'hidden', jwk: { d: 'hidden' }, token: 'hidden', authorization: 'hidden', body: 'hidden' },
    ...{ user_intent_raw: 'hidden', delivery_address: 'hidden' },
  };
  log.info({ ...secrets, code: 'no_match' }, 'flat');
  log.info({ request: { ...secrets, code: 'no_match' } }, 'nested');
  expect(lines).toHaveLength(2);
  for (const line of lines) {
    expect(line).not.toContain('hidden');
    expect(line).toContain('no_match');
  }
});

test('a level that there is not is told in one line', () => {
  expect(() => createLogger('test', 'loud')).toThrow(StartError);
  expect(() => createLogger('test', 'loud')).toThrow('OPENACT_LOG is “loud”; it can be trace,');
  expect(createLogger('test', 'silent').level).toBe('silent');
});

test('OA-PRV-05 of a fault its name and its place are told, and not what it quotes', () => {
  const told = faultOf(new TypeError('cannot read acct-42\n of Ms Li'));
  expect(told).toEqual({ error: 'TypeError', at: expect.any(Array) });
  const text = JSON.stringify(told);
  expect(text).toContain('log.test.ts');
  expect(text).not.toMatch(/acct-42|Ms Li/);
  expect(faultOf('acct-42')).toEqual({ error: 'string', at: [] });
});

test('of a refusal its code and the name of its reason are told: where it was thrown says nothing', () => {
  const full = Object.assign(new Error('at acct-42'), { errstr: 'database or disk is full' });
  const refusal = Object.assign(new ActError('store_unavailable'), { cause: full });
  expect(faultOf(refusal)).toEqual({ code: 'store_unavailable', reason: 'database or disk is full' });
});

test('OA-PRV-05 of the cause of a refusal its short name is told, and not its message', () => {
  const because = (cause: unknown) => reasonOf(Object.assign(new Error('refused'), { cause }));
  const failed = (members: object) => Object.assign(new Error('at acct-42 of Ms Li'), members);
  expect(because(failed({ code: 'ERR_SQLITE_ERROR', errstr: 'database or disk is full' }))).toBe(
    'database or disk is full',
  );
  expect(because(failed({ code: '25006' }))).toBe('25006');
  expect(because(failed({ code: 'acct-42 of Ms Li' }))).toBeUndefined();
  for (const none of [failed({}), undefined, 'acct-42']) expect(because(none)).toBeUndefined();
});
