import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase64url } from '../digest/index.ts';
import { ActError } from '../errors/index.ts';
import { JSON_MAX_DEPTH, JWS_MAX_BYTES } from '../limits.ts';
import cases from './decode.cases.json' with { type: 'json' };
import { decodeJws } from './index.ts';

interface Input {
  readonly compact?: string;
  readonly header?: string;
  readonly headerHex?: string;
  readonly headerPart?: string;
  readonly payload?: string;
  readonly payloadHex?: string;
  readonly payloadPart?: string;
  readonly signatureHex?: string;
  readonly signaturePart?: string;
}

interface Case {
  readonly tcId: number;
  readonly comment: string;
  readonly flags: readonly string[];
  readonly critical?: readonly string[];
  readonly input: Input;
  readonly result: string;
  readonly code?: string;
}

const tests: readonly Case[] = cases.tests;
const { base } = cases;
const bytesOf = (text: string) => new TextEncoder().encode(text);
const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

function partOf(part: string | undefined, bytesHex: string | undefined, text: string): string {
  return part ?? encodeBase64url(bytesHex === undefined ? bytesOf(text) : hex(bytesHex));
}

function compactOf(input: Input): string {
  if (input.compact !== undefined) return input.compact;
  return [
    partOf(input.headerPart, input.headerHex, input.header ?? base.header),
    partOf(input.payloadPart, input.payloadHex, input.payload ?? base.payload),
    partOf(input.signaturePart, input.signatureHex ?? base.signatureHex, ''),
  ].join('.');
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ActError) return error.code;
    throw error;
  }
  return 'accepted';
}

const decode = (compact: string, more: { critical?: readonly string[]; maxBytes?: number } = {}) =>
  decodeJws(compact, { typ: base.typ, ...more });
const optionsOf = (test: Case) => (test.critical === undefined ? {} : { critical: test.critical });

describe('decodeJws, cases', () => {
  it.each(tests.filter((test) => test.result === 'valid'))('$tcId takes: $comment', (test) => {
    const compact = compactOf(test.input);
    const decoded = decode(compact, optionsOf(test));
    expect(decoded.compact).toBe(compact);
    expect(decoded.header).toEqual(JSON.parse(test.input.header ?? base.header));
    expect(decoded.signingInput).toBe(compact.slice(0, compact.lastIndexOf('.')));
    expect(decoded.signature).toHaveLength(64);
  });

  it.each(tests.filter((test) => test.result === 'invalid'))('$tcId refuses: $comment $flags', (test) => {
    expect(codeOf(() => decode(compactOf({}), optionsOf(test)))).toBe('accepted');
    expect(codeOf(() => decode(compactOf(test.input), optionsOf(test)))).toBe(test.code);
  });

  it('gives the payload as it was written', () => {
    expect(decode(compactOf({})).payload).toEqual({ iss: 'did:act:issuer.example/a', jti: 'm-1' });
  });

  it('counts the parts as a split at every dot would', () => {
    const [header = '', payload = '', signature = ''] = compactOf({}).split('.');
    const part = fc.constantFrom('', '', header, payload, signature);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 7 }), (parts) => {
        const isJws = parts.length === 3 && parts[0] !== '' && parts[1] !== '';
        const malformed = parts.length === 5 ? 'jws_encrypted' : 'jws_malformed';
        const rule = (run: () => unknown) => {
          try {
            run();
          } catch (error) {
            if (error instanceof ActError)
              return error.evidence.rule === 'three_parts' ? 'jws_malformed' : error.code;
          }
          return 'accepted';
        };
        const found = rule(() => decode(parts.join('.')));
        if (isJws) expect(found).not.toMatch(/^jws_(malformed|encrypted)$/);
        else expect(found).toBe(malformed);
      }),
      { numRuns: 1_000 },
    );
  });

  it('repeats nothing of the token in an error', () => {
    try {
      decode(compactOf({ header: '{"alg":"ES256","typ":"act-test+jwt","hunter2":"hunter2"}' }));
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: 'jws_header_forbidden' });
      expect(JSON.stringify(error)).not.toContain('hunter2');
    }
  });
});

describe('decodeJws, limits (J13)', () => {
  function ofLength(length: number): string {
    const [header = '', , signature = ''] = compactOf({}).split('.');
    const payloadChars = length - header.length - signature.length - 2;
    const textBytes = Math.floor((payloadChars * 3) / 4);
    return `${header}.${encodeBase64url(bytesOf(`{"a":"${'x'.repeat(textBytes - 8)}"}`))}.${signature}`;
  }

  it('takes 16 KiB and refuses more', () => {
    const largest = ofLength(JWS_MAX_BYTES);
    expect(largest.length).toBe(JWS_MAX_BYTES);
    expect(codeOf(() => decode(largest))).toBe('accepted');
    expect(codeOf(() => decode(ofLength(JWS_MAX_BYTES + 2)))).toBe('jws_too_large');
    expect(codeOf(() => decode('A'.repeat(20_000_000)))).toBe('jws_too_large');
  });

  it('takes the limit of the caller, below and above', () => {
    expect(codeOf(() => decode(ofLength(1_000), { maxBytes: 1_000 }))).toBe('accepted');
    expect(codeOf(() => decode(ofLength(1_002), { maxBytes: 1_000 }))).toBe('jws_too_large');
    expect(codeOf(() => decode(ofLength(100_000), { maxBytes: 100_000 }))).toBe('accepted');
    expect(codeOf(() => decode(ofLength(1_000), { maxBytes: Number.NaN }))).toBe('jws_too_large');
  });

  it('refuses deep nesting in payload and header', () => {
    const nested = (depth: number) => `{"a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;
    expect(codeOf(() => decode(compactOf({ payload: nested(JSON_MAX_DEPTH) })))).toBe('accepted');
    expect(codeOf(() => decode(compactOf({ payload: nested(JSON_MAX_DEPTH + 1) })))).toBe('json_too_deep');
    expect(codeOf(() => decode(compactOf({ header: nested(6_000) })))).toBe('json_too_deep');
    const deepest = compactOf({ payload: nested(100_000) });
    expect(codeOf(() => decode(deepest, { maxBytes: deepest.length }))).toBe('json_too_deep');
  });

  it('refuses what is no text', () => {
    expect(codeOf(() => decode(undefined as unknown as string))).toBe('jws_malformed');
    expect(codeOf(() => decode([compactOf({})] as unknown as string))).toBe('jws_malformed');
    expect(codeOf(() => decode(compactOf({})))).toBe('accepted');
  });
});
