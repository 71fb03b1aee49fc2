/**
 * Makes an OpenAPI 3.1 document for each role from schemas/openapi/<role>.yaml and the JSON Schemas, which it carries
 * as components: src/<role>/generated/openapi.json, and that of the operator's calls beside them, served at GET /openapi.json. `--check` writes nothing and fails
 * when a committed document differs.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { COMMON_CALLS } from './openapi/common-calls.ts';
import { Components } from './openapi/components.ts';
import { type Call, operationOf, type RoleCalls, readRole } from './openapi/operation.ts';
import { checkOption } from './script-options.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Each with the folder that serves it. */
const DOCUMENTS = {
  issuer: 'issuer',
  operator: 'issuer/operator',
  merchant: 'merchant',
  agent: 'agent',
  trust: 'trust',
} as const;

function documentOf({ title, description, calls, schemas = {} }: RoleCalls): object {
  const components = new Components(join(root, 'schemas'), schemas);
  const paths: Record<string, Record<string, object>> = {};
  for (const one of [...calls, ...COMMON_CALLS]) addCall(paths, one, components);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return {
    openapi: '3.1.0',
    info: { title, description, version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    paths,
    components: {
      schemas: components.all(),
      securitySchemes: {
        command: {
          type: 'http',
          scheme: 'ACT-Command',
          description: 'A signed command: Authorization: ACT-Command <compact act-command+jwt>.',
        },
      },
    },
  };
}

function addCall(paths: Record<string, Record<string, object>>, call: Call, components: Components): void {
  const [method = '', path = ''] = call.call.split(' ');
  const verb = method.toLowerCase();
  if (paths[path]?.[verb]) throw new Error(`${call.call} stands twice`);
  paths[path] = { ...paths[path], [verb]: operationOf(call, components) };
}

function main(): void {
  const stale: string[] = [];
  for (const [role, where] of Object.entries(DOCUMENTS)) {
    const text = `${JSON.stringify(documentOf(readRole(join(root, `schemas/openapi/${role}.yaml`))), null, 2)}\n`;
    const folder = join(root, `src/${where}/generated`);
    const path = join(folder, 'openapi.json');
    if (!checkOption('tools/openapi.ts')) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, text);
    } else if (readFileSync(path, 'utf8') !== text) stale.push(role);
  }
  if (stale.length === 0) return;
  console.error(`openapi.json differs from its sources: ${stale.join(', ')}. Run npm run generate.`);
  process.exitCode = 1;
}

main();
