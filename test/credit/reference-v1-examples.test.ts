/**
 * Each of the fifteen examples of `reference-v1`, put into our names and fed to our schemas: first as it is, then with
 * only what differs in form alone put into ours. What is objected to is committed beside this, one list for each example;
 * chapter 20.11 says what the text has to each. `UPDATE_REFERENCE=1` writes the list anew.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { decodeBase64url } from '../../src/protocol/digest/index.ts';
import { canonicalize, type JsonValue } from '../../src/protocol/json/index.ts';
import { verifySignature } from '../../src/protocol/jws/index.ts';
import { EXAMPLES, type Facts, SIGNED } from './reference-v1-facts.ts';
import { kindOf, type ReferenceKind } from './reference-v1-members.ts';

const schemas = fileURLToPath(new URL('../../schemas/', import.meta.url));
const listed = new URL('reference-v1.json', import.meta.url);
const ajv = new Ajv2020({ strict: false, allErrors: true });
for (const name of readdirSync(schemas).filter((file) => file.endsWith('.json')))
  ajv.addSchema(JSON.parse(readFileSync(join(schemas, name), 'utf8')) as object);

type Members = Record<string, unknown>;

const propertiesOf = (name: string): object =>
  (JSON.parse(readFileSync(join(schemas, `${name}.json`), 'utf8')) as { properties: object }).properties;

/** Our names of what an example says; what has none keeps its own, and what a JWS says by itself is left out. */
function renamed(
  facts: Facts,
  { members }: ReferenceKind,
  formOf = (_name: string, value: unknown) => value,
) {
  const kept = Object.entries(facts).filter(([name]) => members[name] !== 'jws');
  return Object.fromEntries(
    kept.map(([name, value]) => [members[name] ?? name, formOf(members[name] ?? name, value)]),
  );
}

/** What our schema nests in a member, nested. */
function nested(flat: Members, { ours: [, inner] }: ReferenceKind): Members {
  if (inner === undefined) return flat;
  const own = new Set(Object.keys(propertiesOf(inner)));
  const [inside, outside] = [true, false].map((isInside) =>
    Object.fromEntries(Object.entries(flat).filter(([name]) => own.has(name) === isInside)),
  );
  return { ...outside, association: inside };
}

const WORDS: Readonly<Record<string, string>> = {
  PLATFORM_DELEGATED: 'PLATFORM_PROXY',
  associatedCreditValue: 'mapped_value',
  mappingPolicy: 'mapping_policy',
  subjectCreditAssertionValid: 'assertion_valid',
  credentialStatus: 'credential_status',
  maxRequestsPerWindow: 'max_requests_per_window',
  windowDurationSeconds: 'window_duration',
  mayStore: 'may_store',
  mayTransfer: 'may_transfer',
  retentionSeconds: 'retention_seconds',
  transactionType: 'transaction_type',
  orderId: 'order_no',
  SUSPENDED: 'credit.suspend',
  'reference-v1': '1',
};

const snake = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(snake)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [WORDS[name] ?? name, inner]))
      : typeof value === 'string'
        ? (WORDS[value] ?? value)
        : value;

const DIDS = new Set([
  ...['iss', 'aud', 'sub', 'agent_id', 'subject_id', 'issuer', 'relying_party', 'platform_proxy'],
]);
const DID_LISTS = new Set(['relying_parties', 'agent_ids']);
const SECONDS = new Set(['iat', 'exp']);
const AMONG_IDS = new Set(['jti', 'nonce', 'credential_id']);

/** Stand-ins, as their values are. */
const SIGNATURE = { algorithm: 'Ed25519', value: 'A'.repeat(86) };
const KEY = { kty: 'OKP', crv: 'Ed25519', x: 'A'.repeat(43) };

function formOf(name: string, value: unknown): unknown {
  if (name === 'issuer_signature' || name === 'subject_signature') return { ...SIGNATURE };
  if (name === 'subject_key') return KEY;
  if (name === 'params') return { reason: value };
  if (DIDS.has(name)) return `did:act:example.example/${name.replaceAll('_', '-')}`;
  if (DID_LISTS.has(name)) return ['did:act:example.example/one'];
  if (SECONDS.has(name)) return Math.floor(Date.parse(String(value)) / 1000);
  if (AMONG_IDS.has(name) && typeof value === 'object' && value !== null) return Object.values(value)[0];
  if (name === 'purposes') return [value];
  if (name === 'authorization_modes') return [snake(value)];
  if (name === 'scope') return { transaction_types: ['purchase/any'] };
  if (name === 'subject_assertion_ref') return 'example-001';
  if (name === 'status_query') return { uri: 'https://issuer.example/status' };
  if (name === 'business_context') {
    const context = snake(value) as Members;
    return { ...context, transaction_type: 'purchase/any' };
  }
  if (name === 'relationship_evidence') {
    return [value].flat().map((ref) => ({ ref }));
  }
  return snake(value);
}

/** What our schema objects to, one line for each place and rule, in order. */
function objections(schema: string, value: unknown): string[] {
  const validate = ajv.getSchema(`https://openact.example/schemas/1/${schema}.json`);
  if (validate === undefined) throw new Error(`no schema ${schema}`);
  validate(value);
  const lines = (validate.errors ?? [])
    .filter(({ keyword }) => !['if', 'allOf', 'anyOf', 'oneOf'].includes(keyword))
    .map(({ instancePath, keyword, params }) => {
      const { missingProperty, additionalProperty } = params as Record<string, string>;
      return `${instancePath || '/'} ${keyword} ${missingProperty ?? additionalProperty ?? ''}`.trim();
    });
  return [...new Set(lines)].toSorted();
}

interface Result {
  readonly schema: string | null;
  readonly as_it_is: readonly string[];
  readonly in_our_form: readonly string[];
}

function resultOf(name: string, facts: Facts): Result {
  const kind = kindOf(name);
  // What is said of the subject itself never leaves the credit service: there is no message for it.
  if (kind === undefined) return { schema: null, as_it_is: [], in_our_form: [] };
  const [schema = ''] = kind.ours;
  return {
    schema,
    as_it_is: objections(schema, nested(renamed(facts, kind), kind)),
    in_our_form: objections(schema, nested(renamed(facts, kind, formOf), kind)),
  };
}

/** What they do not have and ours requires, as ours would say it. */
const MISSING: Readonly<Record<string, unknown>> = {
  ...{ iss: 'did:act:example.example/one', aud: 'did:act:example.example/two', iat: 1, exp: 2 },
  ...{ application_id: 'app-1', nonce: 'cap-1', subject_assertion_ref: 'cas-1', statement: 'For this only.' },
  ...{ authorization_modes: ['PER_REQUEST'], revocation_method: 'SIGNED_COMMAND', purpose: 'ANY' },
  ...{ usage_bound: { max_amount: '1.00', currency: 'CNY' }, digest: 'A'.repeat(43), x5c: ['AAAA'] },
};

/** Mends exactly what one line objects to. */
function mend(value: Members, line: string): void {
  const [path = '', rule, member = ''] = line.split(' ');
  const steps = path.split('/').slice(1).filter(Boolean);
  const into = (place: unknown, step: string): unknown => (place as Members)[step];
  if (rule === 'required') {
    if (!Object.hasOwn(MISSING, member)) throw new Error(`nothing stands in for ${member}`);
    (steps.reduce(into, value) as Members)[member] = MISSING[member];
  } else if (rule === 'additionalProperties') {
    delete (steps.reduce(into, value) as Members)[member];
  } else if (rule === 'enum') {
    const item = steps.pop() ?? '';
    (steps.reduce(into, value) as unknown[]).splice(Number(item), 1);
  } else throw new Error(`no way to mend ${line}`);
}

describe('reference-v1, each example fed to our schemas', () => {
  const results = Object.fromEntries(
    Object.entries(EXAMPLES).map(([name, facts]) => [name, resultOf(name, facts)]),
  );
  if (process.env.UPDATE_REFERENCE === '1') writeFileSync(listed, `${JSON.stringify(results, null, 2)}\n`);
  const committed = JSON.parse(readFileSync(listed, 'utf8')) as Record<string, Result>;

  test('fifteen examples, and a list for each', () => {
    expect(Object.keys(EXAMPLES)).toHaveLength(15);
    expect(new Set(Object.keys(committed))).toEqual(new Set(Object.keys(EXAMPLES)));
  });

  test.each(Object.keys(EXAMPLES))('%s: what is objected to is what is listed', (name) => {
    expect(results[name]).toEqual(committed[name]);
  });

  test.each(Object.entries(EXAMPLES).filter(([name]) => kindOf(name) !== undefined))(
    '%s: with what is listed mended, and nothing else, it is one of ours',
    (name, facts) => {
      const kind = kindOf(name);
      const { in_our_form: lines = [], schema } = committed[name] ?? {};
      if (kind === undefined || typeof schema !== 'string') throw new Error(`no kind of ${name}`);
      const ours = structuredClone(nested(renamed(facts, kind, formOf), kind));
      for (const line of lines) mend(ours, line);
      expect(objections(schema, ours)).toEqual([]);
    },
  );

  test('each objection that is more than form is in the table of chapter 20.11, and nothing else is', () => {
    const chapter = readFileSync(new URL('../../spec/20-credit.md', import.meta.url), 'utf8');
    const listedThere = [...chapter.matchAll(/^\| `([\w-]+)` \| `(\/\S* \w+(?: \w+)?)` \|/gm)];
    const due = Object.values(committed).flatMap(({ schema, in_our_form }) =>
      in_our_form.map((line) => `${schema} ${line}`),
    );
    const there = listedThere.map(([, schema, line]) => `${schema} ${line}`);
    expect(new Set(there)).toEqual(new Set(due));
    expect(there).toHaveLength(new Set(due).size);
  });

  test('in our form the only objections are members that one side has and the other has not, and words that are not the same', () => {
    const rules = Object.values(committed).flatMap(({ in_our_form }) => in_our_form);
    expect(
      rules.every((line) => / (?:required|additionalProperties|enum|const|pattern|not|minLength)/.test(line)),
    ).toBe(true);
  });

  test('the published signature holds over RFC 8785 of its payload, and not over the changed one', async () => {
    const over = (payload: object) =>
      verifySignature(
        {
          header: { alg: 'Ed25519' },
          signature: decodeBase64url(SIGNED.signature),
          signingInput: canonicalize(payload as JsonValue),
        },
        { kty: 'OKP', crv: 'Ed25519', x: SIGNED.key },
      );
    expect(await over(SIGNED.payload)).toBe(true);
    expect(await over(SIGNED.tampered)).toBe(false);
  });
});
