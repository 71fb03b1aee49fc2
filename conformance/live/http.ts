import { connect } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { type Notes, SubjectFault, Unanswered, Unreachable } from '../run/case.ts';
import { mustFit } from './schemas.ts';
import { speaksTls } from './tls.ts';

const RAW_SHOWN_CHARS = 2_000;
/** No answer of a subject is nearly as long; whoever sends without end must not fill the memory of whoever asks. */
const ANSWER_MAX_BYTES = 16 * 1_048_576;

/** What the subject answered. */
export interface Answer {
  /** What it was asked: method and path. */
  readonly what: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly bytes: Buffer;
  /** undefined where the body is no JSON in UTF-8. */
  // biome-ignore lint/suspicious/noExplicitAny: bodies of every shape, held to schemas where they are used
  readonly body: any;
}

export interface Call {
  readonly method?: string;
  readonly body?: unknown;
  /** Sent as it is, in the place of `body`. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What the suite cannot read as it stands it has not seen: no replacement characters. */
function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    return undefined;
  }
}

/** Calls a subject by HTTP and writes down what was said. */
export class Caller {
  /** Where it calls, without a slash at the end. */
  readonly base: string;
  readonly patience: number;
  private isAnswered = false;

  constructor(base: string, patience: number) {
    this.base = base.replace(/\/+$/, '');
    this.patience = patience;
  }

  /**
   * @throws Unreachable when nobody listens there; Unanswered when the connection ends without an answer; SubjectFault
   *   when none comes in time, or one that is too long
   */
  async call(path: string, call: Call, notes?: Notes): Promise<Answer> {
    const { body, method = body === undefined && call.text === undefined ? 'GET' : 'POST' } = call;
    const text = call.text ?? (body === undefined ? undefined : JSON.stringify(body));
    const headers = {
      ...(text === undefined ? {} : { 'content-type': 'application/json' }),
      ...call.headers,
    };
    const what = `${method} ${path}`;
    let answer: Answer;
    let begun = false;
    try {
      const signal = AbortSignal.timeout(this.patience);
      const response = await fetch(`${this.base}${path}`, {
        method,
        // A connection that idles may be closed by the subject in the moment in which it is asked again.
        headers: { ...headers, connection: 'close' },
        signal,
        redirect: 'manual',
        ...(text === undefined ? {} : { body: text }),
      });
      begun = true;
      this.isAnswered = true;
      const bytes = await wholeOf(response.body ?? [], what);
      answer = {
        what,
        status: response.status,
        headers: response.headers,
        text: bytes.toString('utf8'),
        bytes,
        body: parsed(bytes),
      };
    } catch (error) {
      notes?.exchange({ what, sent: { headers, body: body ?? text }, received: null });
      if (error instanceof SubjectFault) throw error;
      if ((error as Error).name === 'TimeoutError')
        throw new SubjectFault(`${what}: no answer within ${this.patience} ms.`);
      if (!begun && (await this.wantsTls(error)))
        throw new Unreachable(
          `${this.base} cannot be reached: ${causeOf(error)}; whoever listens there speaks TLS, and the address begins with http`,
        );
      if (begun || isNoAnswer(error))
        throw new Unanswered(`${what}: the connection ended without a whole answer: ${causeOf(error)}`);
      throw new Unreachable(`${this.base} cannot be reached: ${causeOf(error)}`);
    }
    notes?.exchange({
      what,
      sent: { headers, body: body ?? text },
      received: {
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: answer.body ?? answer.text,
      },
    });
    return answer;
  }

  /** A server of TLS mostly ends the connection of whoever speaks without it: so does a server that falls over. */
  private async wantsTls(error: unknown): Promise<boolean> {
    if (this.isAnswered || !this.base.startsWith('http:') || !isNoAnswer(error)) return false;
    return speaksTls(this.base, this.patience);
  }
}

/** One who does this was there: a server that falls over at one request has not stopped answering others. */
const NO_ANSWERS = new Set(['UND_ERR_SOCKET', 'UND_ERR_HEADERS_OVERFLOW', 'ECONNRESET', 'EPIPE']);

function isNoAnswer(error: unknown): boolean {
  const { cause } = error as { readonly cause?: { readonly name?: string; readonly code?: string } };
  return cause?.name === 'HTTPParserError' || NO_ANSWERS.has(cause?.code ?? '');
}

/** Ends the connection when there is too much. @throws SubjectFault */
async function wholeOf(
  parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  what: string,
): Promise<Buffer> {
  const received: Uint8Array[] = [];
  let size = 0;
  for await (const part of parts) {
    size += part.byteLength;
    if (size > ANSWER_MAX_BYTES)
      throw new SubjectFault(`${what}: an answer of more than ${ANSWER_MAX_BYTES} bytes.`);
    received.push(part);
  }
  return Buffer.concat(received);
}

const END_OF_LINE = '\r\n';
const END_OF_HEAD = '\r\n\r\n';

/** What came in parts, each with its length before it (RFC 9112 7.1), as far as it came. */
function joined(chunked: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const begin = chunked.indexOf(END_OF_LINE, at) + END_OF_LINE.length;
    const size = Number.parseInt(chunked.toString('latin1', at, begin), 16);
    if (begin < at || !(size > 0)) return Buffer.concat(parts);
    parts.push(chunked.subarray(begin, begin + size));
    at = begin + size + END_OF_LINE.length;
  }
}

const BYTES = 'bytes on the connection';

/** What an answer was, from the bytes on the connection. @throws Unanswered */
function answerIn(received: Buffer): Answer {
  const end = received.indexOf(END_OF_HEAD);
  const [first = '', ...lines] = received.toString('latin1', 0, end < 0 ? undefined : end).split(END_OF_LINE);
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1];
  if (status === undefined) throw new Unanswered('The connection ended without an answer.');
  const headers = new Headers();
  for (const line of lines) {
    const at = line.indexOf(':');
    if (at > 0) headers.append(line.slice(0, at), line.slice(at + 1).trim());
  }
  const rest = end < 0 ? Buffer.alloc(0) : received.subarray(end + END_OF_HEAD.length);
  const bytes = headers.get('transfer-encoding')?.toLowerCase() === 'chunked' ? joined(rest) : rest;
  const text = bytes.toString('utf8');
  return { what: BYTES, status: Number(status), headers, text, bytes, body: parsed(bytes) };
}

/**
 * Sends bytes that need not be a request, and reads until the subject ends the connection.
 *
 * @param from the address of this machine that it is sent from; left out: as the machine has it
 * @throws Unreachable when nobody listens there; SubjectFault when there is no answer, or the connection stays open
 */
export async function callRaw(
  url: string,
  text: string,
  patience: number,
  notes: Notes,
  from?: string,
): Promise<Answer> {
  const { protocol, hostname, port } = new URL(url);
  const isSecure = protocol === 'https:';
  const at = {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || (isSecure ? 443 : 80)),
    ...(from === undefined ? {} : { localAddress: from }),
  };
  const socket = isSecure ? connectSecurely({ ...at, servername: at.host }) : connect(at);
  const received: Buffer[] = [];
  const answer = await new Promise<Answer>((resolve, reject) => {
    const late = setTimeout(() => {
      socket.destroy();
      reject(new SubjectFault(`The connection was not ended within ${patience} ms.`));
    }, patience);
    const end = (): void => {
      clearTimeout(late);
      try {
        resolve(answerIn(Buffer.concat(received)));
      } catch (error) {
        reject(error);
      }
    };
    socket.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(late);
      if (error.code === 'ECONNREFUSED') reject(new Unreachable(`${url} cannot be reached: ${error.code}`));
      else end();
    });
    let size = 0;
    socket.on('data', (part: Buffer) => {
      received.push(part);
      size += part.length;
      if (size <= ANSWER_MAX_BYTES) return;
      clearTimeout(late);
      socket.destroy();
      reject(new SubjectFault(`An answer of more than ${ANSWER_MAX_BYTES} bytes.`));
    });
    socket.once('end', () => socket.end());
    socket.once('close', end);
    socket.write(text);
  });
  notes.exchange({
    what: BYTES,
    sent: text.slice(0, RAW_SHOWN_CHARS),
    received: { status: answer.status, body: answer.body ?? answer.text },
  });
  return answer;
}

const CERTIFICATE = /CERT|UNABLE_TO_/;
/** The bytes that came are no TLS: OpenSSL names them by what it took them for. */
const NO_TLS = /^ERR_SSL_(?:WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST)$/;

function causeOf(error: unknown): string {
  const { cause, message } = error as Error & { readonly cause?: { code?: string; message?: string } };
  const { code } = cause ?? {};
  if (code !== undefined && CERTIFICATE.test(code))
    return `${code}; NODE_EXTRA_CA_CERTS can name a file with the authority of its certificate`;
  if (code !== undefined && NO_TLS.test(code)) return `${code}; whoever listens there speaks no TLS`;
  return code ?? cause?.message ?? message;
}

/** Without its parameters. @see RFC 9110 8.3.1: it is the same in capitals */
export function mediaTypeOf({ headers }: Answer): string {
  return (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** Which call it was. A case makes many, and its line is all that most people read. */
const to = ({ what }: Answer): string => ` (${what})`;

/** What came instead of what was due; where it leads, if it is a redirect, which nobody follows. */
function answered({ status, headers, body }: Answer): string {
  const where = status >= 300 && status < 400 ? headers.get('location') : null;
  if (where !== null) return `Answered ${status} to ${where.slice(0, 200)}`;
  return `Answered ${status}${typeof body?.code === 'string' ? ` ${body.code}` : ''}`;
}

/** @throws SubjectFault for a problem that does not come as one */
export function mustBeProblem(answer: Answer): void {
  if (mediaTypeOf(answer) === 'application/problem+json') return;
  const type = answer.headers.get('content-type') || 'nothing';
  throw new SubjectFault(
    `A refusal with ${answer.status} as ${type}, where application/problem+json was due${to(answer)}.`,
  );
}

/** A success with a body of a schema. @throws SubjectFault */
export function mustSucceed(answer: Answer, status: number, schema?: string): void {
  if (answer.status !== status)
    throw new SubjectFault(`${answered(answer)}, where ${status} was due${to(answer)}.`);
  if (schema === undefined) return;
  if (answer.body === undefined) {
    const type = answer.headers.get('content-type') || 'nothing';
    throw new SubjectFault(
      `The answer is missing or no JSON (${type}), where schemas/${schema} was due${to(answer)}.`,
    );
  }
  mustFit(schema, answer.body, `The answer${to(answer)}`);
}

/** A refusal by its code, as problem details; a fault of the server is none. @throws SubjectFault */
export function mustRefuse(answer: Answer, code: string, status?: number): void {
  if (answer.status < 400) throw new SubjectFault(`${answered(answer)}, where ${code} was due${to(answer)}.`);
  if (answer.status === 500) throw new SubjectFault(`Broke with 500, where ${code} was due${to(answer)}.`);
  mustBeProblem(answer);
  mustFit('problem.json', answer.body, `The refusal${to(answer)}`);
  if (answer.body.code !== code)
    throw new SubjectFault(`Refused as ${answer.body.code}, where ${code} was due${to(answer)}.`);
  if (answer.body.status !== answer.status)
    throw new SubjectFault(
      `The problem says ${answer.body.status} and the answer ${answer.status}${to(answer)}.`,
    );
  if (status !== undefined && answer.status !== status)
    throw new SubjectFault(`Refused with ${answer.status}, where ${status} was due${to(answer)}.`);
}

/** Whether there is a signed message in a text: three letters may stand in any digest. */
export function holdsSigned(text: string): boolean {
  return /eyJ(?:hbGci|0eXAi|raWQi|4NWMi|4NXQj)|eyJ[\w-]+\.[\w-]+\.[\w-]/.test(text);
}

export function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new SubjectFault(otherwise);
}
