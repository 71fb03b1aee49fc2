import { paid } from '../expect.ts';
import type {
  BuyStep,
  CommandStep,
  Expected,
  FetchStep,
  NetStep,
  PayStep,
  Scenario,
  Step,
} from '../format.ts';
import { bankId, PSP } from '../world/plan.ts';

/** How amounts are written in a currency whose minor unit is no hundredth. */
export interface Abroad {
  readonly currency: string;
  /** An amount of so many of the smallest that can be written. */
  readonly amount: (smallest: number) => string;
  /** The same as people say it. */
  readonly said: (smallest: number) => string;
  /** Finer than what can be written, and how it is refused. */
  readonly finer: { readonly amount: string; readonly refused: NonNullable<Expected['refused']> };
}

const WEEK_SECONDS = 7 * 86_400;
const TICKET = 14_200;
const CAP = 15_000;
const RAIL = 'did:act:rail.example/shop';
const SELLERS = 'did:act:market.example/shop';

/** A whole world in one currency: every level, money that goes back, is held, crosses banks, and is paid back after a theft. */
export function abroad(name: string, title: string, own: Abroad): Scenario {
  const { amount } = own;
  return {
    name,
    title,
    world: {
      currency: own.currency,
      users: { ann: { balance: amount(1_000_000) } },
      shops: {
        teahouse: {
          items: { TEA: { name: 'Bubble tea', category: 'food/drink', price: amount(500) } },
          coupons: { TEA80: amount(80) },
        },
        rail: {
          items: {
            SEAT: { name: 'Express', category: 'transport/train', price: amount(TICKET) },
            CAP: { name: 'Express, window', category: 'transport/train', price: amount(CAP) },
            OVER: { name: 'Express, first class', category: 'transport/train', price: amount(CAP + 1) },
          },
        },
        pottery: {
          items: { VASE: { name: 'Vase', category: 'goods/vase', price: amount(9_900), deliveryDays: 30 } },
          settlement: 'ESCROW',
        },
        lights: {
          keptBy: 'harbour',
          items: { LAMP: { name: 'Lamp', category: 'home/lamp', price: amount(1_000) } },
        },
      },
      sellers: { market: { price: amount(3) } },
      partners: { harbour: {} },
      promotions: { 'instant-150': { amount: amount(150), from: amount(1_000) } },
      agents: {
        assistant: {
          coupons: { TEA80: { shop: 'teahouse', amount: amount(80) } },
          autonomy: 'a2p2:L2',
          confirmAbove: amount(CAP),
        },
      },
      words: {
        'food/drink': ['bubble tea'],
        'transport/train': ['train ticket'],
        'goods/vase': ['vase'],
        'home/lamp': ['lamp'],
      },
    },
    setup: [...theft(own), ...mandates(own)],
    twin: [
      {
        ...seat,
        step: `${amount(TICKET)} for a seat, under the mandate`,
        expect: paid(amount(TICKET), { from: 'ann', to: 'rail', items: { SEAT: 1 } }),
      },
    ],
    steps: [
      ...atTheCashier(own),
      ...delegated(own),
      ...goesBack(own),
      ...held(own),
      ...across(own),
      ...onAccess(own),
    ],
  };
}

const seat = {
  do: 'pay',
  at: 'rail',
  items: { SEAT: 1 },
  under: 'trips',
} as const satisfies Partial<PayStep>;

/** The mandates and the purse of the rest: limits are said in the user's own words. */
function mandates({ amount, said }: Abroad): Step[] {
  const end = { validity_end_time: '+7d' };
  return [
    {
      do: 'delegate',
      step: `train tickets, ${said(CAP)} each and ${said(900_000)} in total`,
      as: 'trips',
      say: `Buy me a train ticket from rail, at most ${said(CAP)} each and ${said(900_000)} in total.`,
      answers: end,
    },
    {
      do: 'delegate',
      step: 'lamps, and a limit that is told with its currency when the agent asks',
      as: 'lamps',
      say: 'Buy me a lamp from lights.',
      answers: { ...end, max_total_amount: said(90_000), max_single_amount: amount(1_000) },
    },
    {
      do: 'delegate',
      step: 'vases',
      as: 'vases',
      say: `Buy me a vase from pottery, ${said(100_000)} in total.`,
      answers: end,
    },
    {
      do: 'delegate',
      step: 'figures, within a budget that three calls fit into',
      as: 'research',
      say: 'Find out how prices moved this month.',
      answers: {
        ...end,
        allowed_categories: 'data/market',
        allowed_merchants: `${SELLERS},${RAIL}`,
        max_single_amount: amount(3),
        max_total_amount: amount(10),
      },
      expect: { answer: { delegation_mode: 'BOUNDED' } },
    },
    {
      do: 'card',
      step: 'a purse of the agent’s own',
      as: 'purse',
      limit: amount(3),
      fund: amount(40),
      expect: { moved: { ann: `-${amount(40)}`, purse: `+${amount(40)}` }, instruments: 1 },
    },
  ];
}

/** act:L1: a coupon, the cashier, the user's word. */
function atTheCashier({ amount, said }: Abroad): Step[] {
  const tea: Pick<BuyStep, 'do' | 'say'> = {
    do: 'buy',
    say: `Buy me one cup of bubble tea now, at most ${said(600)}.`,
  };
  return [
    {
      ...tea,
      step: `${amount(500)} less a coupon of ${amount(80)}, confirmed at the cashier`,
      expect: {
        ...paid(amount(420), { from: 'ann', to: 'teahouse', items: { TEA: 1 } }),
        answer: { amount: amount(420), verdict: 'accepted' },
      },
    },
    { ...tea, step: 'the user declines', decide: 'DENY', expect: { refused: 'confirmation_denied' } },
  ];
}

/** act:L2: the limits hold to the smallest amount that can be written, and so does what the user confirms. */
function delegated({ amount, said }: Abroad): Step[] {
  return [
    {
      ...seat,
      items: { CAP: 1 },
      step: `${amount(CAP)}, the limit itself, is paid alone`,
      expect: paid(amount(CAP), { from: 'ann', to: 'rail', items: { CAP: 1 } }),
    },
    {
      ...seat,
      items: { OVER: 1 },
      step: 'the smallest amount more than the limit',
      expect: { refused: 'amount_over_single_limit' },
    },
    {
      do: 'buy',
      under: 'trips',
      step: 'the agent’s own road to the same seat',
      expect: {
        ...paid(amount(TICKET), { from: 'ann', to: 'rail', items: { SEAT: 1 } }),
        answer: { amount: amount(TICKET), verdict: 'accepted' },
      },
    },
    {
      ...seat,
      items: { OVER: 1 },
      under: 'wide',
      step: 'the smallest amount above which the user confirms',
      before: [
        {
          do: 'delegate',
          as: 'wide',
          step: 'a mandate that allows more than is paid alone',
          say: `Buy me a train ticket from rail, at most ${said(2 * CAP)} each and ${said(3 * CAP)} in total.`,
          answers: { validity_end_time: '+7d' },
        },
      ],
      expect: { refused: 'confirmation_required' },
    },
    {
      ...seat,
      quote: { claims: { currency: 'CNY' } },
      step: 'the same figure in another currency',
      expect: { refused: 'currency_mismatch' },
    },
  ];
}

const giveBack = (own: Abroad, kept: string, smallest: number | string): Omit<CommandStep, 'step' | 'by'> => {
  const amount = typeof smallest === 'string' ? smallest : own.amount(smallest);
  return {
    do: 'command',
    action: 'payment.refund',
    target: `$${kept}.trade_no`,
    params: { amount, currency: own.currency, refund_id: `refund-${kept}-${amount}` },
    path: `/payments/$${kept}.trade_no/refunds`,
  };
};

function goesBack(own: Abroad): Step[] {
  const { amount, finer } = own;
  const back = (smallest: number): Expected => ({
    moved: { ann: `+${amount(smallest)}`, rail: `-${amount(smallest)}` },
  });
  const given = (smallest: number | string) => ({ ...giveBack(own, 'returned', smallest), by: 'rail' });
  return [
    {
      ...seat,
      as: 'returned',
      step: 'a seat that is given back',
      expect: paid(amount(TICKET), { from: 'ann', to: 'rail', items: { SEAT: 1 } }),
    },
    { ...given(4_201), step: 'a part of it', expect: back(4_201) },
    { ...given(finer.amount), step: 'less than can be written', expect: { refused: finer.refused } },
    {
      ...given(TICKET - 4_200),
      step: 'more than is left',
      expect: { refused: 'refund_over_captured' },
    },
    {
      ...given(TICKET - 4_201),
      step: 'all that is left',
      expect: { ...back(TICKET - 4_201), changed: { TRADE_CLOSED: 1 } },
    },
  ];
}

function held(own: Abroad): Step[] {
  const { amount, currency } = own;
  const escrow = `escrow:${currency}`;
  return [
    {
      do: 'pay',
      at: 'pottery',
      items: { VASE: 1 },
      under: 'vases',
      as: 'vase',
      step: `${amount(9_900)} is held, the vase is shipped`,
      expect: {
        moved: { ann: `-${amount(9_900)}`, [escrow]: `+${amount(9_900)}` },
        stock: { VASE: -1 },
        trades: { WAIT_BUYER_RECEIPT: 1 },
      },
    },
    {
      ...giveBack(own, 'vase', 2_901),
      by: 'pottery',
      step: 'a part goes back out of what is held',
      expect: { moved: { ann: `+${amount(2_901)}`, [escrow]: `-${amount(2_901)}` } },
    },
    {
      do: 'command',
      by: 'device',
      action: 'trade.receive',
      target: '$vase.trade_no',
      path: '/payments/$vase.trade_no/receipt',
      step: 'received: the rest is released',
      expect: {
        moved: { [escrow]: `-${amount(6_999)}`, pottery: `+${amount(6_999)}` },
        changed: { TRADE_FINISHED: 1 },
      },
    },
  ];
}

/** Between two banks: what one takes off comes back in proportion, and what they owe each other is paid once. */
function across(own: Abroad): Step[] {
  const { amount, currency } = own;
  const [ours, theirs] = [`clearing:${bankId('harbour')}:${currency}`, `clearing:${PSP}:${currency}`];
  const promotions = `promotions:${currency}`;
  const back = (all: number, ofUser: number): Expected => ({
    moved: {
      ann: `+${amount(ofUser)}`,
      [promotions]: `+${amount(all - ofUser)}`,
      [ours]: `-${amount(all)}`,
      lights: `-${amount(all)}`,
      [theirs]: `+${amount(all)}`,
    },
  });
  const lamp = (as: string): Step => ({
    do: 'buy',
    under: 'lamps',
    as,
    step: `${amount(850)} for a lamp of ${amount(1_000)}: the bank pays the rest and owes all of it`,
    expect: {
      moved: {
        ann: `-${amount(850)}`,
        [promotions]: `-${amount(150)}`,
        [ours]: `+${amount(1_000)}`,
        lights: `+${amount(1_000)}`,
        [theirs]: `-${amount(1_000)}`,
      },
      stock: { LAMP: -1 },
      trades: { WAIT_SELLER_FULFILLMENT: 1, WAIT_BUYER_RECEIPT: 1 },
      answer: { verdict: 'accepted', amount: amount(850) },
    },
  });
  const payLamp: Step = {
    do: 'pay',
    at: 'lights',
    items: { LAMP: 1 },
    under: 'lamps',
    as: 'lamp',
    step: 'another lamp, which goes back in two parts',
    request: {
      claims: {
        payer_amount: amount(850),
        discounts: [{ funder: PSP, amount: amount(150), promotion_id: 'instant-150' }],
      },
    },
    expect: {
      moved: {
        ann: `-${amount(850)}`,
        [promotions]: `-${amount(150)}`,
        [ours]: `+${amount(1_000)}`,
        lights: `+${amount(1_000)}`,
        [theirs]: `-${amount(1_000)}`,
      },
      stock: { LAMP: -1 },
      trades: { WAIT_SELLER_FULFILLMENT: 1, WAIT_BUYER_RECEIPT: 1 },
    },
  };
  const net = { do: 'net', with: 'harbour', seconds: 7_200 } as const satisfies Omit<NetStep, 'step'>;
  const given = (smallest: number) => ({
    ...giveBack(own, 'lamp', smallest),
    by: 'lights',
    to: 'harbour',
  });
  return [
    lamp('kept'),
    payLamp,
    // 283.05 of 333 is the user's share: rounded up to what can be written.
    { ...given(333), step: 'a third of it goes back, in proportion', expect: back(333, 284) },
    {
      ...given(667),
      step: 'and the rest of it',
      expect: { ...back(667, 566), changed: { TRADE_CLOSED: 2 } },
    },
    { do: 'advance', step: 'an hour passes', seconds: 3_600 },
    {
      ...net,
      step: 'both sign what the bank owes',
      agrees: true,
      expect: { answer: { state: 'AGREED', debtor: PSP, amount: amount(1_000), currency } },
    },
    {
      ...net,
      step: 'the bank says it has paid, and the other has no money',
      paidBy: 'transfer-1',
      expect: { refused: 'netting_payment_missing' },
    },
    { ...net, step: 'the transfer arrives', arrives: 'transfer-1' },
    {
      ...net,
      step: 'the other bank has the money: both have settled',
      paidBy: 'transfer-1',
      expect: {
        moved: {
          [ours]: `-${amount(1_000)}`,
          [`settlement:${bankId('harbour')}:${currency}`]: `+${amount(1_000)}`,
          [theirs]: `+${amount(1_000)}`,
          [`settlement:${PSP}:${currency}`]: `-${amount(1_000)}`,
        },
        answer: { state: 'SETTLED', amount: amount(1_000) },
      },
    },
  ];
}

/** act:L3: paid on access out of the purse. */
function onAccess({ amount }: Abroad): Step[] {
  const question: Omit<FetchStep, 'step'> = {
    do: 'fetch',
    at: 'market',
    path: '/data/prices/#',
    under: 'research',
    from: 'purse',
  };
  const calls = (count: number): Expected => ({
    moved: { purse: `-${amount(3 * count)}`, market: `+${amount(3 * count)}` },
    trades: { WAIT_BUYER_RECEIPT: count },
  });
  return [
    { ...question, step: `one call at ${amount(3)}`, as: 'seen', expect: calls(1) },
    {
      ...question,
      step: 'a bill that says another amount than its quote',
      bill: { plain: { amount: amount(4) } },
      expect: { refused: 'a402_bill_mismatch' },
    },
    {
      do: 'command',
      by: 'agent',
      action: 'sub_account.read',
      target: '$purse.sub_account_id',
      path: '/sub-accounts/$purse.sub_account_id',
      method: 'GET',
      step: 'what was paid from the purse, and what is left in it',
      expect: {
        answer: {
          balance: amount(37),
          usage: { payments: 1, paid: amount(3), refunded: amount(0) },
        },
      },
    },
    { ...question, step: 'two more', times: 2, expect: calls(2) },
    {
      ...question,
      step: 'a fourth: the smallest amount is left of the budget',
      expect: { refused: 'amount_over_total_limit' },
    },
    {
      do: 'command',
      by: 'device',
      action: 'sub_account.close',
      target: '$purse.sub_account_id',
      path: '/sub-accounts/$purse.sub_account_id/close',
      step: 'the purse is closed: what was left is back',
      expect: { moved: { ann: `+${amount(31)}`, purse: `-${amount(31)}` }, instruments: -1 },
    },
  ];
}

/** A payment after the mandate was revoked: found outside it, and paid back in the currency that it was paid in. */
function theft({ amount, currency }: Abroad): Step[] {
  const validity_end_time = '+60d';
  return [
    { do: 'bind', step: 'an instrument', limit: amount(CAP), as: 'tool', expect: { instruments: 1 } },
    {
      do: 'mandate',
      step: 'a mandate',
      as: 'lost',
      iac: { max_total_amount: Number(amount(900_000)), validity_end_time },
    },
    {
      do: 'command',
      step: 'the key is stolen: the user revokes it',
      action: 'mandate.revoke',
      target: '$lost.delegation_id',
      path: '/mandates/$lost.delegation_id/revoke',
    },
    { do: 'bank', step: 'the bank’s copy of the mandates is behind', status: 'lagging' },
    {
      ...seat,
      under: 'lost',
      stolen: true,
      as: 'theft',
      step: 'the thief pays all the same',
      expect: paid(amount(TICKET), { from: 'ann', to: 'rail', items: { SEAT: 1 } }),
    },
    { do: 'bank', step: 'its copy catches up', status: 'live' },
    { do: 'evidence', step: 'the user collects the evidence', of: 'theft', under: 'lost', as: 'evidence' },
    { do: 'dispute', step: 'I have not bought this', of: 'evidence', as: 'dispute' },
    { do: 'submit', step: 'the evidence of it', to: 'dispute', evidence: 'evidence' },
    {
      do: 'publish',
      step: 'the trust list is renewed',
      list: { claims: { issued_at: '+0s', next_update: '+60d' } },
    },
    {
      do: 'advance',
      step: 'a week later the time for evidence is over',
      seconds: WEEK_SECONDS,
      expect: { changed: { TRADE_FINISHED: 1 } },
    },
    {
      do: 'finding',
      step: 'it lies outside the mandate',
      of: 'dispute',
      as: 'found',
      expect: { answer: { finding: 'COMPENSATED', reason: 'mandate_revoked' } },
    },
    {
      do: 'compensate',
      step: 'the bank pays it back out of its own money',
      on: 'found',
      evidence: 'evidence',
      expect: {
        moved: { ann: `+${amount(TICKET)}`, [`compensation:${currency}`]: `-${amount(TICKET)}` },
        answer: { amount: amount(TICKET), currency, reason: 'mandate_revoked' },
      },
    },
  ];
}
