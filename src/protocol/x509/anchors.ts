import { ActError } from '../errors/index.ts';
import { type Certificate, decodeCertificate } from './certificate.ts';
import { sameName } from './name.ts';
import { isSignedBy } from './signature.ts';

/** An anchor that cannot be read is not trusted; it must not keep the readable ones from serving. */
function readAnchor(text: string, position: number): Certificate | undefined {
  try {
    return decodeCertificate(text, position);
  } catch (error) {
    if (error instanceof ActError) return undefined;
    throw error;
  }
}

async function keepSigners(last: Certificate, named: readonly Certificate[]): Promise<Certificate[]> {
  const answers = await Promise.all(named.map((anchor) => isSignedBy(last, anchor.publicKey)));
  return named.filter((_, index) => answers[index] === true);
}

/**
 * The configured anchors that can have issued `last`. One name may belong to several (a key rollover, or a rogue
 * name in another entry of the trust list); then the key decides which of them. Where one alone has the name, its
 * key is held against the signature with all the others, after the cheap checks.
 *
 * @throws x509_chain_broken for an issuer that is no anchor, x509_signature_invalid for the name without the key
 * @see RFC 5280 6.1.1 (d); catalogue X8
 */
export async function findAnchors(last: Certificate, anchors: readonly string[]): Promise<Certificate[]> {
  const read = anchors.map((anchor) => readAnchor(anchor, last.position + 1));
  const readable = read.filter((anchor) => anchor !== undefined);
  const named = readable.filter((anchor) => sameName(anchor.subject, last.issuer));
  if (named.length === 0) {
    const unreadable = anchors.length - readable.length;
    throw new ActError('x509_chain_broken', { rule: 'no_anchor', anchors: anchors.length, unreadable });
  }
  if (named.length === 1) return named;
  const signers = await keepSigners(last, named);
  if (signers.length === 0) throw new ActError('x509_signature_invalid', { certificate: last.position });
  return signers;
}
