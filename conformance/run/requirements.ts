import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { shipped } from '../root.ts';

/** What a report says about the clause of a case. */
export interface Clause {
  readonly id: string;
  readonly component: string;
  readonly strength: 'MUST' | 'SHOULD' | 'MAY';
  /** act-2.1: a statement of ACT itself; profile: one of this profile's own. */
  readonly origin: 'act-2.1' | 'profile';
  readonly text: string;
  /** Whether not keeping it fails a subject; otherwise it is a warning. */
  readonly binding: boolean;
}

interface Row extends Omit<Clause, 'binding'> {
  readonly profile?: 'MUST';
}

let read: ReadonlyMap<string, Clause> | undefined;

/** Every row of spec/requirements.yaml, by id. */
export function clauses(): ReadonlyMap<string, Clause> {
  if (read === undefined) {
    const rows: readonly Row[] = parse(readFileSync(shipped('spec', 'requirements.yaml'), 'utf8'));
    read = new Map(
      rows.map(({ id, component, strength, profile, origin, text }) => [
        id,
        { id, component, strength, origin, text, binding: strength === 'MUST' || profile === 'MUST' },
      ]),
    );
  }
  return read;
}

/** @throws Error for an id without a row: a fault of the suite */
export function clauseOf(id: string): Clause {
  const clause = clauses().get(id);
  if (clause === undefined) throw new Error(`No requirement ${id}.`);
  return clause;
}
