import { ActError } from '../../../protocol/errors/index.ts';
import type { PayerCode } from '../../../protocol/generated/types.ts';
import type { Random } from '../../../protocol/ports.ts';
import { formatUtcSeconds } from '../../../protocol/time/index.ts';
import { CLOCKS_DIFFER_MAX_SECONDS, type Queries, type Row } from '../../../store/index.ts';
import { seconds, text } from '../row.ts';
import type { PayerCodeRoutes } from './routing.ts';

/** A code that this service gave, and the offer that was scanned onto it. Unix seconds. */
export interface StoredCode {
  readonly payerCode: string;
  readonly paymentToolRef: string;
  readonly agentId: string;
  readonly agentJkt: string;
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly quote?: string;
  readonly quoteDigest?: string;
}

const DIGITS = 18;
/** Bytes from here on would make some digits likelier than others. */
const FAIR_BYTES = 250;

/** Where others have nearly all longer prefixes inside one of ours, a code that is ours is found all the same. */
const DRAWS = 1_000;

/**
 * 18 digits: a prefix, and chance behind it. Where a longer prefix of somebody else begins like one of ours, what chance
 * puts there is drawn again: it would be theirs.
 *
 * @throws ActError payer_code_unroutable when others have every longer prefix
 * @see OA-ICN-17
 */
export function newPayerCode(random: Random, { own, ownerOf }: PayerCodeRoutes, pspId: string): string {
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const prefix = own[Number(`0${digitsOf(random, 4)}`) % own.length] ?? '';
    const code = `${prefix}${digitsOf(random, DIGITS - prefix.length)}`;
    if (ownerOf(code) === pspId) return code;
  }
  throw new ActError('payer_code_unroutable', { rule: 'own' });
}

function digitsOf(random: Random, count: number): string {
  let digits = '';
  while (digits.length < count) {
    const fair = [...random(count)].filter((byte) => byte < FAIR_BYTES);
    digits += fair.map((byte) => byte % 10).join('');
  }
  return digits.slice(0, count);
}

export async function insertCode(tx: Queries, code: StoredCode): Promise<void> {
  const { payerCode, paymentToolRef, agentId, agentJkt, issuedAt, expiresAt } = code;
  await tx.run(
    `INSERT INTO payer_codes (payer_code, payment_tool_ref, agent_id, agent_jkt, issued_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [payerCode, paymentToolRef, agentId, agentJkt, issuedAt, expiresAt],
  );
}

export async function findCode(queries: Queries, payerCode: string): Promise<StoredCode | undefined> {
  const row = await queries.get('SELECT * FROM payer_codes WHERE payer_code = $1', [payerCode]);
  return row && codeOf(row);
}

function codeOf(row: Row): StoredCode {
  return {
    payerCode: text(row, 'payer_code'),
    paymentToolRef: text(row, 'payment_tool_ref'),
    agentId: text(row, 'agent_id'),
    agentJkt: text(row, 'agent_jkt'),
    issuedAt: seconds(row, 'issued_at'),
    expiresAt: seconds(row, 'expires_at'),
    ...(row.quote === null ? {} : { quote: text(row, 'quote'), quoteDigest: text(row, 'quote_digest') }),
  };
}

/** Whether a code may be scanned: one of a clock that was ahead may be when its time has come. */
export function isAlive({ issuedAt, expiresAt }: StoredCode, now: number): boolean {
  return issuedAt <= now + CLOCKS_DIFFER_MAX_SECONDS && now < expiresAt;
}

/** Uses a code up for one offer. @returns whether it was still to be had: nobody else was faster, and it lives */
export async function useCode(
  tx: Queries,
  payerCode: string,
  offer: { readonly quote: string; readonly digest: string; readonly now: number },
): Promise<boolean> {
  const { changes } = await tx.run(
    `UPDATE payer_codes SET used_at = $1, quote = $2, quote_digest = $3
     WHERE payer_code = $4 AND used_at IS NULL AND expires_at > $1`,
    [offer.now, offer.quote, offer.digest, payerCode],
  );
  return changes === 1;
}

/** How a code stands, for its agent. */
export function payerCodeAnswer(code: StoredCode, now: number): PayerCode {
  const { payerCode, expiresAt, quote } = code;
  const valid_until = formatUtcSeconds(expiresAt);
  if (quote !== undefined) return { payer_code: payerCode, valid_until, status: 'PRESENTED', quote };
  return { payer_code: payerCode, valid_until, status: isAlive(code, now) ? 'OPEN' : 'EXPIRED' };
}
