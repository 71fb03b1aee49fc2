import type { Code } from '../../src/protocol/errors/index.ts';

/**
 * What has to come of a step. Whatever is not named must not have happened: a step without `moved` moved nothing, and a
 * refused one moved no money, made no trade, took nothing off a shelf and left no instrument behind.
 */
export interface Expected {
  readonly refused?: Code;
  /** Of a refused `buy`: whether the agent stopped by itself, or somebody it asked refused. */
  readonly by?: 'agent' | 'bank';
  /** Balances: signed differences by account. */
  readonly moved?: Readonly<Record<string, string>>;
  /** Stock on hand: signed differences by item. */
  readonly stock?: Readonly<Record<string, number>>;
  /** New trades by the state they came to. */
  readonly trades?: Readonly<Record<string, number>>;
  /** Trades that were there before, by the state they came to. */
  readonly changed?: Readonly<Record<string, number>>;
  /** New payment tools and sub-accounts. */
  readonly instruments?: number;
  /** Members of what came back. */
  readonly answer?: Readonly<Record<string, unknown>>;
  /** Of steps taken together: how many ended as `ok` and with each code. */
  readonly outcomes?: Readonly<Record<string, number>>;
  /** Where chance decides: one of these, instead of `moved`, `stock` and `trades`. */
  readonly either?: readonly Pick<Expected, 'moved' | 'stock' | 'trades'>[];
}
