import type { MessageKind } from '../../protocol/messages/index.ts';
import { type Check, verify } from '../../verifier/check.ts';
import { check as attestationNamespace } from '../../verifier/checks/attestation/namespace.ts';
import { check as attestationSignature } from '../../verifier/checks/attestation/signature.ts';
import { check as attestationValid } from '../../verifier/checks/attestation/valid.ts';
import { check as enrolmentSignature } from '../../verifier/checks/enrolment/signature.ts';
import { check as enrolmentValid } from '../../verifier/checks/enrolment/valid.ts';
import { check as criticalHeader } from '../../verifier/checks/mandate/critical-header.ts';
import { check as identifiers } from '../../verifier/checks/mandate/identifiers.ts';
import { check as knownExtensions } from '../../verifier/checks/mandate/known-extensions.ts';
import { check as lifetime } from '../../verifier/checks/mandate/lifetime.ts';
import { check as minimumWithinSingle } from '../../verifier/checks/mandate/minimum-within-single.ts';
import { check as mandateNotExpired } from '../../verifier/checks/mandate/not-expired.ts';
import { check as mandateSignature } from '../../verifier/checks/mandate/signature.ts';
import { check as singleWithinTotal } from '../../verifier/checks/mandate/single-within-total.ts';
import { check as started } from '../../verifier/checks/mandate/started.ts';
import { check as mandateTimeClaims } from '../../verifier/checks/mandate/time-claims.ts';
import { check as windowOrder } from '../../verifier/checks/mandate/window-order.ts';
import { check as quoteNotExpired } from '../../verifier/checks/quote/not-expired.ts';
import { check as quoteSignature } from '../../verifier/checks/quote/signature.ts';
import { check as quoteTimeClaims } from '../../verifier/checks/quote/time-claims.ts';
import { check as totals } from '../../verifier/checks/quote/totals.ts';
import { check as receiptNotExpired } from '../../verifier/checks/receipt/not-expired.ts';
import { check as paid } from '../../verifier/checks/receipt/paid.ts';
import { check as receiptSignature } from '../../verifier/checks/receipt/signature.ts';
import { check as statusListFresh } from '../../verifier/checks/status-list/fresh.ts';
import { check as statusListSignature } from '../../verifier/checks/status-list/signature.ts';
import { readAttestation, readEnrolment } from '../../verifier/facts/key-statements.ts';
import { readMandate } from '../../verifier/facts/mandate.ts';
import { readQuote } from '../../verifier/facts/quote.ts';
import { readReceipt } from '../../verifier/facts/receipt.ts';
import type { TrustContext } from '../../verifier/facts/signer.ts';
import { readStatusList } from '../../verifier/facts/status-list.ts';
import { readTrustList } from '../../verifier/facts/trust-list.ts';
import type { Judgement, PinnedKeys, TrustList } from '../../verifier/index.ts';
import { scopeChecks } from '../../verifier/mandate.ts';
import { trustListChecks } from '../../verifier/trust-list.ts';

/** The checks of one kind that need nothing but the token, in the verifier's order. */
export interface TokenChecks {
  readonly checks: readonly Pick<Check<never>, 'requirement' | 'name'>[];
  judge(compact: string, now: number): Promise<Judgement>;
}

type Read<Facts> = (compact: string, now: number) => Promise<Facts>;

function tokenChecks<Facts>(checks: readonly Check<Facts>[], read: Read<Facts>): TokenChecks {
  return { checks, judge: (compact, now) => verify(checks, () => read(compact, now)) };
}

/** Trusts nobody: whether a certificate counts is never judged from one token. */
const NOBODY: TrustList = {
  issuer: '',
  sequence: 0,
  issuedAt: 0,
  nextUpdate: 0,
  obligations: [],
  entry: () => undefined,
};

function untrusting(now: number): TrustContext {
  return { trustList: NOBODY, now };
}

const BY_KIND: Partial<Record<MessageKind, TokenChecks>> = {
  mandate: tokenChecks(
    [
      mandateSignature,
      identifiers,
      mandateTimeClaims,
      windowOrder,
      lifetime,
      singleWithinTotal,
      minimumWithinSingle,
      criticalHeader,
      knownExtensions,
      mandateNotExpired,
      started,
      ...scopeChecks,
    ],
    async (compact, now) => ({ mandate: await readMandate(compact, untrusting(now)), now }),
  ),
  enrolment: tokenChecks([enrolmentSignature, enrolmentValid], async (compact, now) =>
    readEnrolment(compact, untrusting(now), now),
  ),
  attestation: tokenChecks(
    [attestationSignature, attestationNamespace, attestationValid],
    async (compact, now) => readAttestation(compact, untrusting(now), now),
  ),
  quote: tokenChecks([quoteSignature, quoteNotExpired, quoteTimeClaims, totals], async (compact, now) => ({
    quote: await readQuote(compact, untrusting(now), undefined),
    now,
  })),
  receipt: tokenChecks([receiptSignature, paid, receiptNotExpired], async (compact, now) => ({
    receipt: await readReceipt(compact, untrusting(now)),
    now,
    audience: '',
    expected: undefined,
  })),
  statusList: tokenChecks([statusListSignature, statusListFresh], (compact, now) =>
    readStatusList(compact, untrusting(now), { issuer: '', uri: '', at: now }),
  ),
};

/** What can be judged of a token by itself, beyond its structure; undefined when nothing can. */
export function checksOfToken(kind: MessageKind): TokenChecks | undefined {
  return BY_KIND[kind];
}

/** A trust list is judged whole with its pinned key. */
export function checksOfTrustList(pinnedKey: PinnedKeys): TokenChecks {
  return tokenChecks(trustListChecks, (compact, now) => readTrustList(compact, pinnedKey, now, undefined));
}
