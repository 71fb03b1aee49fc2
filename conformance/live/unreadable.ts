import type { Notes } from '../run/case.ts';
import { type Caller, callRaw, mustRefuse } from './http.ts';

/** A request that would be good if it could be read. */
export interface Readable {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

interface Bytes {
  /** Request line and fields of the good request. */
  readonly head: readonly string[];
  readonly body: string;
}

/** One way in which bytes are no request. */
export interface Unreadable {
  readonly slug: string;
  readonly title: string;
  bytes(good: Bytes): string;
}

/** Some servers take a head of a mebibyte where nobody tells them otherwise. */
const HEAD_TOO_LARGE = 2 * 1_048_576;

/** A method is a token (RFC 9110 5.6.2), which has no brackets. One that nobody knows could be read. */
const NO_TOKEN = 'P(OST';

export const UNREADABLE: readonly Unreadable[] = [
  {
    slug: 'two-lengths',
    title: 'A request whose length is stated twice, and otherwise.',
    bytes: ({ head, body }) =>
      [...head, `Content-Length: ${Buffer.byteLength(body) + 1}`, '', body].join('\r\n'),
  },
  {
    slug: 'large-head',
    title: 'A request whose head is two mebibytes long.',
    bytes: ({ head, body }) => [...head, `X-Long: ${'x'.repeat(HEAD_TOO_LARGE)}`, '', body].join('\r\n'),
  },
  {
    slug: 'two-hosts',
    title: 'A request to two hosts.',
    bytes: ({ head, body }) => [...head, 'Host: other.example', '', body].join('\r\n'),
  },
  {
    slug: 'no-method',
    title: 'A request by what cannot be the name of a method.',
    bytes: ({ head: [first = '', ...rest], body }) =>
      [first.replace(/^\S+/, NO_TOKEN), ...rest, '', body].join('\r\n'),
  },
];

/** The head of a good request, whose answer ends the connection. */
export function headOf(base: string, { method, path, body }: Readable): readonly string[] {
  const { host, pathname } = new URL(`${base}${path}`);
  return [
    `${method} ${pathname} HTTP/1.1`,
    `Host: ${host}`,
    'Content-Type: application/json',
    'Connection: close',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
}

/**
 * Sends a good request in bytes that are no request: a problem comes back.
 *
 * @throws SubjectFault when it is answered otherwise, or the connection stays open
 */
export async function mustNotBeRead(
  { base, patience }: Caller,
  { bytes }: Unreadable,
  good: Readable,
  notes: Notes,
): Promise<void> {
  const text = bytes({ head: headOf(base, good), body: good.body });
  mustRefuse(await callRaw(base, text, patience, notes), 'http_malformed');
}

export const BEHIND = {
  requirement: 'OA-HTTP-06',
  slug: 'http-behind-unreadable',
  title: 'A good request on the same connection, behind one to two hosts.',
} as const;

/**
 * Sends a good request behind one that cannot be read, and would not end the connection: the problem about the first is
 * all that comes back. What became of the other, the case asks.
 *
 * @throws SubjectFault when there is another answer, or the connection stays open
 */
export async function mustEndBefore({ base, patience }: Caller, good: Readable, notes: Notes): Promise<void> {
  const { host, pathname } = new URL(`${base}/livez`);
  const first = [`GET ${pathname} HTTP/1.1`, `Host: ${host}`, 'Host: other.example', ''];
  const text = [...first, ...headOf(base, good), '', good.body].join('\r\n');
  mustRefuse(await callRaw(base, text, patience, notes), 'http_malformed');
}
