import { ActError } from '../../protocol/errors/index.ts';
import { BoundedCache } from '../../protocol/jws/bounded-cache.ts';
import { validatePath } from '../../protocol/x509/validate.ts';
import type { InstitutionFacts } from '../facts/signer.ts';
import { revokedAt } from './status-at.ts';

/** Everything that the answer depends on but the time: another list may have other anchors, or revoke a certificate. */
type Question = Pick<InstitutionFacts, 'entity' | 'role' | 'eku' | 'x5c'> & {
  readonly anchors: readonly string[];
  readonly revoked: readonly string[];
};

/** A path that was found good, in the seconds in which every certificate of it is valid, both ends included. */
interface GoodPath extends Question {
  readonly from: number;
  readonly until: number;
}

const LEAVES_MAX_ENTRIES = 512;
/** One certificate speaks in few roles, and a list changes seldom. */
const PATHS_PER_LEAF = 4;

/** By the leaf certificate. */
const goodPaths = new BoundedCache<readonly GoodPath[]>(LEAVES_MAX_ENTRIES);

function isSame(left: Question, right: Question): boolean {
  return (
    left.entity === right.entity &&
    left.role === right.role &&
    left.eku === right.eku &&
    sameTexts(left.x5c, right.x5c) &&
    sameTexts(left.anchors, right.anchors) &&
    sameTexts(left.revoked, right.revoked)
  );
}

function sameTexts(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((text, index) => text === right[index]);
}

async function validate(question: Question, now: number): Promise<GoodPath> {
  const { entity, eku, x5c, anchors, revoked } = question;
  const { chain } = await validatePath({ x5c, anchors, at: now, eku, subjectUri: entity, revoked });
  return {
    ...question,
    // Whoever handed them in may still change these.
    x5c: [...x5c],
    anchors: [...anchors],
    from: Math.max(...chain.map(({ notBefore }) => notBefore)),
    until: Math.min(...chain.map(({ notAfter }) => notAfter)),
  };
}

/**
 * Validates the certificate path of a signer against the anchors that the trust list has for it in this role.
 *
 * @returns a promise only where the path was not validated before
 * @throws x509_* as `validatePath`
 */
export function checkPath(signer: InstitutionFacts): undefined | Promise<void> {
  const { trustList, entity, role, eku, x5c, now } = signer;
  const entry = trustList.entry(entity, role);
  if (entry === undefined) throw new ActError('x509_chain_broken', { rule: 'no_anchor' });
  const question = { entity, role, eku, x5c, anchors: entry.anchors, revoked: revokedAt(entry, now) };
  const known = goodPaths.get(x5c[0] ?? '') ?? [];
  const isGood = known.some((path) => path.from <= now && now <= path.until && isSame(path, question));
  return isGood ? undefined : remember(question, now);
}

async function remember(question: Question, now: number): Promise<void> {
  const path = await validate(question, now);
  const [leaf = ''] = path.x5c;
  goodPaths.set(leaf, [path, ...(goodPaths.get(leaf) ?? [])].slice(0, PATHS_PER_LEAF));
}
