import { ActError } from '../../protocol/errors/index.ts';
import { BoundedCache } from '../../protocol/jws/bounded-cache.ts';
import { validatePath } from '../../protocol/x509/validate.ts';
import type { InstitutionFacts } from '../facts/signer.ts';
import { revokedAt } from './status-at.ts';

/** Seconds in which every certificate of a path is valid, both ends included. */
interface Validity {
  readonly from: number;
  readonly until: number;
}

const PATHS_MAX_ENTRIES = 512;

/** Only paths that were found good are kept, under everything the answer depends on but the time. */
const goodPaths = new BoundedCache<Validity>(PATHS_MAX_ENTRIES);

/** Another list may have other anchors for the entity, or have revoked a certificate: both are part of the name. */
function nameOf({ entity, role, eku, x5c, trustList, now }: InstitutionFacts): string {
  const entry = trustList.entry(entity, role);
  const { anchors = [] } = entry ?? {};
  const revoked = revokedAt(entry, now);
  return [entity, role, eku, ...x5c, 'anchors', ...anchors, 'revoked', ...revoked].join(' ');
}

async function validate(signer: InstitutionFacts): Promise<Validity> {
  const { trustList, entity, role, eku, x5c, now } = signer;
  const entry = trustList.entry(entity, role);
  if (entry === undefined) throw new ActError('x509_chain_broken', { rule: 'no_anchor' });
  const { chain } = await validatePath({
    x5c,
    anchors: entry.anchors,
    at: now,
    eku,
    subjectUri: entity,
    revoked: revokedAt(entry, now),
  });
  return {
    from: Math.max(...chain.map(({ notBefore }) => notBefore)),
    until: Math.min(...chain.map(({ notAfter }) => notAfter)),
  };
}

/**
 * Validates the certificate path of a signer against the anchors that the trust list has for it in this role.
 *
 * @throws x509_* as `validatePath`
 */
export async function checkPath(signer: InstitutionFacts): Promise<void> {
  const name = nameOf(signer);
  const good = goodPaths.get(name);
  if (good !== undefined && good.from <= signer.now && signer.now <= good.until) return;
  goodPaths.set(name, await validate(signer));
}
