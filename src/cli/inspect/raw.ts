import { decodeBase64url } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';

export type RawObject = Readonly<Record<string, unknown>>;

/** A compact JWS as its text says it is. Nothing was judged: the strict reading is among the checks. */
export interface RawToken {
  readonly compact: string;
  readonly header: RawObject;
  readonly claims: RawObject;
}

const COMPACT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/;

/** Whether a text has the outer form of a compact JWS. A header is an object, so its base64url begins like this. */
export function looksCompact(text: string): boolean {
  return text.startsWith('ey') && COMPACT.test(text);
}

function objectIn(part: string): RawObject | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(decodeBase64url(part)));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as RawObject)
      : undefined;
  } catch (error) {
    if (error instanceof ActError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * Takes a token apart leniently, so that a reader can also look at one that the strict reading refuses.
 *
 * @returns undefined when header or payload are no JSON objects in base64url
 */
export function rawToken(compact: string): RawToken | undefined {
  const [headerPart = '', payloadPart = ''] = compact.split('.');
  const header = objectIn(headerPart);
  const claims = objectIn(payloadPart);
  return header && claims ? { compact, header, claims } : undefined;
}
