import type { Dice } from '../../simulation/dice.ts';

/** Raw changes to a text as it travels, which is never the same text afterwards. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const FOREIGN = ['+', '/', '=', '.', ' ', '\n', '\0', '"', '%', 'é', '\ud800', '😀'] as const;

type RawMutator = (text: string, dice: Dice) => string;

const cut = (text: string, dice: Dice): [string, string] => {
  const index = dice.below(text.length);
  return [text.slice(0, index), text.slice(index)];
};

const rawMutators: Readonly<Record<string, RawMutator>> = {
  flip: (text, dice) => {
    const [before, after] = cut(text, dice);
    const code = (after.codePointAt(0) ?? 0) ^ (1 << dice.below(7));
    return `${before}${String.fromCharCode(code)}${after.slice(1)}`;
  },
  replace: (text, dice) => {
    const [before, after] = cut(text, dice);
    return `${before}${dice.pick([...ALPHABET])}${after.slice(1)}`;
  },
  insert: (text, dice) => cut(text, dice).join(dice.pick([...ALPHABET, ...FOREIGN])),
  remove: (text, dice) => {
    const [before, after] = cut(text, dice);
    return `${before}${after.slice(1 + dice.below(8))}`;
  },
  truncate: (text, dice) => text.slice(0, dice.below(text.length)),
  repeat: (text, dice) => {
    const [before, after] = cut(text, dice);
    const piece = after.slice(0, 1 + dice.below(32));
    return `${before}${piece}${piece}${after.slice(piece.length)}`;
  },
  exchange: (text, dice) => {
    const [before, after] = cut(text, dice);
    return `${after}${before}`;
  },
};

export interface RawChange {
  readonly kind: string;
  readonly text: string;
}

/** undefined: the text came out as it was. */
export function mutateBytes(text: string, dice: Dice): RawChange | undefined {
  const kind = dice.pick(Object.keys(rawMutators));
  const next = rawMutators[kind]?.(text, dice) ?? text;
  return next === text ? undefined : { kind: `bytes ${kind}`, text: next };
}

/** Parts of a compact JWS put together otherwise, or with parts of another. */
export function mutateParts(token: string, other: string, dice: Dice): RawChange | undefined {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const [otherHeader = '', otherPayload = '', otherSignature = ''] = other.split('.');
  const ways: readonly (readonly string[])[] = [
    [otherHeader, payload, signature],
    [header, otherPayload, signature],
    [header, payload, otherSignature],
    [header, payload, ''],
    [header, '', signature],
    ['', payload, signature],
    [header, payload],
    [header, payload, signature, ''],
    [header, payload, signature, signature, signature],
    [`${header}=`, payload, signature],
    [header, `${payload}=`, signature],
    [header, payload, `${signature}==`],
  ];
  const text = dice.pick(ways).join('.');
  return text === token ? undefined : { kind: 'parts', text };
}
