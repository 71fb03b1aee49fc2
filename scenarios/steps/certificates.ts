/** Certificates as a careless authority, or a merchant with its own one, would make them. */
import type { JWK } from 'jose';
import type { StolenKey } from '../../demo/attacks/kit.ts';
import { decodeCertificate } from '../../src/protocol/x509/certificate.ts';
import { EKU } from '../../src/protocol/x509/oids.ts';
import {
  ALGORITHM,
  basicConstraints,
  commonName,
  DIGITAL_SIGNATURE,
  directoryName,
  extendedKeyUsage,
  type Forgery,
  forgeChain,
  KEY_CERT_SIGN,
  keyUsage,
  nameConstraints,
  otherExtension,
  p256Keys,
  subjectAltName,
  uriName,
} from '../../src/protocol/x509/testing/forge.ts';
import type { CertificatePlan } from '../format.ts';
import { moment, type Run } from './run.ts';

const P256 = { name: 'ECDSA', namedCurve: 'P-256' };
const weakAlgorithms = {
  innerAlgorithm: ALGORITHM.ecdsaWithSha384,
  outerAlgorithm: ALGORITHM.ecdsaWithSha384,
};
const DAY = '+1d';
const DAY_BEFORE = '-1d';

/** @returns x5c: for `key`, in the name of `uri`, up to the anchor that `authority` is */
export async function forgedChain(
  run: Run,
  key: StolenKey,
  uri: string,
  authority: StolenKey,
  [leaf = {}, ...above]: readonly CertificatePlan[],
): Promise<string[]> {
  const [anchor = ''] = authority.x5c ?? [];
  const { subject } = decodeCertificate(anchor, 0);
  const { x5c } = await forgeChain({
    root: { keys: await pairOf(authority.jwk), subject: subject.encoded },
    intermediates: await Promise.all(above.toReversed().map((plan) => certificate(run, plan))),
    leaf: {
      ...(await certificate(run, leaf, await pairOf(key.jwk))),
      extensions: {
        ...extensionsOf(leaf),
        extendedKeyUsage: extendedKeyUsage([EKU.quote]),
        subjectAltName: subjectAltName([uriName(uri)]),
      },
    },
  });
  return x5c;
}

async function certificate(run: Run, plan: CertificatePlan, own?: CryptoKeyPair): Promise<Forgery> {
  const keys = own ?? (await p256Keys());
  const name = commonName('Forged');
  return {
    keys,
    notBefore: moment(run, plan.from ?? DAY_BEFORE),
    notAfter: moment(run, plan.until ?? DAY),
    extensions: extensionsOf(plan),
    ...(plan.signedBy === 'stranger' ? { signer: await p256Keys() } : {}),
    ...(plan.signedBy === 'itself' ? { signer: keys, subject: name, issuer: name } : {}),
    ...(plan.hash === undefined ? {} : { hash: plan.hash, ...weakAlgorithms }),
  };
}

/** Only what differs from a good certificate; `undefined` would take an extension out. */
function extensionsOf(plan: CertificatePlan): NonNullable<Forgery['extensions']> {
  const { isAuthority, uses, critical, constrainedTo } = plan;
  return {
    ...(isAuthority === undefined ? {} : { basicConstraints: basicConstraints(isAuthority) }),
    ...(uses === undefined
      ? {}
      : { keyUsage: keyUsage(uses === 'signing' ? DIGITAL_SIGNATURE : KEY_CERT_SIGN) }),
    ...(critical === undefined ? {} : { critical: otherExtension(critical, true) }),
    ...(constrainedTo === undefined
      ? {}
      : { constraints: nameConstraints({ permitted: [directoryName(commonName(constrainedTo))] }) }),
  };
}

async function pairOf(jwk: JWK): Promise<CryptoKeyPair> {
  const { kty, crv, x, y } = jwk;
  const read = (key: object, uses: KeyUsage[]) =>
    crypto.subtle.importKey('jwk', key as JsonWebKey, P256, true, uses);
  return {
    privateKey: await read({ kty, crv, x, y, d: jwk.d }, ['sign']),
    publicKey: await read({ kty, crv, x, y }, ['verify']),
  };
}
