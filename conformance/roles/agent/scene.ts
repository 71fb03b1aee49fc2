import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../forge/json.ts';
import { isSignedBy, type Opened, openMessage, publicKeyOf } from '../../live/read.ts';
import { mustFit, ownFits } from '../../live/schemas.ts';
import type { Asked, Reply } from '../../live/server.ts';
import { SubjectFault } from '../../run/case.ts';
import type { Errand } from './errand.ts';
import type { Addresses, Players, Spoilt } from './players.ts';

/** Everything that a case may change about the world of an agent. What is left out is honest. */
export interface Spoils {
  readonly trust?: Spoilt;
  /** The IAC that comes back, and the mandate around it. */
  readonly iac?: (iac: JsonObject) => JsonObject;
  readonly mandate?: Spoilt;
  /** Another confirmation than the one that the mandate names is handed out. */
  readonly otherConfirmation?: boolean;
  /** Two-bit status of the mandate: 0 valid, 1 revoked, 2 suspended. */
  readonly status?: number;
  /** The same of the mandates above a part that is taken. */
  readonly statusAbove?: number;
  readonly statusList?: Spoilt;
  /** What the mandates above a part that is taken rest on: with it the part is handed down at once. */
  readonly confirmed?: Confirmed;
  /** What the user decides. */
  readonly decision?: 'APPROVE' | 'DENY';
  readonly items?: (items: JsonObject[]) => JsonObject[];
  readonly card?: (card: JsonObject) => JsonObject;
  readonly capability?: (file: JsonObject) => JsonObject;
  /** What a seller in two-way mode answers. */
  readonly negotiated?: (answer: JsonObject) => JsonObject;
  /** What is sold, before the quote is made of it; and the cart that is handed out, afterwards. */
  readonly lines?: (line: JsonObject) => JsonObject;
  readonly cart?: (cart: JsonObject) => JsonObject;
  readonly quote?: Spoilt;
  readonly bill?: (bill: JsonObject) => JsonObject;
  readonly receipt?: Spoilt;
  /** The whole answer to a payment. */
  readonly answer?: (answer: JsonObject) => JsonObject;
  /** A refusal of payments by this code. */
  readonly refusal?: string;
  /** The first requests for payment are refused, with this advice. */
  readonly refusing?: { readonly code: string; readonly retryability: string; readonly times: number };
  /** What tills offer for the codes that the agent shows, one after the other; honestly where nothing is said. */
  readonly tills?: readonly TillOffer[];
  /** Answers a request in the place of whom it is for; undefined: as always. */
  readonly reply?: (asked: Asked, who: Who, scene: Scene) => Reply | undefined | Promise<Reply | undefined>;
}

/** What a user saw, and signed on the device. */
export interface Confirmed {
  readonly shown: JsonObject;
  readonly confirmation: string;
}

/** What a till offers that is not the ticket of the first seller. */
export interface TillOffer {
  readonly by?: 'shop' | 'other';
  readonly claims?: JsonObject;
  /** The cart that is shown for it, in the place of its own. */
  readonly cart?: (cart: JsonObject) => JsonObject;
  readonly spoilt?: Spoilt;
}

export type Who = 'trust' | 'bank' | 'shop' | 'other' | 'stranger';

/** A payment request that reached the payment service. */
export interface Request extends Opened {
  readonly quote: Opened;
  readonly mandate?: Opened;
}

/** One run of an agent, with everything that it was seen to do. */
export class Scene {
  readonly players: Players;
  readonly addresses: Addresses;
  readonly errand: Errand;
  readonly spoils: Spoils;
  /** What the agent did against a MUST, as far as its peers can see. */
  readonly faults: string[] = [];
  readonly calls: {
    readonly who: Who;
    readonly method: string;
    readonly path: string;
    /** All of the request, as one text. */
    readonly said: string;
  }[] = [];
  readonly requests: Request[] = [];
  /** The bodies that were sent to sellers and to the issuer, and were in order. */
  readonly mandates: JsonObject[] = [];
  /** Mandates that the agent gave up, and how many it had asked for until then. */
  readonly revoked: { readonly delegationId: string; readonly asked: number }[] = [];
  readonly intents: { readonly who: Who; readonly body: JsonObject }[] = [];
  readonly orders: { readonly who: Who; readonly order: JsonObject }[] = [];
  readonly negotiations: JsonObject[] = [];
  readonly quotes = new Map<string, { readonly opened: Opened; readonly answer: JsonObject }>();
  /** Offers by the code that they were put to. */
  readonly shown = new Map<string, string>();
  /** Answers of the payment service, by order: an order is paid once. */
  readonly paid = new Map<string, JsonObject>();
  readonly queries: string[] = [];
  readonly cancelled: string[] = [];
  readonly released: string[] = [];
  readonly deliveries: string[] = [];
  /** Claims of what the agent has anchored, in their order. */
  readonly anchors: JsonObject[] = [];
  private readonly ids = new Set<string>();

  constructor(players: Players, addresses: Addresses, errand: Errand, spoils: Spoils) {
    this.players = players;
    this.addresses = addresses;
    this.errand = errand;
    this.spoils = spoils;
  }

  called(who: Who, path: RegExp): number {
    return this.calls.filter((call) => call.who === who && path.test(call.path)).length;
  }

  /** Reads a signed message of the agent: schema, key, and an id that was not used before. @throws SubjectFault */
  openOwn(compact: unknown, typ: string, schema: string): Opened {
    const opened = openMessage(compact, typ, schema);
    if (!isSignedBy(opened, publicKeyOf(this.players.agent.jwk)))
      throw new SubjectFault(`${typ} is not signed by the agent's key.`);
    if (opened.header.kid !== this.players.agent.jkt) throw new SubjectFault(`${typ} names another key.`);
    const { jti, iat } = opened.claims;
    if (this.ids.has(String(jti))) throw new SubjectFault(`${typ} repeats the id ${String(jti)}.`);
    this.ids.add(String(jti));
    if (Math.abs(Number(iat) - Date.now() / 1000) > 60) throw new SubjectFault(`${typ} is of another time.`);
    return opened;
  }

  /** A command of the agent for one purpose. @throws SubjectFault */
  command(
    compact: unknown,
    expected: Readonly<Record<'aud' | 'action' | 'target', string>>,
    digest?: string,
  ) {
    const { claims } = this.openOwn(compact, 'act-command+jwt', 'command.json');
    for (const [member, value] of Object.entries({ iss: this.players.agent.id, ...expected }))
      if (claims[member] !== value)
        throw new SubjectFault(`A command with ${member} ${String(claims[member])}, where ${value} is due.`);
    const said = (claims.params as JsonObject | undefined)?.digest;
    if (digest !== undefined && said !== digest)
      throw new SubjectFault(`A command ${expected.action} that covers something else.`);
  }
}

export const reply = (value: unknown, status = 200): Reply => ({ status, body: JSON.stringify(value) });

export function body(asked: Asked, schema: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(asked.text);
  } catch {
    throw new SubjectFault(`What was posted to ${asked.path} is no JSON.`);
  }
  mustFit(schema, value, `What was posted to ${asked.path}`);
  return value as JsonObject;
}

/** The command in the header of a request without a body. */
export function commandIn({ headers }: Asked): string {
  const { authorization = '' } = headers;
  return authorization.replace(/^ACT-Command /, '');
}

export function problem(code: string, requirement: string, status: number, retryability = 'never'): Reply {
  const value = {
    type: `https://openact.example/errors/${code}`,
    title: code,
    status,
    code,
    requirement,
    retryability,
    valid_next_actions: [],
    instance: randomUUID(),
  };
  ownFits('problem.json', value);
  return { status, type: 'application/problem+json', body: JSON.stringify(value) };
}

export const newId = (kind: string): string => `${kind}-${randomUUID()}`;
