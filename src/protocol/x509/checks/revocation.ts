import { ActError } from '../../errors/index.ts';
import { malformed } from '../der.ts';
import type { Path, PathRequest } from '../path.ts';
import { thumbprintOf, twinOf } from '../thumbprint.ts';

/** 32 bytes in canonical base64url. */
const THUMBPRINT = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/**
 * The thumbprints under which each certificate of the path can have been revoked, with its position. The anchor has
 * no twin: its bytes are the configuration's, and nobody else can have flipped its signature.
 */
async function thumbprintsOf({ certificates, links }: Path): Promise<Map<string, number>> {
  const forms = [
    ...certificates.map(({ position, der }) => ({ position, der })),
    ...links.map(({ certificate }) => ({ position: certificate.position, der: twinOf(certificate) })),
  ];
  const entries = forms.map(async ({ position, der }) => {
    return der === undefined ? [] : [[await thumbprintOf(der), position] as const];
  });
  return new Map((await Promise.all(entries)).flat());
}

/**
 * No certificate of the path is revoked, and none is the twin of a revoked one: flipping s of an ECDSA signature
 * makes another valid certificate with another thumbprint.
 *
 * @throws x509_revoked, x509_malformed for an entry that is no thumbprint: it could never match anything
 * @see RFC 5280 6.1.3 (a)(3); catalogue X12, J9
 */
export async function checkRevocation(path: Path, { revoked }: PathRequest): Promise<void> {
  if (revoked.length === 0) return;
  const positions = await thumbprintsOf(path);
  for (const thumbprint of revoked) {
    if (!THUMBPRINT.test(thumbprint)) throw malformed('revoked_thumbprint');
    const certificate = positions.get(thumbprint);
    if (certificate !== undefined) throw new ActError('x509_revoked', { certificate });
  }
}
