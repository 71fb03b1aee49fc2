import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable, printableJson } from '../../protocol/printable.ts';
import { explain } from './checks.ts';
import { clauseOf } from './clauses.ts';
import { withoutPrivateKeys } from './private-keys.ts';
import { evidenceTime, relativeTime, timesOf, utcOf } from './times.ts';

const NOW = 1_768_903_200;

describe('times', () => {
  it.each([
    [0, 'now'],
    [1, 'in 1 s'],
    [-59, '59 s ago'],
    [60, 'in 1 min'],
    [-3_599, '59 min ago'],
    [3_600, 'in 1 h'],
    [-86_400, '1 d ago'],
    [400 * 86_400, 'in 400 d'],
  ])('%d seconds from now is %s', (distance, text) => {
    expect(relativeTime(NOW + distance, NOW)).toBe(text);
  });

  it('are taken from numbers that are times, and from nothing else', () => {
    expect(timesOf({ iat: NOW, nbf: 'x', exp: -1 }, NOW)).toEqual([
      { name: 'iat', unix: NOW, utc: '2026-01-20T10:00:00Z', relative: 'now' },
    ]);
    expect(utcOf(0.5)).toBeUndefined();
  });

  it('are recognised in evidence by their name', () => {
    expect(evidenceTime('exp', NOW)).toBe('2026-01-20T10:00:00Z');
    expect(evidenceTime('issued_at', NOW)).toBe('2026-01-20T10:00:00Z');
    expect(evidenceTime('amount', NOW)).toBeUndefined();
    expect(evidenceTime('end', 5)).toBeUndefined();
    expect(evidenceTime('end', 'soon')).toBeUndefined();
  });
});

describe('text for a terminal', () => {
  it('keeps what can be seen and escapes what cannot', () => {
    expect(printable('车票 – 553.50 €')).toBe('车票 – 553.50 €');
    expect(printable('\u001b[2J\u202e\u200b\u{e0041}\n')).toBe('\\u001b[2J\\u202e\\u200b\\u{e0041}\\u000a');
  });

  it('never carries a control or format character, whatever a message holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(printableJson({ [text]: text })).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        expect(printableJson({ [text]: text }, 2).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }),
    );
  });

  it('as JSON is read back as what it was', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        expect(JSON.parse(printableJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
        expect(JSON.parse(printableJson(value, 2))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(printableJson('\u{e0041}\u009b')).toBe('"\\udb40\\udc41\\u009b"');
  });
});

describe('private keys', () => {
  it('are taken out at any depth, and nothing else is', () => {
    const value = { keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'X', d: 'D' }], d: 'not a key', q: 1 };
    expect(withoutPrivateKeys(value)).toEqual({
      keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'X', d: '(private: not shown)' }],
      d: 'not a key',
      q: 1,
    });
  });

  it.each(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'])('have the secret member %s', (member) => {
    expect(withoutPrivateKeys({ kty: 'X', [member]: 'secret' })).toEqual({
      kty: 'X',
      [member]: '(private: not shown)',
    });
  });

  it('are taken out of PEM text, also where its end is missing', () => {
    const pem = '-----BEGIN EC PRIVATE KEY-----\nsecret\n-----END EC PRIVATE KEY-----';
    expect(withoutPrivateKeys(`a ${pem} b`)).toBe('a (private: not shown) b');
    expect(withoutPrivateKeys('-----BEGIN PRIVATE KEY-----\nsecret')).toBe('(private: not shown)');
    const open = '-----BEGIN PUBLIC KEY-----\npublic\n-----END PUBLIC KEY-----';
    expect(withoutPrivateKeys(open)).toBe(open);
  });
});

describe('clauses', () => {
  it('come from the registry', () => {
    expect(clauseOf('PSD-PAY-DEL-11')).toMatchObject({ strength: 'MUST' });
    expect(explain('mandate_expired', 'ADD-IAC-LCM-08', {}).clause?.text).toMatch(/\.$/);
  });

  it('are shown by their id alone where the registry has no row', () => {
    expect(clauseOf('OA-NONE-99')).toBeUndefined();
    expect(explain('mandate_expired', 'OA-NONE-99', {})).not.toHaveProperty('clause');
  });
});
