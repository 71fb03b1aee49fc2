/**
 * Generates from schemas/ what is committed under src/protocol/generated/:
 * TypeScript types, and validators as plain code (no code generation at run time, so they also run where
 * `eval` is forbidden). `--check` writes nothing and fails when the committed files differ.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { compile } from 'json-schema-to-typescript';
import { checkOption } from './script-options.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const schemaFolder = join(root, 'schemas');
const outFolder = join(root, 'src/protocol/generated');

interface SchemaFile {
  readonly path: string;
  readonly title: string;
  readonly id: string;
  readonly schema: Record<string, unknown>;
}

function readSchemas(): SchemaFile[] {
  const paths = [
    ...readdirSync(schemaFolder).filter((name) => name.endsWith('.json')),
    ...['a402', 'http', 'record'].flatMap((folder) =>
      readdirSync(join(schemaFolder, folder)).map((name) => `${folder}/${name}`),
    ),
  ];
  return paths.sort().map((path) => {
    const schema = JSON.parse(readFileSync(join(schemaFolder, path), 'utf8'));
    return { path, title: schema.title, id: schema.$id, schema };
  });
}

const header = '// Generated from schemas/ by `npm run generate`. Do not edit.\n';

/** One schema that refers to all others, so that each shared definition becomes exactly one type. */
async function generateTypes(files: readonly SchemaFile[]): Promise<string> {
  const messages = files.filter((file) => file.path !== 'common.json');
  const umbrella = {
    title: 'AllMessages',
    type: 'object',
    additionalProperties: false,
    required: messages.map((file) => file.title),
    properties: Object.fromEntries(messages.map((file) => [file.title, { $ref: `./${file.path}` }])),
  };
  const text = await compile(umbrella as Parameters<typeof compile>[0], 'AllMessages', {
    cwd: `${schemaFolder}/`,
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: false,
    bannerComment: header,
    format: true,
    style: { singleQuote: true, printWidth: 110 },
  });
  // `anyOf` over `required` alone adds an index signature; every such object is closed.
  return text.replaceAll(/\{\s*\[k: string\]: unknown;\s*\} & \{/g, '{');
}

function validatorNames(files: readonly SchemaFile[]): Record<string, string> {
  const messages = files.filter((file) => file.path !== 'common.json');
  return Object.fromEntries(messages.map((file) => [`validate${file.title}`, file.id]));
}

function generateValidators(files: readonly SchemaFile[]): string {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    strictTypes: false,
    allErrors: false,
    unicodeRegExp: true,
    code: { source: true, esm: true, lines: true },
  });
  // No schema uses these keywords, and to be ready for them costs every validator time.
  Object.assign(ajv.opts, { unevaluated: false, dynamicRef: false });
  for (const file of files) ajv.addSchema(file.schema);
  // Ajv's ESM output still asks for its runtime helpers through require().
  const code = standalone.default(ajv, validatorNames(files));
  const imports = new Map<string, string>();
  const body = code.replaceAll(/require\("(ajv\/dist\/runtime\/(\w+))"\)\.default/g, (_all, path, name) => {
    imports.set(name, `import ${name}Module from "${path}.js";`);
    const helper = `(${name}Module.default ?? ${name}Module)`;
    return helper;
  });
  if (body.includes('require(')) throw new Error('generated validators still use require()');
  return `${header}${[...imports.values()].join('\n')}\n${plainExpressions(countSeldom(body.replace('"use strict";', '')))}\n`;
}

/**
 * Ajv counts the code points of every text that has a limit, one by one. A text has at least half as many of them as it
 * has UTF-16 units, and at most as many: they are counted only where that does not say it.
 */
function countSeldom(code: string): string {
  const helper = /const (\w+) = \(ucs2lengthModule/.exec(code)?.[1];
  if (helper === undefined) throw new Error('no validator counts code points');
  return code
    .replaceAll(
      new RegExp(`${helper}\\((\\w+)\\) > (\\d+)`, 'g'),
      (count, text, limit) => `${text}.length > ${limit} && ${count}`,
    )
    .replaceAll(
      new RegExp(`${helper}\\((\\w+)\\) < (\\d+)`, 'g'),
      (count, text, limit) => `${text}.length < ${2 * Number(limit)} && ${count}`,
    );
}

/**
 * Without the flag an expression is faster, and means the same where it names all of its characters and each of them is
 * ASCII: nothing that it could match is a code point of two units.
 */
function plainExpressions(code: string): string {
  return code.replaceAll(/new RegExp\(("[^;]*"), "u"\)/g, (expression, literal) => {
    const source: string = JSON.parse(literal);
    const outsideOfClasses = source.replaceAll(/\\\.|\[[^\]]*\]/g, '');
    const namesAll =
      /^[ -~]*$/.test(source) && !/\\[^.]|\[\^/.test(source) && !outsideOfClasses.includes('.');
    return namesAll ? `new RegExp(${literal})` : expression;
  });
}

function generateValidatorTypes(files: readonly SchemaFile[]): string {
  const lines = Object.keys(validatorNames(files)).map(
    (name) => `export const ${name}: Validator<types.${name.slice('validate'.length)}>;`,
  );
  return `${header}import type * as types from './types.ts';

export interface ValidationError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message?: string;
}
export interface Validator<T> {
  (data: unknown): data is T;
  readonly errors?: readonly ValidationError[] | null;
}
${lines.join('\n')}
`;
}

async function main(): Promise<void> {
  const files = readSchemas();
  const outputs = new Map([
    ['types.ts', await generateTypes(files)],
    ['validators.js', generateValidators(files)],
    ['validators.d.ts', generateValidatorTypes(files)],
  ]);
  if (checkOption('tools/generate.ts')) {
    const stale = [...outputs].filter(([name, text]) => readFileSync(join(outFolder, name), 'utf8') !== text);
    if (stale.length > 0) {
      console.error(
        `Generated files differ: ${stale.map(([name]) => name).join(', ')}. Run npm run generate.`,
      );
      process.exitCode = 1;
    }
    return;
  }
  mkdirSync(outFolder, { recursive: true });
  for (const [name, text] of outputs) writeFileSync(join(outFolder, name), text);
}

await main();
