import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { addressesFrom, railShop } from '../../demo/plan.ts';
import { createAgentApp } from '../../src/agent/index.ts';
import { createAgentWorld } from '../../src/agent/testing/world.ts';
import { createLogger } from '../../src/http/index.ts';
import { createOperatorApp } from '../../src/issuer/operator/index.ts';
import { createTestWorld } from '../../src/issuer/testing/world.ts';
import { createMerchantWorld } from '../../src/merchant/testing/world.ts';
import { createCreditServiceWorld } from '../../src/trust/credit/testing/world.ts';

interface Closable {
  close(): Promise<void>;
}

const log = createLogger('test', 'silent');

async function withAgent(): Promise<[Hono, Closable]> {
  const world = await createAgentWorld();
  return [createAgentApp(world.agent, { log, trace: () => undefined }), world];
}

async function withIssuer(): Promise<[Hono, Closable]> {
  const world = await createTestWorld({ withPsp: true });
  return [world.issuer.app, world];
}

async function withOperator(): Promise<[Hono, Closable]> {
  const world = await createTestWorld({ withPsp: true });
  const { psp } = world.issuer;
  if (psp === undefined) throw new Error('no payment service');
  return [createOperatorApp({ token: 'of nobody', psp, log }), world];
}

async function withMerchant(): Promise<[Hono, Closable]> {
  const world = await createMerchantWorld();
  return [world.merchant.app, world];
}

async function withTrust(): Promise<[Hono, Closable]> {
  const world = await createCreditServiceWorld();
  return [world.app, world];
}

function routesOf(app: Hono): Set<string> {
  const routes = app.routes.filter(({ method }) => method !== 'ALL');
  return new Set(
    routes.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)(?:\{[^}]*\})?/g, '{$1}')}`),
  );
}

interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, object>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

/** Of the OpenAPI Initiative: what a document of OpenAPI 3.1 looks like. */
const isOpenApi = (() => {
  const ajv = new Ajv2020({ strict: false, formats: { 'media-range': true } });
  addFormats.default(ajv);
  const schema = readFileSync(new URL('oas-3.1.schema.json', import.meta.url), 'utf8');
  return ajv.compile(JSON.parse(schema) as object);
})();

/** Every value of every `enum` below. */
function allowedValues(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, member]) =>
    name === 'enum' && Array.isArray(member) ? member.map(String) : allowedValues(member),
  );
}

// OA-HTTP-24
describe.each([
  ['issuer', withIssuer],
  ['operator of a payment service', withOperator],
  ['merchant', withMerchant],
  ['agent', withAgent],
  ['trust', withTrust],
] as const)('GET /openapi.json of the %s', (_role, open) => {
  test('describes every call there is, and none that there is not', async () => {
    const [app, world] = await open();
    try {
      const answer = await app.request('http://127.0.0.1/openapi.json');
      expect(answer.status).toBe(200);
      const { paths, openapi } = (await answer.json()) as Description;
      expect(openapi).toBe('3.1.0');
      const described = Object.entries(paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
      );
      expect(new Set(described)).toEqual(routesOf(app));
    } finally {
      await world.close();
    }
  });

  test('is a document of OpenAPI 3.1, by its own schema', async () => {
    const [app, world] = await open();
    try {
      const document = await (await app.request('http://127.0.0.1/openapi.json')).json();
      isOpenApi(document);
      expect(isOpenApi.errors).toBeNull();
      const { info: _, ...nameless } = document as object & { readonly info: object };
      expect(isOpenApi(nameless)).toBe(false);
    } finally {
      await world.close();
    }
  });

  test('lists of allowed values hold values, and no name of a schema', async () => {
    const [app, world] = await open();
    try {
      const document = (await (await app.request('http://127.0.0.1/openapi.json')).json()) as Description;
      const names = new Set(Object.keys(document.components.schemas));
      const values = allowedValues(document.paths);
      expect(values.filter((value) => names.has(value))).toEqual([]);
    } finally {
      await world.close();
    }
  });

  test('carries every schema it refers to', async () => {
    const [app, world] = await open();
    try {
      const answer = await app.request('http://127.0.0.1/openapi.json');
      const document = (await answer.json()) as Description;
      const ajv = new Ajv2020({ strict: false });
      ajv.addSchema(document, 'role');
      const names = Object.keys(document.components.schemas);
      expect(names).toContain('Problem');
      for (const name of names) ajv.compile({ $ref: `role#/components/schemas/${name}` });
    } finally {
      await world.close();
    }
  });
});

test('the schema of a method that a merchant names (method_schema_url) stands in the description of its payment service', async () => {
  const [app, world] = await withIssuer();
  try {
    const { methods } = railShop(addressesFrom(4310), '2026-01-20T08:00:00Z');
    const address = new URL(methods[0]?.psps[0]?.method_schema_url ?? '');
    const document = await (await app.request(`http://127.0.0.1${address.pathname}`)).json();
    const ajv = new Ajv2020({ strict: false });
    ajv.addSchema(document as object, 'role');
    const judge = ajv.compile({ $ref: `role${address.hash}` });
    const example = readFileSync(
      new URL('../../schemas/examples/http/payment/valid.json', import.meta.url),
      'utf8',
    );
    expect(judge(JSON.parse(example))).toBe(true);
    expect(judge({})).toBe(false);
  } finally {
    await world.close();
  }
});
