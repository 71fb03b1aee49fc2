import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** A row of spec/requirements.yaml, as far as it is shown. */
export interface Clause {
  readonly strength: string;
  readonly text: string;
}

interface Row {
  readonly id?: unknown;
  readonly strength?: unknown;
  readonly text?: unknown;
}

let rows: ReadonlyMap<string, Clause> | undefined;

/** The registry is a help to the reader: where the package has none, requirements are shown by their id alone. */
function readRows(): ReadonlyMap<string, Clause> {
  const found = new Map<string, Clause>();
  for (const { id, strength, text } of readRegistry()) {
    if (typeof id === 'string' && typeof strength === 'string' && typeof text === 'string') {
      found.set(id, { strength, text });
    }
  }
  return found;
}

function readRegistry(): readonly Row[] {
  try {
    // src/cli/inspect and dist/cli/inspect lie equally deep.
    const text = readFileSync(new URL('../../../spec/requirements.yaml', import.meta.url), 'utf8');
    const value: unknown = parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/** The clause behind a requirement id, or undefined when the registry has no such row. */
export function clauseOf(requirement: string): Clause | undefined {
  rows ??= readRows();
  return rows.get(requirement);
}
