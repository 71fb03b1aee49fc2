/** Control, format and line-separating characters, which a message could use to rewrite what the terminal shows. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** Text from a message, made safe for a terminal: everything invisible is written as an escape. */
export function printable(text: string): string {
  return text.replaceAll(UNSAFE, escaped);
}

/** A JSON value in readable lines, safe for a terminal. */
export function printableJson(value: unknown): string {
  const lines = JSON.stringify(value, undefined, 2).split('\n');
  return lines.map(printable).join('\n');
}
