import { digestOfObject, sha256Base64url } from '../digest/index.ts';

/** One HTTP request as it is paid for. `uri` is the whole address, with its query and without a fragment. */
export interface PaidRequest {
  readonly method: string;
  readonly uri: string;
  /** base64url SHA-256 of the body as sent; of nothing when there is none. */
  readonly body_digest: string;
}

export function bodyDigestOf(body: Uint8Array): Promise<string> {
  return sha256Base64url(body);
}

/**
 * The fingerprint of a request, which is the `resource_id` of its bill: another method, address, query or body is
 * another resource.
 *
 * @see OA-A402-02
 */
export function fingerprintOf({ method, uri, body_digest }: PaidRequest): Promise<string> {
  return digestOfObject({ method, uri, body_digest });
}
