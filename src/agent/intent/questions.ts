import type { IntentField } from './reader.ts';

export type QuestionReason = 'missing' | 'ambiguous' | 'conflicting';

/** What the user is asked before the intent can be confirmed. */
export interface Question {
  readonly field: IntentField;
  readonly reason: QuestionReason;
  readonly question: string;
  readonly question_zh: string;
}

const TEXTS: Readonly<Record<IntentField, readonly [string, string]>> = {
  need: ['What exactly do you want to buy?', '您具体想买什么？'],
  grade: ['Which class do you want?', '您想要哪种席别？'],
  quantity: ['How many do you want?', '您要几份？'],
  allowed_categories: ['Which category of goods may be bought?', '可以购买哪一类商品？'],
  forbidden_categories: ['Which categories of goods must not be bought?', '不可以购买哪些品类？'],
  currency: ['In which currency are the limits?', '金额上限以哪种货币计算？'],
  max_single_amount: ['How much may one payment be at most?', '单笔付款最多多少？'],
  min_single_amount: ['How much must one payment be at least?', '单笔付款最少多少？'],
  max_total_amount: ['How much may all payments be together?', '所有付款合计最多多少？'],
  times_limit: ['How many payments may be made?', '最多付款几次？'],
  delegation_depth: ['How many times may it be handed on to other agents?', '最多可以转授给其他智能体几层？'],
  allowed_merchants: [
    'Which sellers may be paid? ("any" for no restriction)',
    '可以向哪些商家付款？（不限制请回答“不限”）',
  ],
  forbidden_merchants: ['Which sellers must not be paid?', '不可以向哪些商家付款？'],
  delivery_time_requirement: ['By when do you need it?', '最晚什么时候需要？'],
  delivery_address: ['To which address exactly is it to go?', '具体送到哪个地址？'],
  validity_end_time: ['Until when may the agent act for you?', '授权到什么时候为止？'],
  reference_price: ['Which price is the tolerance counted from?', '价格浮动以多少为基准？'],
  price_deviation_tolerance: ['By how many percent may the price differ?', '价格最多可以浮动百分之几？'],
  price_deviation_action: [
    'When something does not fit: pause and ask you (PAUSE_AND_NOTIFY) or cancel (AUTO_CANCEL)?',
    '不符合要求时：暂停并询问您（PAUSE_AND_NOTIFY），还是自动取消（AUTO_CANCEL）？',
  ],
  on_payment_failure: [
    'When a payment is refused: try again (AUTO_RETRY) or cancel the order (CANCEL)?',
    '付款被拒时：自动重试（AUTO_RETRY），还是取消订单（CANCEL）？',
  ],
  max_retry_count: ['How many times may a refused payment be tried again?', '付款被拒后最多重试几次？'],
  delegator_identity: ['Which account identity do you act under?', '您使用哪个账户身份？'],
};

const REASONS: Readonly<Record<QuestionReason, readonly [string, string]>> = {
  missing: ['', ''],
  ambiguous: ['What you said can be read in two ways. ', '您的话有两种理解。'],
  conflicting: ['What you said contradicts itself. ', '您的话前后矛盾。'],
};

export function questionFor(field: IntentField, reason: QuestionReason): Question {
  const [en, zh] = TEXTS[field];
  const [why, whyZh] = REASONS[reason];
  return { field, reason, question: `${why}${en}`, question_zh: `${whyZh}${zh}` };
}

export function isIntentField(name: string): name is IntentField {
  return Object.hasOwn(TEXTS, name);
}
