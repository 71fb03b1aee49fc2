/**
 * Proof that the checks can fail: takes out one check of src/verifier at a time and shows the vectors that notice.
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

function row({ check, requirement, killedBy }: Kill): string {
  const [first = '**survives**'] = killedBy;
  return `| ${check} | ${requirement} | ${killedBy.length} | ${first} |`;
}

function markdown({ checks, killed, survivors, kills }: KillTable): string {
  return [
    '# What notices a missing check',
    '',
    'Made by `node conformance/self/run.ts`. Each check of `src/verifier/checks` is taken out alone by a module hook;',
    'the vectors that name its clause are judged again. Killed = at least one of them is judged otherwise.',
    '',
    `${checks} checks, ${killed} killed, ${survivors.length} survivors.`,
    '',
    '| check | requirement | vectors that notice | the first of them |',
    '|---|---|---|---|',
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
  const { checks, killed, survivors } = table;
  const complete = checks > 0 && survivors.length === 0;
  if (flags.includes('--json')) {
    console.log(JSON.stringify(table, null, 1));
    return complete;
  }
  console.log(`${checks} checks, ${killed} killed; survivors: ${survivors.join(', ') || 'none'}`);
  if (!flags.includes('--check')) writeFileSync(page, text);
  return complete && isCurrent(text);
}

if (!(await main(process.argv.slice(2)))) process.exitCode = 1;
