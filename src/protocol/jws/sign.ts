import { encodeBase64url } from '../digest/index.ts';
import { canonicalize, type JsonObject } from '../json/index.ts';
import { decodeJws } from './decode.ts';
import { OPENACT_EXTENSION, OPENACT_VERSION } from './header.ts';
import type { Algorithm, KeyHeader } from './types.ts';

/** Whoever can sign with one key, a key service or a key in this process: nobody who signs sees the key [ADD-IAC-ISS-09]. */
export interface Signer {
  readonly alg: Algorithm;
  readonly header: KeyHeader;
  /** The 64 bytes of r ‖ s or R ‖ S over the signing input. */
  sign(signingInput: Uint8Array): Promise<Uint8Array>;
}

export interface SigningRequest {
  readonly typ: string;
  readonly payload: JsonObject;
  readonly signer: Signer;
  /** Whether the message carries the profile's constraints, so that a reader who does not know them must refuse. */
  readonly critical?: boolean;
  /** As in `JwsExpectation`. */
  readonly maxBytes?: number;
}

const encoder = new TextEncoder();

function protectedHeader(typ: string, signer: Signer, critical: boolean): Uint8Array {
  const extension = critical ? { crit: [OPENACT_EXTENSION], [OPENACT_EXTENSION]: OPENACT_VERSION } : {};
  // Members keep this order, so that equal input gives an equal signing input.
  return encoder.encode(JSON.stringify({ alg: signer.alg, typ, ...signer.header, ...extension }));
}

/**
 * Signs a payload as a compact JWS: header members in fixed order, payload in RFC 8785 form. Nobody has read the
 * result yet: the caller does, before it leaves.
 *
 * @throws as `canonicalize`
 */
export async function composeJws(request: Omit<SigningRequest, 'maxBytes'>): Promise<string> {
  const { typ, payload, signer, critical = false } = request;
  const header = encodeBase64url(protectedHeader(typ, signer, critical));
  const signingInput = `${header}.${encodeBase64url(canonicalize(payload))}`;
  const signature = await signer.sign(encoder.encode(signingInput));
  return `${signingInput}.${encodeBase64url(signature)}`;
}

/**
 * As `composeJws`. The result is read back before it is given out, so that no message leaves that a reader would
 * refuse, whatever a key service answered.
 *
 * @throws as `canonicalize` and `decodeJws`
 * @see ADD-IAC-ISS-05, RFC 7515 5.1
 */
export async function signJws({ maxBytes, ...request }: SigningRequest): Promise<string> {
  const { typ, critical = false } = request;
  const compact = await composeJws(request);
  const limit = maxBytes === undefined ? {} : { maxBytes };
  decodeJws(compact, { typ, critical: critical ? [OPENACT_EXTENSION] : [], ...limit });
  return compact;
}
