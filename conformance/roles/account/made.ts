import { type Case, caseId, type Notes, type Role } from '../../run/case.ts';

type Made<S> = (
  requirement: string,
  slug: string,
  title: string,
  run: (subject: S, notes: Notes) => Promise<void>,
  needs?: readonly string[],
) => Case<S>;

/** Writes cases of one kind of a role of the account side. @param usual what a case needs where nothing is said */
export function made<S>(role: Role, kind: Case<S>['kind'], usual: readonly string[]): Made<S> {
  return (requirement, slug, title, run, needs = usual) => ({
    id: caseId(role, requirement, slug),
    requirement,
    title,
    kind,
    needs,
    run,
  });
}
