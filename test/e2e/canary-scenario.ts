/** One world through all that carries secrets, with something to look for in each of them. */
import type { Scenario, Step } from '../../scenarios/format.ts';

export const WORDS = 'for my niece Zerlinde Quastenflosser';
export const ADDRESS = 'Kanarienweg 7743, Zaunkoenigstadt';
export const PASSWORD = 'passwort-Goldammer-91';
export const LOGIN = 'login-Steinschmaetzer-17';
export const WRONG_CODE = '7409153';
export const NOTE = 'Wiedehopf Rohrdommel';
export const SAID_RAW = `Ich brauche Papier ${WORDS}`;

/** What was planted, and that nobody but those it is meant for may hear of. */
export const PLANTED: readonly string[] = [WORDS, ADDRESS, PASSWORD, LOGIN, WRONG_CODE, NOTE, SAID_RAW];

const paper = { do: 'pay', at: 'office', items: { PAPER: 1 } } as const;

const L2: readonly Step[] = [
  { do: 'bind', step: 'a tool', limit: '500.00', as: 'tool' },
  {
    do: 'mandate',
    step: 'a mandate with words, an address and a note in it',
    as: 'mandate',
    method: 'PASSWORD',
    iac: {
      conversation_history: { user_intent_raw: SAID_RAW, input_mode: ['TEXT'] },
      ext: { fulfillment: { delivery_address: ADDRESS }, vendor_private: { note: NOTE } },
    },
  },
  { ...paper, step: 'paid under it', under: 'mandate' },
  { ...paper, step: 'more than it allows', items: { DESK: 1 }, under: 'mandate' },
  { ...paper, step: 'by a stranger', under: 'mandate', request: { key: 'stranger' } },
  {
    do: 'command',
    step: 'revoked',
    action: 'mandate.revoke',
    target: '$mandate.delegation_id',
    path: '/mandates/$mandate.delegation_id/revoke',
  },
  { ...paper, step: 'after that', under: 'mandate' },
];

const L1: readonly Step[] = [
  {
    do: 'buy',
    step: 'by a code',
    say: `Buy me one cinema ticket ${WORDS} now, at most 100 yuan.`,
    method: 'OTP',
  },
  {
    do: 'buy',
    step: 'by a wrong code',
    say: `Buy me one cinema ticket ${WORDS} now, at most 100 yuan.`,
    method: 'OTP',
    secret: WRONG_CODE,
  },
  { do: 'buy', step: 'by scanning', say: 'Buy me one cinema ticket now, at most 100 yuan.', method: 'QR' },
];

const L3: readonly Step[] = [
  {
    do: 'delegate',
    step: 'a budget',
    as: 'research',
    say: `Find out how train prices moved this month ${WORDS}.`,
    answers: {
      allowed_categories: 'data/market',
      allowed_merchants: 'did:act:market.example/shop',
      max_single_amount: '0.05',
      max_total_amount: '1.00',
      validity_end_time: '+1d',
    },
  },
  { do: 'card', step: 'a purse', as: 'purse', limit: '0.05', fund: '1.00' },
  {
    do: 'fetch',
    step: 'paid on access',
    at: 'market',
    path: '/data/1',
    under: 'research',
    from: 'purse',
    as: 'seen',
  },
  { do: 'proof', step: 'replayed', of: 'seen', at: 'market', path: '' },
  { do: 'proof', step: 'stolen', of: 'seen', at: 'market', path: '', key: 'stranger' },
];

const TROUBLE: readonly Step[] = [
  { do: 'enrol', step: 'a device with a wrong login', login: LOGIN },
  { do: 'send', step: 'no JSON', to: 'bank', path: '/payments', text: `{"words":"${WORDS}"` },
  {
    do: 'send',
    step: 'of no form',
    to: 'bank',
    path: '/payments',
    json: { password: PASSWORD, [ADDRESS]: 1 },
  },
  {
    do: 'send',
    step: 'no command',
    to: 'bank',
    path: '/accounts/acct-ann',
    headers: { authorization: `ACT-Command ${PASSWORD}` },
  },
  {
    do: 'send',
    step: 'an address that says too much',
    to: 'office',
    path: `/${encodeURIComponent(ADDRESS)}?q=${PASSWORD}`,
  },
];

/** What has to work: nothing is shown by a world in which all of it is refused. */
export const MUST_WORK: ReadonlySet<string> = new Set([
  'a mandate with words, an address and a note in it',
  'paid under it',
  'by a code',
  'by scanning',
  'a budget',
  'paid on access',
]);

export const STEPS: readonly Step[] = [...L2, ...L1, ...L3, ...TROUBLE];

export const WORLD: Scenario['world'] = {
  users: { ann: { balance: '5000.00', password: PASSWORD } },
  shops: {
    office: {
      items: {
        PAPER: { name: 'Printer paper', category: 'office/paper', price: '25.00' },
        DESK: { name: 'Standing desk', category: 'office/furniture', price: '1500.00' },
      },
    },
    cinema: { items: { SEAT: { name: 'Cinema seat', category: 'leisure/cinema', price: '88.00' } } },
  },
  sellers: { market: { price: '0.01' } },
  words: { 'leisure/cinema': ['cinema ticket'] },
};
