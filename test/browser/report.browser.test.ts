import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { htmlOf } from '../../conformance/run/html.ts';
import type { Entry, Result } from '../../conformance/run/record.ts';
import { countsOf } from '../../conformance/run/summary.ts';
import { HAS_CHROMIUM, IN_CHROMIUM, openChromium, openTab } from './chromium.ts';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const TOKEN = `${part({ alg: 'ES256', typ: 'act-receipt+jwt' })}.${part({ trade_no: 'trd-77' })}.${'A'.repeat(86)}`;

const entry = (id: string, verdict: Entry['verdict'], more: Partial<Entry> = {}): Entry => ({
  type: 'case',
  id,
  title: '<b>a title</b>',
  kind: 'negative',
  requirement: 'OA-RCP-01',
  component: 'OA-RCP',
  origin: 'profile',
  strength: 'MUST',
  clause: 'What the clause says.',
  verdict,
  milliseconds: 3,
  exchanges: [],
  ...more,
});

const entries = [
  entry('verifier/OA-RCP-01/good', 'pass'),
  entry('verifier/OA-RCP-01/bad', 'fail', {
    message: 'Accepted, where receipt_expired was due.',
    exchanges: [{ what: 'a receipt', sent: TOKEN, received: 'accepted', expected: 'receipt_expired' }],
  }),
];

const digest = 'a'.repeat(64);
const result: Result = {
  header: {
    ...{ type: 'header', format: 'openact-conformance/1', suite: '0', act: '2.1', node: 'v0' },
    ...{ role: 'verifier', subject: '<script>x</script>', profile: 'full', selection: [], strict: false },
    ...{ cases: entries.length, started_at: '2026-01-01T00:00:00Z', digests: { vectors: digest } },
  },
  entries,
  footer: {
    ...{ type: 'footer', ended_at: '2026-01-01T00:00:01Z', counts: countsOf(entries) },
    ...{ stale_baseline: [], exit: 1, digest },
  },
};

describe.skipIf(!HAS_CHROMIUM)(`a report ${IN_CHROMIUM}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'openact-page-'));
  const path = join(folder, 'report.html');
  const faults: string[] = [];
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    writeFileSync(path, htmlOf(result));
    browser = await openChromium();
    page = await openTab(browser);
    await page.setViewportSize({ width: 360, height: 700 });
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
  });
  // Each test sifts a fresh page.
  beforeEach(async () => {
    await page.goto(pathToFileURL(path).href);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const shown = () => page.locator('#list > details:not([hidden])');

  test('shows what failed first, with clause, sent, received and expected, in a narrow window', async () => {
    const first = shown().first();
    expect(await first.getAttribute('id')).toBe('verifier/OA-RCP-01/bad');
    await first.locator('summary').first().click();
    await first.locator('table').first().waitFor();
    const text = await first.innerText();
    for (const part of [
      'What the clause says.',
      'receipt_expired',
      'accepted',
      TOKEN.slice(0, 40),
      'act-receipt+jwt',
    ])
      expect(text).toContain(part);
    const widths = await page.evaluate('[document.documentElement.scrollWidth, innerWidth]');
    expect(widths).toEqual([360, 360]);
    expect(faults).toEqual([]);
  });

  test('is sifted by words and by verdict, and takes no text for markup', async () => {
    expect(await shown().count()).toBe(2);
    await page.fill('#find', 'receipt_expired');
    expect(await shown().count()).toBe(1);
    await page.fill('#find', '');
    await page.uncheck('input[value=fail]');
    expect(await shown().first().getAttribute('id')).toBe('verifier/OA-RCP-01/good');
    expect(await page.locator('#list b:text("a title")').count()).toBe(0);
    expect(await page.title()).toContain('<script>x</script>');
  });
});
