import { allVectors, type Question, questionOf, takesSm3 } from '../../conformance/files.ts';
import { isObject, type Json, type JsonObject } from '../../conformance/forge/json.ts';

import { decodeToken, forgeKeys, type Keys } from '../keys.ts';
import type { Path } from '../text.ts';
import type { Token } from '../tokens/site.ts';

/** A signed message inside a question. */
export interface TokenSite extends Token {
  readonly kind: 'token';
  /** Below `input` or `context`. */
  readonly part: 'input' | 'context';
  readonly path: Path;
  /** Whether other messages of the question name it by its digest. */
  readonly named: boolean;
}

/** An object that a question hands in as it is. */
export interface ObjectSite {
  readonly kind: 'object';
  readonly message: string;
  readonly value: JsonObject;
}

export type Site = TokenSite | ObjectSite;

/** A question that the vectors answer with "accepted", and everything in it that can be spoilt. */
export interface Good {
  readonly id: string;
  readonly question: Question;
  readonly sites: readonly Site[];
}

const OBJECTS = ['cart', 'shown', 'intent', 'iac', 'bundle'];
const NAMED = new Set(['mandate', 'confirmation', 'quote', 'payment_request']);

export const keys: Keys = forgeKeys();

function tokenSite(part: TokenSite['part'], path: Path, token: string): TokenSite[] {
  const decoded = decodeToken(token);
  const signer = decoded && keys.signerOf(decoded.header);
  // The vectors' own good messages are all signed by somebody of their world.
  if (decoded === undefined || signer === undefined) return [];
  const name = path.findLast((one) => typeof one === 'string');
  const message = String(name).replace('mandate_chain', 'mandate');
  const named = path[0] === 'bundle' && NAMED.has(message);
  return [{ kind: 'token', message, part, path, token, named, ...decoded, signer }];
}

function tokensIn(part: TokenSite['part'], value: Json | undefined, path: Path = []): TokenSite[] {
  if (typeof value === 'string') return tokenSite(part, path, value);
  if (Array.isArray(value)) return value.flatMap((one, index) => tokensIn(part, one, [...path, index]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, one]) => tokensIn(part, one, [...path, name]));
}

function sitesOf({ input, context }: Question): Site[] {
  const objects = OBJECTS.filter((name) => isObject(input[name])).map(
    (name): ObjectSite => ({ kind: 'object', message: name, value: input[name] }),
  );
  return [
    ...tokensIn('input', input),
    ...tokensIn('context', { trust_list: context.trust_list }),
    ...objects,
  ];
}

/** The refusals of an issuer are read, not verified: nothing in them is signed by anybody known. */
const NOT_ASKED = new Set(['read_refusal']);

interface Concluded {
  readonly values?: Readonly<Record<string, unknown>>;
}

/**
 * A verification of a record, of a chain of them or of the evidence of a dispute always comes to a conclusion; only one
 * of them speaks for what was shown.
 */
export const speaksFor = ({ values: { verdict, holds, evidence } = {} }: Concluded): boolean =>
  (verdict === undefined || verdict === 'VERIFIED') &&
  (holds === undefined || holds === true) &&
  (evidence === undefined || evidence === 'good');

/** What is found of a record, of evidence or of a chain that does not hold. */
export const conclusionOf = ({ values = {} }: Concluded): string =>
  String(values.verdict ?? values.code ?? values.broken ?? 'a record of it');

/** Every good question about signed messages, made by code that shares nothing with src. */
export function goodQuestions(): Good[] {
  const good = allVectors()
    .filter(({ vector }) => vector.expected.verdict === 'accepted' && speaksFor(vector.expected))
    .filter(({ vector }) => !takesSm3(vector))
    .filter(({ group }) => !NOT_ASKED.has(group.operation))
    .map(({ group, vector }) => ({ id: vector.id, question: questionOf(group, vector) }))
    .filter(({ question }) => question.input.text === undefined && question.input.hex === undefined)
    .map((one) => ({ ...one, sites: sitesOf(one.question) }))
    .filter(({ sites }) => sites.length > 0);
  if (good.length === 0) throw new Error('There is nothing to spoil.');
  return good;
}
