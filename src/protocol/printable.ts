/** Control, format and line-separating characters, which a text could use to rewrite what the terminal shows. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** In JSON an end of line can only stand between its members, where it says nothing. */
const UNSAFE_IN_JSON = /(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** As JSON escapes it: one for each unit of UTF-16. @see RFC 8259 7 */
function escapedInJson(character: string): string {
  return character.split('').map(escaped).join('');
}

/** Text of others, made safe for a terminal: one line, and everything invisible in it is written as an escape. */
export function printable(text: string): string {
  return text.replaceAll(UNSAFE, escaped);
}

/**
 * A JSON value, safe for a terminal, and still the same JSON.
 *
 * @param indent spaces for each level; left out: all in one line
 */
export function printableJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replaceAll(UNSAFE_IN_JSON, escapedInJson);
}
