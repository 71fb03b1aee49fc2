import { setTimeout as sleep } from 'node:timers/promises';
import type { Signer } from '../../forge/jws.ts';
import { must, mustRefuse, mustSucceed } from '../../live/http.ts';
import { type Case, caseId, type Notes, rethrow } from '../../run/case.ts';
import type { Quoted, QuoteSpoils, ReleaseSpoils, Shop } from './shop.ts';

export type MerchantCase = Case<Shop>;

/** Spoils are made when the case runs: times and keys are those of the subject. */
type Made<T> = (shop: Shop) => T;

interface Naming {
  readonly requirement: string;
  readonly slug: string;
  readonly title: string;
}

export const ORDERS = 'orders';
/** A quote that is open for longer is not waited out. */
const OPEN_MAX_SECONDS = 86_400;

export function positive(
  requirement: string,
  slug: string,
  title: string,
  run: (shop: Shop, notes: Notes) => Promise<void>,
  needs: readonly string[] = [ORDERS],
): MerchantCase {
  return { id: caseId('merchant', requirement, slug), requirement, title, kind: 'positive', needs, run };
}

/** The control: a whole good purchase, unless the case before ended with one. */
export async function prove(shop: Shop, notes: Notes): Promise<void> {
  if (!shop.isProven)
    await shop.purchase(notes).catch((error: unknown) => rethrow(error, 'The good purchase before'));
  shop.isProven = false;
}

export function negative(
  { requirement, slug, title }: Naming,
  run: (shop: Shop, notes: Notes) => Promise<void>,
  needs: readonly string[] = [ORDERS],
): MerchantCase {
  return { id: caseId('merchant', requirement, slug), requirement, title, kind: 'negative', needs, run };
}

/** A quote request with one thing changed: refused by its code, nothing locked; the good one before and after. */
export function badQuote(
  requirement: string,
  code: string,
  slug: string,
  title: string,
  spoil: Made<QuoteSpoils>,
): MerchantCase {
  return negative({ requirement, slug: `quote-${slug}`, title }, async (shop, notes) => {
    await prove(shop, notes);
    const before = await shop.stock(notes);
    mustRefuse(await shop.askQuote(spoil(shop), notes), code);
    must((await shop.stock(notes)) === before, 'The refused request has changed the stock.');
    await shop.purchase(notes).catch((error: unknown) => rethrow(error, 'The good purchase afterwards'));
    shop.isProven = true;
  });
}

const WAIT_MS = 15_000;
const LOOK_MS = 50;

/** What the merchant told the payment service about a trade; it does so beside its answers, and is waited for. */
export async function toldOf(shop: Shop, action: string, trade: string): Promise<number> {
  for (const end = Date.now() + Math.max(WAIT_MS, shop.patience); Date.now() < end; await sleep(LOOK_MS))
    if (shop.counter.heardOf(action, trade) > 0) break;
  return shop.counter.heardOf(action, trade);
}

/** Whether the money of an order is held until it is delivered. */
export const isHeld = ({ claims }: Quoted): boolean => claims.settlement === 'ESCROW';

/** Asks that an order be closed. */
export function askCancel(shop: Shop, { orderNo }: Quoted, notes: Notes): ReturnType<Shop['caller']['call']> {
  const command = shop.command('order.cancel', orderNo, {});
  return shop.caller.call(`/orders/${encodeURIComponent(orderNo)}/cancel`, { body: { command } }, notes);
}

/** Moves the subject's clock to the second after a quote is open no more. */
export async function waitOut(shop: Shop, { claims }: Quoted, notes: Notes): Promise<void> {
  const left = Number(claims.exp) - shop.now();
  must(left > 0 && left <= OPEN_MAX_SECONDS, `The quote is open for ${left} seconds.`);
  await shop.control.advance(left + 1, notes);
}

export interface ReleaseCase extends ReleaseSpoils {
  /** Whose certificate and key sign the receipt. */
  readonly psp?: Signer;
}

/**
 * A release with one thing changed: refused by its code, the order still open, no delivery told to the payment service.
 * Then the very same order is released against a good receipt.
 */
export function badRelease(
  requirement: string,
  code: string,
  slug: string,
  title: string,
  spoil: Made<ReleaseCase>,
): MerchantCase {
  return negative({ requirement, slug: `release-${slug}`, title }, async (shop, notes) => {
    await prove(shop, notes);
    const quoted = await shop.quote(notes);
    const { psp, receipt: spoilt, ...spoils } = spoil(shop);
    const receipt = shop.receipt(quoted, spoilt, psp);
    const trade = shop.counter.lastTrade();
    mustRefuse(await shop.askRelease(quoted, receipt, spoils, notes), code);
    const { state, goods } = await shop.read(quoted, notes);
    must(
      state === 'LOCKED' && goods === undefined,
      `The refused release has left the order ${String(state)}.`,
    );
    await shop
      .release(quoted, shop.receipt(quoted), notes)
      .catch((error: unknown) => rethrow(error, 'The good release afterwards'));
    // Only now: a merchant tells of deliveries beside its answers.
    must(shop.counter.heardOf('fulfilment.confirm', trade) === 0, 'A delivery was told.');
    shop.isProven = true;
  });
}

export { must, mustRefuse, mustSucceed };
