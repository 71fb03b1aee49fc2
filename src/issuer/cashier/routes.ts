import type { Hono } from 'hono';
import { ActError } from '../../protocol/errors/index.ts';
import type { Clock } from '../../protocol/ports.ts';
import type { Store } from '../../store/index.ts';
import { type ConfirmationService, isGoodScanCode } from '../confirmation/index.ts';
import { cashierPage, PAGE_HEADERS } from './page.ts';

export interface CashierPageDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly baseUrl: string;
  readonly confirmations: ConfirmationService;
}

/**
 * The cashier as a page for people: whoever has the address, which the agent gives to its user, sees what is asked. With
 * the code that the agent was handed it has a code to scan, as long as that code is good.
 */
export function addCashierPage(app: Hono, { store, clock, baseUrl, confirmations }: CashierPageDeps): void {
  app.get('/cashier/:confirmation_id', async (c) => {
    const now = clock();
    const confirmationId = c.req.param('confirmation_id');
    const asked = await confirmations.find(store.read, confirmationId, now);
    if (asked === undefined) throw new ActError('confirmation_unknown');
    const { code_id: codeId, code } = c.req.query();
    const isShown =
      codeId !== undefined &&
      code !== undefined &&
      (await isGoodScanCode(store.read, { confirmationId, codeId, code, now }));
    const link = isShown ? cashierLink(baseUrl, confirmationId, { codeId, code }) : undefined;
    return c.body(cashierPage(asked, link), 200, PAGE_HEADERS);
  });
}

/** The address of the page of one question, with a code to be scanned where there is one. */
function cashierLink(
  baseUrl: string,
  confirmationId: string,
  scan?: { readonly codeId: string; readonly code: string },
): string {
  const page = `${baseUrl}/cashier/${encodeURIComponent(confirmationId)}`;
  if (scan === undefined) return page;
  return `${page}?${new URLSearchParams({ code_id: scan.codeId, code: scan.code })}`;
}
