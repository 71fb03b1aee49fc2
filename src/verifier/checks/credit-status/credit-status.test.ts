import { readdir } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import type { Code } from '../../../protocol/errors/index.ts';
import type { CreditStatusClaims } from '../../../protocol/generated/types.ts';
import { signMessage } from '../../../protocol/messages/index.ts';
import { formatUtcSeconds } from '../../../protocol/time/index.ts';
import type { Check } from '../../check.ts';
import { type ExpectedCreditStatus, verifyCreditStatus } from '../../index.ts';
import { createActors, WORLD_NOW } from '../../testing/actors.ts';
import { without } from '../../testing/cases.ts';
import { posingAs } from '../../testing/changes.ts';
import {
  buildCreditWorld,
  CREDIT,
  type CreditWorld,
  createCreditActors,
} from '../../testing/credit-world.ts';

let world: CreditWorld;
beforeAll(async () => {
  const actors = await createActors();
  world = await buildCreditWorld(actors, await createCreditActors(actors));
});

interface Spoilt {
  readonly expected?: Partial<ExpectedCreditStatus>;
  readonly claims?: Partial<CreditStatusClaims>;
  readonly forged?: boolean;
  readonly now?: number;
}

async function judge({ expected = {}, claims = {}, forged = false, now = WORLD_NOW }: Spoilt) {
  const { service, forger } = world.credit;
  const { credential_id, association } = world.credential;
  const status: CreditStatusClaims = {
    iss: CREDIT.service,
    iat: WORLD_NOW,
    exp: WORLD_NOW + 60,
    ...{ credential_id, status: 'ACTIVE', cause: 'ISSUED', status_version: 2 },
    effective_at: formatUtcSeconds(WORLD_NOW - 60),
    ...claims,
  };
  const signer = forged ? posingAs(service, forger) : service.signer;
  const { trustList } = world;
  const of = { credential_id, issuer: association.issuer, ...expected };
  return verifyCreditStatus(await signMessage('creditStatus', status, signer), {
    trustList,
    now,
    expected: of,
  });
}

// TSD-CRD-LCM-03, OA-CRD-20, OA-CRD-21
const ROWS: readonly (readonly [string, Code, Spoilt])[] = [
  ['signature', 'credit_proof_invalid', { forged: true }],
  ['about', 'credit_proof_invalid', { expected: { credential_id: 'crd-2' } }],
  ['about', 'credit_proof_invalid', { expected: { issuer: 'did:act:other.example/credit' } }],
  ['current', 'credit_inconclusive', { now: WORLD_NOW + 60 }],
  ['current', 'credit_inconclusive', { now: WORLD_NOW - 61 }],
];

test.each(ROWS)('%s refuses with %s: %j', async (file, code, spoilt) => {
  const check = (await import(new URL(`${file}.ts`, import.meta.url).href)).check as Check<never>;
  expect((await judge({ now: WORLD_NOW + 59 })).verdict).toBe('accepted');
  expect((await judge(spoilt)).refusal).toMatchObject({ code, requirement: check.requirement });
  expect((await without(check, () => judge(spoilt))).verdict).toBe('accepted');
});

test('a state that is not ACTIVE is as genuine as another, and says what it is', async () => {
  const judged = await judge({ claims: { status: 'REVOKED', cause: 'SUBJECT_REQUEST' } });
  expect(judged.verdict === 'accepted' && judged.facts.claims.status).toBe('REVOKED');
});

test('each check of the folder has a row', async () => {
  const names = await readdir(new URL('.', import.meta.url));
  const files = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  expect(new Set(ROWS.map(([file]) => `${file}.ts`))).toEqual(new Set(files));
});
