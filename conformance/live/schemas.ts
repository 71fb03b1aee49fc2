import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { shipped } from '../root.ts';
import { SubjectFault } from '../run/case.ts';

const BASE = 'https://openact.example/schemas/1/';
let compiled: Ajv2020 | undefined;

function ajv(): Ajv2020 {
  if (compiled !== undefined) return compiled;
  compiled = new Ajv2020({ strict: false, allErrors: false });
  addFormats.default(compiled);
  const folder = shipped('schemas');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.json') || name.startsWith('examples')) continue;
    compiled.addSchema(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')));
  }
  return compiled;
}

/** What is wrong with a value by a schema of schemas/, in one line; undefined when nothing is. */
export function schemaObjection(schema: string, value: unknown): string | undefined {
  const validate = ajv().getSchema(`${BASE}${schema}`);
  if (validate === undefined) throw new Error(`No schema ${schema}.`);
  if (validate(value) === true) return undefined;
  const [first] = validate.errors ?? [];
  return `${first?.instancePath || '/'} ${first?.message ?? 'is wrong'}`;
}

/** Holds what the subject said to a schema. @throws SubjectFault */
export function mustFit(schema: string, value: unknown, what: string): void {
  if (value === undefined)
    throw new SubjectFault(`${what} is missing or no JSON, where schemas/${schema} was due.`);
  const objection = schemaObjection(schema, value);
  if (objection !== undefined) throw new SubjectFault(`${what} does not fit schemas/${schema}: ${objection}`);
}

/** Holds what the suite itself is about to say to a schema. @throws Error: a fault of the suite, never the subject's */
export function ownFits(schema: string, value: unknown): void {
  const objection = schemaObjection(schema, value);
  if (objection !== undefined)
    throw new Error(`The suite's own message does not fit schemas/${schema}: ${objection}`);
}
