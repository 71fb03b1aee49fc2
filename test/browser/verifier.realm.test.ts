import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Judgement } from '../../src/verifier/index.ts';
import { createActors } from '../../src/verifier/testing/actors.ts';
import { buildWorld, type World } from '../../src/verifier/testing/world.ts';

const ENTRY = fileURLToPath(new URL('../../src/verifier/index.ts', import.meta.url));
/** What a page, a worker and an edge runtime have in common; no `process`, `Buffer`, `require` or `global`. */
const WEB = [
  ...['crypto', 'CryptoKey', 'TextEncoder', 'TextDecoder', 'URL', 'URLSearchParams', 'atob', 'btoa'],
  ...['ReadableStream', 'WritableStream', 'TransformStream', 'DecompressionStream', 'Blob', 'Response'],
  ...['structuredClone', 'queueMicrotask', 'setTimeout', 'clearTimeout', 'AbortController', 'AbortSignal'],
] as const;

let world: World;

beforeAll(async () => {
  world = await buildWorld(await createActors());
});

/** As a bundler of a user makes it, with nothing said but where it is to run. */
async function bundle(minify: boolean): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    minify,
    format: 'iife',
    globalName: 'openact',
    platform: 'browser',
    target: 'es2022',
  });
  return outputFiles[0]?.text ?? '';
}

/** Another realm, in which no text becomes code: what a page forbids with `script-src` without `unsafe-eval`. */
function page(code: string): (bytes: Uint8Array) => Promise<Judgement> {
  const globals = Object.fromEntries(WEB.map((name) => [name, globalThis[name]]));
  const context = createContext(globals, { codeGeneration: { strings: false, wasm: false } });
  runInContext(`globalThis.self = globalThis; ${code}; globalThis.openact = openact;`, context);
  return async (bytes) => {
    const input = { bytes: [...bytes], trustListKey: world.actors.trustList.publicJwk, now: world.now };
    const call = `(async ({ bytes, trustListKey, now }) => {
      const { facts, ...judgement } = await openact.verifyPurchase(Uint8Array.from(bytes), { trustListKey, now });
      return JSON.stringify(judgement);
    })(${JSON.stringify(input)})`;
    return JSON.parse(await runInContext(call, context)) as Judgement;
  };
}

describe.each([
  ['as it is', false],
  ['minified', true],
])('the verifier in a realm with web APIs alone, %s', (_name, minify) => {
  test('accepts a good purchase and refuses it with one byte changed', async () => {
    const judge = page(await bundle(minify));
    expect((await judge(world.bundleBytes)).verdict).toBe('accepted');
    const at = new TextDecoder().decode(world.bundleBytes).indexOf('"receipt":"') + 200;
    const flipped = new Uint8Array(world.bundleBytes);
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    expect((await judge(flipped)).verdict).toBe('refused');
  });
});
