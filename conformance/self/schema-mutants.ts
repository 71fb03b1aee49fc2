/**
 * Proof that the rules of the schemas can fail: takes out one rule that a requirement names at a time, and shows the
 * invalid examples that then pass.
 *
 *   node conformance/self/schema-mutants.ts            writes schema-kills.jsonl
 *   node conformance/self/schema-mutants.ts --check    writes nothing; fails when it is not what would be written
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { loadRequirements } from '../../tools/registry/requirements.ts';
import { scriptOptions } from '../../tools/script-options.ts';

const schemaFolder = fileURLToPath(new URL('../../schemas', import.meta.url));
const registry = new URL('../../spec/requirements.yaml', import.meta.url);
const output = new URL('schema-kills.jsonl', import.meta.url);

/** One rule of a schema, and the requirements whose rows name it: `intent.json#/required`. */
export interface SchemaMutant {
  readonly rule: string;
  readonly requirements: readonly string[];
}

export interface SchemaKill extends SchemaMutant {
  readonly killed: boolean;
  /** Invalid examples that pass without the rule. */
  readonly through: readonly string[];
}

type Schema = Record<string, unknown>;

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.json'))
    .sort();
}

const read = (path: string): unknown => JSON.parse(readFileSync(`${schemaFolder}/${path}`, 'utf8'));
const schemaFiles = filesOf(schemaFolder).filter((name) => !/^(examples|openapi)\//.test(name));
const invalid = filesOf(`${schemaFolder}/examples`).filter((name) => /\/invalid-[^/]*$/.test(name));

/** Every rule that a row of the registry names, but for whole messages: to miss one is no proof about one clause. @throws Error when no row names one */
export function schemaMutants(): SchemaMutant[] {
  const rows = parse(readFileSync(registry, 'utf8')) as { id: string; schema?: string }[];
  const byRule = new Map<string, string[]>();
  for (const { id, schema } of rows)
    if (schema?.includes('#/')) byRule.set(schema, [...(byRule.get(schema) ?? []), id]);
  if (byRule.size === 0) throw new Error('No requirement names a rule of a schema.');
  return [...byRule].map(([rule, requirements]) => ({ rule, requirements }));
}

function child(parent: unknown, name: string): unknown {
  return Array.isArray(parent) ? parent[Number(name)] : (parent as Schema)[name];
}

/** The places whose children are schemas: one of them says nothing any more, where a keyword is taken away. */
const HOLD_SCHEMAS = new Set(['properties', '$defs', 'oneOf', 'anyOf', 'allOf']);

/** The file without the rule. @throws Error when there is no such rule: a mutant must mutate */
function without(schema: Schema, pointer: string): Schema {
  const [last, ...path] = pointer.split('/').slice(1).reverse();
  const root = structuredClone(schema);
  if (last === undefined) throw new Error('A whole message is no rule.');
  const names = path.reverse();
  const parent = names.reduce(child, root as unknown);
  if (parent === undefined || child(parent, last) === undefined) throw new Error(`No rule ${pointer}.`);
  if (Array.isArray(parent) && !HOLD_SCHEMAS.has(names.at(-1) ?? '')) parent.splice(Number(last), 1);
  else if (Array.isArray(parent)) parent[Number(last)] = {};
  else if (HOLD_SCHEMAS.has(names.at(-1) ?? '') || last === 'items') (parent as Schema)[last] = {};
  else delete (parent as Schema)[last];
  return root;
}

/** Every schema, one of them changed. */
function compiled(file?: string, changed?: Schema): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, unicodeRegExp: true });
  for (const name of schemaFiles) ajv.addSchema(name === file ? (changed ?? {}) : (read(name) as object));
  return ajv;
}

const refersTo = (name: string, file: string): boolean =>
  readFileSync(`${schemaFolder}/${name}`, 'utf8').includes(`${file.split('/').at(-1)}#`) ||
  readFileSync(`${schemaFolder}/${name}`, 'utf8').includes(`${file.split('/').at(-1)}"`);

/** A schema and every schema that says something by way of it. */
function dependents(file: string): Set<string> {
  const found = new Set([file]);
  for (const one of found)
    for (const name of schemaFiles) if (!found.has(name) && refersTo(name, one)) found.add(name);
  return found;
}

const idOf = (name: string): string => String((read(name) as Schema).$id);
const messageOf = (example: string): string => `${example.slice(0, example.lastIndexOf('/'))}.json`;

function killOf({ rule, requirements }: SchemaMutant): SchemaKill {
  const [file = '', pointer = ''] = rule.split('#');
  const ajv = compiled(file, without(read(file) as Schema, pointer));
  const touched = dependents(file);
  const asked = invalid.filter((example) => touched.has(messageOf(example)));
  const through = asked.filter((example) =>
    ajv.validate(idOf(messageOf(example)), read(`examples/${example}`)),
  );
  return { rule, requirements, killed: through.length > 0, through };
}

/** @throws Error when an invalid example passes with every rule in place: then nothing can be shown by it */
export function schemaKills(): SchemaKill[] {
  const whole = compiled();
  const passing = invalid.filter((example) =>
    whole.validate(idOf(messageOf(example)), read(`examples/${example}`)),
  );
  if (invalid.length === 0 || passing.length > 0)
    throw new Error(`No invalid examples: ${passing.join(', ')}`);
  return schemaMutants().map(killOf);
}

/** A line for each rule; it names the requirements only where somebody noticed. */
function lines(kills: readonly SchemaKill[]): string {
  return kills
    .map(({ rule, requirements, killed, through }) =>
      JSON.stringify({
        rule,
        killed,
        requirements: killed ? requirements : [],
        through: through.length,
        first: through[0] ?? null,
      }),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** What nobody misses is a survivor, unless every row that names the rule owes its mutant openly. */
function tableOf(kills: readonly SchemaKill[]) {
  const { rows } = loadRequirements(fileURLToPath(new URL('../..', import.meta.url)));
  const owing = new Set(rows.filter(({ owes }) => owes?.includes('mutant')).map(({ id }) => id));
  const alive = kills.filter(({ killed }) => !killed);
  const isOwed = ({ requirements }: SchemaKill) => requirements.every((id) => owing.has(id));
  const names = (some: readonly SchemaKill[]) => some.map(({ rule }) => rule);
  return {
    mutants: kills.length,
    killed: kills.length - alive.length,
    survivors: names(alive.filter((kill) => !isOwed(kill))),
    owed: names(alive.filter(isOwed)),
  };
}

function main(): boolean {
  const usage = 'node conformance/self/schema-mutants.ts [--check|--json]';
  const { values: flags } = scriptOptions(usage, { check: { type: 'boolean' }, json: { type: 'boolean' } });
  const kills = schemaKills();
  const alive = kills.filter(({ killed }) => !killed).map(({ rule }) => rule);
  if (flags.json) {
    console.log(JSON.stringify(tableOf(kills)));
    return true;
  }
  console.log(
    `${kills.length} rules of schemas taken out, ${kills.length - alive.length} missed by an example; nobody misses: ${alive.join(', ') || 'none'}`,
  );
  if (!flags.check) writeFileSync(output, lines(kills));
  return readFileSync(output, 'utf8') === lines(kills);
}

if (process.argv[1] === fileURLToPath(import.meta.url) && !main()) process.exitCode = 1;
