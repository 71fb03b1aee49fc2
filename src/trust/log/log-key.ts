import { join } from 'node:path';
import { StartError } from '../../http/index.ts';
import { readKeyFile } from '../../http/key-file.ts';
import { localSigner, publicJwkOf, type Signer } from '../../protocol/jws/index.ts';
import type { NoteKey } from '../../protocol/merkle/index.ts';
import { originOf } from '../../verifier/index.ts';

/**
 * The key of a log from the folder where `openact trust certify --role LOG` has put it.
 *
 * @throws StartError
 */
export async function loadLogKey(folder: string, logId: string): Promise<{ key: NoteKey; signer: Signer }> {
  const { jwk, header } = await readKeyFile(join(folder, 'log.json'));
  const publicJwk = publicJwkOf(jwk);
  if (publicJwk.kty !== 'OKP') throw new StartError('log.json holds no Ed25519 key.');
  return { key: { name: originOf(logId), publicJwk }, signer: localSigner(jwk, header) };
}
