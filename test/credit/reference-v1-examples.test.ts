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

const schemas = fileURLToPath(new URL('../../schemas/', import.meta.url));
const listed = new URL('reference-v1.json', import.meta.url);
const ajv = new Ajv2020({ strict: false, allErrors: true });
for (const name of readdirSync(schemas).filter((file) => file.endsWith('.json')))
  ajv.addSchema(JSON.parse(readFileSync(join(schemas, name), 'utf8')) as object);

type Members = Record<string, unknown>;

/** Ours of a kind: the schema, and our name of each of their members; what has none keeps its own. */
interface Kind {
  readonly begins: string;
  readonly schema: string;
  readonly names: Readonly<Record<string, string>>;
}

const KINDS: readonly Kind[] = [
  {
    begins: 'association-application',
    schema: 'credit-application',
    names: {
      subjectId: 'iss',
      agentId: 'agent_id',
      associationRole: 'role',
      relationshipEvidenceRefs: 'relationship_evidence',
      confirmationMethod: 'confirmation_method',
      issuerId: 'aud',
      purpose: 'purposes',
      authorizationMode: 'authorization_mode',
      requestedAt: 'iat',
      expiresAt: 'valid_until',
      antiReplay: 'jti',
    },
  },
  {
    begins: 'association-credential',
    schema: 'credit-association',
    names: {
      associationApplicationId: 'application_id',
      associationApplicationAntiReplay: 'nonce',
      agentId: 'agent_id',
      subjectId: 'subject_id',
      associationRole: 'role',
      issuerId: 'issuer',
      relationshipEvidenceRef: 'relationship_evidence',
      confirmationMethod: 'confirmation_method',
      subjectCreditAssertionRef: 'subject_assertion_ref',
      associatedCreditValue: 'mapped_value',
      creditSource: 'credit_source',
      mappingPolicy: 'mapping_policy',
      confirmationStatement: 'statement',
      purpose: 'purposes',
      validFrom: 'valid_from',
      expiresAt: 'valid_until',
    },
  },
  {
    begins: 'agent-associated-credit-assertion',
    schema: 'credit-mapping',
    names: {
      assertionId: 'jti',
      creditServiceId: 'iss',
      agentId: 'sub',
      subjectCreditAssertionRef: 'subject_assertion_ref',
      associatedCreditValue: 'mapped_value',
      creditSource: 'credit_source',
      mappingPolicy: 'mapping_policy',
      purpose: 'purposes',
      issuedAt: 'iat',
      expiresAt: 'exp',
    },
  },
  {
    begins: 'credential-status',
    schema: 'credit-status',
    names: {
      credentialId: 'credential_id',
      statusVersion: 'status_version',
      reasonCode: 'cause',
      effectiveAt: 'effective_at',
      updatedAt: 'iat',
    },
  },
  {
    begins: 'status-change',
    schema: 'command',
    names: {
      requestId: 'jti',
      credentialId: 'target',
      targetStatus: 'action',
      requestedBy: 'iss',
      requestedAt: 'iat',
    },
  },
  {
    begins: 'credit-query-authorization',
    schema: 'credit-authorization',
    names: {
      authorizationId: 'jti',
      subjectId: 'iss',
      relyingPartyIds: 'relying_parties',
      platformDelegateId: 'platform_proxy',
      agentIds: 'agent_ids',
      verificationLevel: 'level',
      purpose: 'purposes',
      allowedDataItems: 'data_items',
      validFrom: 'valid_from',
      expiresAt: 'valid_until',
      frequencyLimit: 'frequency_limit',
      resultUseRestrictions: 'use_restrictions',
      boundRequestId: 'request_id',
    },
  },
  {
    begins: 'verification-request',
    schema: 'credit-request',
    names: {
      requestId: 'request_id',
      messageVersion: 'version',
      relyingPartyId: 'relying_party',
      agentId: 'agent_id',
      verificationLevel: 'level',
      subjectCreditAssertionRef: 'subject_assertion_ref',
      authorizationId: 'authorization_id',
      businessContext: 'business_context',
      requestedDataItems: 'data_items',
      credential: 'credential_id',
      requestedAt: 'iat',
      antiReplay: 'jti',
    },
  },
  {
    begins: 'verification-response',
    schema: 'credit-answer',
    names: {
      requestId: 'request_id',
      verificationRecordId: 'jti',
      agentId: 'agent_id',
      completedLevel: 'completed_level',
      reasonCode: 'reason',
      credentialStatus: 'credential_status',
      creditSource: 'credit_source',
      associatedCreditValue: 'mapped_value',
      subjectCreditAssertionValid: 'assertion_valid',
      mappingPolicy: 'mapping_policy',
      generatedAt: 'iat',
      expiresAt: 'exp',
      statusQuery: 'status_query',
      purposeLimited: 'purpose_limited',
    },
  },
];

const kindOf = (name: string) => KINDS.find(({ begins }) => name.startsWith(begins));

const renamed = (facts: Facts, { names }: Kind): Members =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [names[name] ?? name, value]));

/** What a JWS says by its type, its header and its signature. */
const SAID_BY_THE_JWS = /Proof$|Version$|^messageVersion$|^credential(?:Id|Version)$/;

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

function formOf(name: string, value: unknown): unknown {
  if (DIDS.has(name)) return `did:act:example.example/${name.replaceAll('_', '-')}`;
  if (DID_LISTS.has(name)) return ['did:act:example.example/one'];
  if (SECONDS.has(name)) return Math.floor(Date.parse(String(value)) / 1000);
  if (AMONG_IDS.has(name) && typeof value === 'object' && value !== null) return Object.values(value)[0];
  if (name === 'purposes') return [value];
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

/** Names, encodings and containers into ours; nothing is added that they do not say. */
function inOurForm(facts: Facts, kind: Kind): Members {
  const kept = Object.entries(facts).filter(
    ([name]) => kind.names[name] !== undefined || !SAID_BY_THE_JWS.test(name),
  );
  return Object.fromEntries(
    kept.map(([name, value]) => [kind.names[name] ?? name, formOf(kind.names[name] ?? name, value)]),
  );
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
  return {
    schema: kind.schema,
    as_it_is: objections(kind.schema, renamed(facts, kind)),
    in_our_form: objections(kind.schema, inOurForm(facts, kind)),
  };
}

describe('reference-v1, each example fed to our schemas', () => {
  const results = Object.fromEntries(
    Object.entries(EXAMPLES).map(([name, facts]) => [name, resultOf(name, facts)]),
  );
  if (process.env.UPDATE_REFERENCE === '1') writeFileSync(listed, `${JSON.stringify(results, null, 2)}\n`);
  const committed = JSON.parse(readFileSync(listed, 'utf8')) as Record<string, Result>;

  test('fifteen examples, and a list for each', () => {
    expect(Object.keys(EXAMPLES)).toHaveLength(15);
    expect(Object.keys(committed).toSorted()).toEqual(Object.keys(EXAMPLES).toSorted());
  });

  test.each(Object.keys(EXAMPLES))('%s: what is objected to is what is listed', (name) => {
    expect(results[name]).toEqual(committed[name]);
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
