import type { IacPayload, Shown, Summary, ToolRequestBody } from '../../protocol/generated/types.ts';
import { amountFromNumber, formatAmount } from '../../protocol/money/index.ts';

/** Names that are spelt out in a summary; the whole list stands beside it in `shown`. */
const NAMES_MAX_CHARS = 160;

/** One line of a summary in both languages. */
interface Line {
  readonly en: string;
  readonly zh: string;
}

/**
 * What a delegator reads before deciding about a mandate, written from the signed values only: no free text of the
 * agent or of a merchant enters it, so that nobody can talk to the delegator in the issuer's name.
 *
 * @throws ActError amount_form, amount_precision, currency_unknown
 * @see OA-CNF-20
 */
export function renderMandateSummary(iac: IacPayload, pspId: string): Summary {
  return join([
    {
      en: `Agent ${iac.agent_id} may pay for you through ${pspId}.`,
      zh: `智能体 ${iac.agent_id} 可通过 ${pspId} 代您付款。`,
    },
    modeLine(iac),
    ...amountLines(iac),
    ...scopeLines(iac),
    ...depthLine(iac),
    {
      en: `From ${iac.validity_start_time} until ${iac.validity_end_time} (UTC).`,
      zh: `有效期：${iac.validity_start_time} 至 ${iac.validity_end_time}（UTC）。`,
    },
    ...list('Payment methods', '支付方式', iac.allowed_payment_methods),
  ]);
}

/** What a delegator reads before binding a payment tool to an agent: which agent, within which limits [PSD-PMT-BND-02]. */
export function renderToolSummary(
  limits: ToolRequestBody['limits'],
  agentId: string,
  pspId: string,
): Summary {
  return join([
    {
      en: `Agent ${agentId} may use your account at ${pspId}. It does not see the account.`,
      zh: `智能体 ${agentId} 可使用您在 ${pspId} 的账户，但看不到账户信息。`,
    },
    ...limitLines(limits),
  ]);
}

/** How far an agent may go with a tool, a sub-account among them. */
function limitLines(limits: ToolRequestBody['limits']): Line[] {
  const { currency, max_amount, valid_until } = limits;
  return [
    {
      en: `At most ${currency} ${max_amount} for each payment.`,
      zh: `单笔最高 ${currency} ${max_amount}。`,
    },
    ...list('Only at these merchants', '仅限商户', limits.merchants),
    ...confirmEachLine(limits),
    { en: `Until ${valid_until} (UTC).`, zh: `有效至 ${valid_until}（UTC）。` },
  ];
}

/** What a delegator reads before giving an agent a sub-account: it pays from what is put there, and from nothing else. */
export function renderSubAccountSummary(
  limits: ToolRequestBody['limits'],
  agentId: string,
  pspId: string,
): Summary {
  return join([
    {
      en: `Agent ${agentId} gets a sub-account of its own at ${pspId}. It pays only from what you put there.`,
      zh: `智能体 ${agentId} 将在 ${pspId} 获得专属子账户，只能使用您转入的资金付款。`,
    },
    ...limitLines(limits),
  ]);
}

/**
 * What a user reads at the cashier: merchant, what is charged, and how it comes about from price and discounts.
 *
 * @see PSD-PAY-INS-08
 */
export function renderPaymentSummary(
  payment: NonNullable<Shown['payment']>,
  agentId: string,
  pspId: string,
): Summary {
  const { currency, merchant, payer_amount, amount, discounts } = payment;
  return join([
    {
      en: `Pay ${currency} ${payer_amount} to ${merchant}.`,
      zh: `向 ${merchant} 支付 ${currency} ${payer_amount}。`,
    },
    ...(discounts.length === 0
      ? []
      : [{ en: `Price ${currency} ${amount}.`, zh: `原价 ${currency} ${amount}。` }]),
    ...discounts.map(({ funder, amount: value }) => ({
      en: `Discount ${currency} ${value}, paid for by ${funder}.`,
      zh: `优惠 ${currency} ${value}，由 ${funder} 承担。`,
    })),
    {
      en: `Asked for by agent ${agentId}, through ${pspId}, by ${payment.method_id}.`,
      zh: `由智能体 ${agentId} 发起，经 ${pspId}，支付方式 ${payment.method_id}。`,
    },
    { en: `Order ${payment.out_trade_no}.`, zh: `订单号 ${payment.out_trade_no}。` },
  ]);
}

function confirmEachLine({ confirm_each }: ToolRequestBody['limits']): Line[] {
  return confirm_each ? [{ en: 'You confirm every order.', zh: '每笔订单均须您确认。' }] : [];
}

function modeLine(iac: IacPayload): Line {
  return iac.delegation_mode === 'BOUNDED'
    ? { en: 'The agent chooses within the limits below.', zh: '智能体可在以下边界内自主选择。' }
    : { en: 'For the purchase named below only.', zh: '仅用于以下指定的购买。' };
}

/** Who reads it has to know that somebody else may come to pay. */
function depthLine(iac: IacPayload): Line[] {
  const depth = iac.ext?.openact?.delegation_depth ?? 0;
  if (depth === 0) return [];
  return [
    {
      en: `The agent may hand this on to other agents, ${depth} deep, within the same limits.`,
      zh: `智能体可在相同边界内转授给其他智能体，最多 ${depth} 层。`,
    },
  ];
}

function amountLines(iac: IacPayload): Line[] {
  const currency = iac.currency ?? 'CNY';
  const { max_single_amount, min_single_amount } = iac.ext?.commerce ?? {};
  const { times_limit, reference_price, runtime, autonomy_level, confirm_above } = iac.ext?.openact ?? {};
  const tolerance = iac.ext?.agent_behavior?.price_deviation_tolerance;
  const money = (value: number) => `${currency} ${formatAmount(amountFromNumber(value, currency))}`;
  const lines: (Line | undefined)[] = [
    {
      en: `At most ${money(iac.max_total_amount)} in total.`,
      zh: `总额上限 ${money(iac.max_total_amount)}。`,
    },
    amountLine('At most', 'for each payment', '单笔最高', max_single_amount, money),
    amountLine('At least', 'for each payment', '单笔最低', min_single_amount, money),
    times_limit === undefined
      ? undefined
      : { en: `At most ${times_limit} payments.`, zh: `最多付款 ${times_limit} 次。` },
    amountLine('Price expected:', '', '参考价格', reference_price, money),
    tolerance === undefined
      ? undefined
      : { en: `The price may differ by ${tolerance}%.`, zh: `价格可浮动 ${tolerance}%。` },
    autonomy_level && { en: `Autonomy level ${autonomy_level}.`, zh: `自主等级 ${autonomy_level}。` },
    autonomy_level === 'a2p2:L0'
      ? { en: 'You confirm every payment.', zh: '每笔付款均须您确认。' }
      : undefined,
    confirm_above === undefined
      ? undefined
      : {
          en: `You confirm each payment of more than ${money(confirm_above)}.`,
          zh: `超过 ${money(confirm_above)} 的付款须您确认。`,
        },
    runtime && {
      en: `Only build ${runtime.agent_version_digest}, run with key ${runtime.jkt}.`,
      zh: `仅限智能体版本 ${runtime.agent_version_digest}、运行环境密钥 ${runtime.jkt}。`,
    },
  ];
  return lines.filter((line) => line !== undefined);
}

function amountLine(
  before: string,
  after: string,
  zh: string,
  value: number | undefined,
  money: (value: number) => string,
): Line | undefined {
  if (value === undefined) return undefined;
  return { en: `${`${before} ${money(value)} ${after}`.trim()}.`, zh: `${zh} ${money(value)}。` };
}

function scopeLines(iac: IacPayload): Line[] {
  const { allowed_merchants, forbidden_merchants, allowed_categories, forbidden_categories } =
    iac.ext?.commerce ?? {};
  const pinned = iac.ext?.openact?.quote_digest;
  const delivery = iac.ext?.fulfillment?.delivery_time_requirement;
  return [
    ...list('Payees', '收款方', allowed_merchants),
    ...list('Never pay', '禁止收款方', forbidden_merchants),
    ...list('Categories', '品类', allowed_categories),
    ...list('Never buy', '禁止品类', forbidden_categories),
    ...list('Only the offer with digest', '仅限报价（摘要）', pinned === undefined ? undefined : [pinned]),
    ...(delivery === undefined
      ? []
      : [{ en: `Delivered by ${delivery} (UTC).`, zh: `最迟交付：${delivery}（UTC）。` }]),
  ];
}

function list(en: string, zh: string, names: readonly string[] | undefined): Line[] {
  if (names === undefined) return [];
  let spelt = 0;
  let chars = 0;
  for (const name of names) {
    chars += name.length + 2;
    if (chars > NAMES_MAX_CHARS && spelt > 0) break;
    spelt += 1;
  }
  const shown = names.slice(0, spelt).join(', ');
  const rest = names.length - spelt;
  const more =
    rest === 0
      ? { en: '', zh: '' }
      : { en: ` and ${rest} more, listed below`, zh: ` 等，另有 ${rest} 项见下方列表` };
  return [{ en: `${en}: ${shown}${more.en}.`, zh: `${zh}：${shown}${more.zh}。` }];
}

function join(lines: readonly Line[]): Summary {
  return {
    en: lines.map((line) => line.en).join('\n'),
    zh: lines.map((line) => line.zh).join('\n'),
  };
}
