import { describe, expect, test } from 'vitest';
import type { IacPayload } from '../protocol/generated/types.ts';
import { AUTONOMY, type AutonomyLevel, asksUser, missingOfLevel } from './autonomy.ts';
import { readTerms } from './facts/terms.ts';
import { iacOf, intent } from './testing/claims.ts';

type Openact = NonNullable<NonNullable<IacPayload['ext']>['openact']>;

function termsAt(level: AutonomyLevel, openact: Openact, changes: Partial<IacPayload> = {}) {
  const iac = iacOf(intent(), 'A'.repeat(43));
  const { times_limit: _, ...rest } = iac.ext?.openact ?? {};
  const ext = { ...iac.ext, openact: { ...rest, autonomy_level: level, ...openact } };
  return readTerms({ ...iac, ext, ...changes });
}

/** What each level needs to be stated, and whether the user confirms 60.00 and 60.01 under a threshold of 60.00. */
const TABLE = [
  ['a2p2:L0', [], true, true],
  ['a2p2:L1', ['confirm_above'], false, true],
  ['a2p2:L2', ['confirm_above'], false, true],
  ['a2p2:L3', ['times_limit'], false, true],
  ['a2p2:L4', ['bounded'], false, true],
  ['a2p2:L5', ['bounded'], false, true],
] as const;

describe('OA-AUT-01, OA-AUT-03 the autonomy levels, one after the other', () => {
  test('are these six, and the last alone is not granted to everybody (OA-AUT-02)', () => {
    expect(Object.keys(AUTONOMY)).toEqual(TABLE.map(([level]) => level));
    expect(TABLE.filter(([level]) => !AUTONOMY[level].granted).map(([level]) => level)).toEqual(['a2p2:L5']);
  });

  test.each(TABLE)(
    '%s needs %j, and asks the user for 60.00: %s, for 60.01: %s',
    (level, needs, at, above) => {
      expect(missingOfLevel(termsAt(level, {}))).toEqual(needs);
      const whole = { confirm_above: 60, times_limit: 3 };
      const terms = termsAt(level, whole, { delegation_mode: 'BOUNDED' });
      expect(missingOfLevel(terms)).toEqual([]);
      expect([asksUser(terms, 6_000n), asksUser(terms, 6_001n)]).toEqual([at, above]);
    },
  );

  test.each(['a2p2:L3', 'a2p2:L4', 'a2p2:L5'] as const)(
    '%s without a threshold asks for nothing that the mandate allows',
    (level) => {
      expect(asksUser(termsAt(level, { times_limit: 3 }), 59_999n)).toBe(false);
      expect(asksUser(termsAt('a2p2:L0', {}), 1n)).toBe(true);
    },
  );

  test('what rests on payees or on a cap for one payment does not do without', () => {
    const { ext } = iacOf(intent(), 'A'.repeat(43));
    const { allowed_merchants: _m, max_single_amount: _s, ...commerce } = ext?.commerce ?? {};
    const bare = (level: AutonomyLevel) =>
      missingOfLevel(
        termsAt(
          level,
          {},
          {
            ext: { ...ext, commerce, openact: { autonomy_level: level, confirm_above: 60, times_limit: 3 } },
          },
        ),
      );
    expect([bare('a2p2:L1'), bare('a2p2:L3'), bare('a2p2:L2')]).toEqual([
      ['allowed_merchants'],
      ['max_single_amount'],
      [],
    ]);
  });
});
