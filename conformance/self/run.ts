/**
 * Proof that the checks can fail: takes out one check at a time and shows the vectors that notice.
 *
 *   node conformance/self/run.ts            writes KILLS.md and kills.jsonl
 *   node conformance/self/run.ts --check    writes nothing; fails when they are not what would be written
 *   node conformance/self/run.ts --json     prints the table and writes nothing
 *
 * Ends with 1 when a mutant survives, or when there is none.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { scriptOptions } from '../../tools/script-options.ts';
import { type Kill, type KillTable, killTable } from './kills.ts';

const page = new URL('KILLS.md', import.meta.url);
const data = new URL('kills.jsonl', import.meta.url);

function row({ check, requirements, killed, through, otherwise }: Kill): string {
  const [first = '–'] = [...through, ...otherwise];
  return `| ${check} | ${requirements.join(' ')} | ${through.length} | ${otherwise.length} | ${killed ? first : '**nobody**'} |`;
}

function markdown({ checks, paths, mutants, killed, survivors, kills }: KillTable): string {
  return [
    '# What notices a missing check',
    '',
    'Made by `node conformance/self/run.ts`. Each check of `src/verifier/checks`, each rule of certificate paths (`x509/`),',
    'and rules of JSON, JWS, digests, money and encodings are taken out alone by a module hook; the vectors that are about it are judged again. Through: refused',
    'with the check, accepted without it. Otherwise: refused with another code, or a duty of the caller is missing.',
    'A check that can refuse counts as killed only by a vector that it refuses.',
    '',
    `${checks} checks, ${paths} rules of paths and ${mutants - checks - paths} of the floor: ${killed} killed, ${survivors.length} survivors.`,
    '',
    '| taken out | clause | through | otherwise | the first that notices |',
    '|---|---|---|---|---|',
    ...kills.map(row),
    '',
  ].join('\n');
}

/** For tools: a line for each mutant, and the clauses it stands for if it was killed. */
function lines({ kills }: KillTable): string {
  const short = kills.map(({ check, requirements, killed, through, otherwise }) => ({
    check,
    killed,
    requirements: killed ? requirements : [],
    through: through.length,
    otherwise: otherwise.length,
  }));
  return short.map((kill) => `${JSON.stringify(kill)}\n`).join('');
}

function isCurrent(file: URL, text: string): boolean {
  try {
    return readFileSync(file, 'utf8') === text;
  } catch {
    return false;
  }
}

async function main(): Promise<boolean> {
  const { values: flags } = scriptOptions('node conformance/self/run.ts [--check|--json]', {
    check: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  const table = await killTable();
  const files = [[page, markdown(table)] as const, [data, lines(table)] as const];
  const { checks, mutants, killed, survivors } = table;
  const complete = checks > 0 && survivors.length === 0;
  if (flags.json) {
    console.log(JSON.stringify(table, null, 1));
    return complete;
  }
  console.log(
    `${mutants} mutants of ${checks} checks, of paths and of the floor, ${killed} killed; survivors: ${survivors.join(', ') || 'none'}`,
  );
  if (!flags.check) for (const [file, text] of files) writeFileSync(file, text);
  return complete && files.every(([file, text]) => isCurrent(file, text));
}

if (!(await main())) process.exitCode = 1;
