import type { Exchange, HttpAnswer, HttpClient } from '../src/http/index.ts';
import { ActError } from '../src/protocol/errors/index.ts';
import type { Dice } from './dice.ts';
import type { Surroundings } from './surroundings.ts';

const TIMEOUT_MILLISECONDS = 5_000;
const LATENCY_MILLISECONDS = 60;
/** Longer than any request is good for, so that some arrive when they must not count any more. */
const DELAY_MILLISECONDS = 150_000;
const DEATH_TRANSACTIONS = 3;

const FAULTS = ['drop before', 'drop after', 'duplicate', 'delay', 'reorder', 'restart'] as const;
type Fault = (typeof FAULTS)[number];

/** Whoever calls without being called: what is late arrives while these wait. */
const USERS: ReadonlySet<string> = new Set(['agent', 'device']);

/** A server as the network sees it: it takes calls, and can die over one. */
export interface Server {
  readonly name: string;
  readonly store: { dieSoon(transactions: number): void };
  handle(request: Request): Promise<Response>;
  restart(): Promise<void>;
}

interface Message {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | string | null;
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

interface Late {
  readonly message: Message;
  readonly role: Server;
  /** When it arrives, in milliseconds, or after how many later messages to the same role. */
  readonly at: number;
  overtakers: number;
}

/** An answer that its caller got. */
export type Witness = (caller: string, message: { readonly url: string }, answer: Answer) => void;

/**
 * The network between the roles: what is sent reaches a role's calls at once, or gets lost before or after it did, or
 * arrives twice, or late, or behind its successors, or finds a server that dies over it. Its caller then hears nothing
 * until its time is up. Each caller has one call under way at a time, so that a run can be repeated.
 */
export class Network {
  private readonly around: Surroundings;
  private readonly roles = new Map<string, Server>();
  private readonly late: Late[] = [];
  private readonly dice = new Map<string, Dice>();
  private readonly witness: Witness;

  constructor(around: Surroundings, witness: Witness) {
    this.around = around;
    this.witness = witness;
  }

  /** @param address where it is reached: several may stand behind one host, each below a path of its own */
  attach(address: string, role: Server): void {
    this.roles.set(address, role);
  }

  /** Whose address it is, and what its server sees of it: whatever stands in front takes the path off. */
  private routed(url: string): { readonly role: Server; readonly seen: string } | undefined {
    for (const [address, role] of this.roles) {
      const rest = url.startsWith(address) ? url.slice(address.length) : '';
      if (/^[/?]/.test(rest)) return { role, seen: `${new URL(address).origin}${rest}` };
    }
    return undefined;
  }

  clientOf(caller: string): HttpClient {
    const send = this.sending(caller);
    return {
      get: async (url, { command, timeoutMilliseconds } = {}) =>
        httpAnswer(
          await send({ method: 'GET', url, headers: headersOf(command), body: null }, timeoutMilliseconds),
        ),
      post: async (url, body, { command, timeoutMilliseconds } = {}) => {
        const headers = { ...headersOf(command), 'content-type': 'application/json' };
        const message = { method: 'POST', url, headers, body: JSON.stringify(body) };
        return httpAnswer(await send(message, timeoutMilliseconds));
      },
    };
  }

  exchangeOf(caller: string): Exchange {
    const send = this.sending(caller);
    return ({ url, method, headers, body }) =>
      send({ method, url, headers, body: body.byteLength === 0 ? null : new Uint8Array(body) });
  }

  /** Lets everything arrive that is still under way. */
  async settle(): Promise<void> {
    while (this.late.length > 0) await this.arrive(this.late.shift());
  }

  private sending(caller: string) {
    let last: Promise<unknown> = Promise.resolve();
    return (message: Message, timeout = TIMEOUT_MILLISECONDS): Promise<Answer> => {
      const mine = last.then(() => this.carry(caller, message, timeout));
      last = mine.catch(() => undefined);
      return mine;
    };
  }

  private async carry(caller: string, message: Message, timeout: number): Promise<Answer> {
    const { origin, pathname } = new URL(message.url);
    const way = this.routed(message.url);
    if (way === undefined) throw new ActError('address_forbidden');
    const { role } = way;
    const dice = this.diceOf(`${caller} ${role.name}`);
    const { clock, journal, trouble } = this.around;
    clock.advance(1 + dice.below(LATENCY_MILLISECONDS));
    if (USERS.has(caller)) await this.arrivals();
    const what = `${caller} → ${role.name} ${message.method} ${nameless(pathname)}`;
    const fault = dice.happens(trouble.share) ? dice.pick(FAULTS) : undefined;
    if (fault !== undefined) journal.fault(fault, what);
    const answer = await this.deliver(role, { ...message, url: way.seen }, fault, dice);
    if (USERS.has(caller)) await this.overtaken(role);
    if (answer === undefined) {
      clock.advance(timeout);
      throw new ActError('peer_unreachable', { origin });
    }
    journal.note(`${what} ${answer.status} ${answer.headers.get('x-act-code') ?? ''}`);
    this.witness(caller, message, answer);
    return answer;
  }

  /** undefined: the caller hears nothing. */
  private async deliver(
    role: Server,
    message: Message,
    fault: Fault | undefined,
    dice: Dice,
  ): Promise<Answer | undefined> {
    const { clock } = this.around;
    switch (fault) {
      case undefined:
        return handled(role, message);
      case 'drop before':
        return undefined;
      case 'drop after':
        await handled(role, message);
        return undefined;
      case 'duplicate': {
        const answers = [await handled(role, message), await handled(role, message)];
        return dice.pick(answers);
      }
      case 'delay':
        this.late.push({ role, message, at: clock.exact() + dice.below(DELAY_MILLISECONDS), overtakers: 0 });
        return undefined;
      case 'reorder':
        this.late.push({ role, message, at: Number.POSITIVE_INFINITY, overtakers: 1 + dice.below(3) });
        return undefined;
      case 'restart':
        // It may be killed before the message, at one of its commits, or when it is about to answer.
        role.store.dieSoon(DEATH_TRANSACTIONS);
        if (dice.happens(0.8)) await handled(role, message);
        await role.restart();
        return undefined;
    }
  }

  private async arrivals(): Promise<void> {
    const now = this.around.clock.exact();
    for (const late of this.late.filter(({ at }) => at <= now)) {
      this.late.splice(this.late.indexOf(late), 1);
      await this.arrive(late);
    }
  }

  private async overtaken(role: Server): Promise<void> {
    for (const late of this.late.filter((one) => one.role === role && one.overtakers > 0)) {
      late.overtakers -= 1;
      if (late.overtakers > 0) continue;
      this.late.splice(this.late.indexOf(late), 1);
      await this.arrive(late);
    }
  }

  private async arrive(late: Late | undefined): Promise<void> {
    if (late === undefined) return;
    const { status, headers } = await handled(late.role, late.message);
    const { pathname } = new URL(late.message.url);
    const code = headers.get('x-act-code') ?? '';
    this.around.journal.note(`late at ${late.role.name}: ${nameless(pathname)} ${status} ${code}`);
  }

  private diceOf(road: string): Dice {
    const known = this.dice.get(road) ?? this.around.dice.named(`road ${road}`);
    this.dice.set(road, known);
    return known;
  }
}

async function handled(role: Server, { method, url, headers, body }: Message): Promise<Answer> {
  const response = await role.handle(new Request(url, { method, headers, body }));
  return {
    status: response.status,
    headers: response.headers,
    body: new Uint8Array(await response.arrayBuffer()),
  };
}

function headersOf(command: string | undefined): Record<string, string> {
  return {
    accept: 'application/json',
    ...(command === undefined ? {} : { authorization: `ACT-Command ${command}` }),
  };
}

function httpAnswer({ status, headers, body }: Answer): HttpAnswer {
  const contentType = (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return { status, contentType, body };
}

/** Identifiers that keys have made (thumbprints) are another in every run. */
function nameless(pathname: string): string {
  return pathname.replace(/[A-Za-z0-9_-]{43}/g, '…');
}
