import { writeWith } from '../text.ts';
import type { Change, Mutator, Target } from './mutator.ts';

/** Mutators of how a value is written; what a strict reader must refuse, whatever stands there. */

function written(
  target: Target,
  kind: string,
  effect: Change['effect'],
  write: (text: string) => string,
): Change {
  return { kind, path: target.path, effect, text: writeWith(target.document, target.path, write) };
}

const NUMBER_FORMS: readonly ((text: string) => string)[] = [
  (text) => `${text}e0`,
  (text) => `${text}E+0`,
  (text) => `+${text}`,
  (text) => `0${text}`,
  (text) => `${text}.`,
  (text) => `.${text}`,
  (text) => `${text}e999`,
  (text) => `0x${text}`,
  (text) => `${text}n`,
  (text) => `${text}_0`,
  () => 'NaN',
  () => 'Infinity',
  () => '-0',
  () => '1e400',
];

/** Numbers as JSON, or the profile, does not write them. */
export const lexeme: Mutator = (target) =>
  typeof target.value === 'number'
    ? written(target, 'lexeme', 'form', target.dice.pick(NUMBER_FORMS))
    : undefined;

/** Texts that hold no Unicode, or no text at all. */
export const encoding: Mutator = (target) => {
  if (typeof target.value !== 'string') return undefined;
  const odd = target.dice.pick(['\\ud800', '\\udfff\\ud800', '\\x41', '\\u00', '\n', '\t', '\\', '\u0001']);
  return written(target, 'encoding', 'form', (text) => `${text.slice(0, -1)}${odd}"`);
};

/** The same text, with an needlessEscape where none is needed. */
export const needlessEscape: Mutator = (target) => {
  if (typeof target.value !== 'string' || !/^[a-z]/.test(target.value)) return undefined;
  const code = target.value.charCodeAt(0).toString(16).padStart(4, '0');
  return written(target, 'needlessEscape', 'same', (text) => `"\\u${code}${text.slice(2)}`);
};

/** More levels than a reader goes down. */
export const nesting: Mutator = (target) => {
  const levels = target.dice.pick([17, 64, 129, 1_000, 5_000]);
  const [open, close] = target.dice.pick([
    ['[', ']'],
    ['{"a":', '}'],
  ] as const);
  return written(target, 'nesting', 'form', (text) => `${open.repeat(levels)}${text}${close.repeat(levels)}`);
};

/** More bytes than any message may have. */
export const oversize: Mutator = (target) => {
  const many = target.dice.pick([270_000, 400_000]);
  const fill = target.dice.pick([' ', 'x']);
  return written(target, 'oversize', 'form', (text) =>
    fill === ' ' ? `${text}${' '.repeat(many)}` : `"${'x'.repeat(many)}"`,
  );
};

/** White space between tokens says nothing. */
export const space: Mutator = (target) =>
  written(target, 'space', 'same', (text) => `${target.dice.pick([' ', '\n', '\r\n\t'])}${text} `);
