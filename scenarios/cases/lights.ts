import type { ShopPlan, Step, WorldPlan } from '../format.ts';
import { bankId, PSP } from '../world/plan.ts';

/** What the bank owes the other one in its own books, and what the other one is owed in its. */
export const OURS = `clearing:${bankId('harbour')}:CNY`;
export const THEIRS = `clearing:${PSP}:CNY`;

export const lampShop: ShopPlan = {
  keptBy: 'harbour',
  items: { LAMP: { name: 'Lamp', category: 'home/lamp', price: '100.00' } },
};

/** A small world of two banks: ann's, and the one that keeps the account of a shop for lamps. */
export const lights = {
  users: { ann: { balance: '5000.00' } },
  partners: { harbour: {} },
  shops: { lights: lampShop },
  words: { 'home/lamp': ['lamp'] },
} as const satisfies WorldPlan;

/** A mandate to buy there. */
export const lampSetup: readonly Step[] = [
  {
    do: 'delegate',
    step: 'lamps from lights, 3000.00 in all',
    as: 'lamps',
    say: 'Buy me a lamp from lights, 3000 yuan in total.',
    answers: { validity_end_time: '+7d', max_single_amount: '150.00' },
    expect: { instruments: 1 },
  },
];
