import { base64url, fromBase64url } from '../../conformance/forge/bytes.ts';
import type { Json, JsonObject } from '../../conformance/forge/json.ts';
import { twinOf } from '../../conformance/forge/p256.ts';
import type { Dice } from '../../simulation/dice.ts';
import { compact, macWith, type SigningKey } from '../keys.ts';
import { mutateBytes, mutateParts } from '../mutators/bytes.ts';
import { mutators } from '../mutators/index.ts';
import type { Change } from '../mutators/mutator.ts';
import { at, type Path, placesOf } from '../text.ts';
import type { Token } from './site.ts';

/** A token in the place of a good one. */
export interface Spoilt {
  /** Of the mutation, for the summary. */
  readonly kind: string;
  readonly token: string;
  /** What it says about the claims: nothing (it must be refused), another value at a place, or the same. */
  readonly effect: Change['effect'];
  /** Of the claims, where another value stands in them. */
  readonly change?: Change;
}

/** What else is there to take parts from. */
export interface Others {
  /** Another good message of the same kind. */
  readonly alike: Token;
  /** Any other message. */
  readonly any: Token;
  /** Whoever else signs. */
  readonly keys: readonly SigningKey[];
  /** Whether other messages name this one by its digest, so that no other can stand for it. */
  readonly named: boolean;
}

/** A change at one random place of a document. */
export function changeOf(document: JsonObject, alike: Json, dice: Dice): Change | undefined {
  const places = placesOf(document);
  if (places.length === 0) return undefined;
  const path: Path = dice.happens(0.05) ? [] : dice.pick(places);
  const value = at(document, path);
  if (value === undefined) return undefined;
  const sameType = places.map((place) => at(document, place)).filter((one) => typeof one === typeof value);
  const elsewhere = at(alike, path);
  const others = [
    sameType.length === 0 ? null : (dice.pick(sameType) ?? null),
    ...(elsewhere === undefined ? [] : [elsewhere]),
  ];
  const mutator = dice.pick(mutators);
  // The root has no parent to be dropped or renamed in; another whole message is no change of this one.
  if (path.length === 0 && ['drop', 'duplicate', 'rename', 'swap'].includes(mutator.name)) return undefined;
  return mutator({ document, path, value, dice, others });
}

/** Somebody else's signature, under the name of the right signer or under the own one. */
function byAnother(
  site: Token,
  payload: string,
  { any, keys }: Others,
  dice: Dice,
): Omit<Spoilt, 'kind'> & { way: string } {
  const wrong = dice.pick(keys.filter(({ label }) => label !== site.signer.label));
  const posing = any.signer.label !== site.signer.label && dice.happens(0.4);
  if (posing) {
    const { typ, ...rest } = site.header;
    const { kid, x5c } = any.header;
    const named = {
      ...rest,
      typ: typ ?? null,
      alg: any.signer.alg,
      ...(kid ? { kid } : {}),
      ...(x5c ? { x5c } : {}),
    };
    if (kid) delete (named as JsonObject).x5c;
    if (x5c) delete (named as JsonObject).kid;
    return { way: 'own name', token: compact(JSON.stringify(named), payload, any.signer), effect: 'form' };
  }
  return { way: 'wrong key', token: compact(JSON.stringify(site.header), payload, wrong), effect: 'form' };
}

function claims(site: Token, from: Others, dice: Dice): Spoilt | undefined {
  const change = changeOf(site.payload, from.alike.payload, dice);
  if (change === undefined) return undefined;
  const { kind, text, effect } = change;
  const way = dice.next();
  if (way < 0.7) {
    const token = compact(JSON.stringify(site.header), text, site.signer);
    return { kind: `claims ${kind}, right key`, token, effect, change };
  }
  if (way < 0.85) {
    const [header = '', , signature = ''] = site.token.split('.');
    const token = `${header}.${base64url(Buffer.from(text))}.${signature}`;
    return token === site.token
      ? undefined
      : { kind: `claims ${kind}, old signature`, token, effect: 'form' };
  }
  const { way: by, ...rest } = byAnother(site, text, from, dice);
  return { kind: `claims ${kind}, ${by}`, ...rest };
}

function header(site: Token, from: Others, dice: Dice): Spoilt | undefined {
  const change = changeOf(site.header, from.any.header, dice);
  if (change === undefined) return undefined;
  const { kind, text, effect } = change;
  const token = compact(text, JSON.stringify(site.payload), site.signer);
  // A header that says something else says it wrongly: nothing in it is free.
  return { kind: `header ${kind}`, token, effect: effect === 'same' ? 'same' : 'form' };
}

function resigned(site: Token, from: Others, dice: Dice): Spoilt {
  const payload = JSON.stringify(site.payload);
  if (dice.happens(0.2)) {
    const token = compact(JSON.stringify(site.header), payload, site.signer);
    return { kind: 'signed anew, right key', token, effect: 'same' };
  }
  const { way, ...rest } = byAnother(site, payload, from, dice);
  return { kind: `signed anew, ${way}`, ...rest };
}

function algorithm(site: Token, _from: Others, dice: Dice): Spoilt {
  const payload = JSON.stringify(site.payload);
  const alg = dice.pick(['none', 'None', 'HS256', 'HS512', 'EdDSA', 'ES384', 'RS256', 'PS256', 'ES256K', '']);
  const head = JSON.stringify({ ...site.header, alg });
  const { publicJwk, spki } = site.signer;
  const secrets = [spki, Buffer.from(JSON.stringify(publicJwk)), Buffer.from(publicJwk.x ?? '', 'base64url')];
  const token = alg.startsWith('HS')
    ? macWith(head, payload, dice.pick(secrets))
    : alg.toLowerCase() === 'none'
      ? `${base64url(Buffer.from(head))}.${base64url(Buffer.from(payload))}.`
      : compact(head, payload, site.signer);
  return { kind: 'algorithm', token, effect: 'form' };
}

/** The other valid signature over the same bytes (catalogue J9). */
function twin({ token, signer }: Token): Spoilt | undefined {
  if (signer.alg !== 'ES256') return undefined;
  const [head, payload, signature = ''] = token.split('.');
  return {
    kind: 'twin',
    token: `${head}.${payload}.${base64url(twinOf(fromBase64url(signature)))}`,
    effect: 'same',
  };
}

const CHAINS: readonly ((chain: readonly Json[], other: readonly Json[], dice: Dice) => readonly Json[])[] = [
  (chain) => chain.slice(1),
  (chain) => chain.slice(0, -1),
  (chain) => chain.toReversed(),
  (chain) => [...chain, ...chain],
  (chain) => [...chain, chain.at(-1) ?? ''],
  (chain, other) => [...chain, ...other],
  (chain, other) => [...other.slice(0, 1), ...chain.slice(1)],
  (_chain, other) => [...other],
  (chain, _other, dice) => {
    const index = dice.below(chain.length);
    const der = Buffer.from(String(chain[index]), 'base64');
    const place = dice.below(der.length);
    der[place] = (der[place] ?? 0) ^ (1 << dice.below(8));
    return chain.with(index, der.toString('base64'));
  },
  (chain, _other, dice) => chain.with(0, String(chain[0]).slice(0, dice.below(String(chain[0]).length))),
  (chain) => chain.map((one) => `${one}=`),
  () => [],
];

/** Another chain of certificates under the same signature. */
function chain(site: Token, { any }: Others, dice: Dice): Spoilt | undefined {
  const { x5c } = site.header;
  if (!Array.isArray(x5c)) return undefined;
  const other = Array.isArray(any.header.x5c) ? any.header.x5c : [];
  const next = dice.pick(CHAINS)(x5c, other, dice);
  if (JSON.stringify(next) === JSON.stringify(x5c)) return undefined;
  const head = JSON.stringify({ ...site.header, x5c: [...next] });
  return { kind: 'chain', token: compact(head, JSON.stringify(site.payload), site.signer), effect: 'form' };
}

/** A good message of another type, or its own claims under another type. */
function confused(site: Token, { any }: Others, dice: Dice): Spoilt | undefined {
  if (any.header.typ === site.header.typ || any.message === site.message) return undefined;
  if (dice.happens(0.5)) return { kind: 'typ, other message', token: any.token, effect: 'form' };
  const head = JSON.stringify({ ...site.header, typ: any.header.typ ?? '' });
  return {
    kind: 'typ, renamed',
    token: compact(head, JSON.stringify(site.payload), site.signer),
    effect: 'form',
  };
}

function bytes(site: Token, { any, alike }: Others, dice: Dice): Spoilt | undefined {
  const other = dice.pick([any, alike]);
  const sameInput = other.token.split('.', 2).join('.') === site.token.split('.', 2).join('.');
  const change =
    dice.happens(0.3) && !sameInput
      ? mutateParts(site.token, other.token, dice)
      : mutateBytes(site.token, dice);
  if (change === undefined || change.text === other.token) return undefined;
  return { kind: change.kind, token: change.text, effect: 'form' };
}

/** Another good message of the kind, where only this one belongs. */
function another(site: Token, { alike, named }: Others): Spoilt | undefined {
  if (!named || alike.token === site.token) return undefined;
  return { kind: 'another good one', token: alike.token, effect: 'form' };
}

type Way = (site: Token, from: Others, dice: Dice) => Spoilt | undefined;

const WAYS: readonly (readonly [Way, number])[] = [
  [claims, 10],
  [bytes, 4],
  [header, 2],
  [chain, 2],
  [resigned, 1],
  [confused, 1],
  [algorithm, 1],
  [another, 1],
  [twin, 0.5],
];
const ways: readonly Way[] = WAYS.flatMap(([way, weight]) => Array.from({ length: weight * 2 }, () => way));

/** One good token, spoilt in one way; undefined where the way finds nothing to do. */
export function spoil(site: Token, from: Others, dice: Dice): Spoilt | undefined {
  return dice.pick(ways)(site, from, dice);
}
