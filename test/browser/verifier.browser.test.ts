import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Judgement } from '../../src/verifier/index.ts';
import { createActors } from '../../src/verifier/testing/actors.ts';
import { buildWorld, type World } from '../../src/verifier/testing/world.ts';

const CHROMIUM = '/usr/bin/chromium';
/** A browser takes its time on a busy machine. */
const PATIENCE_MILLISECONDS = 300_000;
const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const ENTRY = fileURLToPath(new URL('../../src/verifier/index.ts', import.meta.url));
/** The page imports the module as a web application would. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>Verifier</title>
<script type="module">
  import { verifyPurchase } from '/verifier.js';
  globalThis.verifyPurchase = verifyPurchase;
</script>`;

type PageGlobal = Pick<typeof import('../../src/verifier/index.ts'), 'verifyPurchase'>;

interface Bundle {
  readonly code: string;
  readonly meta: Metafile;
}

async function bundleVerifier(): Promise<Bundle> {
  const result = await build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2024',
  });
  return { code: result.outputFiles[0]?.text ?? '', meta: result.metafile };
}

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

async function serve(code: string): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const isModule = request.url === '/verifier.js';
    response.setHeader('content-type', isModule ? 'text/javascript' : 'text/html');
    response.end(isModule ? code : PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
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
    bundle = await bundleVerifier();
    world = await buildWorld(await createActors());
  });

  test('needs nothing of Node and nothing of a server', () => {
    expect(bundle.code.length).toBeGreaterThan(0);
    expect(foreignImports(bundle.meta)).toEqual([]);
  });

  // Where there is no browser this is reported as skipped, never as passed.
  describe.skipIf(!existsSync(CHROMIUM))(`in Chromium (skipped where ${CHROMIUM} is not installed)`, () => {
    let browser: Browser | undefined;
    let server: Server | undefined;

    afterAll(async () => {
      await browser?.close();
      server?.close();
    });

    async function openPage(): Promise<Page> {
      const served = await serve(bundle.code);
      server = served.server;
      browser = await chromium.launch({
        executablePath: CHROMIUM,
        args: ARGS,
        timeout: PATIENCE_MILLISECONDS,
      });
      const page = await browser.newPage();
      page.setDefaultTimeout(PATIENCE_MILLISECONDS);
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
