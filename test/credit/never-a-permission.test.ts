import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  validateIacPayload,
  validateInstantPaymentBody,
  validateMandateRequestBody,
  validatePaymentBody,
} from '../../src/protocol/generated/validators.js';
import { parseUtcSeconds } from '../../src/protocol/time/index.ts';
import { verifyPurchase } from '../../src/verifier/index.ts';
import { exampleKey } from '../../tools/examples/keys.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const examples = join(root, 'schemas/examples');
/** While the printed trust list is fresh. */
const now = parseUtcSeconds('2026-01-12T12:00:00Z');
/** What each result of a verification would look like to whoever had to read it. */
const ANSWERS = ['PASS', 'FAIL', 'INCONCLUSIVE', 'REVIEW_REQUIRED'].map((result) => ({ result }));
const NAMES = ['credit_answer', 'associated_credit', 'credit'] as const;

const read = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(examples, path), 'utf8')) as Record<string, unknown>;

async function judged(bundle: unknown): Promise<{ verdict: string; code?: string | undefined }> {
  const { publicJwk: trustListKey } = await exampleKey('trust list');
  const bytes = Buffer.from(JSON.stringify(bundle));
  const { verdict, refusal } = await verifyPurchase(bytes, { trustListKey, now });
  return { verdict, ...(refusal === undefined ? {} : { code: refusal.code }) };
}

// TSD-CRD-VER-03, ADD-IAC-ISS-22
describe('credit is no permission', () => {
  test('a purchase is judged by itself: with an answer about credit beside it, it is no purchase at all', async () => {
    const bundle = read('bundle/valid.json');
    expect(await judged(bundle)).toEqual({ verdict: 'accepted' });
    for (const name of NAMES) {
      for (const answer of ANSWERS) {
        expect(await judged({ ...bundle, [name]: answer })).toEqual({
          verdict: 'refused',
          code: 'schema_mismatch',
        });
      }
    }
  });

  test.each([
    ['a mandate', validateIacPayload, 'iac/valid.json'],
    ['what a mandate is asked for with', validateMandateRequestBody, 'http/mandate-request/valid.json'],
    ['a payment', validatePaymentBody, 'http/payment/valid.json'],
    ['a payment with the user', validateInstantPaymentBody, 'http/instant-payment/valid.json'],
  ])('%s has no place for it', (_what, validate, path) => {
    const good = read(path);
    expect(validate(good)).toBe(true);
    for (const name of NAMES) expect(validate({ ...good, [name]: ANSWERS[0] }), name).toBe(false);
  });

  test('neither a check of a purchase nor a role that moves money or goods reads it', () => {
    const word =
      /Credit(?:Answer|Application|Association|Authorization|Credential|Mapping|Outcome|Request|Status)|[vV]erifyCredit|'creditAnswer'|\/credit\/index/;
    const files = ['issuer', 'merchant', 'agent', 'verifier'].flatMap((folder) =>
      readdirSync(join(root, 'src', folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts') && !/(?:^|\/)testing\//.test(name))
        .map((name) => join(root, 'src', folder, name)),
    );
    const readers = files
      .filter((file) => word.test(readFileSync(file, 'utf8')))
      .map((file) => relative(join(root, 'src'), file));
    const own =
      /^verifier\/(?:index|own-mistakes\.test|credit|facts\/credit|checks\/credit(?:-answer|-status)?\/[\w.-]+)\.ts$/;
    expect(readers.filter((file) => !own.test(file))).toEqual([]);
    expect(files.length).toBeGreaterThan(300);
    // It would be noticed: the module that does read it is found by the same word.
    expect(word.test("import { verifyCreditAnswer } from '../verifier/index.ts';")).toBe(true);
  });
});
