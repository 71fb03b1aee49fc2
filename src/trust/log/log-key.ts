import { join } from 'node:path';
import { StartError } from '../../http/index.ts';
import { readKeyFile } from '../../http/key-file.ts';
import { ActError } from '../../protocol/errors/index.ts';
import { type KeyHeader, localSigner, publicJwkOf, type Signer } from '../../protocol/jws/index.ts';
import type { NoteKey } from '../../protocol/merkle/index.ts';
import { decodeCertificate } from '../../protocol/x509/certificate.ts';
import { originOf } from '../../verifier/index.ts';

/**
 * The key of a log from the folder where `openact trust certify --role LOG` has put it.
 *
 * @throws StartError also for a key that was certified for another log: nobody would believe what it signs
 */
export async function loadLogKey(folder: string, logId: string): Promise<{ key: NoteKey; signer: Signer }> {
  const path = join(folder, 'log.json');
  const { jwk, header } = await readKeyFile(path);
  const publicJwk = publicJwkOf(jwk);
  if (publicJwk.kty !== 'OKP') throw new StartError('log.json holds no Ed25519 key.');
  const subject = subjectOf(header, path);
  if (subject !== logId) throw new StartError(`${path} is certified for ${subject}, not for ${logId}.`);
  return { key: { name: originOf(logId), publicJwk }, signer: localSigner(jwk, header) };
}

function subjectOf(header: KeyHeader, path: string): string {
  const leaf = 'x5c' in header ? header.x5c[0] : undefined;
  if (leaf === undefined) throw new StartError(`${path} holds no certificate.`);
  try {
    const names = decodeCertificate(leaf, 0).extensions.subjectAltName?.names ?? [];
    return names.find((name) => name.form === 'uri')?.text ?? 'nobody';
  } catch (error) {
    if (error instanceof ActError)
      throw new StartError(`The certificate in ${path} is damaged (${error.code}).`);
    throw error;
  }
}
