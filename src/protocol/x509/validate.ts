import { ActError } from '../errors/index.ts';
import { findAnchors } from './anchors.ts';
import { decodeCertificate } from './certificate.ts';
import { checkAlgorithms } from './checks/algorithms.ts';
import { checkBasicConstraints } from './checks/basic-constraints.ts';
import { checkCriticalExtensions } from './checks/critical-extensions.ts';
import { checkExtendedKeyUsage } from './checks/extended-key-usage.ts';
import { checkKeyUsage } from './checks/key-usage.ts';
import { checkNameConstraints } from './checks/name-constraints.ts';
import { checkOrder } from './checks/order.ts';
import { checkPathLength } from './checks/path-length.ts';
import { checkNoRepetition } from './checks/repetition.ts';
import { checkRevocation } from './checks/revocation.ts';
import { checkNotSelfSigned } from './checks/self-signed.ts';
import { checkSignatures } from './checks/signatures.ts';
import { checkSize } from './checks/size.ts';
import { checkSubjectUri } from './checks/subject-uri.ts';
import { checkValidity } from './checks/validity.ts';
import { formatName } from './name.ts';
import { type Check, makePath, type Path, type PathRequest, type ValidatedPath } from './path.ts';
import { toJwk } from './public-key.ts';
import { thumbprintOf } from './thumbprint.ts';

/** Over what the sender presents, before an anchor is looked for. */
const presentedChecks: readonly Check[] = [checkOrder, checkNotSelfSigned];

/** Over the whole path with its anchor. What costs a signature comes last. */
const pathChecks: readonly Check[] = [
  checkNoRepetition,
  checkAlgorithms,
  checkCriticalExtensions,
  checkValidity,
  checkBasicConstraints,
  checkPathLength,
  checkKeyUsage,
  checkExtendedKeyUsage,
  checkSubjectUri,
  checkNameConstraints,
  checkSignatures,
  checkRevocation,
];

async function run(checks: readonly Check[], path: Path, request: PathRequest): Promise<void> {
  for (const check of checks) await check(path, request);
}

function readPresented(x5c: readonly string[]): Path {
  const [leaf, ...issuers] = x5c.map(decodeCertificate);
  if (leaf === undefined) throw new ActError('x509_chain_broken', { rule: 'empty' });
  return makePath(leaf, issuers);
}

async function describe({ leaf, certificates }: Path): Promise<ValidatedPath> {
  if (leaf.publicKey === undefined) throw new ActError('x509_weak', { rule: 'key', certificate: 0 });
  const thumbprints = await Promise.all(certificates.map(({ der }) => thumbprintOf(der)));
  const chain = certificates.map(({ subject, notBefore, notAfter }, index) => ({
    subject: formatName(subject),
    notBefore,
    notAfter,
    thumbprint: thumbprints[index] ?? '',
  }));
  const [thumbprint = ''] = thumbprints;
  return { leafJwk: toJwk(leaf.publicKey), leafAlg: leaf.publicKey.algorithm, thumbprint, chain };
}

/**
 * Validates the certificate path of a signer: RFC 5280 section 6 for paths of at most four certificates, with fixed
 * algorithms and without policies, and what this profile asks beyond it. The path is the one in `x5c`, in its
 * order, and ends at one of `anchors`; no other path is searched for. No I/O, no clock, no memory.
 *
 * @param request see PathRequest
 * @returns the public key of the leaf, its thumbprint, and the path, leaf first and anchor last
 * @throws x509_malformed, x509_chain_too_long, x509_chain_broken, x509_signature_invalid, x509_not_yet_valid,
 *   x509_expired, x509_not_a_ca, x509_leaf_is_ca, x509_path_length, x509_key_usage, x509_eku_mismatch,
 *   x509_name_mismatch, x509_name_constraints, x509_critical_extension, x509_weak, x509_self_signed, x509_revoked
 * @see RFC 5280 section 6.1; catalogue X1 to X13
 */
export async function validatePath(request: PathRequest): Promise<ValidatedPath> {
  checkSize(request);
  const presented = readPresented(request.x5c);
  await run(presentedChecks, presented, request);
  const last = presented.certificates.at(-1) ?? presented.leaf;
  const anchors = await findAnchors(last, request.anchors);
  let refusal: ActError | undefined;
  for (const anchor of anchors) {
    const path = makePath(presented.leaf, [...presented.issuers, anchor]);
    try {
      await run(pathChecks, path, request);
      return await describe(path);
    } catch (error) {
      if (!(error instanceof ActError)) throw error;
      refusal ??= error;
    }
  }
  throw refusal ?? new ActError('x509_chain_broken', { rule: 'no_anchor' });
}
