/** Credit is a reference. It changes no mandate, no limit and no check of a payment. @see TSD-CRD-VER-03, TSD-CRD-MAP-12 */
import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { signMessage } from '../../src/protocol/messages/index.ts';
import { type Judgement, verifyPurchase } from '../../src/verifier/index.ts';
import { type Actors, createActors, WORLD_NOW } from '../../src/verifier/testing/actors.ts';
import { buildCreditWorld, createCreditActors } from '../../src/verifier/testing/credit-world.ts';
import { buildWorld, type Changes } from '../../src/verifier/testing/world.ts';

const src = fileURLToPath(new URL('../../src', import.meta.url));

/** Every module that a file of src leads to. */
function reachedFrom(...entries: readonly string[]): string[] {
  const seen = new Set<string>();
  const open = entries.map((entry) => join(src, entry));
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = readFileSync(file, 'utf8');
    const targets = [...text.matchAll(/(?:from|import)\s+'(\.[^']+\.ts)'/g)].map(([, target = '']) => target);
    open.push(...targets.map((target) => resolve(dirname(file as string), target)));
  }
  return [...seen].map((file) => relative(src, file));
}

const aboutCredit = (files: readonly string[]): string[] =>
  files.filter((file) => /credit/.test(file) && !/errors\/|^protocol\/credit\/|generated/.test(file));

describe('TSD-CRD-VER-03 what decides on payments', () => {
  const deciding = ['purchase', 'instant-purchase', 'payment-request', 'mandate', 'receipt', 'delegation'];

  test.each(deciding)('verifier/%s.ts leads to nothing about credit', (name) => {
    const reached = reachedFrom(`verifier/${name}.ts`);
    expect(reached.length).toBeGreaterThan(10);
    expect(aboutCredit(reached)).toEqual([]);
  });

  test('what is looked for is there to be found', () => {
    expect(aboutCredit(reachedFrom('verifier/credit.ts')).length).toBeGreaterThan(30);
  });
});

describe('TSD-CRD-VER-03 a purchase with a pass of the agent’s credit beside it', () => {
  let actors: Actors;
  let answer: string;
  beforeAll(async () => {
    actors = await createActors();
    const world = await buildCreditWorld(actors, await createCreditActors(actors));
    answer = await signMessage('creditAnswer', world.answer, world.credit.service.signer);
  });

  async function judge(changes: Changes, credit: object | undefined): Promise<Judgement> {
    const carrying: Changes =
      credit === undefined
        ? changes
        : {
            ...changes,
            iac(draft) {
              changes.iac?.(draft);
              Object.assign(draft, { ext: { ...draft.ext, vendor_private: credit } });
            },
            intent(draft) {
              changes.intent?.(draft);
              Object.assign(draft, { ext: { ...draft.ext, vendor_private: credit } });
            },
          };
    const world = await buildWorld(actors, carrying);
    return verifyPurchase(world.bundleBytes, { trustListKey: actors.trustList.publicJwk, now: WORLD_NOW });
  }

  const linesOf = ({ lines }: Judgement) => lines.map(({ check, outcome, code }) => [check, outcome, code]);

  const purchases: readonly (readonly [string, Changes, string | undefined])[] = [
    ['a good one', {}, undefined],
    [
      'one over the single limit',
      {
        iac(draft) {
          if (draft.ext?.commerce) draft.ext.commerce.max_single_amount = 549.99;
        },
      },
      'amount_over_single_limit',
    ],
    ['one under a revoked mandate', { statuses: { 5: 1 } }, 'mandate_revoked'],
  ];

  test.each(purchases)('%s is judged line by line as it is without', async (_what, changes, code) => {
    const without = await judge(changes, undefined);
    expect(without.refusal?.code).toBe(code);
    const beside = await judge(changes, { credit_answer: answer, usage_bound: '2000.00' });
    expect(linesOf(beside)).toEqual(linesOf(without));
    expect(beside.obligations).toEqual(without.obligations);
    expect(beside.refusal?.code).toBe(code);
  });

  test('as a constraint of the mandate it is one that nobody knows: refused', async () => {
    const judged = await judge(
      {
        iac(draft) {
          Object.assign(draft, { ext: { ...draft.ext, openact: { ...draft.ext?.openact, credit: answer } } });
        },
      },
      undefined,
    );
    expect(judged.refusal?.code).toBe('mandate_extension_unknown');
    expect((await judge({}, undefined)).verdict).toBe('accepted');
  });
});
