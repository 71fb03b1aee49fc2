import type { Question } from '../../conformance/files.ts';
import { isObject, type Json } from '../../conformance/forge/json.ts';
import { forget, judge, type Outcome } from '../../conformance/subject.ts';
import { Dice } from '../../simulation/dice.ts';
import { isFree } from '../free/index.ts';
import type { Change } from '../mutators/mutator.ts';
import type { Result, Target } from '../target.ts';
import { isSameJson, jsonOf, type Path, pointerOf } from '../text.ts';
import { changeOf, spoil } from '../tokens/spoil.ts';
import {
  type Good,
  goodQuestions,
  keys,
  type ObjectSite,
  type Site,
  speaksFor,
  type TokenSite,
} from './corpus.ts';

interface Mutant {
  readonly question: Question;
  readonly target: string;
  readonly kind: string;
  /** Where a change stands, for a reader. */
  readonly place: string;
  /** undefined: it may be taken, because it says the same or what changed is free there. */
  readonly mustBeRefused: boolean;
}

/** What a value that was parsed already cannot be. */
const OF_TEXTS = new Set(['duplicate', 'nesting', 'oversize', 'lexeme', 'escape', 'space']);
const FORGET_EVERY = 500;
const TRIES = 50;
const SHOWN_CHARS = 80;

function where(change: Change | undefined): string {
  if (change === undefined) return '';
  return `${pointerOf(change.path)} = ${String(JSON.stringify(change.value)).slice(0, SHOWN_CHARS)}`;
}

function put(value: Json, [name, ...rest]: Path, next: Json): Json {
  if (name === undefined) return next;
  if (Array.isArray(value)) return value.with(Number(name), put(value[Number(name)] ?? null, rest, next));
  return isObject(value) ? { ...value, [name]: put(value[name] ?? null, rest, next) } : value;
}

/** Spoils questions of the vectors one at a time, and asks the verifier. */
export class VerifierTarget implements Target {
  readonly name = 'verifier';
  readonly share: number;
  private readonly good: readonly Good[] = goodQuestions();
  private readonly byMessage = new Map<string, TokenSite[]>();
  private readonly tokens: TokenSite[] = [];
  private asked = 0;

  constructor(share: number) {
    this.share = share;
    for (const { sites } of this.good)
      for (const site of sites) if (site.kind === 'token') this.remember(site);
  }

  private remember(site: TokenSite): void {
    this.tokens.push(site);
    const known = this.byMessage.get(site.message) ?? [];
    this.byMessage.set(site.message, [...known, site]);
  }

  async *mutants(seed: number, from: number, count: number): AsyncGenerator<Result> {
    for (let index = from; index < from + count; index += 1) yield await this.run(seed, index);
  }

  async close(): Promise<void> {
    forget();
  }

  private async run(seed: number, index: number): Promise<Result> {
    const dice = new Dice(seed).named(`verifier ${index}`);
    this.asked += 1;
    // A trust list that was spoilt and opened nevertheless must not fill the memory.
    if (this.asked % FORGET_EVERY === 0) forget();
    const mutant = this.mutant(dice);
    const { question, target, kind, place, mustBeRefused } = mutant;
    let outcome: Outcome;
    try {
      outcome = await judge(question);
    } catch (error) {
      return { target, kind, answer: 'threw', finding: `${place}: threw ${String(error)}` };
    }
    const isConclusion = outcome.verdict === 'accepted' && !speaksFor(outcome);
    if (isConclusion) return { target, kind, answer: `refused ${conclusionOf(outcome)}` };
    const answer =
      outcome.verdict === 'refused' ? `refused ${outcome.code}` : mustBeRefused ? 'accepted' : 'may pass';
    if (outcome.verdict === 'accepted' && mustBeRefused)
      return { target, kind, answer, finding: `${place}: accepted` };
    return { target, kind, answer };
  }

  private mutant(dice: Dice): Mutant {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const good = dice.pick(this.good);
      const site = dice.pick(good.sites);
      const mutant = site.kind === 'token' ? this.token(good, site, dice) : this.object(good, site, dice);
      if (mutant !== undefined) return mutant;
    }
    throw new Error('No mutator found anything to do.');
  }

  private token(good: Good, site: TokenSite, dice: Dice): Mutant | undefined {
    const { question, id } = good;
    const alike = dice.pick(this.byMessage.get(site.message) ?? [site]);
    const { named } = site;
    const from = { alike, any: dice.pick(this.tokens), keys: keys.every, named };
    const spoilt = spoil(site, from, dice);
    if (spoilt === undefined) return undefined;
    const { kind, token, effect, change } = spoilt;
    const free =
      effect === 'value' && change !== undefined && isFree(question, site.message, site.payload, change);
    return {
      question: { ...question, [site.part]: put(question[site.part], site.path, token) },
      target: `${question.operation} ${site.message}`,
      kind,
      place: `${id} ${site.part}${pointerOf(site.path)} ${where(change)}`,
      mustBeRefused: effect === 'form' || (effect === 'value' && !free),
    };
  }

  private object({ question, id }: Good, site: ObjectSite, dice: Dice): Mutant | undefined {
    const alike = this.alikeObject(site, dice);
    const change = changeOf(site.value, alike, dice);
    if (change === undefined) return undefined;
    const { kind, text, effect } = change;
    const whole = site.message === 'bundle';
    const parsed = jsonOf(text);
    // What is handed in as a value cannot be written oddly.
    if (!whole && (parsed === undefined || OF_TEXTS.has(kind) || change.path.at(-1) === '__proto__'))
      return undefined;
    if (!whole && isSameJson(text, JSON.stringify(site.value))) return undefined;
    const input = whole ? { ...question.input, text } : { ...question.input, [site.message]: parsed };
    const free = effect === 'value' && isFree(question, site.message, site.value, change);
    return {
      question: { ...question, input },
      target: `${question.operation} ${site.message}`,
      kind: `object ${kind}`,
      place: `${id} ${site.message} ${where(change)}`,
      mustBeRefused: effect === 'form' || (effect === 'value' && !free),
    };
  }

  private alikeObject(site: ObjectSite, dice: Dice): Json {
    const { sites } = dice.pick(this.good);
    const found = sites.find((one: Site) => one.kind === 'object' && one.message === site.message);
    return found?.kind === 'object' ? found.value : site.value;
  }
}

/** What is found of a record, of evidence or of a chain that does not hold. */
const conclusionOf = ({ values = {} }: Outcome): string =>
  String(values.verdict ?? values.code ?? values.broken ?? 'a record of it');
