import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Metafile } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Judgement } from '../../src/verifier/index.ts';
import { createActors } from '../../src/verifier/testing/actors.ts';
import { buildWorld, type World } from '../../src/verifier/testing/world.ts';
import {
  type Bundle,
  bundleForBrowsers,
  HAS_CHROMIUM,
  IN_CHROMIUM,
  openChromium,
  openTab,
  servePage,
} from './chromium.ts';

const ENTRY = fileURLToPath(new URL('../../src/verifier/index.ts', import.meta.url));

type PageGlobal = Pick<typeof import('../../src/verifier/index.ts'), 'verifyPurchase'>;

/** Modules that are left to the platform, or that a bundle for a browser should not hold. */
function foreignImports({ inputs, outputs }: Metafile): string[] {
  const external = Object.values(outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  const fromNode = Object.values(inputs).flatMap(({ imports }) =>
    imports.map(({ path }) => path).filter((path) => path.startsWith('node:')),
  );
  const roles = Object.keys(inputs).filter((path) =>
    /src\/(http|store|issuer|merchant|agent|trust)\//.test(path),
  );
  return [...external, ...fromNode, ...roles];
}

/** Judges in the page and brings back what can be carried over. */
async function judgeInPage(page: Page, world: World, bytes: Uint8Array): Promise<Judgement> {
  const input = { bytes: [...bytes], trustListKey: world.actors.trustList.publicJwk, now: world.now };
  return page.evaluate(async ({ bytes: numbers, trustListKey, now }) => {
    const { verifyPurchase } = globalThis as unknown as PageGlobal;
    const { facts: _facts, ...judgement } = await verifyPurchase(Uint8Array.from(numbers), {
      trustListKey,
      now,
    });
    return judgement;
  }, input);
}

describe('the verifier for browsers', () => {
  let bundle: Bundle;
  let world: World;
  beforeAll(async () => {
    bundle = await bundleForBrowsers(ENTRY);
    world = await buildWorld(await createActors());
  });

  test('needs nothing of Node and nothing of a server', () => {
    expect(bundle.code.length).toBeGreaterThan(0);
    expect(foreignImports(bundle.meta)).toEqual([]);
  });

  test('leaves out what makes certificates: who verifies makes none', () => {
    const used = Object.values(bundle.meta.outputs)
      .flatMap(({ inputs }) => Object.entries(inputs))
      .filter(([, { bytesInOutput }]) => bytesInOutput > 0);
    expect(used.some(([path]) => path.endsWith('src/protocol/x509/validate.ts'))).toBe(true);
    expect(used.filter(([path]) => path.includes('@peculiar'))).toEqual([]);
  });

  describe.skipIf(!HAS_CHROMIUM)(IN_CHROMIUM, () => {
    let browser: Browser | undefined;
    let server: Server | undefined;

    afterAll(async () => {
      await browser?.close();
      server?.close();
    });

    async function openPage(): Promise<Page> {
      const served = await servePage(bundle.code, 'verifyPurchase');
      server = served.server;
      browser = await openChromium();
      const page = await openTab(browser);
      await page.goto(served.url);
      await page.waitForFunction(() => 'verifyPurchase' in globalThis);
      return page;
    }

    test('accepts a good purchase and refuses it with one byte changed', async () => {
      const page = await openPage();
      const good = await judgeInPage(page, world, world.bundleBytes);
      expect(good.refusal).toBeUndefined();
      expect(good.verdict).toBe('accepted');
      expect(good.obligations.map(({ obligation }) => obligation)).toContain('payment_time');

      const at = new TextDecoder().decode(world.bundleBytes).indexOf('"receipt":"') + 200;
      const flipped = new Uint8Array(world.bundleBytes);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      const refused = await judgeInPage(page, world, flipped);
      expect(refused.verdict).toBe('refused');
      expect(refused.refusal?.code).toEqual(expect.any(String));

      expect((await judgeInPage(page, world, world.bundleBytes)).verdict).toBe('accepted');
    });
  });
});
