import type { Json } from '../../conformance/forge/json.ts';
import { writeWith } from '../text.ts';
import type { Change, Mutator, Target } from './mutator.ts';

/** Mutators that put another value in the place of one. */

function put(target: Target, kind: string, value: Json): Change | undefined {
  if (JSON.stringify(value) === JSON.stringify(target.value)) return undefined;
  const text = writeWith(target.document, target.path, () => JSON.stringify(value));
  return { kind, path: target.path, effect: 'value', value, text };
}

/** A value of another type. */
export const retype: Mutator = (target) => {
  const { value, dice } = target;
  const types: readonly Json[] = [
    null,
    true,
    false,
    0,
    1,
    '',
    'x',
    [],
    {},
    [value],
    { value },
    String(value),
  ];
  const fitting = types.filter(
    (one) => typeof one !== typeof value || Array.isArray(one) !== Array.isArray(value),
  );
  return put(target, 'retype', dice.pick(fitting));
};

const NUMBERS: readonly number[] = [
  ...[0, -1, 1, 2, 255, 65_536, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 53 - 1, 2 ** 53, 2 ** 53 + 2],
  ...[-(2 ** 53), 0.1, 0.005, 253_402_300_799, 253_402_300_800, 8.64e12],
];
const NUMERIC_TEXTS = [
  '0',
  '0.00',
  '-1',
  '0.001',
  '999999999999999',
  '9007199254740993',
  '1e2',
  '01',
  ' 1',
  '１',
];

function nearNumber(value: number, dice: Target['dice']): number {
  const steps = [1, -1, 0.01, -0.01, 60, -60, 86_400, -86_400, value, -2 * value];
  return dice.happens(0.6) ? Math.round((value + dice.pick(steps)) * 100) / 100 : dice.pick(NUMBERS);
}

function nearAmount(text: string, dice: Target['dice']): string {
  const near = (Number(text) + dice.pick([0.01, -0.01, 1, -1, 1000])).toFixed(2);
  return dice.happens(0.6) ? near : dice.pick(NUMERIC_TEXTS);
}

function nearTime(text: string, dice: Target['dice']): string {
  const seconds = Date.parse(text) / 1000;
  const moved = (by: number) => new Date((seconds + by) * 1000).toISOString().replace('.000Z', 'Z');
  const forms = [
    text.replace('Z', '+00:00'),
    text.replace('Z', '.5Z'),
    text.replace('T', ' '),
    text.replace(/\d\d:\d\dZ/, '60:00Z'),
    text.slice(0, 10),
  ];
  return dice.happens(0.6)
    ? moved(dice.pick([1, -1, 60, -60, 86_400, -86_400, 31_622_400]))
    : dice.pick(forms);
}

const AMOUNT = /^\d+(\.\d+)?$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** A value at, or just beyond, a bound. */
export const boundary: Mutator = (target) => {
  const { value, dice } = target;
  if (typeof value === 'number') return put(target, 'boundary', nearNumber(value, dice));
  if (typeof value === 'boolean') return put(target, 'boundary', !value);
  if (typeof value !== 'string') return undefined;
  if (AMOUNT.test(value)) return put(target, 'boundary', nearAmount(value, dice));
  if (TIME.test(value)) return put(target, 'boundary', nearTime(value, dice));
  const texts = [
    '',
    ' ',
    value.repeat(2),
    'x'.repeat(257),
    `${value}\u0000`,
    `${value} `,
    value.slice(1),
    value.slice(0, -1),
  ];
  return put(target, 'boundary', dice.pick(texts));
};

/** One character of a text is another of its alphabet. */
export const character: Mutator = (target) => {
  const { value, dice } = target;
  if (typeof value !== 'string' || value === '') return undefined;
  const index = dice.below(value.length);
  const old = value.charAt(index);
  const alphabet = /\d/.test(old)
    ? '0123456789'
    : /[A-Z]/.test(old)
      ? 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
      : 'abcdefghijklmnop_-/:.';
  return put(
    target,
    'character',
    `${value.slice(0, index)}${dice.pick([...alphabet])}${value.slice(index + 1)}`,
  );
};

/** Texts that look the same, or that some reader takes for the same. */
export const unicode: Mutator = (target) => {
  const { value, dice } = target;
  if (typeof value !== 'string' || value === '') return undefined;
  const cut = dice.below(value.length + 1);
  const odd = dice.pick(['\u200b', '\u202e', '\ufeff', '\u0301', '\u0000', '\u00ad', '\u2028', '😀']);
  const full = value.replace(/[!-~]/, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
  return put(
    target,
    'unicode',
    dice.pick([`${value.slice(0, cut)}${odd}${value.slice(cut)}`, full, value.normalize('NFD')]),
  );
};

/** What stands in the same place of another good message. */
export const swap: Mutator = (target) =>
  target.others.length === 0 ? undefined : put(target, 'swap', target.dice.pick(target.others));
