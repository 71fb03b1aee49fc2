import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, it } from 'vitest';
import * as generated from '../../src/protocol/generated/validators.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const schemas = join(root, 'schemas');
const examples = join(schemas, 'examples');

interface Defect {
  readonly file: string;
  readonly derivedFrom: string;
  readonly at: string;
  readonly keyword: string;
}

interface Failure {
  readonly instancePath: string;
  readonly keyword: string;
}

type Generated = ((data: unknown) => boolean) & { readonly errors?: readonly Failure[] | null };

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Example files by the path of their schema, without `.json`. */
function exampleFiles(prefix: string): { schema: string; file: string }[] {
  return readdirSync(examples, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => new RegExp(`/${prefix}[a-z0-9-]*\\.json$`).test(path))
    .map((file) => ({ file, schema: file.slice(0, file.lastIndexOf('/')) }));
}

/** Ajv on the schemas as they are written, with every error, and no code of this project in between. */
function rawValidators(): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    strictTypes: false,
    allErrors: true,
    unicodeRegExp: true,
  });
  for (const folder of ['', 'a402', 'http', 'record']) {
    const names = readdirSync(join(schemas, folder)).filter((name) => name.endsWith('.json'));
    for (const name of names) ajv.addSchema(readJson(join(schemas, folder, name)) as object);
  }
  return ajv;
}

const ajv = rawValidators();
const schemaOf = (name: string) => readJson(join(schemas, `${name}.json`)) as { $id: string; title: string };

function rawValidator(schema: string): ValidateFunction {
  const validator = ajv.getSchema(schemaOf(schema).$id);
  if (validator === undefined) throw new Error(`no schema ${schema}`);
  return validator;
}

function generatedValidator(schema: string): Generated {
  const name = `validate${schemaOf(schema).title}`;
  const validator = Object.entries(generated).find(([key]) => key === name)?.[1];
  if (validator === undefined) throw new Error(`no generated ${name}`);
  return validator as Generated;
}

const valid = exampleFiles('valid');
const invalid = exampleFiles('invalid-');
const defects = readJson(join(examples, 'defects.json')) as readonly Defect[];

/** Requirements that a schema enforces, by the examples in which the rule is broken. */
const ENFORCED: Readonly<Record<string, readonly string[]>> = {
  'ADD-INT-ICS-02': ['intent/invalid-empty-history'],
  'ADD-INT-ICS-03': ['intent/invalid-digest-without-context'],
  'ADD-INT-ICS-06': ['intent/invalid-negative-total'],
  'ADD-INT-ICS-16': ['intent/invalid-method-without-time'],
  'ADD-INT-ICS-17': ['intent/invalid-no-payment-method'],
  'ADD-INT-ICS-22': ['intent/invalid-agent-id'],
  'ADD-INT-ICS-23': ['intent/invalid-input-mode'],
  'ADD-INT-ICS-24': ['intent/invalid-retry-count'],
  'ADD-INT-ICS-25': ['intent/invalid-merchant-id'],
  'ADD-IAC-ISS-01': [
    'iac/invalid-no-delegation-id',
    'iac/invalid-no-delegator-identity',
    'iac/invalid-no-agent-id',
    'iac/invalid-no-validity-start-time',
    'iac/invalid-no-validity-end-time',
    'iac/invalid-no-max-total-amount',
  ],
  'ADD-IAC-ISS-08': ['mandate/invalid-no-cnf', 'mandate/invalid-no-exp', 'mandate/invalid-no-agent-id'],
  'ADD-IAC-ISS-15': ['iac/invalid-no-user-confirmation-timestamp', 'iac/invalid-no-user-confirmation-method'],
  'ADD-IAC-ISS-17': ['iac/invalid-negative-total'],
  'ADD-IAC-ISS-18': ['iac/invalid-no-intent-id'],
  'TSD-ATT-OCA-03': ['anchor/invalid-unknown-member'],
  'TSD-ATT-OCA-10': ['anchor/invalid-no-record-id'],
  'TSD-ATT-OCA-11': ['anchor/invalid-no-version', 'anchor/invalid-version'],
  'TSD-ATT-OCA-12': ['anchor/invalid-event-type'],
  'TSD-ATT-OCA-13': ['anchor/invalid-no-event-time', 'anchor/invalid-no-iat'],
  'TSD-ATT-OCA-14': ['anchor/invalid-no-intent-id'],
  'TSD-ATT-OCA-16': ['anchor/invalid-no-order-no'],
  'TSD-ATT-OCA-17': ['anchor/invalid-no-trade-no'],
  'TSD-ATT-OCA-18': ['anchor/invalid-no-iss'],
  'TSD-ATT-OCA-19': [
    'anchor/invalid-no-payload-hash',
    'anchor/invalid-no-hash-algorithm',
    'anchor/invalid-hash-algorithm',
  ],
  'TSD-ATT-OCA-20': ['anchor/invalid-no-privacy-channel', 'anchor/invalid-guessable-channel'],
  'TSD-ATT-OCA-23': ['anchor/invalid-words-in-ext'],
  'TSD-ATT-OCA-28': ['anchor/invalid-words-in-ext'],
  'TSD-ATT-DSP-08': [
    'http/dispute-request/invalid-no-type',
    'http/dispute-request/invalid-no-record-id',
    'http/dispute-request/invalid-no-description',
  ],
  'CID-MER-CAT-01': ['http/catalogue/invalid-no-item-id'],
  'CID-MER-CAT-02': ['http/catalogue/invalid-no-name'],
  'CID-MER-CAT-03': ['http/catalogue/invalid-no-category'],
  'CID-MER-CAT-04': ['http/catalogue/invalid-no-price', 'http/catalogue/invalid-no-currency'],
  'CID-INT-XFR-01': ['http/intent-transfer/invalid-no-request-id'],
  'CID-INT-XFR-05': ['http/intent-answer/invalid-no-request-id'],
  'CID-INT-XFR-06': ['http/intent-answer/invalid-no-candidate'],
  'CID-PCA-NEG-01': [
    'http/capability/invalid-no-supported-methods',
    'http/capability/invalid-no-method-id',
    'http/capability/invalid-no-psp-id',
    'http/capability/invalid-no-endpoint',
    'http/capability/invalid-no-method-schema-url',
  ],
  'CID-MER-CAT-10': ['http/catalogue/invalid-no-item-id'],
  'CID-INT-XFR-16': ['http/intent-transfer/invalid-no-context'],
  'CID-PCA-NEG-08': ['http/agent-card/invalid-no-capability-url'],
  'CID-PCA-NEG-09': ['http/agent-card/invalid-two-way-without-endpoint'],
  'CID-PCA-NEG-12': [
    'http/negotiation-request/invalid-no-agent-id',
    'http/negotiation-request/invalid-no-buyer-supported-methods',
    'http/negotiation-request/invalid-no-currency',
    'http/negotiation-request/invalid-no-estimated-amount',
  ],
  'CID-PCA-NEG-15': [
    'http/negotiation-answer/invalid-no-method-id',
    'http/negotiation-answer/invalid-no-psp-id',
    'http/negotiation-answer/invalid-no-endpoint',
    'http/negotiation-answer/invalid-no-method-schema-url',
  ],
  'CID-CART-CFM-17': [
    'transaction-confirmation/invalid-no-lines',
    'transaction-confirmation/invalid-no-payer-amount',
    'transaction-confirmation/invalid-no-currency',
    'transaction-confirmation/invalid-no-counterparty',
    'transaction-confirmation/invalid-no-out-trade-no',
    'transaction-confirmation/invalid-no-confirmed-at',
    'transaction-confirmation/invalid-no-intent-id',
  ],
  'TSD-ATT-EVT-01': ['record/invalid-event-type'],
  'TSD-ATT-EVT-04': ['record/invalid-no-intent-id'],
  'TSD-ATT-EVT-05': ['record/invalid-event-type'],
  'TSD-ATT-OFF-03': ['record/invalid-version'],
  'TSD-ATT-OFF-07': ['record/invalid-no-record-id'],
  'TSD-ATT-OFF-08': ['record/invalid-no-event-type', 'record/invalid-event-type'],
  'TSD-ATT-OFF-09': ['record/invalid-no-event-time', 'record/invalid-no-record-time'],
  'TSD-ATT-OFF-10': ['record/invalid-no-version'],
  'TSD-ATT-OFF-11': ['record/invalid-offset-time'],
  'TSD-ATT-OFF-14': ['record/invalid-no-order-no'],
  'TSD-ATT-OFF-15': ['record/invalid-no-trade-no'],
  'TSD-ATT-OFF-17': ['record/invalid-no-salt', 'record/invalid-short-salt'],
  'TSD-ATT-OFF-18': ['record/invalid-no-payload-hash'],
  'TSD-ATT-OFF-19': ['record/invalid-no-hash-algorithm', 'record/invalid-hash-algorithm'],
  'TSD-ATT-OFF-22': ['record/invalid-no-id'],
  'TSD-ATT-OFF-23': ['record/invalid-no-role', 'record/invalid-participant-role'],
  'TSD-ATT-OFF-24': ['record/invalid-nobody'],
  'TSD-ATT-OFF-27': ['record/invalid-no-event-body'],
  'TSD-ATT-OFF-28': ['record/invalid-unknown-member', 'record/invalid-unknown-member-event-body'],
  'TSD-ATT-OFF-31': ['record/invalid-no-signer'],
  'TSD-ATT-OFF-32': ['record/invalid-no-algorithm'],
  'TSD-ATT-OFF-33': ['record/invalid-no-value', 'record/invalid-no-scope', 'record/invalid-signature-scope'],
  'TSD-CRD-ASC-04': [
    'credit-application/invalid-no-agent-id',
    'credit-application/invalid-no-role',
    'credit-application/invalid-no-purposes',
    'credit-application/invalid-no-scope',
  ],
  'TSD-CRD-ASC-14': ['credit-credential/invalid-no-credential-id', 'credit-credential/invalid-no-version'],
  'TSD-CRD-ASC-15': ['credit-association/invalid-no-application-id'],
  'TSD-CRD-ASC-16': ['credit-association/invalid-no-agent-id'],
  'TSD-CRD-ASC-17': ['credit-association/invalid-no-subject-id'],
  'TSD-CRD-ASC-18': ['credit-association/invalid-no-issuer'],
  'TSD-CRD-ASC-19': ['credit-association/invalid-no-relationship-evidence'],
  'TSD-CRD-ASC-20': ['credit-association/invalid-confirmation-method'],
  'TSD-CRD-ASC-21': ['credit-association/invalid-no-subject-assertion-ref'],
  'TSD-CRD-ASC-22': ['credit-association/invalid-no-mapped-value'],
  'TSD-CRD-ASC-23': ['credit-association/invalid-credit-of-its-own'],
  'TSD-CRD-ASC-24': ['credit-association/invalid-no-mapping-policy', 'credit-association/invalid-no-version'],
  'TSD-CRD-ASC-25': ['credit-association/invalid-empty-statement'],
  'TSD-CRD-ASC-27': ['credit-association/invalid-no-scope'],
  'TSD-CRD-ASC-28': [
    'credit-credential/invalid-no-subject-key',
    'credit-credential/invalid-no-subject-signature',
  ],
  'TSD-CRD-ASC-29': ['credit-credential/invalid-no-issued-at', 'credit-association/invalid-no-valid-from'],
  'TSD-CRD-ASC-30': ['credit-credential/invalid-no-status-query'],
  'TSD-CRD-ASC-38': ['credit-credential/invalid-state-inside'],
  'TSD-CRD-MAP-09': ['credit-association/invalid-no-version'],
  'TSD-CRD-MAP-13': ['credit-association/invalid-no-usage-bound'],
  'OA-CRD-19': ['credit-authorization/invalid-handed-on'],
  'TSD-CRD-VER-05': ['credit-request/invalid-no-agent-id', 'credit-request/invalid-no-credential-id'],
  'TSD-CRD-VER-24': ['credit-request/invalid-no-request-id'],
  'TSD-CRD-VER-25': ['credit-request/invalid-no-version'],
  'TSD-CRD-VER-26': ['credit-request/invalid-no-relying-party'],
  'TSD-CRD-VER-27': ['credit-request/invalid-no-level'],
  'TSD-CRD-VER-28': ['credit-request/invalid-no-subject-assertion-ref'],
  'TSD-CRD-VER-29': ['credit-request/invalid-no-purpose'],
  'TSD-CRD-VER-30': ['credit-request/invalid-no-business-context'],
  'TSD-CRD-VER-31': ['credit-request/invalid-no-data-items'],
  'TSD-CRD-VER-32': ['credit-request/invalid-no-iat', 'credit-request/invalid-no-jti'],
  'TSD-CRD-VER-34': [
    'credit-answer/invalid-no-request-id',
    'credit-answer/invalid-no-jti',
    'credit-answer/invalid-no-agent-id',
  ],
  'TSD-CRD-VER-35': ['credit-answer/invalid-no-completed-level'],
  'TSD-CRD-VER-36': ['credit-answer/invalid-no-result'],
  'TSD-CRD-VER-37': ['credit-answer/invalid-no-reason'],
  'TSD-CRD-VER-38': ['credit-answer/invalid-no-credential-status'],
  'TSD-CRD-VER-39': ['credit-answer/invalid-no-credit-source', 'credit-answer/invalid-no-mapping-policy'],
  'TSD-CRD-VER-40': ['credit-answer/invalid-no-assertion-valid'],
  'TSD-CRD-VER-41': [
    'credit-answer/invalid-no-scope',
    'credit-answer/invalid-no-purpose',
    'credit-answer/invalid-no-purpose-limited',
  ],
  'TSD-CRD-VER-42': ['credit-answer/invalid-no-iat', 'credit-answer/invalid-no-exp'],
  'TSD-CRD-VER-45': ['credit-answer/invalid-value-at-first-level'],
  'TSD-CRD-VER-47': ['credit-answer/invalid-pass-of-a-revoked-one'],
  'TSD-CRD-AUTH-05': ['credit-authorization/invalid-no-agent-ids'],
  'TSD-CRD-AUTH-06': ['credit-authorization/invalid-no-level'],
  'TSD-CRD-AUTH-07': ['credit-authorization/invalid-no-relying-parties'],
  'TSD-CRD-AUTH-08': ['credit-authorization/invalid-no-purposes'],
  'TSD-CRD-AUTH-09': ['credit-authorization/invalid-no-data-items'],
  'TSD-CRD-AUTH-10': ['credit-authorization/invalid-proxy-without-limit'],
  'TSD-CRD-AUTH-11': [
    'credit-authorization/invalid-no-valid-from',
    'credit-authorization/invalid-no-valid-until',
  ],
  'TSD-CRD-AUTH-12': ['credit-authorization/invalid-no-use-restrictions'],
  'TSD-CRD-AUTH-16': ['credit-authorization/invalid-no-request-id'],
  'CID-CART-CFM-12': ['http/quote-request/invalid-no-expected-amount'],
  'PSD-PAY-INS-05': [
    'payment-request/invalid-no-jti',
    'payment-request/invalid-user-present-without-intent',
    'http/instant-payment/invalid-no-quote',
  ],
  'PSD-PAY-DEL-03': ['payment-request/invalid-no-jti', 'payment-request/invalid-no-delegation-id'],
  'PSD-PAY-DEL-18': ['http/payment-answer/invalid-no-seller-receipt'],
  'OA-BND-01': ['bundle/invalid-no-trust-list', 'bundle/invalid-no-shown'],
  'OA-BND-03': ['bundle-instant/invalid-no-confirmation', 'bundle-instant/invalid-no-shown'],
  'OA-HTTP-20': [
    'problem/invalid-no-code',
    'problem/invalid-no-requirement',
    'problem/invalid-no-valid-next-actions',
  ],
};

describe('valid examples', () => {
  it.each(valid)('$file fits its schema, for the generated validator and for Ajv', ({ schema, file }) => {
    const value = readJson(join(examples, file));
    const raw = rawValidator(schema);
    expect(raw(value), ajv.errorsText(raw.errors)).toBe(true);
    expect(generatedValidator(schema)(value)).toBe(true);
  });

  it('exist for every schema', () => {
    const names = ['', 'a402/', 'http/'].flatMap((folder) =>
      readdirSync(join(schemas, folder))
        .filter((name) => name.endsWith('.json') && name !== 'common.json')
        .map((name) => folder + name.replace('.json', '')),
    );
    expect(names.filter((name) => !valid.some(({ schema }) => schema === name))).toEqual([]);
  });
});

describe('invalid examples', () => {
  it('are all named in defects.json', () => {
    expect(new Set(defects.map(({ file }) => file))).toEqual(new Set(invalid.map(({ file }) => file)));
    expect(defects).toHaveLength(invalid.length);
  });

  it.each(defects)('$file fails for $keyword at "$at"', ({ file, at, keyword }) => {
    const schema = file.slice(0, file.lastIndexOf('/'));
    const value = readJson(join(examples, file));
    const ours = generatedValidator(schema);
    expect(ours(value)).toBe(false);
    const raw = rawValidator(schema);
    expect(raw(value)).toBe(false);
    const named = { instancePath: at, keyword };
    expect(raw.errors).toContainEqual(expect.objectContaining(named));
    // The rule that is named is broken, and nothing elsewhere in the message is.
    expect((raw.errors ?? []).filter((error) => !error.instancePath.startsWith(at))).toEqual([]);
  });

  it.each(defects)('$file is a valid example but for that', ({ file, derivedFrom }) => {
    const schema = file.slice(0, file.lastIndexOf('/'));
    expect(generatedValidator(schema)(readJson(join(examples, derivedFrom)))).toBe(true);
  });
});

describe('requirements that a schema enforces', () => {
  it.each(Object.entries(ENFORCED))('%s', (_id, broken) => {
    for (const name of broken) {
      const schema = name.slice(0, name.lastIndexOf('/'));
      expect(generatedValidator(schema)(readJson(join(examples, `${name}.json`)))).toBe(false);
      expect(generatedValidator(schema)(readJson(join(examples, schema, 'valid.json')))).toBe(true);
    }
  });
});

describe('generated types', () => {
  // Inside the repository, so that the compiler resolves modules and settings as for our own code.
  mkdirSync(join(root, 'data'), { recursive: true });
  const folder = mkdtempSync(join(root, 'data', 'examples-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** One statement for each example: a literal of its type, so that surplus members count as errors too. */
  function typeCheck(name: string, statements: readonly { type: string; file: string }[]): string {
    const lines = statements.map(
      ({ type, file }, index) =>
        `export const example${index}: types.${type} = ${readFileSync(join(examples, file), 'utf8')};`,
    );
    const source = `import type * as types from '../../src/protocol/generated/types.ts';\n${lines.join('\n')}\n`;
    writeFileSync(join(folder, `${name}.ts`), source);
    const config = { extends: '../../tsconfig.json', include: [`${name}.ts`] };
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(config));
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    try {
      return execFileSync(process.execPath, [compiler, '-p', join(folder, `${name}.json`)], {
        encoding: 'utf8',
      });
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  }

  it('take every valid example', () => {
    const statements = valid.map(({ schema, file }) => ({ type: schemaOf(schema).title, file }));
    expect(typeCheck('valid', statements)).toBe('');
  });

  it('refuse examples with a missing or an unknown member', () => {
    const files = [
      'quote/invalid-no-payee.json',
      'quote/invalid-unknown-member.json',
      'mandate/invalid-no-exp.json',
    ];
    const statements = files.map((file) => ({
      type: schemaOf(file.slice(0, file.lastIndexOf('/'))).title,
      file,
    }));
    expect(typeCheck('invalid', statements).match(/error TS/g)).toHaveLength(files.length);
  });
});
