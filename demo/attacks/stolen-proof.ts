import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { type Attack, askWithProof, proofHeader } from './kit.ts';

/** The thief has the receipt, and signs for it with a key of its own. */
export const stolenProof: Attack = {
  name: 'stolen-proof-without-its-key',
  title: 'a stolen proof is shown by somebody else',
  requirement: 'OA-A402-03',
  code: 'a402_holder_mismatch',
  level: 'act:L3',
  async run({ research }) {
    const { url } = research.used;
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = await exportJWK(privateKey);
    const key = { alg: 'ES256', jwk, kid: await calculateJwkThumbprint(jwk) };
    return askWithProof(url, await proofHeader(research.used, url, key), 'nobody');
  },
};
