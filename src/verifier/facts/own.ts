import { describe } from './moment.ts';

/**
 * What whoever calls brings by itself: names, orders, and what a store has found. A mistake in it is thrown before
 * anything that others have sent is looked at. It never becomes a verdict: what is left out by mistake would be compared
 * with nothing, and a word that nobody reads would switch a comparison off.
 */

type Members = Readonly<Record<string, unknown>>;

/** @throws TypeError for what is no object with members */
export function assertObject(what: string, given: unknown): asserts given is Members {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return;
  throw new TypeError(`${what} has to be an object; it is ${describe(given)}.`);
}

/** @throws TypeError for a member that is no text, or that is not there */
export function assertTexts(what: string, given: unknown, members: readonly string[]): void {
  assertObject(what, given);
  for (const member of members) {
    const value = given[member];
    if (typeof value !== 'string')
      throw new TypeError(`${what}.${member} has to be a text; it is ${describe(value)}.`);
  }
}

/** @throws TypeError for a member that nobody would read: it was misspelt, and what it stands for is not compared */
export function assertMembers(what: string, given: unknown, known: readonly string[]): void {
  assertObject(what, given);
  const unknown = Object.keys(given).find((member) => !known.includes(member));
  if (unknown === undefined) return;
  throw new TypeError(`${what} has no member ${unknown}; it has ${known.join(', ')}.`);
}

/**
 * A look-up that has found nothing is no reason to leave a comparison out.
 *
 * @throws TypeError for a member that is there without a value
 */
export function assertLeftOut(what: string, given: unknown, members: readonly string[]): void {
  assertObject(what, given);
  const empty = members.find((member) => member in given && (given[member] ?? undefined) === undefined);
  if (empty === undefined) return;
  throw new TypeError(`${what}.${empty} has no value: leave it out where there is none.`);
}

/** @throws TypeError for what is no list of texts: in a text every part of it would be found */
export function assertListOfTexts(what: string, given: unknown): void {
  if (Array.isArray(given) && given.every((value) => typeof value === 'string')) return;
  throw new TypeError(`${what} has to be a list of texts; it is ${describe(given)}.`);
}

/** @throws TypeError for another type; RangeError below zero */
export function assertMinorUnits(what: string, given: unknown): void {
  if (typeof given !== 'bigint')
    throw new TypeError(`${what} has to be a bigint in minor units; it is ${describe(given)}.`);
  if (given < 0n) throw new RangeError(`${what} is below zero.`);
}

/** @throws RangeError */
export function assertCount(what: string, given: unknown): void {
  if (Number.isSafeInteger(given) && Number(given) >= 0) return;
  throw new RangeError(`${what} has to be a whole number; it is ${describe(given)}.`);
}

/** @throws TypeError */
export function assertBoolean(what: string, given: unknown): void {
  if (typeof given === 'boolean') return;
  throw new TypeError(`${what} has to be true or false; it is ${describe(given)}.`);
}
