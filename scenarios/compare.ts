import { isDeepStrictEqual } from 'node:util';
import type { Expected } from './format.ts';
import type { Movement } from './snapshot.ts';

/** How a step ended. `failed` is neither: the scenario itself or the world broke. */
export interface Seen extends Partial<Movement> {
  readonly outcome: 'ok' | 'refused' | 'failed';
  readonly code?: string;
  readonly requirement?: string;
  readonly by?: string;
  readonly error?: string;
  readonly answer?: Readonly<Record<string, unknown>>;
}

const MEMBERS = ['moved', 'stock', 'trades', 'changed'] as const;

/** Where what was seen is not what was expected; empty when all of it held. */
export function differences(expected: Expected, seen: Seen): string[] {
  const wanted = expected.refused === undefined ? 'ok' : `refused ${expected.refused}`;
  const found = seen.outcome === 'refused' ? `refused ${seen.code}` : seen.outcome;
  return [
    ...(wanted === found
      ? []
      : [`expected ${wanted}, and saw ${found}${seen.error ? `: ${seen.error}` : ''}`]),
    ...movementDifferences(expected, seen),
    ...answerDifferences(expected, seen),
  ];
}

/** Whatever is not named must not have moved. */
export function movementDifferences(expected: Expected, seen: Partial<Movement>): string[] {
  const { either, ...rest } = expected;
  if (either === undefined) return oneMovementDifferences(rest, seen);
  const tries = either.map((one) => oneMovementDifferences({ ...rest, ...one }, seen));
  return tries.find((found) => found.length === 0) ?? tries.flat();
}

function oneMovementDifferences(expected: Expected, seen: Partial<Movement>): string[] {
  const found = MEMBERS.filter(
    (member) => !isDeepStrictEqual(expected[member] ?? {}, seen[member] ?? {}),
  ).map(
    (member) => `${member}: expected ${text(expected[member] ?? {})}, and saw ${text(seen[member] ?? {})}`,
  );
  // A first purchase binds a tool on its way: instruments are looked at where they are named, and after a refusal.
  const instruments = expected.instruments ?? (expected.refused === undefined ? undefined : 0);
  if (instruments !== undefined && instruments !== seen.instruments) {
    found.push(`instruments: expected ${instruments} new, and saw ${seen.instruments}`);
  }
  return found;
}

function answerDifferences({ answer = {}, outcomes }: Expected, seen: Seen): string[] {
  const members = Object.entries({ ...answer, ...(outcomes === undefined ? {} : { outcomes }) });
  return members
    .filter(([member, value]) => !isDeepStrictEqual(seen.answer?.[member], value))
    .map(([member, value]) => `${member}: expected ${text(value)}, and saw ${text(seen.answer?.[member])}`);
}

function text(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
