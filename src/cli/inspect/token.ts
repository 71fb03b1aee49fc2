import type { MessageKind } from '../../protocol/messages/index.ts';
import { viewMessage } from './message.ts';
import type { RawToken } from './raw.ts';
import type { Reader, Report } from './report.ts';
import { checksOfToken, checksOfTrustList, type TokenChecks } from './token-checks.ts';

/** Takes one token apart. Only a trust list can be judged whole, with its pinned key. */
export async function tokenReport(token: RawToken, { now, trustListKey }: Reader): Promise<Report> {
  const pinned = (kind: MessageKind): TokenChecks | undefined =>
    kind === 'trustList' && trustListKey !== undefined ? checksOfTrustList(trustListKey) : undefined;
  const checksOf = (kind: MessageKind) => pinned(kind) ?? checksOfToken(kind);
  const message = await viewMessage(token, { now, checksOf });
  const whole = message.kind !== undefined && pinned(message.kind) !== undefined;
  return {
    input: 'token',
    messages: [whole ? { ...message, needs: [] } : message],
    checks: [],
    obligations: message.obligations,
    needs: [],
    verdict: message.verdict === 'refused' ? 'refused' : whole ? 'accepted' : 'decoded',
    now,
  };
}
