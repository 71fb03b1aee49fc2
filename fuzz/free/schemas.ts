import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { JsonObject } from '../../conformance/forge/json.ts';

/** The schemas as they are written: no code of this project says whether a message has its form. */

const folder = fileURLToPath(new URL('../../schemas', import.meta.url));
const ajv = new Ajv2020({ strictRequired: false, strictTypes: false, unicodeRegExp: true });
for (const name of readdirSync(folder).filter((file) => file.endsWith('.json')))
  ajv.addSchema(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as object, name.replace(/\.json$/, ''));

const NAMES: Readonly<Record<string, string>> = {
  agent_attestation: 'agent-attestation',
  attestation: 'agent-attestation',
  command: 'command',
  runtime_proof: 'command',
  sub_account_proof: 'command',
  holder_proof: 'holder-proof',
  payment_proof: 'receipt',
  payment_request: 'payment-request',
  status_list: 'status-list',
  trust_list: 'trust-list',
};

/** Two messages come in two forms. */
function schemaOf(message: string, claims: JsonObject): string {
  if (message === 'mandate' && claims.credentialSubject !== undefined) return 'mandate-credential';
  if (message === 'bundle' && claims.level === 'act:L1') return 'bundle-instant';
  return NAMES[message] ?? message;
}

/** @throws Error when there is no schema of the name */
export function hasForm(message: string, claims: JsonObject): boolean {
  // What is around the signed messages of a request has a schema that its server knows.
  if (message === 'payment-proof' || message.includes(' ')) return true;
  return ajv.validate(schemaOf(message, claims), claims);
}
