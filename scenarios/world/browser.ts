/**
 * What a browser can do about a record: the verifier's own code on WebCrypto alone, without the faster cryptography that
 * servers put behind it. Prints the payload hash, or the code of what stands against it.
 */
import { payloadHashOf } from '../../src/protocol/attestation/index.ts';
import { ActError } from '../../src/protocol/errors/index.ts';

const parts = JSON.parse(process.argv[2] ?? '{}');
try {
  console.log(JSON.stringify({ hash: await payloadHashOf(parts) }));
} catch (error) {
  if (!(error instanceof ActError)) throw error;
  console.log(JSON.stringify({ code: error.code }));
}
