import { readFileSync } from 'node:fs';
import { mutation, type RoleMutation } from './role-mutations.ts';

/** Where the members of terms are compared, a row each: of a mandate with its intent, and with the mandate above it. */
const FILE = 'verifier/intent-widening.ts';
const ROW = /'(\w+)',\s*(\(m, i\) => )([^\n]+)/g;

/** Held by a check of its own, before the terms are compared (OA-DLG-03). */
const HELD_BEFORE: ReadonlySet<string> = new Set(['delegation_depth']);
/** The one row that is not asked of what was handed down: it goes to another agent. */
const NOT_BELOW = 'agent_id';

interface Row {
  readonly member: string;
  readonly arrow: string;
  readonly rule: string;
}

const rows: readonly Row[] = [
  ...readFileSync(new URL(`../../src/${FILE}`, import.meta.url), 'utf8').matchAll(ROW),
].map(([, member = '', arrow = '', rule = '']) => ({ member, arrow, rule }));

/** One member is not compared with the intent: there each row is asked, and this one holds whatever is said. */
const selected = rows.map(({ member, arrow, rule }) =>
  mutation(`terms/selected-${member}`, 'ADD-IAC-ISS-04', FILE, `${arrow}${rule}`, `${arrow}OUT || ${rule}`),
);

/** One member is not compared with the mandate above: there all rows are asked in one place, which looks for its name. */
const handedDown = rows
  .filter(({ member }) => member !== NOT_BELOW && !HELD_BEFORE.has(member))
  .map(({ member }) =>
    mutation(
      `terms/handed-down-${member}`,
      'OA-DLG-04',
      FILE,
      `member !== '${NOT_BELOW}' &&`,
      `member !== '${NOT_BELOW}' && globalThis.__openact_mutant !== \`terms/handed-down-\${member}\` &&`,
    ),
  );

/** Rules that compare the terms of a mandate, member by member. */
export const termsMutations: readonly RoleMutation[] = [...selected, ...handedDown];
