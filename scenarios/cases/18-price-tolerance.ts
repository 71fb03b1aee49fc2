import { paid } from '../expect.ts';
import type { DelegateStep, PriceStep, Scenario, Step } from '../format.ts';

/** 5% tolerance around 550.00: up to 577.50. */
const wanted = {
  do: 'delegate',
  say: 'Buy train tickets G123 from the rail shop for me.',
  answers: {
    max_single_amount: '600.00',
    max_total_amount: '1800.00',
    reference_price: '550.00',
    price_deviation_tolerance: '5',
    validity_end_time: '+7d',
  },
} as const satisfies Partial<DelegateStep>;
const strict = { ...wanted, answers: { ...wanted.answers, price_deviation_action: 'AUTO_CANCEL' } };

const bought = (amount: string) => paid(amount, { from: 'ann', to: 'rail', items: { SEAT: 1 } });
const at = (price: string): PriceStep => ({
  do: 'price',
  step: `the seat costs ${price}`,
  at: 'rail',
  item: 'SEAT',
  price,
});
const risen = { before: [at('583.00')], after: [at('550.00')] };
const standsStill: Pick<Step, 'expect' | 'before' | 'after'> = {
  ...risen,
  expect: { refused: 'price_out_of_tolerance', by: 'agent' },
};
const stopped = (status: 'PAUSED' | 'CANCELLED') => ({
  answer: { status, code: 'price_out_of_tolerance', requirement: 'CID-CART-CFM-06' },
});

export const scenario: Scenario = {
  name: '18-price-tolerance',
  title: 'Price +6% under a tolerance of 5%: paused and told, or cancelled with the reason on record',
  world: {
    users: { ann: { balance: '90000.00' } },
    shops: {
      rail: { items: { SEAT: { name: 'G123 second class', category: 'transport/train', price: '550.00' } } },
    },
    words: { 'transport/train': ['train tickets'] },
  },
  twin: [
    { ...wanted, step: 'a mandate with 5% tolerance around 550.00', as: 'fresh' },
    { do: 'buy', step: '550.00: the price itself', under: 'fresh', expect: bought('550.00') },
  ],
  steps: [
    { ...wanted, step: 'nothing is preset: pause and notify', as: 'patient' },
    { ...standsStill, do: 'buy', step: '583.00 is 6% more: paused', under: 'patient' },
    { do: 'look', step: 'the user sees why', under: 'patient', expect: stopped('PAUSED') },
    { ...standsStill, do: 'resume', step: 'again at the same price: paused again', under: 'patient' },
    { ...at('577.50') },
    { do: 'resume', step: '577.50 is 5% more: paid', under: 'patient', expect: bought('577.50') },
    { ...at('550.00') },
    {
      do: 'resume',
      step: 'what is paid does not stand still',
      under: 'patient',
      expect: { refused: 'purchase_transition_illegal' },
    },

    { ...wanted, step: 'another one to pause', as: 'giving-up' },
    { ...standsStill, do: 'buy', step: 'paused', under: 'giving-up' },
    { do: 'cancel', step: 'the user cancels it', under: 'giving-up', expect: stopped('CANCELLED') },
    {
      do: 'resume',
      step: 'for good, whatever the price is now',
      under: 'giving-up',
      expect: { refused: 'purchase_transition_illegal' },
    },

    { ...strict, step: 'preset: cancel automatically', as: 'strict' },
    { ...standsStill, do: 'buy', step: '583.00 is 6% more: cancelled', under: 'strict' },
    { do: 'look', step: 'with the reason on record', under: 'strict', expect: stopped('CANCELLED') },
    {
      do: 'resume',
      step: 'and not resumed',
      under: 'strict',
      expect: { refused: 'purchase_transition_illegal' },
    },

    { ...wanted, step: 'a third to pause', as: 'yielding' },
    { ...standsStill, do: 'buy', step: 'paused', under: 'yielding' },
    {
      do: 'change',
      step: 'the user tolerates 10% and confirms it on the device',
      under: 'yielding',
      answers: { price_deviation_tolerance: '10' },
    },
    { ...at('583.00') },
    { do: 'resume', step: '583.00 under the new mandate: paid', under: 'yielding', expect: bought('583.00') },
    { ...at('550.00') },
    {
      do: 'pay',
      step: 'the former mandate pays nothing any more',
      at: 'rail',
      items: { SEAT: 1 },
      under: 'yielding',
      expect: { refused: 'mandate_revoked' },
    },

    {
      ...risen,
      do: 'pay',
      step: 'a hijacked agent without checks: the payment service counts the 6% too',
      at: 'rail',
      items: { SEAT: 1 },
      expected: '583.00',
      under: 'fresh',
      expect: { refused: 'price_out_of_tolerance' },
    },
  ],
};
