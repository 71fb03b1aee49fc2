import { expect, test } from 'vitest';
import { createLogger, faultOf, StartError } from './index.ts';

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
  const { error, at } = faultOf(new TypeError('cannot read acct-42\n of Ms Li'));
  expect(error).toBe('TypeError');
  expect(at[0]).toContain('log.test.ts');
  expect(at.join()).not.toMatch(/acct-42|Ms Li/);
  expect(faultOf('acct-42')).toEqual({ error: 'string', at: [] });
});
