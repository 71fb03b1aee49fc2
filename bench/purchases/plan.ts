import { join } from 'node:path';
import { type Addresses, addressesFrom, IDS, railShop, voyageShop } from '../../demo/plan.ts';
import type { MerchantConfig } from '../../src/merchant/index.ts';

/** Somebody whose money is spent: how the device was enrolled, and the payment tool that was bound. */
export interface Payer {
  readonly enrolment: string;
  readonly paymentToolRef: string;
}

/** A mandate with the evidence of its confirmation, as the agent holds it. */
export interface PreparedMandate {
  readonly payer: Payer;
  readonly delegationId: string;
  readonly mandate: string;
  readonly shown: unknown;
  readonly confirmation: string;
}

/** A role that keeps books of its own. */
export type Keeper = 'bank' | 'rail' | 'voyage';

/** Where each of them keeps its books: a file, or a postgres:// address. */
export type Databases = Readonly<Record<Keeper, string>>;

/** What every part of a run is given. Paths, addresses and identifiers; no keys. */
export interface Run {
  readonly data: string;
  readonly keys: string;
  readonly databases: Databases;
  readonly addresses: Addresses;
  readonly mandates: readonly PreparedMandate[];
}

/** One seller, its goods and their price. */
export interface Shop {
  readonly role: 'rail' | 'voyage';
  readonly merchant: string;
  readonly itemId: string;
  readonly price: string;
  readonly url: string;
}

export const STATUS_LIST = 1;

export function shopsAt(addresses: Addresses): readonly [Shop, Shop] {
  return [
    { role: 'rail', merchant: IDS.rail, itemId: 'G123-2', price: '553.50', url: addresses.rail },
    { role: 'voyage', merchant: IDS.voyage, itemId: 'V-G123-2', price: '549.00', url: addresses.voyage },
  ];
}

/** The configuration of a seller. An order is confirmed at once, and nothing is delayed between tries. */
export function shopConfig(role: Shop['role'], addresses: Addresses, deliverBy: string): MerchantConfig {
  return role === 'rail' ? railShop(addresses, deliverBy) : voyageShop(addresses, deliverBy);
}

export function addressesOf(firstPort: number): Addresses {
  return addressesFrom(firstPort);
}

export function filesIn(data: string): Databases {
  const file = (role: Keeper): string => join(data, `${role}.db`);
  return { bank: file('bank'), rail: file('rail'), voyage: file('voyage') };
}
