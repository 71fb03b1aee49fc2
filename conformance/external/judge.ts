import { readFileSync } from 'node:fs';
import { type PublicJwk, publicJwkFrom } from '../../src/protocol/digest/index.ts';
import { ActError } from '../../src/protocol/errors/index.ts';
import { decodeJws, verifySignature } from '../../src/protocol/jws/index.ts';
import { EXAMPLES, REFUSED } from './rfcs.ts';

type Verdict = 'valid' | 'invalid';

/** One test of somebody else, with what they say and what we say. */
export interface Judged {
  readonly id: string;
  readonly theirs: Verdict;
  readonly ours: Verdict;
  /** Why ours differs from theirs. */
  readonly reason?: string;
}

/** Tests of one source, and what they are about. */
export interface Judgement {
  readonly source: string;
  readonly what: string;
  readonly judged: readonly Judged[];
}

type Row = readonly [tcId: number, result: Verdict, flags: string, comment: string, ...data: string[]];

interface SignatureFile {
  readonly file: string;
  readonly groups: readonly { readonly key: PublicJwk; readonly tests: readonly Row[] }[];
}

interface TokenFile {
  readonly file: string;
  readonly groups: readonly {
    readonly comment: string;
    readonly alg: string;
    /** A P-256 key; left out where the profile has no such algorithm. */
    readonly key?: Readonly<Record<string, unknown>>;
    readonly tests: readonly Row[];
  }[];
}

interface Selection {
  readonly source: string;
  readonly commit: string;
  readonly license: string;
  readonly es256: SignatureFile;
  readonly ed25519: SignatureFile;
  readonly jws: TokenFile;
}

export const selection: Selection = JSON.parse(
  readFileSync(new URL('wycheproof.json', import.meta.url), 'utf8'),
);

const fromHex = (hex: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(hex, 'hex'));

function verdict(holds: boolean): Verdict {
  return holds ? 'valid' : 'invalid';
}

async function signatures(alg: 'ES256' | 'Ed25519', { file, groups }: SignatureFile): Promise<Judgement> {
  const judged: Judged[] = [];
  for (const { key, tests } of groups)
    for (const [tcId, theirs, , , msg = '', sig = ''] of tests) {
      const signed = { header: { alg }, signingInput: fromHex(msg), signature: fromHex(sig) };
      const ours = verdict(await verifySignature(signed, publicJwkFrom(key)));
      judged.push({ id: `${file} ${tcId}`, theirs, ours });
    }
  return { source: `Wycheproof ${file}`, what: `signatures, ${alg}`, judged };
}

/** Why a token that others take is refused here. */
const REASONS: Readonly<Record<string, string>> = {
  jws_alg_not_allowed: 'The profile has ES256 and Ed25519 and nothing else [OA-JWS-02].',
  jws_typ_mismatch: 'Every message says its type; a token without typ is none of them [OA-JWS-03].',
  jws_malformed: 'Messages are compact, and both JSON parts are objects [OA-JWS-01].',
};

const KEYS_ARE_NUMBERS =
  'use and key_ops cannot be said: keys stand in signed messages, whose schemas are closed [OA-SCH-01]. A key in hand is its numbers.';

/** The code with which the reader of the profile refuses a token; undefined: it reads it. */
export function refusalOf(compact: string): string | undefined {
  try {
    decodeJws(compact, { typ: 'JWT' });
    return undefined;
  } catch (error) {
    if (error instanceof ActError) return error.code;
    throw error;
  }
}

/** Of a token that others take; where they refuse it too, no reason is due. */
function token(id: string, theirs: Verdict, compact: string): Judged {
  const code = refusalOf(compact);
  if (code === undefined) return { id, theirs, ours: 'valid' };
  const reason = REASONS[code];
  return { id, theirs, ours: 'invalid', ...(theirs === 'invalid' || !reason ? {} : { reason }) };
}

function tokens({ file, groups }: TokenFile): Judgement {
  const judged = groups.flatMap(({ tests }) =>
    tests.map(([tcId, theirs, , , compact = '']) => token(`${file} ${tcId}`, theirs, compact)),
  );
  return { source: `Wycheproof ${file}`, what: 'tokens, read as messages', judged };
}

/** The signatures of the same tokens by themselves, as far as the token has the form of the profile. */
async function tokenSignatures({ file, groups }: TokenFile): Promise<Judgement> {
  const judged: Judged[] = [];
  for (const { key, tests } of groups) {
    if (key === undefined) continue;
    const isForSomethingElse = key.use !== undefined || key.key_ops !== undefined;
    for (const [tcId, theirs, , , compact = ''] of tests) {
      const parts = compact.split('.');
      const strict = parts.map((part) => Buffer.from(part, 'base64url'));
      const isCanonical = strict.every((bytes, at) => bytes.toString('base64url') === parts[at]);
      const [signature] = strict.slice(2).map((bytes) => Uint8Array.from(bytes));
      const holds =
        parts.length === 3 &&
        isCanonical &&
        signature !== undefined &&
        isEs256(strict[0]) &&
        (await verifySignature(
          { header: { alg: 'ES256' }, signingInput: parts.slice(0, 2).join('.'), signature },
          publicJwkFrom(key),
        ));
      const reason = isForSomethingElse ? { reason: KEYS_ARE_NUMBERS } : {};
      judged.push({ id: `${file} ${tcId}`, theirs, ours: verdict(holds), ...reason });
    }
  }
  return { source: `Wycheproof ${file}`, what: 'signatures of its ES256 tokens', judged };
}

function isEs256(header: Buffer | undefined): boolean {
  try {
    return JSON.parse(String(header)).alg === 'ES256';
  } catch {
    return false;
  }
}

async function examples(): Promise<Judgement> {
  const judged: Judged[] = [];
  for (const { id, alg, key, signed, signature } of EXAMPLES) {
    const bytes = Uint8Array.from(Buffer.from(signature, 'base64url'));
    const holds = await verifySignature({ header: { alg }, signingInput: signed, signature: bytes }, key);
    judged.push({ id, theirs: 'valid', ours: verdict(holds) });
  }
  return { source: 'RFC 7515, 8037, 9421, 9449', what: 'signatures of their examples', judged };
}

function refused(): Judgement {
  const judged = REFUSED.map(({ id, compact }) => token(id, 'valid', compact));
  return { source: 'RFC 7515', what: 'tokens of its examples, read as messages', judged };
}

/** Every external test that is run here. */
export async function judgements(): Promise<readonly Judgement[]> {
  const { es256, ed25519, jws } = selection;
  return [
    await examples(),
    refused(),
    await signatures('ES256', es256),
    await signatures('Ed25519', ed25519),
    await tokenSignatures(jws),
    tokens(jws),
  ];
}
