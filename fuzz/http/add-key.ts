import { jwkThumbprint, publicJwkFrom } from '../../src/protocol/digest/index.ts';
import type { PrivateJwk } from '../../src/protocol/jws/index.ts';
import { type Keys, signingKey } from '../keys.ts';

export async function addKey(keys: Keys, label: string, jwk: PrivateJwk): Promise<void> {
  const { d: _secret, ...publicJwk } = jwk;
  keys.add(signingKey(label, jwk), await jwkThumbprint(publicJwkFrom(publicJwk)));
}
