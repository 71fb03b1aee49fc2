import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build, type Metafile } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';

const PROGRAM = '/usr/bin/chromium';
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

/** Where there is no browser its tests are reported as skipped, never as passed. */
export const HAS_CHROMIUM = existsSync(PROGRAM);
export const IN_CHROMIUM = `in Chromium (skipped where ${PROGRAM} is not installed)`;

export async function openChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: PROGRAM, args: ARGS, timeout: PATIENCE_MILLISECONDS });
}

export async function openTab(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MILLISECONDS);
  return page;
}

export interface Bundle {
  readonly code: string;
  readonly meta: Metafile;
}

/** A module as a web application bundles it. */
export async function bundleForBrowsers(entry: string): Promise<Bundle> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2024',
  });
  return { code: result.outputFiles[0]?.text ?? '', meta: result.metafile };
}

/** Serves a page that imports the module, and makes what it exports by this name a global. */
export async function servePage(code: string, exported: string): Promise<{ server: Server; url: string }> {
  const html = `<!doctype html><meta charset="utf-8"><title>Verifier</title>
<script type="module">
  import { ${exported} } from '/module.js';
  globalThis.${exported} = ${exported};
</script>`;
  const server = createServer((request, response) => {
    const isModule = request.url === '/module.js';
    response.setHeader('content-type', isModule ? 'text/javascript; charset=utf-8' : 'text/html');
    response.end(isModule ? code : html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
