import { isObject, type Json } from '../../conformance/forge/json.ts';
import type { Dice } from '../../simulation/dice.ts';
import type { Role } from '../../simulation/role.ts';
import type { Keys } from '../keys.ts';
import type { Result } from '../target.ts';
import type { Token } from '../tokens/site.ts';
import { isOpen, isOwn } from './open.ts';
import { documentsOf, requestOf, type Sent, sentOf, tokensOf } from './sent.ts';
import { movedBetween, type Snapshots } from './snapshot.ts';
import { routeOf, type SpoiltRequest, spoilRequest } from './spoil.ts';

type Handler = (request: Request) => Promise<Response>;

/** How many mutants go before an honest request, and how many after it. */
const BEFORE = 8;
const AFTER = 4;
const TIMES_A_ROUTE = 3;
const TRIES = 20;
const REMEMBERED = 200;

/**
 * Stands in front of every role: each honest request that arrives is spoilt many times over first, then let through,
 * then spoilt and repeated again. Nothing may come of what was spoilt; the honest one has to succeed in between.
 */
export class Gate {
  readonly results: Result[] = [];
  private readonly wanted: number;
  private readonly dice: Dice;
  private readonly snapshots: Snapshots;
  private readonly keys: Keys;
  private readonly now: () => number;
  private readonly tokens: Token[] = [];
  private readonly bodies: Json[] = [];
  private readonly times = new Map<string, number>();
  /** Shut: everything goes through as it is, such as what a spoilt request makes a role ask of another. */
  private state: 'open' | 'shut' = 'shut';

  constructor(given: {
    readonly wanted: number;
    readonly dice: Dice;
    readonly snapshots: Snapshots;
    readonly keys: Keys;
    readonly now: () => number;
  }) {
    this.wanted = given.wanted;
    this.dice = given.dice;
    this.snapshots = given.snapshots;
    this.keys = given.keys;
    this.now = given.now;
  }

  start(): void {
    this.state = 'open';
  }

  /** Whether there are as many mutants as were wanted; then everything goes through. */
  get isFull(): boolean {
    return this.results.length >= this.wanted;
  }

  /** Puts itself in front of a role. */
  guard(role: Pick<Role, 'name' | 'handle'>): void {
    const handle = role.handle.bind(role);
    role.handle = (request) => this.pass(role.name, request, handle);
  }

  async pass(role: string, request: Request, handle: Handler): Promise<Response> {
    if (this.state === 'shut' || this.isFull) return handle(request);
    const sent = await sentOf(role, request);
    const honest = requestOf(sent);
    if (honest === undefined) throw new Error('An honest request cannot be sent.');
    if (!this.isDue(routeOf(sent))) return handle(honest);
    await this.spoilt(sent, handle, BEFORE, false);
    const answer = await handle(honest);
    this.honest(sent, answer);
    await this.spoilt(sent, handle, AFTER, true);
    this.remember(sent);
    return answer;
  }

  /** Some routes are asked all day. */
  private isDue(route: string): boolean {
    const times = (this.times.get(route) ?? 0) + 1;
    this.times.set(route, times);
    return times <= TIMES_A_ROUTE;
  }

  /** What was spoilt must not have taken anything from the honest request. */
  private honest(sent: Sent, answer: Response): void {
    const { status, headers } = answer;
    const code = headers.get('x-act-code') ?? '';
    // 402 is what an honest buyer hears first.
    if (status < 400 || status === 402) return;
    this.add(sent, 'honest', `refused ${code}`, `the honest request got ${status} ${code}`);
  }

  private async spoilt(sent: Sent, handle: Handler, count: number, isAfter: boolean): Promise<void> {
    this.state = 'shut';
    try {
      const { snapshots } = this;
      let before = await snapshots.take();
      for (let made = 0; made < count && !this.isFull; made += 1) {
        const mutant = this.mutant(sent, isAfter);
        if (mutant === undefined) continue;
        const moved = await this.judge(sent, mutant, handle, isAfter, async () => {
          const after = await snapshots.take();
          const found = movedBetween(before, after).filter((line) => !isOwn(sent.role, line));
          before = after;
          return found;
        });
        if (moved && !isAfter) return;
      }
    } finally {
      this.state = 'open';
    }
  }

  private mutant(sent: Sent, isAfter: boolean): SpoiltRequest | undefined {
    if (isAfter && this.dice.happens(0.2)) return { kind: 'replay', place: '', sent, effect: 'same' };
    const seen = { tokens: this.tokens, bodies: this.bodies, keys: this.keys, now: this.now() };
    for (let tries = 0; tries < TRIES; tries += 1) {
      const mutant = spoilRequest(sent, seen, this.dice);
      if (mutant === undefined || mutant.effect === 'free') continue;
      // What asks for the same is served once; afterwards it must not be served again.
      if (mutant.effect === 'same' && !isAfter) continue;
      if (requestOf(mutant.sent) !== undefined) return mutant;
    }
    return undefined;
  }

  /** @returns whether something moved, so that the honest request may find another world */
  private async judge(
    sent: Sent,
    { kind, place, sent: spoilt, effect }: SpoiltRequest,
    handle: Handler,
    isAfter: boolean,
    moved: () => Promise<string[]>,
  ): Promise<boolean> {
    const request = requestOf(spoilt);
    if (request === undefined) return false;
    const answer = await handle(request);
    const { status } = answer;
    await answer.arrayBuffer();
    const code = answer.headers.get('x-act-code') ?? String(status);
    const changes = await moved();
    const when = isAfter ? 'after it' : 'before it';
    const mayPass = effect === 'same' || isOpen(routeOf(sent));
    const finding =
      status >= 500
        ? `${status}`
        : changes.length > 0
          ? `moved ${changes.join('; ')}, answered ${status}`
          : status < 400 && !mayPass
            ? `answered ${status}`
            : undefined;
    const answered = status >= 400 ? `refused ${code}` : mayPass ? 'may pass' : 'accepted';
    this.add(sent, kind, answered, finding && `${place} ${when}: ${finding}`);
    return changes.length > 0;
  }

  private add(sent: Sent, kind: string, answer: string, finding: string | undefined): void {
    if (this.isFull) return;
    this.results.push({ target: routeOf(sent), kind, answer, ...(finding === undefined ? {} : { finding }) });
  }

  private remember(sent: Sent): void {
    this.tokens.push(...tokensOf(sent, this.keys));
    this.bodies.push(
      ...documentsOf(sent)
        .map(({ value }) => value)
        .filter(isObject),
    );
    this.tokens.splice(0, Math.max(0, this.tokens.length - REMEMBERED));
    this.bodies.splice(0, Math.max(0, this.bodies.length - REMEMBERED));
  }
}
