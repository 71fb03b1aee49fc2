import { beforeAll, describe, expect, test } from 'vitest';
import { createActors } from '../../verifier/testing/actors.ts';
import {
  buildCreditWorld,
  type CreditWorld,
  createCreditActors,
} from '../../verifier/testing/credit-world.ts';
import { codes } from '../errors/index.ts';
import type { CreditAssociation, CreditCredential, CreditReason } from '../generated/types.ts';
import {
  creditReasonOf,
  creditResultOf,
  REASON_CODE,
  verifyInnerSignature,
  verifyOuterSignature,
} from './index.ts';

let world: CreditWorld;
beforeAll(async () => {
  const actors = await createActors();
  world = await buildCreditWorld(actors, await createCreditActors(actors));
});

const CHANGED: { readonly [M in keyof CreditAssociation]-?: CreditAssociation[M] } = {
  application_id: 'app-2',
  nonce: 'cap-2',
  agent_id: 'did:act:assistant.example/agent-9',
  subject_id: 'did:act:credit.example/subject-9',
  role: 'DEVELOPER',
  issuer: 'did:act:credit.example/other',
  relationship_evidence: [{ ref: 'evidence-2', digest: 'A'.repeat(43) }],
  statement: 'Anything.',
  confirmation_method: 'ATTESTED_CONFIRMATION',
  authorization_modes: ['PER_REQUEST'],
  revocation_method: 'SERVICE_REQUEST',
  subject_assertion_ref: 'cas-2',
  mapped_value: { level: 'AAA' },
  credit_source: 'ASSOCIATED_CREDIT',
  mapping_policy: { id: 'level-mapping', version: '1.1' },
  usage_bound: { max_amount: '2000.01', currency: 'CNY' },
  purposes: ['MARKETING'],
  scope: { transaction_types: ['any'] },
  valid_from: '2026-11-01T00:00:00Z',
  valid_until: '2027-11-01T00:00:00Z',
};
const MEMBERS = (Object.keys(CHANGED) as (keyof CreditAssociation)[]).filter(
  (name) => name !== 'credit_source',
);

async function holding(credential: CreditCredential): Promise<string> {
  const { publicJwk } = world.credit.service;
  const inner = await verifyInnerSignature(credential);
  const outer = await verifyOuterSignature(credential, publicJwk);
  return `inner ${inner}, outer ${outer}`;
}

describe('TSD-CRD-ASC-36, TSD-CRD-ASC-37, TSD-CRD-ASC-38 what the two signatures cover', () => {
  test.each(MEMBERS)('both: association.%s', async (member) => {
    expect(await holding(world.credential)).toBe('inner true, outer true');
    const association = { ...world.association, [member]: CHANGED[member] };
    expect(await holding({ ...world.credential, association })).toBe('inner false, outer false');
  });

  test('the outer one alone: id, version, time of issue, the subject’s signature and key', async () => {
    const { credential } = world;
    const { subject_signature } = credential;
    if (subject_signature === undefined) throw new Error('signed directly');
    const only = { issued_at: '2026-11-01T00:00:00Z', credential_id: 'crd-2' };
    for (const [name, value] of Object.entries(only)) {
      expect(await holding({ ...credential, [name]: value })).toBe('inner true, outer false');
    }
    const version = { ...credential, version: '2' } as unknown as CreditCredential;
    expect(await holding(version)).toBe('inner true, outer false');
    const key = { ...credential, subject_key: world.credit.service.publicJwk } as CreditCredential;
    expect(await holding(key)).toBe('inner false, outer false');
    const flipped = `${subject_signature.value.startsWith('A') ? 'B' : 'A'}${subject_signature.value.slice(1)}`;
    const signature = { ...subject_signature, value: flipped };
    expect(await holding({ ...credential, subject_signature: signature })).toBe('inner false, outer false');
  });

  test('neither: status query, predecessor, and which certificates the outer one comes with', async () => {
    const { credential } = world;
    const changes: Partial<CreditCredential>[] = [
      { status_query: { uri: 'https://moved.example/status' } },
      { predecessor: 'crd-0' },
      { issuer_signature: { ...credential.issuer_signature, x5c: ['AAAA'] } },
    ];
    for (const change of changes) {
      expect(await holding({ ...credential, ...change })).toBe('inner true, outer true');
    }
  });

  test('the algorithm is outside and still cannot be another: the key has one', async () => {
    const { issuer_signature } = world.credential;
    const other = { ...issuer_signature, algorithm: 'Ed25519' } as const;
    const changed = { ...world.credential, issuer_signature: other };
    expect(await verifyOuterSignature(changed, world.credit.service.publicJwk)).toBe(false);
    expect(await verifyOuterSignature(world.credential, world.credit.service.publicJwk)).toBe(true);
  });
});

// OA-CRD-15, TSD-CRD-VER-36, TSD-CRD-VER-37
describe('the eighteen reasons', () => {
  const reasons = ['VERIFIED', ...Object.keys(REASON_CODE)] as CreditReason[];

  test('each has a code of its own, and the code leads back', () => {
    expect(new Set(reasons).size).toBe(18);
    for (const [reason, code] of Object.entries(REASON_CODE)) expect(creditReasonOf(code)).toBe(reason);
    expect(new Set(Object.values(REASON_CODE)).size).toBe(17);
    expect(Object.values(REASON_CODE).every((code) => code in codes)).toBe(true);
  });

  test('only VERIFIED passes', () => {
    const results = reasons.map((reason) => [reason, creditResultOf(reason)] as const);
    const of = (wanted: string) =>
      results.filter(([, result]) => result === wanted).map(([reason]) => reason);
    expect(of('PASS')).toEqual(['VERIFIED']);
    expect(of('REVIEW_REQUIRED')).toEqual(['REVIEW_REQUIRED']);
    expect(new Set(of('INCONCLUSIVE'))).toEqual(new Set(['CREDIT_ASSERTION_UNAVAILABLE', 'INCONCLUSIVE']));
    expect(of('FAIL')).toHaveLength(14);
  });
});
