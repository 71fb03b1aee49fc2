import { ActError, codeEntry } from '../protocol/errors/index.ts';
import type { Problem } from '../protocol/generated/types.ts';

/** A refusal that carries the server's signed statement of it (act-refusal+jwt). */
export class SignedRefusal extends ActError {
  readonly refusal: string;

  constructor(cause: ActError, refusal: string) {
    super(cause.code, cause.evidence, cause.requirement);
    this.refusal = refusal;
  }
}

/** RFC 9457 problem details of a coded refusal; evidence only, never the message that was refused. */
export function problemOf(error: ActError): Problem {
  const entry = codeEntry(error.code);
  const hasEvidence = Object.keys(error.evidence).length > 0;
  return {
    type: `urn:openact:problem:${error.code}`,
    title: entry.title,
    status: entry.status,
    code: error.code,
    requirement: error.requirement,
    retryability: entry.retryability,
    valid_next_actions: [...entry.next],
    ...(hasEvidence ? { evidence: { ...error.evidence } } : {}),
    ...(error instanceof SignedRefusal ? { refusal: error.refusal } : {}),
  };
}

/** A store that is down, or whose connections are all taken, is asked again soon; never at once by everybody. */
const STORE_PAUSE_SECONDS = 1;

/** The header that says when to come again, where the refusal knows. @see RFC 9110 10.2.3, OA-LDG-01 */
export function retryAfter({ code, evidence }: ActError): Readonly<Record<string, string>> {
  if (code === 'store_unavailable') return { 'Retry-After': String(STORE_PAUSE_SECONDS) };
  if (!Object.hasOwn(evidence, 'retry_after_seconds')) return {};
  return { 'Retry-After': String(evidence.retry_after_seconds) };
}
