import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assertTransition, type Mover, TRANSITIONS, type TradeState } from './trade-state.ts';

const STATES: readonly TradeState[] = [
  'CREATE',
  'WAIT_BUYER_PAY',
  'WAIT_SELLER_FULFILLMENT',
  'WAIT_BUYER_RECEIPT',
  'TRADE_FINISHED',
  'TRADE_CLOSED',
];
const MOVERS: readonly Mover[] = ['psp', 'merchant', 'buyer'];

/** Movers in the order in which they are declared. */
function sorted<Step extends { readonly by: readonly Mover[] }>(step: Step): Step {
  return { ...step, by: MOVERS.filter((mover) => step.by.includes(mover)) };
}

describe('states of a trade (PSD-PAY-A402-20)', () => {
  test('every step of the table is taken, every other one is refused', () => {
    let legal = 0;
    for (const from of STATES) {
      for (const to of STATES) {
        for (const by of MOVERS) {
          const listed = TRANSITIONS.some(
            (step) => step.from === from && step.to === to && step.by.includes(by),
          );
          const check = () => assertTransition(from, to, by);
          if (listed) expect(check).not.toThrow();
          else expect(check).toThrow('trade_transition_illegal');
          legal += listed ? 1 : 0;
        }
      }
    }
    expect(legal).toBe(TRANSITIONS.reduce((sum, step) => sum + step.by.length, 0));
  });

  test('the table of the specification says the same', () => {
    const text = readFileSync(new URL('../../../spec/methods/openact-balance.md', import.meta.url), 'utf8');
    const [, states = ''] = text.split(/^## 7 .*$/m);
    const names = { 'payment service': 'psp', merchant: 'merchant', buyer: 'buyer' } as const;
    const rows = [...states.matchAll(/^\| ([A-Z_]+) \| ([A-Z_]+) \| (.+) \|$/gm)];
    const steps = rows.map(([, from, to, who = '']) => ({
      from,
      to,
      by: Object.entries(names).flatMap(([name, mover]) => (who.includes(name) ? [mover] : [])),
    }));
    expect(steps).toEqual(TRANSITIONS.map((step) => ({ ...step, by: [...step.by] })).map(sorted));
  });

  test('a closed and a finished trade are final', () => {
    const final = TRANSITIONS.filter(({ from }) => from === 'TRADE_CLOSED' || from === 'TRADE_FINISHED');
    expect(final).toEqual([]);
  });

  test('CREATE goes only to WAIT_BUYER_PAY, and every WAIT state may be closed', () => {
    expect(TRANSITIONS.filter(({ from }) => from === 'CREATE').map(({ to }) => to)).toEqual([
      'WAIT_BUYER_PAY',
    ]);
    const closable = TRANSITIONS.filter(({ to }) => to === 'TRADE_CLOSED').map(({ from }) => from);
    expect(closable).toEqual(STATES.filter((state) => state.startsWith('WAIT_')));
  });

  test('only this service says that an order is paid', () => {
    const paying = TRANSITIONS.find(({ to }) => to === 'WAIT_SELLER_FULFILLMENT');
    expect(paying?.by).toEqual(['psp']);
  });
});
