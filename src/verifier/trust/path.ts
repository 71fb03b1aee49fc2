import { ActError } from '../../protocol/errors/index.ts';
import { validatePath } from '../../protocol/x509/validate.ts';
import type { SignerFacts } from '../facts/signer.ts';
import type { TrustList } from './trust-list.ts';

/** Seconds in which every certificate of a path is valid, both ends included. */
interface Validity {
  readonly from: number;
  readonly until: number;
}

const PATHS_MAX_ENTRIES = 256;

/**
 * Paths that were found good, by trust list: another list may have other anchors, or have revoked a certificate of
 * the path. Only what was accepted is kept, and it is dated again each time.
 */
const goodPaths = new WeakMap<TrustList, Map<string, Validity>>();

function pathsOf(trustList: TrustList): Map<string, Validity> {
  const paths = goodPaths.get(trustList) ?? new Map<string, Validity>();
  goodPaths.set(trustList, paths);
  return paths;
}

/** Everything the answer depends on but the time. */
function nameOf({ entity, role, eku, x5c }: SignerFacts): string {
  return [entity, role, eku, ...x5c].join(' ');
}

async function validate(signer: SignerFacts): Promise<Validity> {
  const { trustList, entity, role, eku, x5c, now } = signer;
  const entry = trustList.entry(entity, role);
  if (entry === undefined) throw new ActError('x509_chain_broken', { rule: 'no_anchor' });
  const { chain } = await validatePath({
    x5c,
    anchors: entry.anchors,
    at: now,
    eku,
    subjectUri: entity,
    revoked: entry.revoked_certificates ?? [],
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
export async function checkPath(signer: SignerFacts): Promise<void> {
  const paths = pathsOf(signer.trustList);
  const name = nameOf(signer);
  const good = paths.get(name);
  if (good !== undefined && good.from <= signer.now && signer.now <= good.until) return;
  const validity = await validate(signer);
  const oldest = paths.keys().next();
  if (paths.size >= PATHS_MAX_ENTRIES && !oldest.done) paths.delete(oldest.value);
  paths.set(name, validity);
}
