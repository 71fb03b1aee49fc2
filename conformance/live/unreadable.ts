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

const HEAD_TOO_LARGE = 1_000_000;

export const UNREADABLE: readonly Unreadable[] = [
  {
    slug: 'two-lengths',
    title: 'A request whose length is stated twice, and otherwise.',
    bytes: ({ head, body }) =>
      [...head, `Content-Length: ${Buffer.byteLength(body) + 1}`, '', body].join('\r\n'),
  },
  {
    slug: 'large-head',
    title: 'A request whose head is too large for anybody.',
    bytes: ({ head, body }) => [...head, `X-Long: ${'x'.repeat(HEAD_TOO_LARGE)}`, '', body].join('\r\n'),
  },
  {
    slug: 'no-method',
    title: 'A request by a method that is none.',
    bytes: ({ head: [first = '', ...rest], body }) =>
      [first.replace(/^\S+/, 'FOO'), ...rest, '', body].join('\r\n'),
  },
];

/**
 * Sends a good request in bytes that are no request: a problem comes back.
 *
 * @throws SubjectFault when it is answered otherwise, or the connection stays open
 */
export async function mustNotBeRead(
  { base, patience }: Caller,
  { bytes }: Unreadable,
  { method, path, body }: Readable,
  notes: Notes,
): Promise<void> {
  const { host, pathname } = new URL(`${base}${path}`);
  const head = [
    `${method} ${pathname} HTTP/1.1`,
    `Host: ${host}`,
    'Content-Type: application/json',
    'Connection: close',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  mustRefuse(await callRaw(base, bytes({ head, body }), patience, notes), 'http_malformed');
}
