import type { Json } from '../../conformance/forge/json.ts';
import { decodeToken, type Keys } from '../keys.ts';
import { at, jsonOf, type Path, placesOf } from '../text.ts';
import type { Token } from '../tokens/site.ts';

/** One request to a role, taken apart so that it can be spoilt. */
export interface Sent {
  readonly role: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export async function sentOf(role: string, request: Request): Promise<Sent> {
  const { method, url } = request;
  const body = request.body === null ? null : await request.text();
  return { role, method, url, headers: Object.fromEntries(request.headers), body };
}

/** undefined: no client can send that. */
export function requestOf({ method, url, headers, body }: Sent): Request | undefined {
  try {
    return new Request(url, { method, headers, body });
  } catch {
    return undefined;
  }
}

/** A part of a request that holds JSON, or one signed message. */
export interface Document {
  readonly name: string;
  readonly value: Json;
  put(text: string): Sent;
}

const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const COMMAND = 'ACT-Command ';

function withHeader(sent: Sent, name: string, value: string): Sent {
  return { ...sent, headers: { ...sent.headers, [name]: value } };
}

/** The body, the signed command of a call without a body, and the proof of payment. */
export function documentsOf(sent: Sent): Document[] {
  const { body, headers } = sent;
  const { authorization, 'payment-proof': proof }: Partial<Record<string, string>> = headers;
  const value = body === null ? undefined : jsonOf(body);
  const shown = proof === undefined ? undefined : jsonOf(Buffer.from(proof, 'base64url').toString());
  return [
    ...(value === undefined
      ? []
      : [{ name: 'body', value, put: (text: string) => ({ ...sent, body: text }) }]),
    ...(shown === undefined
      ? []
      : [
          {
            name: 'payment-proof',
            value: shown,
            put: (text: string) => withHeader(sent, 'payment-proof', base64url(text)),
          },
        ]),
    ...(authorization?.startsWith(COMMAND)
      ? [
          {
            name: 'authorization',
            value: authorization.slice(COMMAND.length),
            put: (text: string) =>
              withHeader(sent, 'authorization', `${COMMAND}${String(jsonOf(text) ?? text)}`),
          },
        ]
      : []),
  ];
}

export interface SentToken extends Token {
  readonly document: Document;
  readonly path: Path;
}

const MESSAGES: Readonly<Record<string, string>> = {
  'act-agent+jwt': 'agent_attestation',
  'act-holder+jwt': 'holder_proof',
  'act-payment-request+jwt': 'payment_request',
  'vc+jwt': 'mandate',
  'statuslist+jwt': 'status_list',
};

/** `act-receipt+jwt`: receipt */
export function messageOf(typ: Json | undefined): string {
  const name = String(typ);
  return (
    MESSAGES[name] ??
    name
      .replace(/^act-/, '')
      .replace(/\+jwt$/, '')
      .replaceAll('-', '_')
  );
}

/** Every signed message of a request whose signer is known. */
export function tokensOf(sent: Sent, keys: Keys): SentToken[] {
  return documentsOf(sent).flatMap((document) =>
    [[], ...placesOf(document.value)].flatMap((path): SentToken[] => {
      const token = at(document.value, path);
      const decoded = typeof token === 'string' ? decodeToken(token) : undefined;
      const signer = decoded && keys.signerOf(decoded.header);
      if (typeof token !== 'string' || decoded === undefined || signer === undefined) return [];
      return [{ document, path, message: messageOf(decoded.header.typ), token, ...decoded, signer }];
    }),
  );
}
