import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  allVectors,
  NO_SM3,
  type Placed,
  type Question,
  questionOf,
  takesSm3,
} from '../../conformance/files.ts';
import { differenceFrom, type Outcome } from '../../conformance/subject.ts';
import {
  bundleForBrowsers,
  HAS_CHROMIUM,
  IN_CHROMIUM,
  openChromium,
  openTab,
  servePage,
} from './chromium.ts';

const ENTRY = fileURLToPath(new URL('../../conformance/subject.ts', import.meta.url));
const AT_ONCE = 100;

type PageGlobal = Pick<typeof import('../../conformance/subject.ts'), 'judge'>;

function judgeInPage(page: Page, questions: readonly Question[]): Promise<readonly Outcome[]> {
  return page.evaluate(async (asked) => {
    const { judge } = globalThis as unknown as PageGlobal;
    const outcomes: Outcome[] = [];
    for (const question of asked) outcomes.push(await judge(question));
    return outcomes;
  }, questions);
}

/** WebCrypto has no SM3 [OA-REC-02]. */
function differencesOf(placed: Placed | undefined, outcome: Outcome): string[] {
  if (placed === undefined) return ['an answer that nobody asked for'];
  const { vector } = placed;
  const difference =
    takesSm3(vector) && outcome.code === NO_SM3 ? undefined : differenceFrom(vector, outcome);
  return difference === undefined ? [] : [`${vector.id}: ${difference}`];
}

describe.skipIf(!HAS_CHROMIUM)(IN_CHROMIUM, () => {
  let browser: Browser;
  let server: Server;
  let page: Page;

  beforeAll(async () => {
    const { code } = await bundleForBrowsers(ENTRY);
    const served = await servePage(code, 'judge');
    server = served.server;
    browser = await openChromium();
    page = await openTab(browser);
    await page.goto(served.url);
    await page.waitForFunction(() => 'judge' in globalThis);
  });

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  test('the verifier judges every vector as expected, with the functions that a browser has', async () => {
    const vectors = allVectors();
    expect(vectors.length).toBeGreaterThan(2_000);
    const differences: string[] = [];
    for (let at = 0; at < vectors.length; at += AT_ONCE) {
      const some = vectors.slice(at, at + AT_ONCE);
      const questions = some.map(({ group, vector }) => questionOf(group, vector));
      const outcomes = await judgeInPage(page, questions);
      expect(outcomes).toHaveLength(some.length);
      for (const [index, outcome] of outcomes.entries())
        differences.push(...differencesOf(some[index], outcome));
    }
    expect(differences).toEqual([]);
  });
});
