import { ActError } from '../protocol/errors/index.ts';
import { reasonOf } from './log.ts';

/** What came back is no TLS: OpenSSL names it by what it took it for. */
const NO_TLS = /^ERR_SSL_(?:WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST)$/;
/** An alert, which a server that speaks TLS sends to whoever does not. @see RFC 8446 5.1, 6 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the bytes of the record themselves
const TLS_ALERT = /^\u0015\u0003[\u0000-\u0004]/;

type Mistake = 'speaks_no_tls' | 'speaks_tls';

/**
 * That nobody answered, with what the system calls the reason as its cause. Where the bytes that came back tell that one
 * side speaks TLS and the other does not, the evidence says so as `rule`; a connection that only ends tells nothing.
 *
 * @see OA-NET-02
 */
export function unreachable({ origin }: URL, reason: unknown): ActError {
  const rule = mistakeIn(reason);
  const refusal = new ActError('peer_unreachable', rule === undefined ? { origin } : { origin, rule });
  refusal.cause = reason;
  return refusal;
}

function mistakeIn(reason: unknown): Mistake | undefined {
  if (!(reason instanceof Error)) return undefined;
  const { code, data } = reason as { readonly code?: unknown; readonly data?: unknown };
  if (typeof code === 'string' && NO_TLS.test(code)) return 'speaks_no_tls';
  return typeof data === 'string' && TLS_ALERT.test(data) ? 'speaks_tls' : undefined;
}

const MISTAKES: Readonly<Record<Mistake, string>> = {
  speaks_no_tls: 'whoever listens there speaks no TLS, and the address begins with https',
  speaks_tls: 'whoever listens there speaks TLS, and the address begins with http',
};

/** Why nobody answered, for people, as far as it is known. */
export function whyUnreachable(error: ActError): string | undefined {
  if (error.code !== 'peer_unreachable') return undefined;
  const { rule } = error.evidence;
  return rule === 'speaks_no_tls' || rule === 'speaks_tls' ? MISTAKES[rule] : reasonOf(error);
}
