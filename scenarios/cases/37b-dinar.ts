import { abroad } from './abroad.ts';

const fils10 = (count: number): string => (count / 100).toFixed(2);

export const scenario = abroad(
  '37b-dinar',
  'In Kuwaiti dinars, whose minor unit is a thousandth and of which ACT writes two decimals: the same',
  {
    currency: 'KWD',
    amount: fils10,
    said: (count) => `${fils10(count)} KWD`,
    finer: { amount: '0.005', refused: 'schema_mismatch' },
  },
);
