/**
 * Proof that the checks can fail: takes out one check at a time and shows the vectors that notice.
 *
 *   node conformance/self/run.ts            writes KILLS.md
 *   node conformance/self/run.ts --check    writes nothing; fails when KILLS.md is not what would be written
 *   node conformance/self/run.ts --json     prints the table and writes nothing
 *
 * Ends with 1 when a mutant survives, or when there is none.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type Kill, type KillTable, killTable } from './kills.ts';

const page = new URL('KILLS.md', import.meta.url);

function row({ check, requirement, killed, through, otherwise }: Kill): string {
  const [first = '–'] = [...through, ...otherwise];
  return `| ${check} | ${requirement} | ${through.length} | ${otherwise.length} | ${killed ? first : '**survives**'} |`;
}

function markdown({ checks, mutants, killed, survivors, kills }: KillTable): string {
  return [
    '# What notices a missing check',
    '',
    'Made by `node conformance/self/run.ts`. Each check of `src/verifier/checks`, and each rule of certificate paths',
    '(`x509/`), is taken out alone by a module hook; the vectors that are about it are judged again. Through: refused',
    'with the check, accepted without it. Otherwise: refused with another code, or a duty of the caller is missing.',
    'A check that can refuse counts as killed only by a vector that it refuses.',
    '',
    `${checks} checks and ${mutants - checks} rules of paths: ${killed} killed, ${survivors.length} survivors.`,
    '',
    '| taken out | clause or code | through | otherwise | the first that notices |',
    '|---|---|---|---|---|',
    ...kills.map(row),
    '',
  ].join('\n');
}

function isCurrent(text: string): boolean {
  try {
    return readFileSync(page, 'utf8') === text;
  } catch {
    return false;
  }
}

async function main(flags: readonly string[]): Promise<boolean> {
  const table = await killTable();
  const text = markdown(table);
  const { checks, mutants, killed, survivors } = table;
  const complete = checks > 0 && survivors.length === 0;
  if (flags.includes('--json')) {
    console.log(JSON.stringify(table, null, 1));
    return complete;
  }
  console.log(`${mutants} mutants of ${checks} checks and their paths, ${killed} killed; survivors: ${survivors.join(', ') || 'none'}`);
  if (!flags.includes('--check')) writeFileSync(page, text);
  return complete && isCurrent(text);
}

if (!(await main(process.argv.slice(2)))) process.exitCode = 1;
