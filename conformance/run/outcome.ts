import { UsageError } from './case.ts';
import { EXIT, type Exit } from './console.ts';
import type { Entry } from './record.ts';

function isUnexpected({ verdict, expected_failure: expected }: Entry, strict: boolean): boolean {
  if (verdict === 'error') return true;
  return (verdict === 'fail' || (strict && verdict === 'warn')) && expected === undefined;
}

/** What a run comes to, out of its entries alone. @throws UsageError when nothing was run */
export function exitOf(entries: readonly Entry[], stale: readonly string[], strict: boolean): Exit {
  if (entries.some(({ verdict }) => verdict === 'error')) return EXIT.broken;
  if (entries.every(({ verdict }) => verdict === 'skip'))
    throw new UsageError('Every chosen case was skipped: nothing was run.');
  return stale.length > 0 || entries.some((entry) => isUnexpected(entry, strict))
    ? EXIT.unexpected
    : EXIT.expected;
}
