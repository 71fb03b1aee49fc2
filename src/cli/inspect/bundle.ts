import { codeEntry } from '../../protocol/errors/index.ts';
import {
  validateInstantPurchaseBundle,
  validatePurchaseBundle,
} from '../../protocol/generated/validators.js';
import { parseStrict } from '../../protocol/json/index.ts';
import { JSON_MAX_DEPTH } from '../../protocol/limits.ts';
import { assertSchema, readMessage } from '../../protocol/messages/index.ts';
import { type Check, judge } from '../../verifier/check.ts';
import {
  BUNDLE_MAX_BYTES,
  type Judgement,
  verifyInstantPurchase,
  verifyPurchase,
} from '../../verifier/index.ts';
import { checkViews } from './checks.ts';
import { messagesIn } from './members.ts';
import type { RawObject } from './raw.ts';
import type { Reader, Report } from './report.ts';

const NEEDS_KEY =
  'the whole purchase: the pinned key of the trust service (--trust-key <file with its public JWK>)';

/** No other message holds these two. */
export function looksLikeBundle(value: unknown): value is RawObject {
  return typeof value === 'object' && value !== null && 'trust_list' in value && 'receipt' in value;
}

interface JsonInput {
  readonly bytes: Uint8Array;
  readonly value: unknown;
}

const MEMBER_KINDS = [
  ['trust_list', 'trustList'],
  ['agent_attestation', 'attestation'],
  ['enrolment', 'enrolment'],
  ['confirmation', 'confirmation'],
  ['quote', 'quote'],
  ['payment_request', 'paymentRequest'],
  ['receipt', 'receipt'],
] as const;

const AUTHORITY_KINDS = [
  ['mandate', 'mandate'],
  ['status_list', 'statusList'],
] as const;

const parse = (bytes: Uint8Array) =>
  parseStrict(bytes, { maxBytes: BUNDLE_MAX_BYTES, maxDepth: JSON_MAX_DEPTH });

/** What is to be known of a bundle of one level. */
interface BundleForm {
  readonly title: string;
  readonly verify: typeof verifyPurchase | typeof verifyInstantPurchase;
  /** Strict JSON and schema. */
  readonly read: (bytes: Uint8Array) => void;
  /** Every signed member is a message of its kind. */
  readonly readMembers: (bytes: Uint8Array) => void;
}

const DELEGATED: BundleForm = {
  title: 'purchase bundle: everything that lets a third party judge one delegated purchase',
  verify: verifyPurchase,
  read: (bytes) => assertSchema(validatePurchaseBundle, parse(bytes)),
  readMembers(bytes) {
    const bundle = assertSchema(validatePurchaseBundle, parse(bytes));
    for (const [member, kind] of [...MEMBER_KINDS, ...AUTHORITY_KINDS]) readMessage(kind, bundle[member]);
  },
};

const INSTANT: BundleForm = {
  title: 'purchase bundle: everything that lets a third party judge one purchase confirmed at the cashier',
  verify: verifyInstantPurchase,
  read: (bytes) => assertSchema(validateInstantPurchaseBundle, parse(bytes)),
  readMembers(bytes) {
    const bundle = assertSchema(validateInstantPurchaseBundle, parse(bytes));
    for (const [member, kind] of MEMBER_KINDS) readMessage(kind, bundle[member]);
  },
};

function formChecks({ read, readMembers }: BundleForm): readonly Check<Uint8Array>[] {
  return [
    {
      requirement: codeEntry('schema_mismatch').requirement,
      name: 'bundle is strict JSON and matches its schema',
      run(bytes) {
        read(bytes);
        return undefined;
      },
    },
    {
      requirement: codeEntry('jws_typ_mismatch').requirement,
      name: 'each member holds its kind of message',
      run(bytes) {
        readMembers(bytes);
        return undefined;
      },
    },
  ];
}

/** Judges the whole purchase when the reader brings the pinned key; else takes it apart and says what is missing. */
export async function bundleReport({ bytes, value }: JsonInput, reader: Reader): Promise<Report> {
  const { now, trustListKey } = reader;
  const messages = await messagesIn(value as RawObject, { now });
  const whole = trustListKey !== undefined;
  const form = 'level' in (value as RawObject) ? INSTANT : DELEGATED;
  const judgement: Judgement = whole
    ? await form.verify(bytes, { trustListKey, now })
    : await judge(formChecks(form), bytes);
  return {
    input: 'bundle',
    title: form.title,
    messages: messages.map((message) => ({ ...message, needs: [] })),
    checks: checkViews(judgement),
    obligations: judgement.obligations,
    needs: whole ? [] : [NEEDS_KEY],
    verdict: judgement.verdict === 'refused' ? 'refused' : whole ? 'accepted' : 'decoded',
    now,
  };
}
