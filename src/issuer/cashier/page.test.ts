import decodeQR from 'qr/decode.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { IDS } from '../../verifier/testing/actors.ts';
import { createInstantWorld, decide, type InstantWorld, open, waiting } from '../testing/instant.ts';
import { command, post } from '../testing/world.ts';

const PIXELS = 4;

let instant: InstantWorld;
beforeEach(async () => {
  instant = await createInstantWorld();
});
afterEach(() => instant.close());

interface Page {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
}

async function page(confirmationId: string, query = ''): Promise<Page> {
  const response = await instant.world.issuer.app.request(`/cashier/${confirmationId}${query}`);
  return { status: response.status, html: await response.text(), headers: response.headers };
}

const stateOf = ({ html }: Page): string | undefined => /<p id="state">([^<·]*) ·/.exec(html)?.[1];

/** What a camera reads from the picture on the page. */
function scanned(html: string): string {
  const [, box] = /viewBox="0 0 (\d+) \1"/.exec(html) ?? [];
  const [, path = ''] = /<path d="([^"]+)"/.exec(html) ?? [];
  const modules = Number(box);
  const side = modules * PIXELS;
  const data = new Uint8Array(4 * side * side).fill(255);
  for (const { x, y } of darkModules(path)) {
    for (let row = y * PIXELS; row < (y + 1) * PIXELS; row += 1) {
      for (let column = x * PIXELS; column < (x + 1) * PIXELS; column += 1) {
        data.fill(0, 4 * (row * side + column), 4 * (row * side + column) + 3);
      }
    }
  }
  return decodeQR({ width: side, height: side, data });
}

/** A path of unit squares: each begins at a place of its own, and each ends where it began. */
function darkModules(path: string): readonly { readonly x: number; readonly y: number }[] {
  let [x, y] = [0, 0];
  return [...path.matchAll(/([Mm])(-?[\d.]+)[ ,]?(-?[\d.]+)h1v1[Hh](-?\d+)Z/g)].map(([, kind, dx, dy]) => {
    x = (kind === 'M' ? 0 : x) + Number(dx);
    y = (kind === 'M' ? 0 : y) + Number(dy);
    return { x, y };
  });
}

async function scanCode(confirmationId: string) {
  const { world } = instant;
  const claims = { iss: IDS.agent, action: 'confirmation.code', target: confirmationId } as const;
  const signed = await command(world, world.actors.agent.signer, claims);
  return (await post(world, `/confirmations/${confirmationId}/codes`, { command: signed })).body;
}

describe('the page of the cashier', () => {
  test('PSD-PAY-INS-07, PSD-PAY-INS-08, OA-INS-05 shows amount, currency, merchant and way of paying as the device is asked them', async () => {
    const { confirmation_id: id } = (await open(instant)).body;
    const shown = await page(id);
    expect(shown.status).toBe(200);
    expect(stateOf(shown)).toBe('Waits for your decision');
    const asked = (await waiting(instant)).find(({ confirmation_id }) => confirmation_id === id);
    const { payment, summary, agent } = asked?.shown ?? {};
    expect(shown.html).toContain(`id="amount">${payment.currency} ${payment.payer_amount}<`);
    for (const value of [payment.merchant, payment.method_id, payment.out_trade_no, agent.agent_id]) {
      expect(shown.html).toContain(`<td>${value}</td>`);
    }
    for (const text of [summary.en, summary.zh]) {
      expect(shown.html).toContain(String(text).replaceAll('\n', '<br>'));
    }
    expect(shown.html).not.toContain(instant.device.delegator);
    expect(shown.html).not.toContain('acct-');
  });

  test('OA-INS-07 has the name of the trust list beside the identifier, as text and nothing else', async () => {
    const name = 'Tea & <b>Co</b>';
    const named = await createInstantWorld({
      alterTrustList: ({ entries }) => {
        for (const entry of entries) if (entry.entity === IDS.merchant) entry.name = name;
      },
    });
    try {
      const { confirmation_id: id } = (await open(named)).body;
      const asked = (await waiting(named)).find(({ confirmation_id }) => confirmation_id === id);
      expect(asked?.shown.payment.merchant_name).toBe(name);
      const html = await (await named.world.issuer.app.request(`/cashier/${id}`)).text();
      expect(html).toContain('<td>Tea &amp; &lt;b&gt;Co&lt;/b&gt;</td>');
      expect(html).toContain(`<td>${IDS.merchant}</td>`);
    } finally {
      await named.close();
    }
    const { confirmation_id: id } = (await open(instant)).body;
    const [asked] = await waiting(instant);
    expect(asked?.shown.payment).not.toHaveProperty('merchant_name');
    expect((await page(id)).html).not.toContain('商户名称');
  });

  test('OA-INS-06 follows the decision of the device, and takes none', async () => {
    const first = (await open(instant)).body.confirmation_id;
    const tried = await instant.world.issuer.app.request(`/cashier/${first}`, { method: 'POST' });
    expect(tried.status).toBe(405);
    await decide(instant, first);
    expect(stateOf(await page(first))).toBe('Confirmed');
    const second = (await open(instant)).body.confirmation_id;
    await decide(instant, second, { decision: 'DENY' });
    expect(stateOf(await page(second))).toBe('Declined: nothing is paid');
    const third = (await open(instant)).body.confirmation_id;
    instant.world.time.now += 3_600;
    const late = await page(third);
    expect(stateOf(late)).toBe('Not confirmed in time: nothing is paid');
    expect(late.html).not.toContain('http-equiv="refresh"');
  });

  test('OA-CNF-24 draws its own address with the code, and what is scanned there confirms', async () => {
    const { confirmation_id: id } = (await open(instant)).body;
    const { code_id, code } = await scanCode(id);
    const query = `?${new URLSearchParams({ code_id, code })}`;
    const { html } = await page(id, query);
    const link = `https://bank.example/cashier/${id}${query}`;
    expect(scanned(html)).toBe(link);
    const answer = { method: 'QR', channel: 'QR_CODE', code_id } as const;
    expect((await decide(instant, id, answer, code)).status).toBe(200);
    expect(stateOf(await page(id, query))).toBe('Confirmed');
    expect((await page(id, query)).html).not.toContain('<svg');
  });

  test('OA-CNF-25 draws no code that is another’s, made up, replaced or too old', async () => {
    const { confirmation_id: id } = (await open(instant)).body;
    const other = (await open(instant)).body.confirmation_id;
    const first = await scanCode(id);
    const query = ({ code_id, code }: { code_id: string; code: string }) =>
      `?${new URLSearchParams({ code_id, code })}`;
    expect((await page(id, query(first))).html).toContain('<svg');
    expect((await page(id)).html).not.toContain('<svg');
    expect((await page(id, query({ ...first, code: 'made-up' }))).html).not.toContain('<svg');
    expect((await page(other, query(first))).html).not.toContain('<svg');
    const second = await scanCode(id);
    expect((await page(id, query(first))).html).not.toContain('<svg');
    expect((await page(id, query(second))).html).toContain('<svg');
    instant.world.time.now += 120;
    expect((await page(id, query(second))).html).not.toContain('<svg');
  });

  test('OA-INS-06 runs nothing, loads nothing, stands in no frame and is kept nowhere', async () => {
    const { confirmation_id: id } = (await open(instant)).body;
    const { html, headers } = await page(id);
    expect(html).not.toMatch(/<script|javascript:|\son\w+=|src=|href=/i);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  test('of a question that nobody asked there is none', async () => {
    expect((await page('cnf_nobody')).status).toBe(404);
    const { confirmation_id: id } = (await open(instant)).body;
    expect((await page(id)).status).toBe(200);
  });
});
