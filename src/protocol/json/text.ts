import { ActError } from '../errors/index.ts';

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const BYTE_ORDER_MARK = 0xfeff;

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|(.?))/gs;
const ESCAPED_CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/**
 * Decodes UTF-8 without replacement characters and without a byte order mark.
 *
 * @throws json_encoding
 * @see RFC 8259 8.1
 */
export function decodeUtf8(bytes: Uint8Array): string {
  let text: string;
  try {
    text = decoder.decode(bytes);
  } catch {
    throw new ActError('json_encoding', { rule: 'utf8' });
  }
  if (text.charCodeAt(0) === BYTE_ORDER_MARK)
    throw new ActError('json_encoding', { rule: 'byte_order_mark' });
  return text;
}

/**
 * Resolves the escapes of a JSON string body (without its quotes).
 *
 * @throws json_syntax for an unknown escape, json_encoding for a lone surrogate: U+D800 and U+D801 would hash alike
 */
export function unescapeString(body: string): string {
  const text = body.replace(ESCAPE, (_, hex: string | undefined, letter: string | undefined) => {
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    const character = ESCAPED_CHARACTERS.get(letter ?? '');
    if (character === undefined) throw new ActError('json_syntax', { rule: 'escape' });
    return character;
  });
  if (!text.isWellFormed()) throw new ActError('json_encoding', { rule: 'lone_surrogate' });
  return text;
}
