import { readdir } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import type { Code } from '../../../protocol/errors/index.ts';
import type { CreditAnswerClaims } from '../../../protocol/generated/types.ts';
import { signMessage } from '../../../protocol/messages/index.ts';
import type { Check } from '../../check.ts';
import { type ExpectedCreditAnswer, verifyCreditAnswer } from '../../index.ts';
import { createActors, IDS, WORLD_NOW } from '../../testing/actors.ts';
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

const EXPECTED: ExpectedCreditAnswer = {
  service: CREDIT.service,
  audience: IDS.merchant,
  request_id: 'crq-1',
  agent_id: IDS.agent,
  purpose: 'MERCHANT_RISK_REFERENCE',
  level: 'ASSOCIATED_CREDIT',
};

interface Spoilt {
  readonly expected?: Partial<ExpectedCreditAnswer>;
  readonly forged?: boolean;
  readonly now?: number;
  readonly firstLevel?: boolean;
  /** Signed by another listed service, in its own name. */
  readonly otherService?: boolean;
}

async function judge({ expected = {}, now = WORLD_NOW, ...spoilt }: Spoilt) {
  const { service, otherService, forger } = world.credit;
  const { mapped_value, mapping_policy, usage_bound, credit_source, assertion_valid, ...bare } = world.answer;
  const told: CreditAnswerClaims = spoilt.firstLevel
    ? { ...bare, completed_level: 'CREDENTIAL' }
    : world.answer;
  const claims = spoilt.otherService ? { ...told, iss: CREDIT.otherService } : told;
  const named = (spoilt.otherService ? otherService : service).signer;
  const compact = await signMessage(
    'creditAnswer',
    claims,
    spoilt.forged ? posingAs(service, forger) : named,
  );
  const { trustList } = world;
  return verifyCreditAnswer(compact, { trustList, now, expected: { ...EXPECTED, ...expected } });
}

// TSD-CRD-AUTH-23: what was answered to one relying party for one purpose serves nobody and nothing else.
const ROWS: readonly (readonly [string, Code, Spoilt])[] = [
  ['signature', 'credit_answer_signature_invalid', { forged: true }],
  ['asked', 'credit_answer_mismatch', { otherService: true }],
  ['addressed', 'credit_answer_mismatch', { expected: { audience: IDS.otherMerchant } }],
  ['addressed', 'credit_answer_mismatch', { expected: { request_id: 'crq-2' } }],
  ['addressed', 'credit_answer_mismatch', { expected: { agent_id: IDS.otherAgent } }],
  ['purpose', 'credit_answer_purpose_mismatch', { expected: { purpose: 'MARKETING' } }],
  ['current', 'credit_answer_expired', { now: WORLD_NOW + 300 }],
  ['current', 'credit_answer_expired', { now: WORLD_NOW - 61 }],
  ['level', 'credit_answer_level_mismatch', { firstLevel: true }],
];

test.each(ROWS)('%s refuses with %s: %j', async (file, code, spoilt) => {
  const check = (await import(new URL(`${file}.ts`, import.meta.url).href)).check as Check<never>;
  expect((await judge({ now: WORLD_NOW + 299 })).verdict).toBe('accepted');
  expect((await judge(spoilt)).refusal).toMatchObject({ code, requirement: check.requirement });
  expect((await without(check, () => judge(spoilt))).verdict).toBe('accepted');
});

// OA-CRD-23
test('an answer of another listed service serves who has asked that one', async () => {
  const judged = await judge({ otherService: true, expected: { service: CREDIT.otherService } });
  expect(judged.refusal).toBeUndefined();
});

test('an answer of the first level serves who has asked for no more', async () => {
  const judged = await judge({ firstLevel: true, expected: { level: 'CREDENTIAL' } });
  expect(judged.refusal).toBeUndefined();
});

test('each check of the folder has a row', async () => {
  const names = await readdir(new URL('.', import.meta.url));
  const files = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  expect(new Set(ROWS.map(([file]) => `${file}.ts`))).toEqual(new Set(files));
});
