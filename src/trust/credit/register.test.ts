import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CreditRegister } from '../../protocol/generated/types.ts';
import { generateKeyPair } from '../../protocol/jws/index.ts';
import type { CreditSources } from './ports.ts';
import { registerSources } from './register.ts';

const SUBJECT = 'did:act:credit.example/subject-1';
const AGENT = 'did:act:assistant.example/agent-007';
const EVIDENCE: [{ ref: string; digest: string }] = [{ ref: 'contract-1', digest: 'A'.repeat(43) }];
const BOUND = { max_amount: '2000.00', currency: 'CNY' };

let folder: string;
let path: string;
let register: CreditRegister;
let sources: CreditSources;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'openact-register-'));
  path = join(folder, 'register.json');
  const { publicJwk } = await generateKeyPair('ES256');
  register = {
    version: '1',
    subjects: [{ id: SUBJECT, jwk: { ...publicJwk } }],
    relationships: [{ subject: SUBJECT, agent: AGENT, roles: ['OPERATOR'], evidence: EVIDENCE }],
    assertions: [
      {
        ...{ id: 'cas-1', version: '1', subject: SUBJECT, state: 'VALID', level: 'A' },
        ...{ issued_at: '2026-01-01T00:00:00Z', valid_until: '2027-01-01T00:00:00Z' },
      },
    ],
    rules: [
      { id: 'levels', version: '1.0', levels: { A: 'A-ASSOCIATED' }, bound: BOUND },
      { id: 'levels', version: '1.1', levels: { A: 'A2-ASSOCIATED' }, bound: BOUND },
    ],
  };
  sources = registerSources(path);
  await write({});
});
afterAll(() => rm(folder, { recursive: true }));

const write = (change: Partial<CreditRegister>) =>
  writeFile(path, JSON.stringify({ ...register, ...change }));
const claim = { subject: SUBJECT, agent: AGENT, role: 'OPERATOR', evidence: EVIDENCE } as const;

describe('a register in a file', () => {
  test('knows subjects, and evidence by its digest, agent and role', async () => {
    expect(await sources.subjectKey(SUBJECT)).toMatchObject({ kty: 'EC' });
    expect(await sources.subjectKey(AGENT)).toBeUndefined();
    expect(await sources.evidenced(claim)).toBe(true);
    expect(await sources.evidenced({ ...claim, role: 'CONTROLLER' })).toBe(false);
    expect(await sources.evidenced({ ...claim, agent: SUBJECT })).toBe(false);
    const digest = `B${'A'.repeat(42)}`;
    expect(await sources.evidenced({ ...claim, evidence: [{ ref: 'contract-1', digest }] })).toBe(false);
  });

  test('maps by the last rule, and values of the others can still be used', async () => {
    const mapped = await sources.map('cas-1', claim, []);
    expect(mapped).toEqual({
      rule_digest: expect.stringMatching(/^[\w-]{43}$/),
      mapped_value: { level: 'A2-ASSOCIATED' },
      mapping_policy: { id: 'levels', version: '1.1' },
      usage_bound: BOUND,
    });
    expect(await sources.supports({ id: 'levels', version: '1.0' })).toBe(true);
    expect(await sources.supports({ id: 'levels', version: '0.9' })).toBe(false);
    expect((await sources.map('cas-2', claim, [])).mapped_value).toEqual({});
  });

  test('TSD-CRD-MAP-06 with two rules under one name and version maps nothing, and with two versions of one it does', async () => {
    const [first, last] = register.rules;
    if (first === undefined || last === undefined) throw new Error('two rules');
    const twice = { ...last, bound: { ...BOUND, max_amount: '1.00' } };
    await write({ rules: [first, twice, last] });
    await expect(sources.map('cas-1', claim, [])).rejects.toMatchObject({ code: 'credit_inconclusive' });
    await expect(sources.supports({ id: 'levels', version: '1.1' })).rejects.toMatchObject({
      code: 'credit_inconclusive',
    });
    await write({});
    expect((await sources.map('cas-1', claim, [])).mapping_policy).toEqual({ id: 'levels', version: '1.1' });
    await write({ rules: [first, { ...last, id: 'ranges', version: '1.0' }] });
    expect((await sources.map('cas-1', claim, [])).mapping_policy).toEqual({ id: 'ranges', version: '1.0' });
    await write({});
  });

  test('notices a change, and concludes nothing from a file that cannot be read', async () => {
    expect(await sources.assertion('cas-1')).toMatchObject({ valid: true, subject: SUBJECT });
    const [first] = register.assertions;
    if (first === undefined) throw new Error('one assertion');
    await write({ assertions: [{ ...first, state: 'CORRECTED' }] });
    expect(await sources.assertion('cas-1')).toMatchObject({ valid: false });
    expect(await sources.assertion('cas-2')).toBeUndefined();
    await writeFile(path, '{');
    await expect(sources.assertion('cas-1')).rejects.toMatchObject({ code: 'credit_inconclusive' });
    await write({});
    expect(await sources.assertion('cas-1')).toMatchObject({ valid: true });
  });
});
