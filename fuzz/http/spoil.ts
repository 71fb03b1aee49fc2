import type { Json, JsonObject } from '../../conformance/forge/json.ts';
import { isObject } from '../../conformance/forge/json.ts';
import type { Dice } from '../../simulation/dice.ts';
import { isFree } from '../free/index.ts';
import { decodeToken, type Keys } from '../keys.ts';
import { mutateBytes } from '../mutators/bytes.ts';
import { at, isSameJson, jsonOf, placesOf, pointerOf, writeWith } from '../text.ts';
import type { Token } from '../tokens/site.ts';
import { changeOf, type Spoilt, spoil } from '../tokens/spoil.ts';
import { isUsersWord } from './open.ts';
import { type Document, documentsOf, type Sent, tokensOf } from './sent.ts';

/** A request in the place of a good one. */
export interface SpoiltRequest {
  readonly kind: string;
  /** What was spoilt, for a reader. */
  readonly place: string;
  readonly sent: Sent;
  /** `same`: it asks for the same; `free`: for something else that is good; `form`: for nothing anybody may give. */
  readonly effect: 'same' | 'free' | 'form';
}

/** What earlier requests held. */
export interface Seen {
  readonly tokens: readonly Token[];
  readonly bodies: readonly Json[];
  readonly keys: Keys;
  readonly now: number;
}

type Way = (sent: Sent, seen: Seen, dice: Dice) => SpoiltRequest | undefined;

const SHOWN_CHARS = 60;

/** A signed message of it is another. */
const token: Way = (sent, { tokens, keys, now }, dice) => {
  const sites = tokensOf(sent, keys);
  if (sites.length === 0) return undefined;
  const site = dice.pick(sites);
  const alike = tokens.filter(({ message }) => message === site.message);
  const from = {
    alike: alike.length === 0 ? site : dice.pick(alike),
    any: tokens.length === 0 ? site : dice.pick(tokens),
    keys: keys.every,
    named: ['mandate', 'quote'].includes(site.message),
  };
  const spoilt = spoil(site, from, dice);
  if (spoilt === undefined) return undefined;
  const { kind, effect, change } = spoilt;
  if (isAnothersLook(site, spoilt)) return undefined;
  const question = { operation: 'http', input: {}, context: {}, now };
  const free =
    effect === 'value' && change !== undefined && isFree(question, site.message, site.payload, change);
  const text = writeWith(site.document.value, site.path, () => JSON.stringify(spoilt.token));
  return {
    kind,
    place: `${site.message} ${change === undefined ? '' : `${pointerOf(change.path)} = ${String(JSON.stringify(change.value)).slice(0, SHOWN_CHARS)}`}`,
    sent: site.document.put(text),
    effect: effect === 'same' ? 'same' : free ? 'free' : 'form',
  };
};

/** A question that somebody else asks in the own name, as the user's device may of what is the user's: a good one. */
function isAnothersLook({ message, payload }: Token, { kind, token: asked }: Spoilt): boolean {
  const claims = decodeToken(asked)?.payload;
  const action = claims?.action;
  // What was spoilt may be a thousand lists in each other, of which no text can be made.
  const isLook = message === 'command' && typeof action === 'string' && /\.(?:read|list|query)$/.test(action);
  return isLook && kind.endsWith('own name') && claims?.iss !== payload.iss;
}

/** Members around the signed messages. */
const members: Way = (sent, { bodies, now }, dice) => {
  const documents = documentsOf(sent).filter(({ value }) => isObject(value));
  if (documents.length === 0) return undefined;
  const document: Document = dice.pick(documents);
  const value = document.value as JsonObject;
  const alike = bodies.length === 0 ? value : dice.pick(bodies);
  const change = changeOf(value, alike, dice);
  if (change === undefined) return undefined;
  const { kind, path, text, effect } = change;
  // Inside a token every byte counts; that is another way to spoil a request.
  if (kind !== 'duplicate' && isSameJson(text, JSON.stringify(value)) && effect !== 'form') return undefined;
  const question = { operation: 'http', input: {}, context: {}, now };
  const around = document.name === 'body' ? `${routeOf(sent)} body` : document.name;
  const free = effect === 'value' && (isUsersWord(sent.role) || isFree(question, around, value, change));
  return {
    kind: `${document.name} ${kind}`,
    place: `${pointerOf(path)} = ${String(JSON.stringify(change.value)).slice(0, SHOWN_CHARS)}`,
    sent: document.put(text),
    effect: effect === 'same' ? 'same' : free ? 'free' : 'form',
  };
};

/** Bytes of the body, or of a header that says something. */
const bytes: Way = (sent, { now }, dice) => {
  const { body, headers } = sent;
  const spoken = ['authorization', 'payment-proof'].filter((name) => headers[name] !== undefined);
  if (body !== null && (spoken.length === 0 || dice.happens(0.5))) {
    const change = mutateBytes(body, dice);
    if (change === undefined) return undefined;
    if (isUsersWord(sent.role) && jsonOf(change.text) !== undefined) return undefined;
    const same = isSameJson(change.text, body);
    return {
      kind: `body ${change.kind}`,
      place: '',
      sent: { ...sent, body: change.text },
      effect: same ? 'same' : 'form',
    };
  }
  if (spoken.length === 0) return undefined;
  const name = dice.pick(spoken);
  const value = headers[name] ?? '';
  const change = mutateBytes(value, dice);
  // A header is trimmed on its way.
  if (change === undefined || change.text.trim() === value) return undefined;
  const spoilt = { ...sent, headers: { ...headers, [name]: change.text } };
  return {
    kind: `header ${change.kind}`,
    place: name,
    sent: spoilt,
    effect:
      inOneForm(change.text) === inOneForm(value)
        ? 'same'
        : saysFreely(sent, spoilt, name, now)
          ? 'free'
          : 'form',
  };
};

/** The name of a scheme may stand in any case, and spaces after it as many as there are (RFC 9110, 11.1 and 11.4). */
const inOneForm = (header: string): string => header.replace(/^act-command +/i, 'ACT-Command ');

/** Other letters in the code of a header may be another value at a place where any value is good. */
function saysFreely(before: Sent, after: Sent, name: string, now: number): boolean {
  const [was, is] = [before, after].map(
    (sent) => documentsOf(sent).find((document) => document.name === name)?.value,
  );
  if (!isObject(was) || !isObject(is)) return false;
  const text = JSON.stringify(is);
  const changed = placesOf(was).filter(
    (path) =>
      !isObject(at(was, path)) &&
      !isSameJson(JSON.stringify([at(was, path)]), JSON.stringify([at(is, path)])),
  );
  const question = { operation: 'http', input: {}, context: {}, now };
  return (
    placesOf(is).length === placesOf(was).length &&
    changed.length > 0 &&
    changed.every((path) => isFree(question, name, was, { path, value: at(is, path), text }))
  );
}

const TYPES = [
  'text/plain',
  'application/jose',
  '',
  'application/jsonp',
  'multipart/form-data',
  'application/xml',
];

/** Headers that are missing, foreign, or of another kind. */
const header: Way = (sent, _seen, dice) => {
  const { headers, body } = sent;
  const put = (name: string, value: string): Sent => ({ ...sent, headers: { ...headers, [name]: value } });
  const without = (name: string): Sent => {
    const { [name]: _gone, ...rest } = headers;
    return { ...sent, headers: rest };
  };
  const ways: (() => SpoiltRequest | undefined)[] = [
    () =>
      body === null
        ? undefined
        : { kind: 'content type', place: '', sent: put('content-type', dice.pick(TYPES)), effect: 'form' },
    () =>
      headers.authorization === undefined
        ? undefined
        : { kind: 'no authorization', place: '', sent: without('authorization'), effect: 'form' },
    () =>
      headers['payment-proof'] === undefined
        ? undefined
        : { kind: 'no proof', place: '', sent: without('payment-proof'), effect: 'form' },
    () => ({
      kind: 'foreign header',
      place: '',
      sent: put(dice.pick(FOREIGN), dice.pick(VALUES)),
      effect: 'same',
    }),
  ];
  return dice.pick(ways)();
};

const FOREIGN = [
  'x-forwarded-for',
  'x-http-method-override',
  'accept',
  'if-none-match',
  'range',
  'cookie',
  'forwarded',
  'x-act-code',
  'accept-encoding',
  'transfer-encoding',
  'te',
];
const VALUES = [
  '*',
  '127.0.0.1',
  'DELETE',
  'x'.repeat(9_000),
  '',
  'bytes=0-1',
  'a=b; a=c',
  '\u00ff',
  'for="_x"',
];

const PIECES = [
  'x',
  '..',
  '%2e%2e',
  '%00',
  '%ff',
  'null',
  '0',
  '-1',
  '__proto__',
  "'",
  '%27%20OR%201=1',
  'a'.repeat(5_000),
  '😀',
  '%E2%80%AE',
  '{id}',
  '*',
  '%2f',
  '',
];

/** Another address: a piece of the path changed, taken out, put in; another query. */
const address: Way = (sent, _seen, dice) => {
  const url = new URL(sent.url);
  const pieces = url.pathname.split('/').slice(1);
  const index = dice.below(pieces.length);
  const ways: (() => string[])[] = [
    () => pieces.with(index, dice.pick(PIECES)),
    () => pieces.toSpliced(index, 1),
    () => pieces.toSpliced(index, 0, dice.pick(PIECES)),
    () => [...pieces, dice.pick(PIECES)],
    () => pieces.with(index, `${pieces[index] ?? ''}${dice.pick(['x', '0', '%00', '.', '%20', ';a=b'])}`),
    () => pieces.with(index, (pieces[index] ?? '').toUpperCase()),
  ];
  const path = `/${dice.pick(ways)().join('/')}`;
  const next = URL.parse(`${url.origin}${path}${url.search}`);
  if (next === null || next.pathname === url.pathname) return undefined;
  return {
    kind: 'path',
    place: path.slice(0, SHOWN_CHARS),
    sent: { ...sent, url: next.href },
    effect: 'form',
  };
};

const QUERIES = ['a=b', 'a=b&a=c', '%ff', '__proto__[x]=1', 'page=2', '', 'x'.repeat(8_000), '%00'];

const query: Way = (sent, _seen, dice) => {
  const url = new URL(sent.url);
  url.search = dice.pick(QUERIES);
  // Where a route is sold, its query is part of what is bought; elsewhere nobody reads it.
  const sold = url.pathname.startsWith('/data/');
  if (url.href === sent.url) return undefined;
  return {
    kind: 'query',
    place: url.search.slice(0, SHOWN_CHARS),
    sent: { ...sent, url: url.href },
    effect: sold ? 'form' : 'same',
  };
};

const method: Way = (sent, _seen, dice) => {
  const next = dice.pick(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'PROPFIND']);
  if (next === sent.method || (next === 'HEAD' && sent.method === 'GET')) return undefined;
  const bodiless = ['GET', 'HEAD'].includes(next);
  return {
    kind: 'method',
    place: next,
    sent: { ...sent, method: next, body: bodiless ? null : sent.body },
    effect: 'form',
  };
};

const WAYS: readonly (readonly [Way, number])[] = [
  [token, 8],
  [members, 6],
  [bytes, 3],
  [address, 1],
  [header, 1],
  [query, 0.5],
  [method, 0.5],
];
const ways: readonly Way[] = WAYS.flatMap(([way, weight]) => Array.from({ length: weight * 2 }, () => way));

export function spoilRequest(sent: Sent, seen: Seen, dice: Dice): SpoiltRequest | undefined {
  return dice.pick(ways)(sent, seen, dice);
}

/** `bank POST /payments/:id/refunds`: what kind of request it is, whatever it is about. */
export function routeOf({ role, method: verb, url }: Sent): string {
  const pieces = new URL(url).pathname
    .split('/')
    .map((piece) => (/\d|[A-Z_]|^.{20,}$/.test(piece) ? ':id' : piece));
  return `${role} ${verb} ${pieces.join('/')}`;
}
