import { validatePurchaseBundle } from '../../protocol/generated/validators.js';
import { parseStrict } from '../../protocol/json/index.ts';
import { JSON_MAX_DEPTH } from '../../protocol/limits.ts';
import { assertSchema } from '../../protocol/messages/index.ts';
import { judge } from '../../verifier/check.ts';
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

function judgeShape(bytes: Uint8Array): Promise<Judgement> {
  const check = {
    requirement: 'OA-SCH-01',
    name: 'bundle is strict JSON and matches its schema',
    run() {
      const value = parseStrict(bytes, { maxBytes: BUNDLE_MAX_BYTES, maxDepth: JSON_MAX_DEPTH });
      assertSchema(validatePurchaseBundle, value);
      return undefined;
    },
  };
  return judge([check], undefined);
}

/** Judges the whole purchase when the reader brings the pinned key; else takes it apart and says what is missing. */
export async function bundleReport({ bytes, value }: JsonInput, reader: Reader): Promise<Report> {
  const { now, trustListKey } = reader;
  const messages = await messagesIn(value as RawObject, { now });
  const whole = trustListKey !== undefined;
  const judgement = whole ? await verifyPurchase(bytes, { trustListKey, now }) : await judgeShape(bytes);
  const sound = judgement.verdict === 'accepted' && messages.every(({ verdict }) => verdict === 'accepted');
  const accepted = whole ? judgement.verdict === 'accepted' : sound;
  return {
    input: 'bundle',
    title: TITLE,
    messages: messages.map((message) => ({ ...message, needs: [] })),
    checks: checkViews(judgement),
    obligations: judgement.obligations,
    needs: whole ? [] : [NEEDS_KEY],
    verdict: accepted ? (whole ? 'accepted' : 'decoded') : 'refused',
    now,
  };
}
