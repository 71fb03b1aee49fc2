import { codeEntry } from '../../protocol/errors/index.ts';
import type { PurchaseBundle } from '../../protocol/generated/types.ts';
import { validatePurchaseBundle } from '../../protocol/generated/validators.js';
import { parseStrict } from '../../protocol/json/index.ts';
import { JSON_MAX_DEPTH } from '../../protocol/limits.ts';
import { assertSchema, readMessage } from '../../protocol/messages/index.ts';
import { type Check, judge } from '../../verifier/check.ts';
import { BUNDLE_MAX_BYTES, type Judgement, verifyPurchase } from '../../verifier/index.ts';
import { checkViews } from './checks.ts';
import { messagesIn } from './members.ts';
import type { RawObject } from './raw.ts';
import type { Reader, Report } from './report.ts';

const TITLE = 'purchase bundle: everything that lets a third party judge one delegated purchase';
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

function readBundle(bytes: Uint8Array): PurchaseBundle {
  const value = parseStrict(bytes, { maxBytes: BUNDLE_MAX_BYTES, maxDepth: JSON_MAX_DEPTH });
  return assertSchema(validatePurchaseBundle, value);
}

const schema: Check<Uint8Array> = {
  requirement: codeEntry('schema_mismatch').requirement,
  name: 'bundle is strict JSON and matches its schema',
  run(bytes) {
    readBundle(bytes);
    return undefined;
  },
};

const MEMBER_KINDS = [
  ['trust_list', 'trustList'],
  ['agent_attestation', 'attestation'],
  ['enrolment', 'enrolment'],
  ['confirmation', 'confirmation'],
  ['mandate', 'mandate'],
  ['status_list', 'statusList'],
  ['quote', 'quote'],
  ['payment_request', 'paymentRequest'],
  ['receipt', 'receipt'],
] as const;

const memberKinds: Check<Uint8Array> = {
  requirement: codeEntry('jws_typ_mismatch').requirement,
  name: 'each member holds its kind of message',
  run(bytes) {
    const bundle = readBundle(bytes);
    for (const [member, kind] of MEMBER_KINDS) readMessage(kind, bundle[member]);
    return undefined;
  },
};

/** Judges the whole purchase when the reader brings the pinned key; else takes it apart and says what is missing. */
export async function bundleReport({ bytes, value }: JsonInput, reader: Reader): Promise<Report> {
  const { now, trustListKey } = reader;
  const messages = await messagesIn(value as RawObject, { now });
  const whole = trustListKey !== undefined;
  const judgement: Judgement = whole
    ? await verifyPurchase(bytes, { trustListKey, now })
    : await judge([schema, memberKinds], bytes);
  return {
    input: 'bundle',
    title: TITLE,
    messages: messages.map((message) => ({ ...message, needs: [] })),
    checks: checkViews(judgement),
    obligations: judgement.obligations,
    needs: whole ? [] : [NEEDS_KEY],
    verdict: judgement.verdict === 'refused' ? 'refused' : whole ? 'accepted' : 'decoded',
    now,
  };
}
