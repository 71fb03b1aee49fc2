import { describe, expect, test } from 'vitest';
import type { ActError } from '../../protocol/errors/index.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { DAY_SECONDS, IDS, WORLD_NOW } from '../../verifier/testing/actors.ts';
import { agentConfig } from '../testing/world.ts';
import { readAnswers } from './answers.ts';
import { answerDraft, type DraftContext, draftIntent, type IntentDraft } from './draft.ts';
import { finalizeIntent } from './finalize.ts';
import type { Utterance } from './reader.ts';
import { ruleReader } from './rule-reader.ts';
import { summarize } from './summary.ts';

const { merchants, categories } = agentConfig();
const context: DraftContext = {
  now: WORLD_NOW,
  utcOffsetMinutes: 480,
  merchants,
  categories,
  currency: 'CNY',
  validitySeconds: DAY_SECONDS,
  delegatorIdentity: IDS.delegator,
  priceDeviationAction: 'PAUSE_AND_NOTIFY',
};

function said(content: string): Utterance[] {
  return [{ role: 'user', content, create_time: formatUtcSeconds(WORLD_NOW) }];
}

function draft(content: string, changes: Partial<DraftContext> = {}): Promise<IntentDraft> {
  return draftIntent(said(content), { ...context, ...changes }, ruleReader);
}

const asked = ({ questions }: IntentDraft) => questions.map(({ field, reason }) => `${field} ${reason}`);

const ENGLISH =
  'Buy me two second class tickets on train G123 from Beijing to Harbin on 1 December, at most 600 yuan each and ' +
  '1,800 yuan in total, up to three times, only from rail and not from voyage, valid for 3 days, ' +
  '5% tolerance around 553.50 yuan, cancel automatically';
const CHINESE =
  '帮我买两张12月1日从北京到哈尔滨的G123高铁二等座,单笔不超过600元,总共不超过1800元,最多三次,' +
  '在铁路买,不要在远行买,有效期3天,价格浮动5%,参考价553.50元,超出自动取消';

describe('the rule-based reader', () => {
  test.each([
    ['English', ENGLISH],
    ['Chinese', CHINESE],
  ])('ADD-INT-ICS-09 understands a whole request in %s', async (_name, text) => {
    const { values, questions } = await draft(text);
    expect(questions).toEqual([]);
    expect(values).toMatchObject({
      need: ['G123'],
      grade: 'second class',
      quantity: 2,
      allowed_categories: ['transport/train'],
      currency: 'CNY',
      max_single_amount: '600.00',
      max_total_amount: '1800.00',
      times_limit: 3,
      allowed_merchants: [IDS.merchant],
      forbidden_merchants: [IDS.otherMerchant],
      delivery_time_requirement: '2026-12-01T15:59:59Z',
      validity_end_time: formatUtcSeconds(WORLD_NOW + 3 * DAY_SECONDS),
      reference_price: '553.50',
      price_deviation_tolerance: 5,
      price_deviation_action: 'AUTO_CANCEL',
    });
  });

  test.each([
    ['600元以内', '600.00'],
    ['¥600', '600.00'],
    ['at most 600 yuan', '600.00'],
    ['no more than CNY 1,250.5', '1250.50'],
    ['US$600', '600.00'],
    ['$1,250,000.5 at most', '1250000.50'],
    ['at most ¥5000 yen', '5000'],
    ['最多5000日元', '5000'],
    ['高铁票,600元以内', '600.00'],
  ])('reads the amount in "%s"', async (text, amount) => {
    expect((await draft(text)).values.max_single_amount).toBe(amount);
  });

  test('takes no number without a currency for an amount, and no amount with a third decimal', async () => {
    expect((await draft('G123 on track 600')).values.max_single_amount).toBeUndefined();
    expect((await draft('at most 6.005 yuan')).values.max_single_amount).toBeUndefined();
    expect((await draft('at most 6.00 yuan')).values.max_single_amount).toBe('6.00');
  });

  test.each([
    'at most €1,50',
    'at most 12,50 euros',
    'at most 1.250,50 €',
    'at most .50 yuan',
    'at most 1e2 yuan',
    'at most HK$200',
    'at most NT$300',
    'at most $200 CAD',
    'at most $200 元',
    'at most $5 million',
    'at most $5k',
    '最多¥5万',
    'at most KWD 20.50',
    'at most 20.50 KWD',
    '最多HKD 200元',
    '最多日币5000元',
    '最多5000块台币',
    '最多200元美金',
  ])('ADD-INT-ICS-09 reads no amount where another one may be meant: %s', async (text) => {
    const { values } = await draft(`train from rail, ${text}`);
    expect([values.max_single_amount, values.max_total_amount]).toEqual([undefined, undefined]);
    expect(asked(await draft(`train from rail, ${text}`))).toContain('max_total_amount missing');
  });

  test.each([
    ['JPY', 'at most ¥5,000', '5000'],
    ['JPY', 'at most 5000 JPY', '5000'],
    ['KWD', 'at most 20.5 KWD', '20.50'],
    ['KWD', 'at most KWD 1,250', '1250.00'],
    ['KRW', 'at most 50,000 KRW', '50000'],
    ['AUD', 'at most $20', '20.00'],
    ['AUD', 'at most $20 AUD', '20.00'],
    ['CAD', 'at most 20 dollars', '20.00'],
    ['TWD', '最多500元', '500.00'],
  ])(
    'ADD-INT-ICS-09 what may be of several currencies is of the user’s own: %s, %s',
    async (currency, text, amount) => {
      const { values } = await draft(`train from rail, ${text}`, { currency });
      expect([values.currency, values.max_single_amount]).toEqual([currency, amount]);
    },
  );

  test.each([
    ['JPY', '最多¥600元', 'CNY', '600.00'],
    ['JPY', 'at most US$20', 'USD', '20.00'],
    ['KWD', 'at most ¥600', 'CNY', '600.00'],
    ['KWD', 'at most €12.50', 'EUR', '12.50'],
  ])('and what names another is not: %s, %s', async (own, text, currency, amount) => {
    const { values } = await draft(`train from rail, ${text}`, { currency: own });
    expect([values.currency, values.max_single_amount]).toEqual([currency, amount]);
  });

  test.each([
    ['JPY', 'at most 500.50 yen'],
    ['KWD', 'at most 1.005 KWD'],
    ['KWD', 'at most $20 KWD'],
    ['HKD', 'at most 20 dollars SGD'],
  ])(
    'ADD-INT-ICS-09 reads no amount that cannot be written, or is of two currencies: %s, %s',
    async (currency, text) => {
      const { values } = await draft(`train from rail, ${text}`, { currency });
      expect([values.max_single_amount, values.max_total_amount]).toEqual([undefined, undefined]);
    },
  );

  test('ADD-INT-ICS-09 reads two limits in the user’s own currency', async () => {
    const { values } = await draft('train from rail, at most 20.50 KWD each and KWD 90 in total', {
      currency: 'KWD',
    });
    expect([values.currency, values.max_single_amount, values.max_total_amount]).toEqual([
      'KWD',
      '20.50',
      '90.00',
    ]);
  });

  test.each([
    ['before 2026-12-01', '2026-11-30T16:00:00Z'],
    ['by 2026-12-01 18:30', '2026-12-01T10:30:00Z'],
    ['12月1日之前', '2026-11-30T16:00:00Z'],
    ['tomorrow', '2026-11-21T15:59:59Z'],
    ['后天', '2026-11-22T15:59:59Z'],
    ['on January 5', '2027-01-05T15:59:59Z'],
  ])('reads "%s" on the user’s clock', async (text, time) => {
    expect((await draft(text)).values.delivery_time_requirement).toBe(time);
  });

  test('knows no day that is not in the calendar', async () => {
    expect((await draft('on 30 February 2027')).values.delivery_time_requirement).toBeUndefined();
    expect((await draft('on 28 February 2027')).values.delivery_time_requirement).toBe(
      '2027-02-28T15:59:59Z',
    );
  });

  test.each([
    ['If the payment fails, try again up to 2 times', 'AUTO_RETRY', 2],
    ['Retry up to 2 times if a payment is declined', 'AUTO_RETRY', 2],
    ['up to two retries if the charge does not go through', 'AUTO_RETRY', 2],
    ['cancel the order if the payment fails', 'CANCEL', undefined],
    ['If the payment fails, do not retry', undefined, 0],
    ['If the payment fails, do not cancel', undefined, undefined],
    ['支付失败就重试两次', 'AUTO_RETRY', 2],
    ['付款失败时自动重试,最多2次', 'AUTO_RETRY', 2],
    ['如果扣款失败,取消订单', 'CANCEL', undefined],
    ['支付失败不要重试', undefined, 0],
  ] as const)(
    'reads what to do about a refused payment in "%s", and nothing else out of it',
    async (text, action, count) => {
      const base = 'train G123 from rail, up to 3 times, 5% tolerance around 550 yuan';
      const { values } = await draft(`${base}. ${text}`);
      expect([values.on_payment_failure, values.max_retry_count]).toEqual([action, count]);
      expect([values.times_limit, values.price_deviation_action]).toEqual([3, 'PAUSE_AND_NOTIFY']);
      expect(values.allowed_merchants).toEqual([IDS.merchant]);
    },
  );

  test.each([
    ['a train ticket but no tea', ['transport/train'], ['food/drink']],
    ['never buy any tea, only a train ticket', ['transport/train'], ['food/drink']],
    ['买高铁票,不要买奶茶', ['transport/train'], ['food/drink']],
    ['a train ticket not from voyage', ['transport/train'], undefined],
    ['no tea', undefined, ['food/drink']],
  ] as const)('reads what must not be bought: %s', async (text, allowed, forbidden) => {
    const { values } = await draft(text);
    expect([values.allowed_categories, values.forbidden_categories]).toEqual([allowed, forbidden]);
  });

  test.each([
    ['deliver it to 7 Tea Street', '7 Tea Street'],
    ['shipped to “7 Tea Street, Springfield”', '7 Tea Street, Springfield'],
    ['delivery address: 7 Tea Street', '7 Tea Street'],
    ['送到杭州市西湖区奶茶路1号,单笔不超过20元', '杭州市西湖区奶茶路1号'],
    ['收货地址:杭州市奶茶路1号', '杭州市奶茶路1号'],
  ])('reads where the goods go, and nothing else out of it: %s', async (text, address) => {
    const { values, questions } = await draft(`a train ticket from rail, 600 yuan in total, ${text}`);
    expect(values.delivery_address).toBe(address);
    expect(questions.map(({ field }) => field)).not.toContain('delivery_address');
    expect([values.allowed_categories, values.need]).toEqual([['transport/train'], undefined]);
  });

  test('does not read what the agent said', async () => {
    const turns: Utterance[] = [
      { role: 'agent', content: ENGLISH, create_time: formatUtcSeconds(WORLD_NOW) },
    ];
    expect(await ruleReader.read(turns, context)).toEqual([]);
    expect(await ruleReader.read(said(ENGLISH), context)).not.toEqual([]);
  });

  test('a seller is named by a word of its own', async () => {
    expect((await draft('by railing')).values.allowed_merchants).toBeUndefined();
    expect((await draft('by rail')).values.allowed_merchants).toEqual([IDS.merchant]);
  });
});

describe('ADD-INT-ICS-10 clarification', () => {
  test('what is missing is asked for', async () => {
    const empty = await draft('something nice', {
      validitySeconds: undefined,
      delegatorIdentity: undefined,
    } as never);
    expect(asked(empty)).toEqual([
      'allowed_categories missing',
      'max_total_amount missing',
      'allowed_merchants missing',
      'validity_end_time missing',
      'delegator_identity missing',
    ]);
    expect(asked(await draft(ENGLISH))).toEqual([]);
  });

  test('an amount that can be read in two ways is asked about; next to a total it cannot', async () => {
    const base = 'train G123 from rail, at most 600 yuan';
    expect(asked(await draft(base))).toEqual(['max_total_amount ambiguous']);
    expect(asked(await draft(`${base}, 1800 yuan in total`))).toEqual([]);
  });

  test('what contradicts itself is asked about', async () => {
    const base = 'train G123 from rail';
    expect(asked(await draft(`${base}, 600 yuan each, 500 yuan each, 1800 yuan in total`))).toEqual([
      'max_single_amount conflicting',
    ]);
    expect(asked(await draft(`${base}, 600 yuan each, 500 yuan in total`))).toEqual([
      'max_total_amount conflicting',
    ]);
    expect(asked(await draft(`${base}, 600 yuan each, 100 dollars in total`))).toContain(
      'currency conflicting',
    );
    expect(asked(await draft(`${base} with tea, 600 yuan in total`))).toContain(
      'allowed_categories conflicting',
    );
    expect(asked(await draft(`${base}, 600 yuan in total, by 2026-11-01`))).toEqual([
      'delivery_time_requirement conflicting',
    ]);
    expect(asked(await draft(`${base}, 600 yuan in total, valid until 2028-11-01`))).toEqual([
      'validity_end_time conflicting',
    ]);
    expect(asked(await draft(`${base}, 600 yuan in total`))).toEqual([]);
  });

  test('a tolerance without a price to count it from is asked about', async () => {
    const base = 'train G123 from rail, 600 yuan in total, 5% tolerance';
    expect(asked(await draft(base))).toEqual(['reference_price missing']);
    expect(asked(await draft(`${base} around 550 yuan`))).toEqual([]);
  });

  test('an address that only the user knows, that may go on, or of which there are two, is asked about', async () => {
    const base = 'train G123 from rail, 600 yuan in total';
    for (const text of ['deliver to my home', 'deliver to 7 Long Street, Springfield', '送到公司'])
      expect(asked(await draft(`${base}. ${text}`))).toEqual(['delivery_address ambiguous']);
    const two = await draft(`${base}, deliver to 7 Long Street. Or deliver to 8 Long Street`);
    expect(asked(two)).toEqual(['delivery_address conflicting']);
    expect(answerDraft(two, { delivery_address: '7 Long Street' }, context).questions).toEqual([]);
  });

  test('what is wanted and must not be bought is asked about', async () => {
    const base = await draft('train G123 from rail, 600 yuan in total');
    const both = answerDraft(base, { forbidden_categories: ['transport/train'] }, context);
    expect(asked(both)).toEqual(['allowed_categories conflicting']);
    expect(answerDraft(base, { forbidden_categories: ['food/drink'] }, context).questions).toEqual([]);
  });

  test('a further try without a count is asked about, and a count without what it counts', async () => {
    const base = 'train G123 from rail, 600 yuan in total';
    expect(asked(await draft(`${base}. If the payment fails, retry`))).toEqual(['max_retry_count missing']);
    expect(asked(await draft(`${base}. If the payment fails, retry twice`))).toEqual([]);
    expect(asked(answerDraft(await draft(base), { max_retry_count: 2 }, context))).toEqual([
      'on_payment_failure missing',
    ]);
    expect(asked(answerDraft(await draft(base), { max_retry_count: 0 }, context))).toEqual([]);
  });

  test('"retry" may be about anything that fails; of a payment it is not', async () => {
    const first = await draft('train G123 from rail, 600 yuan in total. Retry twice');
    expect(asked(first)).toEqual(['on_payment_failure ambiguous']);
    expect(answerDraft(first, { on_payment_failure: 'AUTO_RETRY' }, context)).toMatchObject({
      questions: [],
      values: { on_payment_failure: 'AUTO_RETRY', max_retry_count: 2 },
    });
  });

  test('to try again and to cancel contradict each other; the answer ends it', async () => {
    const base = 'train G123 from rail, 600 yuan in total';
    const first = await draft(`${base}. If the payment fails, retry once. If the payment fails, cancel`);
    expect(asked(first)).toEqual(['on_payment_failure conflicting']);
    expect(asked(answerDraft(first, { on_payment_failure: 'AUTO_RETRY' }, context))).toEqual([]);
    const cancelled = answerDraft(first, { on_payment_failure: 'CANCEL' }, context);
    expect(cancelled.questions).toEqual([]);
    expect(cancelled.values.max_retry_count).toBeUndefined();
    const both = answerDraft(first, { on_payment_failure: 'CANCEL', max_retry_count: 1 }, context);
    expect(asked(both)).toEqual(['on_payment_failure conflicting']);
  });

  test('ADD-INT-ICS-11 answers update the draft until nothing is open', async () => {
    const first = await draft('train G123, 600 yuan each, 500 yuan in total');
    expect(asked(first)).toEqual(['allowed_merchants missing', 'max_total_amount conflicting']);
    const wrong = answerDraft(
      first,
      { allowed_merchants: [IDS.merchant], max_total_amount: '400.00' },
      context,
    );
    expect(asked(wrong)).toEqual(['max_total_amount conflicting']);
    const right = answerDraft(wrong, { max_total_amount: '1800.00' }, context);
    expect(right.questions).toEqual([]);
    expect(right.values).toMatchObject({ max_single_amount: '600.00', max_total_amount: '1800.00' });
  });

  test('ADD-INT-ICS-10 what was said in one currency is asked for again where another is chosen', async () => {
    const two = await draft(`${ENGLISH}. No, 100 dollars in total`);
    expect(asked(two)).toContain('currency conflicting');
    const chosen = answerDraft(two, { currency: 'USD', max_total_amount: '100.00' }, context);
    expect(chosen.values.max_single_amount).toBeUndefined();
    expect(asked(chosen)).toEqual(['max_single_amount ambiguous', 'reference_price ambiguous']);
    const again = answerDraft(chosen, { max_single_amount: '80.00', reference_price: '75.00' }, context);
    expect(asked(again)).toEqual([]);
    // The same currency once more changes nothing.
    expect(answerDraft(again, { currency: 'USD' }, context)).toEqual(again);
  });

  test('questions come in both languages', async () => {
    const [question] = (await draft('train from rail, at most 600 yuan')).questions;
    expect(question?.question).toContain('two ways');
    expect(question?.question_zh).toContain('合计');
  });
});

describe('answers', () => {
  const about = { ...context, currency: 'CNY' };

  test('are read in the words people use', () => {
    const answers: JsonValue = {
      max_total_amount: '1800 yuan',
      max_single_amount: 600.5,
      allowed_merchants: 'rail, voyage',
      allowed_categories: '高铁',
      times_limit: '3',
      price_deviation_tolerance: '5%',
      on_payment_failure: 'AUTO_RETRY',
      max_retry_count: '2',
      forbidden_categories: '奶茶, toys',
      delivery_address: ' 7 Tea Street ',
      delivery_time_requirement: '2026-12-01',
      validity_end_time: '2 days',
    };
    expect(readAnswers(answers, about)).toEqual({
      max_total_amount: '1800.00',
      max_single_amount: '600.50',
      allowed_merchants: [IDS.merchant, IDS.otherMerchant],
      allowed_categories: ['transport/train'],
      times_limit: 3,
      price_deviation_tolerance: 5,
      on_payment_failure: 'AUTO_RETRY',
      max_retry_count: 2,
      forbidden_categories: ['food/drink', 'toys'],
      delivery_address: '7 Tea Street',
      delivery_time_requirement: '2026-12-01T15:59:59Z',
      validity_end_time: formatUtcSeconds(WORLD_NOW + 2 * DAY_SECONDS),
    });
    for (const word of ['any', '不限'])
      expect(readAnswers({ allowed_merchants: word }, about)).toEqual({ allowed_merchants: 'any' });
    expect(() => readAnswers({ allowed_merchants: '不限制' }, about)).toThrow();
  });

  test.each([
    [{ surprise: 1 }],
    [{ max_total_amount: '1e3' }],
    [{ max_total_amount: '12,50' }],
    [{ max_total_amount: '600 dollars' }],
    [{ max_total_amount: '$600' }],
    [{ max_total_amount: '5000日元' }],
    [{ max_total_amount: '5 million' }],
    [{ currency: 'JPY', max_total_amount: '5000 yuan' }],
    [{ currency: 'JPY', max_total_amount: '5000.50' }],
    [{ currency: 'KWD', max_total_amount: '1.005' }],
    [{ currency: 'KWD', max_total_amount: 'JPY 20' }],
    [{ currency: 'KWD', max_total_amount: 'any 20' }],
    [{ max_total_amount: -1 }],
    [{ allowed_merchants: 'somebody' }],
    [{ times_limit: 0 }],
    [{ price_deviation_action: 'WHATEVER' }],
    [{ on_payment_failure: 'WAIT' }],
    [{ max_retry_count: -1 }],
    [{ max_retry_count: 101 }],
    [{ max_retry_count: true }],
    [{ delivery_address: ' ' }],
    [{ delivery_address: 'x'.repeat(201) }],
    [{ forbidden_categories: 'What now?' }],
    [{ delegator_identity: 'me' }],
    [['600']],
  ] as [JsonValue][])('%j is refused', (answers) => {
    const code = (() => {
      try {
        return readAnswers(answers, about);
      } catch (error) {
        return (error as ActError).code;
      }
    })();
    expect(code).toBe('schema_mismatch');
  });

  test.each([
    ['¥5,000', 'JPY', '5000'],
    ['5000 yen', 'JPY', '5000'],
    ['600 GBP', 'GBP', '600.00'],
    ['¥600.5', 'CNY', '600.50'],
    ['1,800元', 'CNY', '1800.00'],
    ['KWD 20.5', 'KWD', '20.50'],
    ['KWD20.5', 'KWD', '20.50'],
    ['20.50 KWD', 'KWD', '20.50'],
    ['$20', 'AUD', '20.00'],
    ['500元', 'TWD', '500.00'],
  ])('an amount names its currency, or none: %s', (text, currency, amount) => {
    const read = readAnswers({ currency, max_total_amount: text }, about);
    expect(read).toEqual({ currency, max_total_amount: amount });
  });

  test('OA-SCH-01 are as long as an utterance at most, and text is not looked for in lists', () => {
    const padded = (spaces: number) => () =>
      readAnswers({ max_total_amount: `600${' '.repeat(spaces)}` }, about);
    expect(padded(3_997)()).toEqual({ max_total_amount: '600.00' });
    expect(padded(3_998)).toThrow(expect.objectContaining({ code: 'schema_mismatch' }));
    const listed = () => readAnswers({ price_deviation_tolerance: ['5'] }, about);
    expect(listed).toThrow(expect.objectContaining({ code: 'schema_mismatch' }));
  });
});

describe('the intent structured result', () => {
  const options = { intentId: 'int-1', agentId: IDS.agent, paymentMethods: [IDS.method], now: WORLD_NOW };

  test('ADD-INT-ICS-01 holds the confirmed values and the raw conversation', async () => {
    const isr = finalizeIntent(await draft(ENGLISH), said(ENGLISH), options);
    expect(isr).toMatchObject({
      intent_id: 'int-1',
      delegation_mode: 'SPECIFIED',
      max_total_amount: 1800,
      conversation_history: { user_intent_raw: [{ role: 'user', content: ENGLISH }], input_mode: ['TEXT'] },
      ext: {
        commerce: { max_single_amount: 600, allowed_merchants: [IDS.merchant] },
        openact: { times_limit: 3, reference_price: 553.5 },
      },
    });
  });

  test.each([
    ['. If the payment fails, retry twice', { on_payment_failure: 'AUTO_RETRY', max_retry_count: 2 }, '2'],
    ['. If the payment fails, cancel the order', { on_payment_failure: 'CANCEL' }, 'cancel the order'],
  ])(
    'ADD-INT-ICS-20 has what to do about a refused payment, and the summary says it: %s',
    async (words, set, shown) => {
      const { values, questions } = await draft(`${ENGLISH}${words}`);
      expect(questions).toEqual([]);
      const isr = finalizeIntent({ values, questions }, said(words), options);
      expect(isr.ext?.agent_behavior).toMatchObject({ ...set, price_deviation_action: 'AUTO_CANCEL' });
      const { en, zh } = summarize(values);
      expect(en.split('\n').find((text) => text.startsWith('If a payment is refused'))).toContain(shown);
      expect(zh).toContain('付款被拒时');
    },
  );

  test('ADD-INT-ICS-20 has what must not be bought and where the goods go, and the summary says both', async () => {
    const { values, questions } = await draft(`${ENGLISH}, no tea. Deliver to 7 Long Street`);
    expect(questions).toEqual([]);
    const isr = finalizeIntent({ values, questions }, said(ENGLISH), options);
    expect(isr.ext).toMatchObject({
      commerce: { allowed_categories: ['transport/train'], forbidden_categories: ['food/drink'] },
      fulfillment: { delivery_time_requirement: '2026-12-01T15:59:59Z', delivery_address: '7 Long Street' },
    });
    const { en, zh } = summarize(values);
    for (const part of ['Never buy: food/drink', 'Deliver to: 7 Long Street']) expect(en).toContain(part);
    for (const part of ['禁止品类：food/drink', '送货地址：7 Long Street']) expect(zh).toContain(part);
  });

  test('opens its window by every clock that is slower by what clocks may differ (OA-TIM-01), and never for over a year', async () => {
    const { values, questions } = await draft(ENGLISH);
    for (const [days, start] of [
      [3, WORLD_NOW - 60],
      [366, WORLD_NOW],
      [367, WORLD_NOW],
    ] as const) {
      const validity_end_time = formatUtcSeconds(WORLD_NOW + days * DAY_SECONDS);
      const until = { ...values, validity_end_time };
      const isr = finalizeIntent({ values: until, questions }, said(ENGLISH), options);
      expect(isr.validity_start_time, `${days} days`).toBe(formatUtcSeconds(start));
    }
  });

  test('is BOUNDED unless exactly one seller is named', async () => {
    for (const sellers of ['at any shop', 'from rail or voyage']) {
      const open = await draft(`a train ${sellers}, 600 yuan in total`);
      expect(finalizeIntent(open, said('a train'), options).delegation_mode).toBe('BOUNDED');
    }
  });

  test('is not made while a question is open', async () => {
    const open = await draft('train from rail, at most 600 yuan');
    expect(() => finalizeIntent(open, said('a train'), options)).toThrow('intent_incomplete');
  });

  test('ADD-INT-ICS-20 is summed up in both languages with everything that binds', async () => {
    const { en, zh } = summarize((await draft(ENGLISH)).values);
    for (const part of ['G123', '600.00 CNY', '1800.00 CNY', IDS.merchant, '5%', '553.50']) {
      expect(en).toContain(part);
      expect(zh).toContain(part);
    }
    expect([en, zh].map((text) => text.split('\n').length)).toEqual([15, 15]);
  });
});
