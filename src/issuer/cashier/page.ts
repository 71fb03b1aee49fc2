import { createHash } from 'node:crypto';
import encodeQR from 'qr';
import type { Shown } from '../../protocol/generated/types.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import type { StoredConfirmation } from '../confirmation/index.ts';

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:2rem auto;padding:0 1rem}' +
  'th{text-align:left;font-weight:400;padding-right:1rem;vertical-align:top;color:#555}' +
  'td{overflow-wrap:anywhere}.amount{font-size:2rem;font-weight:600}svg{width:14rem;height:14rem;background:#fff}';

/** No script, nothing from elsewhere, in no frame: what it shows is all that it does. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
};

const REFRESH_SECONDS = 3;
/** Light modules around a code, without which readers do not find it. */
const QUIET_ZONE = 4;

const STATES: Readonly<Record<StoredConfirmation['state'], string>> = {
  PENDING: 'Waits for your decision · 等待您确认',
  APPROVED: 'Confirmed · 已确认',
  DENIED: 'Declined: nothing is paid · 已拒绝，未付款',
  EXPIRED: 'Not confirmed in time: nothing is paid · 已超时，未付款',
};

/**
 * What a person sees who opens the cashier: the question word for word as the device is asked it, and how it stands. The
 * page follows the state while the question waits, and decides nothing: that needs the device.
 *
 * @param link the address of this page with its code, to be scanned by the device; only while the code is good
 * @see PSD-PAY-INS-07, PSD-PAY-INS-08, OA-INS-05, OA-INS-06, OA-INS-07
 */
export function cashierPage({ shown, state, expiresAt }: StoredConfirmation, link?: string): string {
  const waits = state === 'PENDING';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
${waits ? `<meta http-equiv="refresh" content="${REFRESH_SECONDS}">\n` : ''}<title>Cashier · 收银台</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Cashier · 收银台</h1>
<p id="state">${STATES[state]}</p>
${shown.payment === undefined ? '' : paymentTable(shown.payment, shown)}
<h2>What you are asked · 确认内容</h2>
<p lang="en">${lines(shown.summary.en)}</p>
<p lang="zh">${lines(shown.summary.zh)}</p>
${waits ? waiting(expiresAt, link) : ''}
</body>
</html>
`;
}

/** Amount and currency, merchant and way of paying, as the request has them. */
function paymentTable(payment: NonNullable<Shown['payment']>, { agent, psp_id }: Shown): string {
  const { payer_amount, amount, currency, merchant, merchant_name, method_id, out_trade_no, discounts } =
    payment;
  const rows: readonly (readonly [string, string])[] = [
    ...(merchant_name === undefined ? [] : [['Name · 商户名称', merchant_name] as const]),
    ['Merchant · 收款商户', merchant],
    ['Way of paying · 支付方式', method_id],
    ...(discounts.length === 0 ? [] : [['Price · 原价', `${currency} ${amount}`] as const]),
    ...discounts.map((one) => ['Discount · 优惠', `${currency} ${one.amount} (${one.funder})`] as const),
    ['Order · 订单号', out_trade_no],
    ['Asked for by · 发起智能体', agent.agent_id],
    ['Payment service · 支付服务方', psp_id],
  ];
  const cells = rows.map(([name, value]) => `<tr><th>${name}</th><td>${escaped(value)}</td></tr>`);
  return `<p class="amount" id="amount">${escaped(`${currency} ${payer_amount}`)}</p>\n<table>${cells.join('')}</table>`;
}

function waiting(expiresAt: number, link: string | undefined): string {
  const until = `<p>Until ${formatUtcSeconds(expiresAt)}. Decide on your device. · 请在您的设备上确认。</p>`;
  if (link === undefined) return until;
  const picture = encodeQR(link, 'svg', { ecc: 'medium', border: QUIET_ZONE });
  return `${until}\n<p>Or scan this with it. · 或扫码确认。</p>\n<div id="qr" role="img" aria-label="QR">${picture}</div>`;
}

const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>');

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (one) => ENTITIES[one] ?? '');
}
