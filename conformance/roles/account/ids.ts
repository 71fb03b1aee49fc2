import { inCurrency } from '../../live/amounts.ts';

/** Whom the suite plays beside the cast of every role: somebody's mandate issuer, and two sellers. */
export const ACCOUNT_IDS = {
  issuer: 'did:act:suite.example/iac',
  /** Lists an address that nobody may be led to. */
  farIssuer: 'did:act:suite.example/far-iac',
  unlistedIssuer: 'did:act:suite.example/unlisted-iac',
  shop: 'did:act:suite.example/shop',
  otherShop: 'did:act:suite.example/other-shop',
  /** May have a device at the account side that is judged, and has no account there. */
  otherPerson: 'did:act:suite.example/other-person',
  /** Decides disputes. */
  handler: 'did:act:suite.example/disputes',
} as const;

/** What a payment service takes off for its users where the other one keeps the account: 0.30 from 1.00 on. */
export const PROMOTION = { promotion_id: 'suite-30', amount: '0.30', min_amount: '1.00' } as const;
export const promotionIn = (currency: string) => inCurrency({ ...PROMOTION, currency }, currency);

export const CATEGORY = 'goods/things';
export const STATUS_INDEX_MAX = 4_096;
