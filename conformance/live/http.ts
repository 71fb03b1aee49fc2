import { connect } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { type Notes, SubjectFault, Unreachable } from '../run/case.ts';
import { mustFit } from './schemas.ts';

const RAW_SHOWN_CHARS = 2_000;
/** No answer of a subject is nearly as long; whoever sends without end must not fill the memory of whoever asks. */
const ANSWER_MAX_BYTES = 16 * 1_048_576;

/** What the subject answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly bytes: Buffer;
  /** undefined where the body is no JSON. */
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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Calls a subject by HTTP and writes down what was said. */
export class Caller {
  /** Where it calls, without a slash at the end. */
  readonly base: string;
  readonly patience: number;

  constructor(base: string, patience: number) {
    this.base = base.replace(/\/$/, '');
    this.patience = patience;
  }

  /** @throws Unreachable when nobody listens there; SubjectFault when no answer comes in time, or one that is too long */
  async call(path: string, call: Call, notes?: Notes): Promise<Answer> {
    const { body, method = body === undefined && call.text === undefined ? 'GET' : 'POST' } = call;
    const text = call.text ?? (body === undefined ? undefined : JSON.stringify(body));
    const headers = {
      ...(text === undefined ? {} : { 'content-type': 'application/json' }),
      ...call.headers,
    };
    const what = `${method} ${path}`;
    let answer: Answer;
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
      const bytes = await wholeOf(response.body ?? [], what);
      const received = bytes.toString('utf8');
      answer = {
        status: response.status,
        headers: response.headers,
        text: received,
        bytes,
        body: parsed(received),
      };
    } catch (error) {
      notes?.exchange({ what, sent: { headers, body: body ?? text }, received: null });
      if (error instanceof SubjectFault) throw error;
      if ((error as Error).name === 'TimeoutError')
        throw new SubjectFault(`${what}: no answer within ${this.patience} ms.`);
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

/** What an answer was, from the bytes on the connection. @throws SubjectFault */
function answerIn(text: string): Answer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1];
  if (status === undefined) throw new SubjectFault('The connection ended without an answer.');
  const headers = new Headers();
  for (const line of lines) {
    const at = line.indexOf(':');
    if (at > 0) headers.append(line.slice(0, at), line.slice(at + 1).trim());
  }
  const body = rest.join('\r\n\r\n');
  return { status: Number(status), headers, text: body, bytes: Buffer.from(body), body: parsed(body) };
}

/**
 * Sends bytes that need not be a request, and reads until the subject ends the connection.
 *
 * @throws Unreachable when nobody listens there; SubjectFault when there is no answer, or the connection stays open
 */
export async function callRaw(url: string, text: string, patience: number, notes: Notes): Promise<Answer> {
  const { protocol, hostname, port } = new URL(url);
  const isSecure = protocol === 'https:';
  const at = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || (isSecure ? 443 : 80)) };
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
        resolve(answerIn(Buffer.concat(received).toString('utf8')));
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
    what: 'bytes on the connection',
    sent: text.slice(0, RAW_SHOWN_CHARS),
    received: { status: answer.status, body: answer.body ?? answer.text },
  });
  return answer;
}

function causeOf(error: unknown): string {
  const { cause, message } = error as Error & { readonly cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? message;
}

/** A success with a body of a schema. @throws SubjectFault */
export function mustSucceed(answer: Answer, status: number, schema?: string): void {
  if (answer.status !== status) {
    const code = answer.body?.code === undefined ? '' : ` ${answer.body.code}`;
    throw new SubjectFault(`Answered ${answer.status}${code}, where ${status} was due.`);
  }
  if (schema !== undefined) mustFit(schema, answer.body, 'The answer');
}

/** A refusal by its code, as problem details; a fault of the server is none. @throws SubjectFault */
export function mustRefuse(answer: Answer, code: string, status?: number): void {
  if (answer.status < 400) throw new SubjectFault(`Answered ${answer.status}, where ${code} was due.`);
  if (answer.status === 500) throw new SubjectFault(`Broke with 500, where ${code} was due.`);
  const type = answer.headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json'))
    throw new SubjectFault(`A refusal as ${type || 'nothing'}, where application/problem+json was due.`);
  mustFit('problem.json', answer.body, 'The refusal');
  if (answer.body.code !== code)
    throw new SubjectFault(`Refused as ${answer.body.code}, where ${code} was due.`);
  if (answer.body.status !== answer.status)
    throw new SubjectFault(`The problem says ${answer.body.status} and the answer ${answer.status}.`);
  if (status !== undefined && answer.status !== status)
    throw new SubjectFault(`Refused with ${answer.status}, where ${status} was due.`);
}

export function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new SubjectFault(otherwise);
}
