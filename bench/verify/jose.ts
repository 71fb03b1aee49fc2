import { type CryptoKey, compactVerify, importJWK } from 'jose';
import type { RawSignature } from './raw.ts';

/** The same signatures as `jose` takes them: compact messages, and keys that it has imported before. */
type JoseSignature = { readonly compact: string; readonly key: CryptoKey | Uint8Array };

const keys = new Map<RawSignature['key'], JoseSignature['key']>();

/** What somebody who has `jose` alone would verify of a purchase: nine signatures, and none of the checks. */
export async function joseSignatures(signatures: readonly RawSignature[]): Promise<JoseSignature[]> {
  const found: JoseSignature[] = [];
  for (const { key, data, signature } of signatures) {
    const imported = keys.get(key) ?? (await importJWK({ ...key.export({ format: 'jwk' }), alg: 'ES256' }));
    keys.set(key, imported);
    const compact = `${Buffer.from(data).toString()}.${Buffer.from(signature).toString('base64url')}`;
    found.push({ compact, key: imported });
  }
  return found;
}

/** @throws JOSEError when one does not verify */
export async function verifyWithJose(signatures: readonly JoseSignature[]): Promise<void> {
  for (const { compact, key } of signatures) {
    await compactVerify(compact, key, { algorithms: ['ES256'], crit: { openact: true } });
  }
}
