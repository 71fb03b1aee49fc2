import { UsageError } from './case.ts';
import { readYaml } from './subject-file.ts';

/** Failures that are known, by full case id, each with its reason. They live with the subject, not with the suite. */
export interface Baseline {
  readonly digest?: string;
  readonly reasons: ReadonlyMap<string, string>;
}

export const NO_BASELINE: Baseline = { reasons: new Map() };

/** Reads a list of `{ id, reason }`. @throws UsageError */
export function readBaseline(path: string): Baseline {
  const { value, digest } = readYaml(path);
  if (!Array.isArray(value)) throw new UsageError(`${path} is not a list of id and reason.`);
  const reasons = new Map<string, string>();
  for (const entry of value as ({ readonly id?: unknown; readonly reason?: unknown } | null)[]) {
    const { id, reason } = entry ?? {};
    if (typeof id !== 'string' || typeof reason !== 'string' || reason.trim() === '')
      throw new UsageError(`${path}: every entry has an id and a reason.`);
    if (reasons.has(id)) throw new UsageError(`${path}: ${id} stands there twice.`);
    reasons.set(id, reason);
  }
  return { digest, reasons };
}

/** Entries that no case of the role has, and entries of cases that were run and did not fail. */
export function staleEntries(
  baseline: Baseline,
  known: ReadonlySet<string>,
  ran: ReadonlyMap<string, string>,
): string[] {
  return [...baseline.reasons.keys()].flatMap((id) => {
    if (!known.has(id)) return [`${id} is not a case of this role`];
    const verdict = ran.get(id);
    return verdict === 'pass' || verdict === 'skip' ? [`${id} did not fail: ${verdict}`] : [];
  });
}
