import { encodeHex } from './base64.ts';
import { type Bytes, type Element, malformed } from './der.ts';

/** A UUID arc (X.667): ours without asking a registration authority. */
const ARC = '2.25.295975056238066013663819618617541709289';

/** Extended key usage of each kind of signed message: a certificate signs what it is issued for and nothing else. */
export const EKU = {
  mandate: `${ARC}.1`,
  status: `${ARC}.2`,
  receipt: `${ARC}.3`,
  quote: `${ARC}.4`,
  agentProvider: `${ARC}.5`,
  trustList: `${ARC}.6`,
  log: `${ARC}.7`,
  command: `${ARC}.8`,
  record: `${ARC}.9`,
  anchor: `${ARC}.10`,
  finding: `${ARC}.11`,
  credit: `${ARC}.12`,
} as const;

export type Eku = (typeof EKU)[keyof typeof EKU];

function encodeArc(arc: bigint): number[] {
  const bytes = [Number(arc & 0x7fn)];
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) bytes.unshift(Number(rest & 0x7fn) | 0x80);
  return bytes;
}

/** Content bytes of an OBJECT IDENTIFIER, exact for arcs of any size. @see X.690 8.19 */
export function encodeOid(dotted: string): Bytes {
  const [first = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt);
  return Uint8Array.from([first * 40n + second, ...rest].flatMap(encodeArc));
}

/** The form in which identifiers are compared: their content bytes in hex. */
export function oidKey(dotted: string): string {
  return encodeHex(encodeOid(dotted));
}

/** X.690 8.19.2: every arc in the fewest bytes, the last one complete. */
export function readOidKey(element: Element): string {
  const { content } = element;
  let startsArc = true;
  for (const byte of content) {
    if (startsArc && byte === 0x80) throw malformed('der_oid');
    startsArc = byte < 0x80;
  }
  if (content.length === 0 || !startsArc) throw malformed('der_oid');
  return encodeHex(content);
}

/** The dotted form of an identifier that `readOidKey` has accepted. */
export function formatOid(content: Bytes): string {
  const arcs: bigint[] = [];
  let arc = 0n;
  for (const byte of content) {
    arc = (arc << 7n) | BigInt(byte & 0x7f);
    if (byte >= 0x80) continue;
    arcs.push(arc);
    arc = 0n;
  }
  const [head = 0n, ...rest] = arcs;
  const first = head < 80n ? head / 40n : 2n;
  return [first, head - first * 40n, ...rest].join('.');
}
