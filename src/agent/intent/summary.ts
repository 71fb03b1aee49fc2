import type { Summary } from '../../protocol/generated/types.ts';
import type { PartialIntent } from './draft.ts';

type Line = readonly [string, string];

/**
 * A line for each thing that is understood, in English and in Chinese. Nothing that binds is left out.
 *
 * @see ADD-INT-ICS-20
 */
export function summarize(values: PartialIntent): Summary {
  const lines = [
    ...goodsLines(values),
    ...limitLines(values),
    ...sellerLines(values),
    ...priceLines(values),
    ...timeLines(values),
  ];
  return {
    en: lines.map(([en]) => en).join('\n'),
    zh: lines.map(([, zh]) => zh).join('\n'),
  };
}

function line(value: string | number | undefined, en: string, zh: string): Line[] {
  return value === undefined ? [] : [[`${en}: ${value}`, `${zh}：${value}`]];
}

function goodsLines(values: PartialIntent): Line[] {
  return [
    ...line(values.need?.join(', '), 'Buy', '购买'),
    ...line(values.grade, 'Class', '席别'),
    ...line(values.quantity, 'Quantity', '数量'),
    ...line(values.allowed_categories?.join(', '), 'Category', '品类'),
    ...line(values.forbidden_categories?.join(', '), 'Never buy', '禁止品类'),
  ];
}

function limitLines(values: PartialIntent): Line[] {
  const money = (amount: string | undefined) =>
    amount === undefined ? undefined : `${amount} ${values.currency ?? ''}`.trim();
  return [
    ...line(money(values.max_single_amount), 'At most for one payment', '单笔上限'),
    ...line(money(values.min_single_amount), 'At least for one payment', '单笔下限'),
    ...line(money(values.max_total_amount), 'At most in total', '总额上限'),
    ...line(values.times_limit, 'Payments at most', '最多付款次数'),
    ...line(
      values.delegation_depth,
      'May be handed on to other agents, steps at most',
      '可转授给其他智能体的层数',
    ),
  ];
}

function sellerLines(values: PartialIntent): Line[] {
  const allowed: Line[] =
    values.allowed_merchants === 'any'
      ? [['Sellers: any', '商家：不限']]
      : line(values.allowed_merchants?.join(', '), 'Only from', '仅限商家');
  return [...allowed, ...line(values.forbidden_merchants?.join(', '), 'Never from', '禁止商家')];
}

function priceLines(values: PartialIntent): Line[] {
  const action: Line[] =
    values.price_deviation_action === 'AUTO_CANCEL'
      ? [['If something does not fit: cancel', '不符合要求时：自动取消']]
      : [['If something does not fit: pause and ask', '不符合要求时：暂停并询问']];
  const { price_deviation_tolerance: tolerance, reference_price: reference } = values;
  return [
    ...line(
      reference === undefined ? undefined : `${reference} ${values.currency ?? ''}`,
      'Reference price',
      '参考价',
    ),
    ...line(tolerance === undefined ? undefined : `${tolerance}%`, 'Price may differ by', '价格浮动'),
    ...action,
    ...failureLines(values),
  ];
}

function failureLines({ on_payment_failure: action, max_retry_count: retries = 0 }: PartialIntent): Line[] {
  if (action === 'CANCEL') return [['If a payment is refused: cancel the order', '付款被拒时：取消订单']];
  if (action === undefined) return [];
  return [
    [
      `If a payment is refused: try again, at most ${retries} times`,
      `付款被拒时：自动重试，最多 ${retries} 次`,
    ],
  ];
}

function timeLines(values: PartialIntent): Line[] {
  return [
    ...line(values.delivery_time_requirement, 'Needed by', '最晚交付'),
    ...line(values.delivery_address, 'Deliver to', '送货地址'),
    ...line(values.validity_end_time, 'Valid until', '有效期至'),
    ...line(values.delegator_identity, 'Account identity', '账户身份'),
  ];
}
