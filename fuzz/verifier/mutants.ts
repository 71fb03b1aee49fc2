import type { Question } from '../../conformance/files.ts';
import { isObject, type Json } from '../../conformance/forge/json.ts';
import { Dice } from '../../simulation/dice.ts';
import { isFree } from '../free/index.ts';
import type { Change } from '../mutators/mutator.ts';
import { isSameJson, jsonOf, type Path, pointerOf } from '../text.ts';
import { changeOf, spoil } from '../tokens/spoil.ts';
import { type Good, goodQuestions, keys, type ObjectSite, type Site, type TokenSite } from './corpus.ts';

export interface Mutant {
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

/** Spoils questions of the vectors one at a time. */
export class Mutants {
  private readonly good: readonly Good[];
  private readonly byMessage = new Map<string, TokenSite[]>();
  private readonly tokens: TokenSite[] = [];

  /** @param operations of which questions; all of them where none is named */
  constructor(operations?: ReadonlySet<string>) {
    this.good = goodQuestions().filter(({ question }) => operations?.has(question.operation) ?? true);
    for (const { sites } of this.good)
      for (const site of sites) if (site.kind === 'token') this.remember(site);
  }

  private remember(site: TokenSite): void {
    this.tokens.push(site);
    const known = this.byMessage.get(site.message) ?? [];
    this.byMessage.set(site.message, [...known, site]);
  }

  /** A seed and an index name a mutant, which is the same in every run. */
  of(seed: number, index: number): Mutant {
    const dice = new Dice(seed).named(`verifier ${index}`);
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
