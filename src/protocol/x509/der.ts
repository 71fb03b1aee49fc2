import { ActError } from '../errors/index.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** One DER element. `encoded` is the whole of it (tag, length, content), `content` its inside. Both are views. */
export interface Element {
  readonly tag: number;
  readonly content: Bytes;
  readonly encoded: Bytes;
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utf8String: 0x0c,
  printableString: 0x13,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

const HIGH_TAG_NUMBER = 0x1f;
const CLASS = 0xc0;
const UNIVERSAL = 0x00;
const CONSTRUCTED = 0x20;
/** EXTERNAL, EMBEDDED PDV, SEQUENCE, SET, CHARACTER STRING. */
const CONSTRUCTED_TYPES: ReadonlySet<number> = new Set([8, 11, 16, 17, 29]);
const LENGTH_ONE_BYTE = 0x81;
const LENGTH_TWO_BYTES = 0x82;

/** The refusal of bytes that are no certificate. `rule` names what was broken. */
export function malformed(rule: string): ActError {
  return new ActError('x509_malformed', { rule });
}

function byteAt(bytes: Bytes, index: number): number {
  const byte = bytes[index];
  if (byte === undefined) throw malformed('der_truncated');
  return byte;
}

/** X.690 10.1: definite lengths, in the fewest bytes. Certificates longer than 64 KiB are refused long before. */
function readLength(bytes: Bytes, offset: number): { length: number; start: number } {
  const first = byteAt(bytes, offset);
  if (first < 0x80) return { length: first, start: offset + 1 };
  if (first === LENGTH_ONE_BYTE) {
    const length = byteAt(bytes, offset + 1);
    if (length < 0x80) throw malformed('der_length');
    return { length, start: offset + 2 };
  }
  if (first === LENGTH_TWO_BYTES) {
    const length = byteAt(bytes, offset + 1) * 0x100 + byteAt(bytes, offset + 2);
    if (length < 0x100) throw malformed('der_length');
    return { length, start: offset + 3 };
  }
  throw malformed('der_length');
}

/**
 * X.690 8.1.5, 8.9.1, 8.11.1, 10.2: what ends an indefinite length is no element of DER, a string comes in one piece,
 * and SEQUENCE and SET are made of elements. Every type of a class of its own may be either.
 */
function isDerTag(tag: number): boolean {
  const number = tag & HIGH_TAG_NUMBER;
  if (number === HIGH_TAG_NUMBER) return false;
  if ((tag & CLASS) !== UNIVERSAL) return true;
  const isConstructed = (tag & CONSTRUCTED) !== 0;
  return number !== 0 && isConstructed === CONSTRUCTED_TYPES.has(number);
}

function readElement(bytes: Bytes, offset: number): Element {
  const tag = byteAt(bytes, offset);
  if (!isDerTag(tag)) throw malformed('der_tag');
  const { length, start } = readLength(bytes, offset + 1);
  const end = start + length;
  if (end > bytes.length) throw malformed('der_truncated');
  return { tag, content: bytes.subarray(start, end), encoded: bytes.subarray(offset, end) };
}

/** The elements that fill `content` exactly. */
export function readElements(content: Bytes): Element[] {
  const elements: Element[] = [];
  for (let offset = 0; offset < content.length; ) {
    const element = readElement(content, offset);
    elements.push(element);
    offset += element.encoded.length;
  }
  return elements;
}

/** The one element that fills `bytes` exactly. */
export function readOnly(bytes: Bytes, tag: number): Element {
  const element = readElement(bytes, 0);
  if (element.tag !== tag) throw malformed('der_tag');
  if (element.encoded.length !== bytes.length) throw malformed('der_trailing_bytes');
  return element;
}

/** Reads the fields of a SEQUENCE in order; `end` makes sure that none is left. */
export class Fields {
  readonly #elements: readonly Element[];
  #next = 0;

  constructor(content: Bytes) {
    this.#elements = readElements(content);
  }

  takeIf(tag: number): Element | undefined {
    const element = this.#elements[this.#next];
    if (element?.tag !== tag) return undefined;
    this.#next += 1;
    return element;
  }

  take(tag: number): Element {
    const element = this.takeIf(tag);
    if (element === undefined) throw malformed('der_field');
    return element;
  }

  takeAny(): Element {
    const element = this.#elements[this.#next];
    if (element === undefined) throw malformed('der_field');
    this.#next += 1;
    return element;
  }

  end(): void {
    if (this.#next !== this.#elements.length) throw malformed('der_field');
  }
}

/** X.690 11.5: a member at its default value is left out, so a BOOLEAN DEFAULT FALSE can only be TRUE. */
export function readDefaultFalse(element: Element | undefined): boolean {
  if (element === undefined) return false;
  if (element.content.length !== 1 || element.content[0] !== 0xff) throw malformed('der_boolean');
  return true;
}

/** X.690 8.3.2: an INTEGER in the fewest bytes. Returns its content, which is signed. */
export function readInteger(element: Element): Bytes {
  const { content } = element;
  const first = byteAt(content, 0);
  const second = content[1];
  if (second !== undefined && ((first === 0x00 && second < 0x80) || (first === 0xff && second >= 0x80))) {
    throw malformed('der_integer');
  }
  return content;
}

/** The bytes of an INTEGER above zero, without the leading zero byte that only carries the sign. */
export function readPositiveInteger(element: Element): Bytes {
  const content = readInteger(element);
  const first = byteAt(content, 0);
  if (first >= 0x80 || (first === 0 && content.length === 1)) throw malformed('der_integer_sign');
  return first === 0 ? content.subarray(1) : content;
}

/** A BIT STRING of whole bytes, as keys and signatures are. */
export function readOctetAlignedBits(element: Element): Bytes {
  if (byteAt(element.content, 0) !== 0) throw malformed('der_bit_string');
  return element.content.subarray(1);
}

/** X.690 11.2.2: a BIT STRING with named bits ends in a bit that is set. Returns its bytes, first bit first. */
export function readNamedBits(element: Element): Bytes {
  const unused = byteAt(element.content, 0);
  const bits = element.content.subarray(1);
  const last = bits.at(-1);
  if (last === undefined) {
    if (unused !== 0) throw malformed('der_bit_string');
    return bits;
  }
  const lowestSetBit = 31 - Math.clz32(last & -last);
  if (last === 0 || unused !== lowestSetBit) throw malformed('der_bit_string');
  return bits;
}

function encodeLength(length: number): number[] {
  if (length < 0x80) return [length];
  if (length < 0x100) return [LENGTH_ONE_BYTE, length];
  return [LENGTH_TWO_BYTES, length >> 8, length & 0xff];
}

/** Writes one element of less than 64 KiB. */
export function encodeElement(tag: number, ...contents: readonly Uint8Array[]): Bytes {
  const length = contents.reduce((sum, content) => sum + content.length, 0);
  const header = [tag, ...encodeLength(length)];
  const encoded = new Uint8Array(header.length + length);
  encoded.set(header);
  let offset = header.length;
  for (const content of contents) {
    encoded.set(content, offset);
    offset += content.length;
  }
  return encoded;
}
