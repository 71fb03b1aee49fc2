import { abroad } from './abroad.ts';

export const scenario = abroad(
  '37-yen',
  'In yen, which have no decimals: every level, refunds, money that is held, two banks, and a theft paid back',
  {
    currency: 'JPY',
    amount: String,
    said: (yen) => `${yen} yen`,
    finer: { amount: '0.50', refused: 'amount_precision' },
  },
);
