import { formatUtcSeconds } from '../../protocol/time/index.ts';

/** A moment that a message names, for people. `unix` in seconds. */
export interface NamedTime {
  readonly name: string;
  readonly unix: number;
  readonly utc: string;
  readonly relative: string;
}

const UNITS: readonly (readonly [seconds: number, name: string])[] = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
  [1, 's'],
];

/** How far a moment lies from now, in its largest whole unit. */
export function relativeTime(unix: number, now: number): string {
  const distance = Math.abs(unix - now);
  const [seconds, name] = UNITS.find(([size]) => distance >= size) ?? [1, 's'];
  const amount = `${Math.floor(distance / seconds)} ${name}`;
  if (distance === 0) return 'now';
  return unix < now ? `${amount} ago` : `in ${amount}`;
}

/** ISO 8601, or undefined for a number that is no time. */
export function utcOf(unix: number): string | undefined {
  try {
    return formatUtcSeconds(unix);
  } catch {
    return undefined;
  }
}

const CLAIMS = ['iat', 'nbf', 'exp'] as const;

/** The NumericDate claims of a message. Times in members of ACT are ISO 8601 already. */
export function timesOf(claims: Readonly<Record<string, unknown>>, now: number): readonly NamedTime[] {
  return CLAIMS.flatMap((name) => {
    const unix = claims[name];
    const utc = typeof unix === 'number' ? utcOf(unix) : undefined;
    if (typeof unix !== 'number' || utc === undefined) return [];
    return [{ name, unix, utc, relative: relativeTime(unix, now) }];
  });
}

/** Evidence of a refusal that is a time by its name. */
const TIME_NAMES =
  /^(?:now|at|iat|nbf|exp|end|start|(?:.*_)?(?:at|from|until|before|update|time|end|start|iat|exp))$/;
const EARLIEST = 1_000_000_000;

/** The readable form of a piece of evidence that is a time; undefined for anything else. */
export function evidenceTime(name: string, value: string | number | boolean): string | undefined {
  return typeof value === 'number' && value >= EARLIEST && TIME_NAMES.test(name) ? utcOf(value) : undefined;
}
