import { COUNT, countOf } from './numbers.ts';
import type { Finding } from './reader.ts';

/** Words about a refused payment, and the text without them: the counts and the "cancel" in them are about nothing else. */
export interface FailureWords {
  readonly findings: readonly Finding[];
  readonly rest: string;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Of one sentence; who says it more often says nothing more. */
const MOST_FAILURES = 4;

const SENTENCE = /(?:[^.;；。!！?？\n]|\.(?!\s|$))+/g;
const CLAUSE_END = /,(?!\d)|，/;

const FAILS =
  /\b(?:payment|charge|debit)s?\s+(?:fails?|failed|is (?:refused|declined|rejected)|(?:does not|doesn['’]t|cannot|can['’]t) go through)\b|\b(?:failed|refused|declined) payments?\b|\bpayment failure\b|(?:支付|付款|扣款|扣费)(?:如果|若|一旦)?(?:失败|不成功|被拒绝?)/gi;
const RETRY = /\b(?:retry|retries|try (?:it |the payment )?again)\b|重试|再试|重新(?:支付|付款|扣款)/i;
const CANCEL =
  /\b(?:auto(?:matically)?[- ]?)?cancel\b(?: (?:it|the order|the purchase))?|取消(?:订单|购买)?/i;
const NOT_BEFORE = /(?:\bnot\b|n['’]t\b|\bnever\b|\bno\b|不要?|别|勿|禁止)\s*(?:自动)?\s*$/i;
const TRIES = new RegExp(
  `(?:(?:at most|up to|no more than)\\s+)?(?:\\b(?<en>${COUNT})\\s+(?:more\\s+)?(?:times|retries)\\b|\\b(?<adverb>once|twice)\\b)|(?:最多|不超过)?\\s*(?<zh>${COUNT})\\s*次`,
  'i',
);
const SOME_TRIES = TRIES.source.replaceAll(/\?<\w+>/g, '?:');
const TRIES_BEFORE = new RegExp(`(?:${SOME_TRIES})\\s*$`, 'i');
const ONLY_TRIES = new RegExp(`^[,，]\\s*(?:but\\s+)?(?:${SOME_TRIES})`, 'i');

/**
 * What the user wants done when a payment is refused. "Retry" without saying what may be about anything else that fails:
 * it is marked ambiguous. A "cancel" without a payment that fails is about the price, and not read here.
 *
 * @see ADD-INT-ICS-09, ADD-INT-ICS-10
 */
export function readFailure(text: string): FailureWords {
  const read = [...text.matchAll(SENTENCE)].flatMap(({ 0: sentence, index }) =>
    readSentence(sentence, index),
  );
  const spans = read.flatMap((one) => one.spans).sort((one, other) => other.start - one.start);
  let rest = text;
  let known = text.length;
  for (const { start, end } of spans) {
    rest = `${rest.slice(0, start)}, ${rest.slice(Math.min(end, known))}`;
    known = start;
  }
  return { findings: read.flatMap(({ findings }) => findings), rest };
}

interface Read {
  readonly findings: readonly Finding[];
  /** Of the whole text. */
  readonly spans: readonly Span[];
}

function readSentence(sentence: string, offset: number): Read[] {
  const failures = [...sentence.matchAll(FAILS)]
    .slice(0, MOST_FAILURES)
    .map(({ 0: { length }, index: start }) => ({
      start,
      end: start + length,
    }));
  if (failures.length === 0) return [readAct(sentence, offset)];
  return failures.map((fails) => readAct(sentence, offset, fails));
}

function readAct(sentence: string, offset: number, fails?: Span): Read {
  const around = fails === undefined ? { start: 0, end: sentence.length } : aroundOf(sentence, fails);
  const cancel = fails === undefined ? undefined : spanOf(CANCEL, sentence, around);
  const near = spanOf(RETRY, sentence, around);
  const retry = near ?? (cancel === undefined ? spanOf(RETRY, sentence) : undefined);
  const words = [retry, cancel, fails].filter((one) => one !== undefined);
  if (retry === undefined && cancel === undefined) return { findings: [], spans: [] };
  const tries = retry === undefined ? undefined : triesIn(sentence, words);
  const isCancelled = cancel !== undefined && !isDenied(sentence, cancel);
  return {
    findings: [
      ...(retry === undefined
        ? []
        : retrying(sentence, retry, tries?.count, fails === undefined || near === undefined)),
      ...(isCancelled ? [{ field: 'on_payment_failure', value: 'CANCEL' } as const] : []),
    ],
    spans: [...words, ...(tries === undefined ? [] : [tries.span])].map(({ start, end }) => ({
      start: offset + start,
      end: offset + end,
    })),
  };
}

/** The clause of the failure; with nothing to do in it, the next one too: "if the payment fails, cancel". */
function aroundOf(sentence: string, fails: Span): Span {
  const before = sentence.slice(0, fails.start).split(CLAUSE_END).at(-1) ?? '';
  const start = fails.start - before.length;
  const own = fails.end + clauseAt(sentence, fails.end).length;
  const isSaid = [RETRY, CANCEL].some((act) => act.test(sentence.slice(start, own)));
  const isOver = isSaid || own >= sentence.length;
  return { start, end: isOver ? own : own + 1 + clauseAt(sentence, own + 1).length };
}

function clauseAt(sentence: string, start: number): string {
  return sentence.slice(start).split(CLAUSE_END, 1)[0] ?? '';
}

/** "Do not retry" is a count of its own. */
function retrying(
  sentence: string,
  retry: Span,
  count: number | undefined,
  ambiguous: boolean,
): readonly Finding[] {
  if (isDenied(sentence, retry)) return [{ field: 'max_retry_count', value: 0 }];
  return [
    { field: 'on_payment_failure', value: 'AUTO_RETRY', ambiguous },
    ...(count === undefined ? [] : [{ field: 'max_retry_count', value: count } as const]),
  ];
}

function isDenied(sentence: string, { start }: Span): boolean {
  return NOT_BEFORE.test(sentence.slice(0, start));
}

/** The count in the clauses of the words, or alone in the next: "retry, at most twice". */
function triesIn(
  sentence: string,
  words: readonly Span[],
): { readonly span: Span; readonly count: number } | undefined {
  const first = Math.min(...words.map((one) => one.start));
  const last = Math.max(...words.map((one) => one.end));
  // "Twice retry", and "two retries".
  const ends = [first, ...words.map((one) => one.end)];
  const start = Math.min(
    first,
    ...ends.map((end) => TRIES_BEFORE.exec(sentence.slice(0, end))?.index ?? end),
  );
  const own = last + clauseAt(sentence, last).length;
  const next = ONLY_TRIES.exec(sentence.slice(own));
  const span = spanOf(TRIES, sentence, { start, end: own + (next?.[0].length ?? 0) });
  const { en, zh, adverb } = TRIES.exec(sentence.slice(span?.start))?.groups ?? {};
  const count = countOf(en ?? zh ?? adverb);
  return span === undefined || count === undefined ? undefined : { span, count };
}

function spanOf(pattern: RegExp, text: string, within?: Span): Span | undefined {
  const start = within?.start ?? 0;
  const match = pattern.exec(text.slice(start, within?.end));
  if (match === null) return undefined;
  return { start: start + match.index, end: start + match.index + match[0].length };
}
