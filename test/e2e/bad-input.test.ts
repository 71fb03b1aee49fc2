import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWorld, type World } from '../../demo/world.ts';
import { validateProblem } from '../../src/protocol/generated/validators.js';
import { parseStrict } from '../../src/protocol/json/index.ts';

const RUNS = 25;
const FIRST_PORT = 27_000 + (process.pid % 500) * 10;
const JSON_TYPE = { 'content-type': 'application/json' };

let world: World;
let data: string;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'openact-bad-input-'));
  world = await startWorld({ data, firstPort: FIRST_PORT, trace: () => undefined });
});

afterAll(async () => {
  await world.close();
  rmSync(data, { recursive: true, force: true });
});

/** Every call that takes a body. The agent's own is left to its user and stands last. */
function postAddresses(): string[] {
  const { issuer, rail, agent } = world.addresses;
  const issuerPaths = [
    ...['/devices', '/confirmations/x', '/confirmations/x/codes', '/tools', '/tools/x/revoke'],
    ...['/mandates', '/mandates/x/suspend', '/mandates/x/resume', '/mandates/x/revoke'],
    ...['/payments', '/payments/query', '/payments/validate', '/instant-payments'],
    ...['/payments/x/fulfilment', '/payments/x/refunds'],
    ...['/sub-accounts', '/sub-accounts/x/fund', '/sub-accounts/x/freeze'],
    ...['/sub-accounts/x/unfreeze', '/sub-accounts/x/close'],
  ];
  const railPaths = ['/intents', '/quotes', '/orders/x/release', '/orders/x/cancel'];
  const agentPaths = ['/tasks', '/tasks/x/answers', '/tasks/x/confirm', '/tasks/x/buy'];
  return [
    ...issuerPaths.map((path) => issuer + path),
    ...railPaths.map((path) => rail + path),
    ...agentPaths.map((path) => agent + path),
  ];
}

/** Every call that takes a signed command in its header. */
function commandAddresses(): string[] {
  const { issuer, rail } = world.addresses;
  return [
    ...['/devices/x/confirmations', '/mandates/x', '/tools/x', '/accounts/x'].map((p) => issuer + p),
    ...['/instant-payments/x', '/sub-accounts/x'].map((p) => issuer + p),
    `${rail}/orders/x`,
  ];
}

async function expectProblem(answer: Response, context: string): Promise<string> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  const seen = `${context} → ${answer.status} ${text.slice(0, 200)}`;
  expect(answer.status, seen).toBeGreaterThanOrEqual(400);
  expect(answer.status, seen).toBeLessThan(500);
  expect(answer.headers.get('content-type'), seen).toBe('application/problem+json');
  expect(answer.headers.get('cache-control'), seen).toBe('no-store');
  const problem = parseStrict(bytes);
  if (!validateProblem(problem)) throw new Error(`not a problem: ${seen}`);
  expect(text, seen).not.toMatch(/\bat .*\.ts|node_modules|SQLITE|Error:/);
  return problem.code;
}

/** A look that took too long on a busy machine says nothing about the server. */
async function expectReady(base: string): Promise<void> {
  await expect.poll(async () => (await fetch(`${base}/readyz`)).status).toBe(200);
}

async function post(
  address: string,
  body: BodyInit,
  headers: Record<string, string> = JSON_TYPE,
): Promise<string> {
  const answer = await fetch(address, { method: 'POST', headers, body });
  return expectProblem(answer, `POST ${address} ${String(body).slice(0, 80)}`);
}

/** Bodies whose defect has one code, whatever the address. */
const DEFECTS: readonly (readonly [string, BodyInit, string])[] = [
  ['empty', '', 'json_syntax'],
  ['not JSON', '{"a":', 'json_syntax'],
  ['a member twice', '{"a":1,"a":2}', 'json_duplicate_member'],
  ['a byte order mark', '\ufeff{}', 'json_encoding'],
  ['a lone surrogate', '{"a":"\\ud800"}', 'json_encoding'],
  ['bytes that are not UTF-8', new Uint8Array([0x7b, 0xff, 0x7d]), 'json_encoding'],
  ['100,000 levels', '['.repeat(50_000), 'json_too_deep'],
  ['over 64 KiB', JSON.stringify({ a: 'x'.repeat(70_000) }), 'json_too_large'],
  ['an exponent', '{"a":1e5}', 'json_number_form'],
  ['a prototype', '{"__proto__":{}}', 'json_forbidden_member'],
];

describe('bad input is refused with a code, and changes nothing', () => {
  test.each(DEFECTS)('%s', async (_name, body, code) => {
    const before = await world.bank.balances();
    for (const address of postAddresses()) expect(await post(address, body)).toBe(code);
    expect(await world.bank.balances()).toEqual(before);
  });

  test('another content type', async () => {
    for (const address of postAddresses()) {
      expect(await post(address, '{}', { 'content-type': 'text/plain' })).toBe('media_type_unsupported');
    }
  });

  test('a body of unknown length that does not end', async () => {
    for (const address of postAddresses()) {
      const endless = new ReadableStream({
        pull: (controller) => controller.enqueue(new Uint8Array(16_384)),
      });
      const init = { method: 'POST', headers: JSON_TYPE, body: endless, duplex: 'half' };
      const answer = await fetch(address, init as RequestInit).catch(() => undefined);
      if (answer) expect(await expectProblem(answer, `endless ${address}`)).toBe('json_too_large');
      await expectReady(new URL(address).origin);
    }
  });

  test('any JSON at any address', async () => {
    const pieces = fc.constantFrom(
      'payment_request',
      'mandate',
      'quote',
      'command',
      'receipt',
      'iac',
      'order',
      'jwk',
    );
    const anyBody = fc.oneof(fc.dictionary(pieces, fc.jsonValue()), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(fc.nat(), anyBody, async (index, body) => {
        const addresses = postAddresses().filter((address) => !address.includes('/tasks'));
        await post(addresses[index % addresses.length] ?? '', JSON.stringify(body));
      }),
      { numRuns: RUNS * 4 },
    );
  });

  test('any text in the place of a signed message', async () => {
    const part = fc.base64String({ maxLength: 200 });
    const token = fc.oneof(
      fc.string(),
      fc.tuple(part, part, part).map((parts) => parts.join('.')),
    );
    await fc.assert(
      fc.asyncProperty(token, async (text) => {
        const { issuer, rail } = world.addresses;
        await post(
          `${issuer}/payments`,
          JSON.stringify({ payment_request: text, mandate: text, quote: text }),
        );
        await post(`${issuer}/payments/query`, JSON.stringify({ command: text }));
        await post(`${rail}/orders/x/release`, JSON.stringify({ command: text, receipt: text }));
      }),
      { numRuns: RUNS },
    );
  });

  test('calls without, or with a senseless, signed command', async () => {
    for (const address of commandAddresses()) {
      expect(await expectProblem(await fetch(address), address)).toBe('command_missing');
      for (const authorization of [
        'ACT-Command',
        'ACT-Command a.b.c',
        'Bearer eyJ.eyJ.AA',
        'ACT-Command ....',
      ]) {
        await expectProblem(
          await fetch(address, { headers: { authorization } }),
          `${address} ${authorization}`,
        );
      }
    }
  });

  test('addresses that lead nowhere', async () => {
    const strange = ['/nowhere', '/payments/%00', '/%ff', '/orders/..%2f..%2fetc', `/${'a'.repeat(4000)}`];
    for (const base of Object.values(world.addresses)) {
      for (const path of strange) {
        await expectProblem(await fetch(`${base}${path}`, { method: 'DELETE' }), `DELETE ${path}`);
      }
    }
  });

  test('and the honest purchase still works afterwards', async () => {
    const { issuer, rail, voyage, trust, agent } = world.addresses;
    for (const base of [issuer, rail, voyage, trust, agent]) {
      await expectReady(base);
    }
  });
});
