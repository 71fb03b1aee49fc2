import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ActError } from '../errors/index.ts';
import { TIME_MAX_UNIX_SECONDS } from '../limits.ts';
import { formatUtcSeconds, parseUtcSeconds } from './index.ts';

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ActError) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('OA-TIM-03 parseUtcSeconds', () => {
  it.each([
    ['2026-01-20T10:00:00Z', 1_768_903_200],
    ['1970-01-01T00:00:00Z', 0],
    ['2024-02-29T23:59:59Z', 1_709_251_199],
    ['2000-02-29T00:00:00Z', 951_782_400],
    ['9999-12-31T23:59:59Z', TIME_MAX_UNIX_SECONDS],
  ])('reads %s', (text, unixSeconds) => {
    expect(parseUtcSeconds(text)).toBe(unixSeconds);
    expect(formatUtcSeconds(unixSeconds)).toBe(text);
  });

  it.each([
    '',
    '2026-01-20',
    '2026-01-20T10:00Z',
    '2026-01-20T10:00:00',
    '2026-01-20T10:00:00+00:00',
    '2026-01-20T10:00:00.000Z',
    '2026-01-20t10:00:00z',
    '2026-01-20 10:00:00Z',
    ' 2026-01-20T10:00:00Z',
    '2026-01-20T10:00:00Z\n',
    '2026-02-29T10:00:00Z',
    '2100-02-29T10:00:00Z',
    '2026-02-30T10:00:00Z',
    '2026-04-31T10:00:00Z',
    '2026-13-01T10:00:00Z',
    '2026-00-01T10:00:00Z',
    '2026-01-00T10:00:00Z',
    '2026-01-20T24:00:00Z',
    '2026-01-20T10:60:00Z',
    '2016-12-31T23:59:60Z',
    '1969-12-31T23:59:59Z',
    '0000-01-01T00:00:00Z',
    '+10000-01-01T00:00:00Z',
    '２０２６-01-20T10:00:00Z',
  ])('refuses %j', (text) => {
    expect(codeOf(() => parseUtcSeconds('2026-01-20T10:00:00Z'))).toBe('accepted');
    expect(codeOf(() => parseUtcSeconds(text))).toBe('schema_mismatch');
  });
});

/** By the platform's calendar: what it writes back alike is right. */
function byPlatform(text: string): number | undefined {
  const unixSeconds = Date.parse(text) / 1_000;
  const isTime = Number.isInteger(unixSeconds) && unixSeconds >= 0 && unixSeconds <= TIME_MAX_UNIX_SECONDS;
  return isTime && formatUtcSeconds(unixSeconds) === text ? unixSeconds : undefined;
}

describe('parseUtcSeconds against the calendar of the platform', () => {
  const number = (max: number, length: number) =>
    fc.nat(max).map((value) => String(value).padStart(length, '0'));
  const nearly = fc
    .tuple(fc.oneof(number(9999, 4), number(400, 4)), number(14, 2), number(33, 2), number(25, 2))
    .chain(([year, month, day, hour]) =>
      fc
        .tuple(number(61, 2), number(61, 2), fc.constantFrom('Z', 'Z', 'Z', 'Z', 'z', '', '.0Z', 'Z '))
        .map(([minute, second, end]) => `${year}-${month}-${day}T${hour}:${minute}:${second}${end}`),
    );

  it('reads the same times and refuses the same texts', () => {
    let read = 0;
    fc.assert(
      fc.property(
        nearly,
        fc.nat(25),
        fc.constantFrom('', '', '', '', '0', '-', ' ', ':', '９'),
        (text, at, other) => {
          const changed = other === '' ? text : text.slice(0, at) + other + text.slice(at + 1);
          const expected = byPlatform(changed);
          if (expected !== undefined) read += 1;
          expect(codeOf(() => parseUtcSeconds(changed))).toBe(
            expected === undefined ? 'schema_mismatch' : 'accepted',
          );
          if (expected !== undefined) expect(parseUtcSeconds(changed)).toBe(expected);
        },
      ),
      { numRuns: 5_000 },
    );
    expect(read).toBeGreaterThan(50);
  });

  it('knows the last day of every month of 500 years', () => {
    for (let month = 0; month < 500 * 12; month += 1) {
      const last = new Date(Date.UTC(1970, month + 1, 0));
      const text = (day: number) => last.toISOString().replace(/\d\dT.*/, `${day}T23:59:59Z`);
      expect(parseUtcSeconds(text(last.getUTCDate()))).toBe(byPlatform(text(last.getUTCDate())));
      expect(codeOf(() => parseUtcSeconds(text(last.getUTCDate() + 1)))).toBe('schema_mismatch');
    }
  });
});

describe('formatUtcSeconds', () => {
  it.each([-1, 0.5, TIME_MAX_UNIX_SECONDS + 1, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses %d',
    (unixSeconds) => {
      expect(codeOf(() => formatUtcSeconds(0))).toBe('accepted');
      expect(codeOf(() => formatUtcSeconds(unixSeconds))).toBe('schema_mismatch');
    },
  );

  it('is read back alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: TIME_MAX_UNIX_SECONDS }), (unixSeconds) => {
        expect(parseUtcSeconds(formatUtcSeconds(unixSeconds))).toBe(unixSeconds);
      }),
    );
  });
});
