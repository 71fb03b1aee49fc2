import { digestOfJws, jwkThumbprint, publicJwkFrom } from '../../protocol/digest/index.ts';
import { ActError, type Code, codes } from '../../protocol/errors/index.ts';
import type { MessageKind } from '../../protocol/messages/index.ts';
import type { CheckLine, Judgement } from '../../verifier/index.ts';
import { type CheckView, checkViews, explain, type RefusalView } from './checks.ts';
import { kindOfTyp, kindText } from './kinds.ts';
import { withoutPrivateKeys } from './private-keys.ts';
import type { RawObject, RawToken } from './raw.ts';
import { judgeStructure } from './structure.ts';
import { type NamedTime, timesOf } from './times.ts';
import type { TokenChecks } from './token-checks.ts';

export interface Bound {
  readonly label: string;
  readonly claim: string;
  readonly value: unknown;
}

/** One signed message, taken apart for people. */
export interface MessageView {
  /** The member of a bundle or body that holds it. */
  readonly member?: string;
  readonly kind?: MessageKind;
  readonly typ?: string;
  readonly title: string;
  /** base64url SHA-256 of the compact form: what other messages name it by. */
  readonly digest: string;
  readonly header: unknown;
  readonly claims: unknown;
  readonly times: readonly NamedTime[];
  readonly binds: readonly Bound[];
  /** What the code means that a refusal carries in its claims. */
  readonly states?: RefusalView;
  readonly checks: readonly CheckView[];
  readonly obligations: Judgement['obligations'];
  readonly verdict: Judgement['verdict'];
  readonly needs: readonly string[];
}

function claimAt(claims: RawObject, path: string): unknown {
  let value: unknown = claims;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as RawObject)[name];
  }
  return value;
}

/** A key is named by its thumbprint, as in the messages that bind it (`cnf.jkt`, `agent_jkt`). */
async function bindable(value: unknown): Promise<unknown> {
  try {
    return await jwkThumbprint(publicJwkFrom(value));
  } catch (error) {
    if (error instanceof ActError) return withoutPrivateKeys(value);
    throw error;
  }
}

async function bindsOf(kind: MessageKind, claims: RawObject): Promise<readonly Bound[]> {
  const binds: Bound[] = [];
  for (const [label, claim] of kindText(kind).binds) {
    const value = claimAt(claims, claim);
    if (value !== undefined) binds.push({ label, claim, value: await bindable(value) });
  }
  return binds;
}

/** The code that a refusal or a problem states, explained; undefined when the table does not have it. */
export function statedRefusal({ code, requirement }: RawObject): RefusalView | undefined {
  if (typeof code !== 'string' || typeof requirement !== 'string' || !Object.hasOwn(codes, code))
    return undefined;
  return explain(code as Code, requirement, {});
}

/** The structure first; what the kind adds is not reached when the structure is refused. */
async function judgeToken(
  { compact }: RawToken,
  kind: MessageKind | undefined,
  more: TokenChecks | undefined,
  now: number,
): Promise<Judgement> {
  const structure = await judgeStructure(compact, kind);
  if (more === undefined) return structure;
  if (structure.refusal === undefined) {
    const rest = await more.judge(compact, now);
    return { ...rest, lines: [...structure.lines, ...rest.lines] };
  }
  const unreached = more.checks.map(
    ({ name, requirement }): CheckLine => ({ check: name, requirement, outcome: 'not_reached' }),
  );
  return { ...structure, lines: [...structure.lines, ...unreached] };
}

export interface ViewOptions {
  readonly now: number;
  readonly member?: string;
  /** The checks beyond structure that this reader can run. */
  readonly checksOf?: (kind: MessageKind) => TokenChecks | undefined;
}

/** Takes a token apart and runs the checks that need nothing else. */
export async function viewMessage(token: RawToken, options: ViewOptions): Promise<MessageView> {
  const { now, member, checksOf } = options;
  const { header, claims } = token;
  const kind = kindOfTyp(header.typ);
  const judgement = await judgeToken(token, kind, kind && checksOf?.(kind), now);
  const states = kind === 'refusal' ? statedRefusal(claims) : undefined;
  return {
    ...(member === undefined ? {} : { member }),
    ...(kind === undefined ? {} : { kind }),
    ...(typeof header.typ === 'string' ? { typ: header.typ } : {}),
    title: kind === undefined ? 'no message of OpenACT' : kindText(kind).title,
    digest: await digestOfJws(token.compact),
    header: withoutPrivateKeys(header),
    claims: withoutPrivateKeys(claims),
    times: timesOf(claims, now),
    binds: kind === undefined ? [] : await bindsOf(kind, claims),
    ...(states === undefined ? {} : { states }),
    checks: checkViews(judgement),
    obligations: judgement.obligations,
    verdict: judgement.verdict,
    needs: kind === undefined ? [] : kindText(kind).needs,
  };
}
