import { type Notes, SubjectFault, Unreachable } from '../run/case.ts';
import { mustFit } from './schemas.ts';

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
  private readonly base: string;
  private readonly patience: number;

  constructor(base: string, patience: number) {
    this.base = base.replace(/\/$/, '');
    this.patience = patience;
  }

  /** @throws Unreachable when nobody listens there; SubjectFault when no answer comes in time */
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
      const bytes = Buffer.from(await response.arrayBuffer());
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

function causeOf(error: unknown): string {
  const { cause, message } = error as Error & { readonly cause?: { readonly code?: string } };
  return cause?.code ?? message;
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
