import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { useNodeCrypto } from '../src/http/index.ts';
import { isFree, RULES } from './free/index.ts';
import { fuzz } from './run.ts';
import { everyTarget } from './targets.ts';
import { goodQuestions } from './verifier/corpus.ts';

const BUDGET = 10_000;
const TIMEOUT_MILLISECONDS = 1_800_000;
const root = fileURLToPath(new URL('..', import.meta.url));

test('nobody takes a spoilt message, and no server answers 5xx', {
  timeout: TIMEOUT_MILLISECONDS,
}, async () => {
  // One seed for everybody: a fresh one each time is what `npm run fuzz` is for, and what it finds is looked at first.
  const seed = Number(process.env.OPENACT_FUZZ_SEED ?? 20_260_811);
  console.info(`fuzz seed ${seed}, ${BUDGET} mutants`);
  useNodeCrypto();
  const targets = everyTarget();
  const report = await fuzz({ seed, budget: BUDGET, targets });
  for (const target of targets) await target.close();
  expect(report.findings.map(({ finding, again }) => `${finding} ${again}`)).toEqual([]);
  expect(report.mutants).toBe(BUDGET);
  // Every target took part, and most of what it took had to be refused.
  const answers = [...report.counts.values()].flatMap((kinds) =>
    [...kinds.values()].flatMap((one) => [...one]),
  );
  const refused = answers.filter(([answer]) => answer.startsWith('refused'));
  expect(refused.reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThan(BUDGET / 2);
});

/** In a process of its own: the hook that takes the check out has to stand before src is loaded. */
function without(
  requirement: string,
  ...flags: readonly string[]
): { status: number | null; output: string } {
  const args = ['--import', './conformance/self/remove-check.ts', './fuzz/main.ts', '--short', ...flags];
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, OPENACT_MUTANT: requirement },
  });
  return { status, output: stdout };
}

test.each([
  ['PSD-PAY-DEL-07', 'verify_mandate mandate'],
  ['OA-QUO-07', 'verify_quote quote'],
  ['OA-REQ-04', 'verify_payment_request'],
])('it finds a check that is missing: %s', { timeout: TIMEOUT_MILLISECONDS }, (requirement, target) => {
  const { status, output } = without(requirement, '--target', 'verifier', '--budget', '8000', '--seed', '1');
  expect(output).toContain(`FOUND ${target}`);
  expect(status).toBe(1);
  const again = /npm run fuzz -- (--seed \d+ --only \w+:\d+)/.exec(output)?.[1] ?? '';
  expect(without(requirement, ...again.split(' '))).toMatchObject({ status: 1 });
});

test('every rule of what is free has its reason', () => {
  expect(RULES.length).toBeGreaterThan(50);
  expect(RULES.filter(({ why }) => why.length < 4)).toEqual([]);
});

test.each([
  ['verify_payment_request', 'payment_request'],
  ['verify_quote', 'quote'],
])('money is the same with other decimals, and no other money is: %s', (operation, message) => {
  const good = goodQuestions().find(({ question }) => question.operation === operation);
  const site = good?.sites.find((one) => one.kind === 'token' && one.message === message);
  if (good === undefined || site?.kind !== 'token') throw new Error(`no ${message} is good`);
  const { payload } = site;
  const isFreeAs = (amount: string) =>
    isFree(good.question, site.message, payload, {
      path: ['amount'],
      value: amount,
      text: JSON.stringify({ ...payload, amount }),
    });
  expect(payload.amount).toBe('553.50');
  expect(['553.5', '553.51', '553', '553.500'].map(isFreeAs)).toEqual([true, false, false, false]);
});

test('a mandate that leaves its agent less alone is narrower, and one that leaves it more alone is not', () => {
  const id = 'intent-selection/ADD-IAC-ISS-04/the-autonomy-level-of-the-intent';
  const good = goodQuestions().find((one) => one.id === id);
  const iac = good?.question.input.iac as { readonly ext: { readonly openact: object } } | undefined;
  if (good === undefined || iac === undefined) throw new Error(`no ${id}`);
  const isFreeAs = (level: string) =>
    isFree(good.question, 'iac', iac as never, {
      path: ['ext', 'openact', 'autonomy_level'],
      value: level,
      text: JSON.stringify({
        ...iac,
        ext: { ...iac.ext, openact: { ...iac.ext.openact, autonomy_level: level } },
      }),
    });
  expect(iac.ext.openact).toMatchObject({ autonomy_level: 'a2p2:L3' });
  expect(['a2p2:L0', 'a2p2:L3', 'a2p2:L4', 'a2p2:L'].map(isFreeAs)).toEqual([true, true, false, false]);
});
