import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  encodeBase64url,
  generateKeyPair,
  type JsonObject,
  signJws,
  signMessage,
} from '../protocol/index.ts';
import { type Actors, createActors, IDS, WORLD_NOW } from '../verifier/testing/actors.ts';
import { buildInstantWorld } from '../verifier/testing/instant-world.ts';
import { buildWorld, type World } from '../verifier/testing/world.ts';
import type { Report } from './inspect/report.ts';
import { inspectCommand } from './inspect.ts';
import { UnusableInput } from './io.ts';
import { type Folder, type Spoken, speak, temporaryFolder } from './testing/console.ts';

let actors: Actors;
let world: World;
let folder: Folder;
let keyFile: string;

beforeAll(async () => {
  folder = temporaryFolder();
  actors = await createActors();
  world = await buildWorld(actors);
  keyFile = folder.write('key.json', JSON.stringify(actors.trustList.publicJwk));
});

afterAll(() => folder.remove());

function inspect(...args: string[]): Promise<Spoken> {
  return speak(inspectCommand, args, { now: WORLD_NOW });
}

async function report(...args: string[]): Promise<Report & { readonly status: number }> {
  const { status, out } = await inspect(...args, '--json');
  return { ...(JSON.parse(out) as Report), status };
}

const lineOf = (out: string, part: string): string =>
  out.split('\n').find((line) => line.includes(part)) ?? '';

/** A JWS that is signed but need not be a message of ours. */
function token(header: object, claims: object): string {
  const part = (value: object) => encodeBase64url(new TextEncoder().encode(JSON.stringify(value)));
  return `${part(header)}.${part(claims)}.${encodeBase64url(new Uint8Array(64).fill(1))}`;
}

describe('a purchase bundle with the pinned key', () => {
  it('is judged from end to end and accepted', async () => {
    const file = folder.write('good.json', world.bundleBytes);
    const { status, out } = await inspect(file, '--trust-key', keyFile);
    expect(status).toBe(0);
    expect(lineOf(out, 'OA-TRL-01')).toMatch(/^ {2}✓ OA-TRL-01 +trust list: trust list signature$/);
    expect(lineOf(out, '→ PSD-PAY-DEL-12')).toMatch(/total limit$/);
    expect(out).toContain('\n  budget (PSD-PAY-DEL-12): ');
    expect(out).not.toMatch(/✗|•/);
    expect(out.trimEnd().split('\n').at(-1)).toBe(
      'accepted  every check of the bytes holds  (judged for 2026-11-20T09:00:00Z)',
    );
  });

  it('shows each message with its times and what it binds', async () => {
    const file = folder.write('good.json', world.bundleBytes);
    const { out } = await inspect(file, '--trust-key', keyFile);
    expect(out).toContain(
      'mandate: act-mandate+jwt  mandate: an authorisation (IAC) made out to one payment service',
    );
    expect(out).toContain('exp  2026-11-25T09:00:00Z  (in 5 d)');
    expect(out).toMatch(/agent key +[A-Za-z0-9_-]{43}\n/);
    const { messages } = await report(file, '--trust-key', keyFile);
    const digest = messages.find(({ member }) => member === 'quote')?.digest;
    expect(digest).toBe(world.expected.quote_digest);
    expect(messages.map(({ member }) => member)).toEqual(
      Object.entries(world.bundle).flatMap(([name, value]) =>
        typeof value === 'string' && value.startsWith('ey') ? [name] : [],
      ),
    );
  });

  it('is refused at the first broken clause, with code, evidence and clause', async () => {
    const bad = await buildWorld(actors, {
      quote: (quote) => {
        quote.amount = '653.50';
        quote.payer_amount = '650.00';
      },
      cart: (cart) => {
        for (const line of cart.lines) Object.assign(line, { unit_price: '653.50', amount: '653.50' });
      },
    });
    const { status, out } = await inspect(folder.write('bad.json', bad.bundleBytes), '--trust-key', keyFile);
    expect(status).toBe(1);
    expect(lineOf(out, '✗ PSD-PAY-DEL-11')).toMatch(/single limit$/);
    expect(lineOf(out, 'amount_over_single_limit:')).toMatch(/^ {6}amount_over_single_limit: .+\.$/);
    expect(lineOf(out, 'clause ')).toMatch(/PSD-PAY-DEL-11 \(MUST\): .+\.$/);
    expect(lineOf(out, 'OA-LIM-01')).toMatch(/• OA-LIM-01 .* \(not reached\)$/);
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^refused {2}amount_over_single_limit: /);
  });

  it('is refused under another pinned key', async () => {
    const { publicJwk } = await generateKeyPair('Ed25519');
    const other = folder.write('other-key.json', JSON.stringify(publicJwk));
    const file = folder.write('good.json', world.bundleBytes);
    const { status, out } = await inspect(file, '--trust-key', other);
    expect(status).toBe(1);
    expect(lineOf(out, 'OA-TRL-01')).toContain('✗');
    expect(out).toContain('trust_list_signature_invalid');
    expect((await inspect(file, '--trust-key', keyFile)).status).toBe(0);
  });

  it('is judged for the moment of --now', async () => {
    const file = folder.write('good.json', world.bundleBytes);
    const judgedAt = (now: string) => report(file, '--trust-key', keyFile, '--now', now);
    expect(await judgedAt('2026-11-20T09:00:00Z')).toMatchObject({ status: 0, verdict: 'accepted' });
    const late = await judgedAt('2027-11-20T09:00:00Z');
    expect(late).toMatchObject({ status: 1, verdict: 'refused' });
    expect(late.checks.find(({ outcome }) => outcome === 'refused')?.refusal?.code).toBe('trust_list_stale');
  });
});

describe('a bundle of a purchase at act:L1', () => {
  it('is judged by its own checks with the key, and taken apart without it', async () => {
    const { bundleBytes } = await buildInstantWorld(actors);
    const file = folder.write('instant.json', bundleBytes);
    const judged = await inspect(file, '--trust-key', keyFile);
    expect(judged.status).toBe(0);
    expect(lineOf(judged.out, 'PSD-PAY-INS-08')).toMatch(/^ {2}✓ PSD-PAY-INS-08 +shown equals request$/);
    expect(judged.out).toContain('accepted  every check of the bytes holds');
    expect((await report(file)).verdict).toBe('decoded');
  });

  it('is refused when it was paid on something else than the cashier showed', async () => {
    const { bundleBytes } = await buildInstantWorld(actors, {
      shown: ({ payment }) => Object.assign(payment ?? {}, { payer_amount: '549.00' }),
    });
    const { status, out } = await inspect(folder.write('other.json', bundleBytes), '--trust-key', keyFile);
    expect(status).not.toBe(0);
    expect(lineOf(out, '✗ PSD-PAY-INS-08')).toContain('shown');
  });
});

describe('a purchase bundle without the pinned key', () => {
  it('is decoded, and what is missing is said', async () => {
    const { status, out } = await inspect(folder.write('good.json', world.bundleBytes));
    expect(status).toBe(0);
    expect(out).toContain('--trust-key');
    expect(out).toMatch(/\ndecoded {2}/);
    expect(out).not.toContain('accepted');
  });

  it('is refused when its shape is wrong', async () => {
    const bytes = JSON.stringify({ ...world.bundle, extra: 1 });
    const { status, out } = await inspect(folder.write('extra.json', bytes));
    expect(status).toBe(1);
    expect(lineOf(out, '✗ OA-SCH-01')).toContain('bundle');
    expect(out).toContain('schema_mismatch');
  });

  it('is refused when a message in it is broken', async () => {
    for (const [quote, code] of [
      [world.mandate, 'jws_typ_mismatch'],
      [world.quote.replace('.', '.e30'), 'jws_malformed'],
    ] as const) {
      const { status, out } = await inspect(
        folder.write('broken.json', JSON.stringify({ ...world.bundle, quote })),
      );
      expect(status).toBe(1);
      expect(lineOf(out, '✗ ')).toContain('each member holds its kind of message');
      expect(out).toContain(`${code}: `);
    }
  });
});

describe('one token', () => {
  it('is shown whole: header, claims, times, binds, checks, and what needs more', async () => {
    const { status, out } = await inspect(world.mandate);
    expect(status).toBe(0);
    const titles = [
      'Header',
      'Claims',
      'Times',
      'Binds',
      'Checks',
      'Not judged: this needs more than the token',
    ];
    expect(out.split('\n').filter((line) => titles.includes(line))).toEqual(titles);
    expect(out).toContain('"max_total_amount": 1800');
    expect(lineOf(out, 'PSD-PAY-DEL-07')).toContain('✓');
    expect(out).toContain('live status: the list that it names');
    expect(out).toMatch(/\ndecoded {2}/);
  });

  it('reads the same from a file', async () => {
    const file = folder.write('mandate.jwt', `${world.mandate}\n`);
    expect(await inspect(file)).toEqual(await inspect(world.mandate));
  });

  it('is refused when it has expired', async () => {
    expect((await inspect(world.mandate, '--now', '2026-11-25T08:59:59Z')).status).toBe(0);
    const { status, out } = await inspect(world.mandate, '--now', '2026-11-25T09:00:00Z');
    expect(status).toBe(1);
    expect(out).toContain('mandate_expired: ');
    expect(lineOf(out, 'evidence ')).toContain('(2026-11-25T09:00:00Z)');
    expect(lineOf(out, 'ADD-IAC-LCM-10')).toContain('• ADD-IAC-LCM-10');
  });

  it('is refused when its signature is not of the certificate that it shows', async () => {
    const forged = `${world.quote.split('.', 2).join('.')}.${world.receipt.split('.')[2]}`;
    const { status, messages } = await report(forged);
    expect(status).toBe(1);
    const refused = messages[0]?.checks.find(({ outcome }) => outcome === 'refused');
    expect(refused).toMatchObject({ requirement: 'OA-QUO-07', refusal: { code: 'jws_signature_invalid' } });
    expect((await report(world.quote)).status).toBe(0);
  });

  it.each([
    ['an algorithm that is not allowed', { alg: 'none', typ: 'act-quote+jwt' }, 'jws_alg_not_allowed'],
    ['a type that is not ours', { alg: 'ES256', typ: 'JWT' }, 'jws_typ_mismatch'],
    ['no type', { alg: 'ES256' }, 'jws_typ_mismatch'],
  ])('is shown and refused with %s', async (_what, header, code) => {
    const { status, out } = await inspect(token(header, { seen: 'by the reader' }));
    expect(status).toBe(1);
    expect(out).toContain('"seen": "by the reader"');
    expect(out).toContain(`✗`);
    expect(out).toContain(`${code}: `);
  });

  it('is refused when its claims do not match the schema', async () => {
    const payload = { ...(world.quoteClaims as unknown as JsonObject), surplus: 1 };
    const compact = await signJws({ typ: 'act-quote+jwt', payload, signer: actors.merchant.signer });
    const { status, out } = await inspect(compact);
    expect(status).toBe(1);
    expect(lineOf(out, '✗ OA-SCH-01')).toContain('claims match the schema');
    expect(lineOf(out, 'OA-QUO-02')).toContain('• ');
  });

  it('names every kind of message', async () => {
    const command = await signMessage(
      'command',
      { iss: IDS.agent, aud: IDS.psp, jti: 'c-1', iat: WORLD_NOW, action: 'order.read', target: 'o-1' },
      actors.agent.signer,
    );
    const { bundle } = world;
    const tokens = [
      ['attestation', bundle.agent_attestation],
      ['command', command],
      ['confirmation', bundle.confirmation],
      ['enrolment', bundle.enrolment],
      ['mandate', bundle.mandate],
      ['paymentRequest', bundle.payment_request],
      ['quote', bundle.quote],
      ['receipt', bundle.receipt],
      ['statusList', bundle.status_list],
      ['trustList', bundle.trust_list],
    ] as const;
    for (const [kind, compact] of tokens) {
      const { status, messages } = await report(compact);
      expect({ status, kind: messages[0]?.kind }).toEqual({ status: 0, kind });
      expect(messages[0]?.binds.length).toBeGreaterThan(1);
      expect(messages[0]?.needs.length).toBeGreaterThan(0);
    }
  });

  it('explains the code that a refusal states', async () => {
    const refusal = await signMessage(
      'refusal',
      {
        iss: IDS.psp,
        aud: IDS.agent,
        jti: 'ref-1',
        iat: WORLD_NOW,
        exp: WORLD_NOW + 60,
        request_digest: world.expected.quote_digest,
        code: 'balance_insufficient',
        requirement: 'PSD-PAY-DEL-17',
        retryability: 'later',
      },
      actors.psp.signer,
    );
    const { status, out } = await inspect(refusal);
    expect(status).toBe(0);
    expect(out).toMatch(/\nStates\n {2}balance_insufficient: .+\n {2}clause +PSD-PAY-DEL-17/);
  });
});

describe('a trust list', () => {
  it('is judged whole with its pinned key', async () => {
    const judged = await report(world.trustListCompact, '--trust-key', keyFile);
    expect(judged).toMatchObject({ status: 0, verdict: 'accepted' });
    expect(judged.messages[0]?.needs).toEqual([]);
    expect(judged.obligations.map(({ obligation }) => obligation)).toEqual(['trust_list_rollback']);
  });

  it('is only decoded without, and refused with another key', async () => {
    expect(await report(world.trustListCompact)).toMatchObject({ status: 0, verdict: 'decoded' });
    const { publicJwk } = await generateKeyPair('ES256');
    const other = folder.write('other-key.json', JSON.stringify(publicJwk));
    expect(await report(world.trustListCompact, '--trust-key', other)).toMatchObject({
      status: 1,
      verdict: 'refused',
    });
  });
});

describe('other JSON', () => {
  it('is named by the schema that it fits', async () => {
    const { status, out } = await inspect(folder.write('cart.json', JSON.stringify(world.cart)));
    expect(status).toBe(0);
    expect(out.split('\n')[0]).toBe('Cart');
    expect(out).toContain('"salt"');
  });

  it('shows the messages inside', async () => {
    const { payment_request, mandate, quote } = world.bundle;
    const file = folder.write('payment.json', JSON.stringify({ payment_request, mandate, quote }));
    const { status, title, messages } = await report(file);
    expect({ status, title }).toEqual({ status: 0, title: 'PaymentBody' });
    expect(messages.map(({ kind }) => kind)).toEqual(['paymentRequest', 'mandate', 'quote']);
  });

  it('explains a problem', async () => {
    const problem = {
      type: 'about:blank',
      title: 'The mandate has expired.',
      status: 403,
      code: 'mandate_expired',
      requirement: 'ADD-IAC-LCM-08',
      retryability: 'never',
      valid_next_actions: [],
    };
    const { status, out } = await inspect(folder.write('problem.json', JSON.stringify(problem)));
    expect(status).toBe(0);
    expect(out).toMatch(/\nStates\n {2}mandate_expired: /);
  });

  it('is shown and refused when it fits none', async () => {
    const { status, out } = await inspect(folder.write('other.json', '{"other":true}'));
    expect(status).toBe(1);
    expect(out).toContain('"other": true');
    expect(lineOf(out, '✗ OA-SCH-01')).toContain('matches a schema');
  });

  it('is refused when two readers could disagree about it', async () => {
    const { status, out } = await inspect(folder.write('twice.json', '{"salt":"a","salt":"b"}'));
    expect(status).toBe(1);
    expect(out).toContain('json_duplicate_member: ');
  });
});

describe('what is never shown', () => {
  it('is a private key in a file, as text or as JSON', async () => {
    const { privateJwk } = await generateKeyPair('ES256');
    const file = folder.write('agent.json', JSON.stringify({ alg: 'ES256', jwk: privateJwk, kid: 'x' }));
    for (const args of [[file], [file, '--json']]) {
      const { out, err } = await inspect(...args);
      expect(out).toContain(privateJwk.x);
      expect(out).toContain('(private: not shown)');
      expect(out + err).not.toContain(privateJwk.d);
    }
  });

  it('is a private key in a token', async () => {
    const { privateJwk } = await generateKeyPair('Ed25519');
    const compact = token(
      { alg: 'EdDSA', typ: 'act-agent+jwt', jwk: privateJwk },
      { cnf: { jwk: privateJwk } },
    );
    for (const args of [[compact], [compact, '--json']]) {
      const { out } = await inspect(...args);
      expect(out).toContain(privateJwk.x);
      expect(out).not.toContain(privateJwk.d);
    }
  });

  it('is the content of a file that cannot be read', async () => {
    const secret = 'MHcCAQEEIFh2secretsecret';
    const file = folder.write(
      'key.pem',
      `-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----\n`,
    );
    const error = await inspect(file).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnusableInput);
    expect(String(error)).not.toContain(secret);
  });
});

describe('the terminal', () => {
  it('is not written to by a message', async () => {
    const compact = token({ typ: '\u001b[31mred' }, { 'a\u202eb': '\u001b]0;title\u0007', c: '\u009b2J' });
    const { out } = await inspect(compact);
    expect(out).toContain('a\\u202eb');
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('gets colour only where it is wanted', async () => {
    const colour = '\u001b[';
    const plain = await speak(inspectCommand, [world.mandate], { now: WORLD_NOW });
    const coloured = await speak(inspectCommand, [world.mandate], { now: WORLD_NOW, colour: true });
    expect(plain.out).not.toContain(colour);
    expect(coloured.out).toContain(colour);
  });
});

describe('what cannot be used', () => {
  it.each([
    ['nothing to inspect', [], 'inspect takes one token or file.'],
    ['two things to inspect', ['a', 'b'], 'inspect takes one token or file.'],
    [
      'a file that is not there',
      ['no-such-file'],
      'no-such-file is no token, and no file that can be read (ENOENT).',
    ],
    [
      'parts that are no JSON',
      ['eyJx.eyJy.AAAA'],
      'The argument is no token: its parts are not JSON in base64url.',
    ],
    ['a time that is none', ['a', '--now', 'yesterday'], '--now takes a time like 2026-01-20T10:00:00Z.'],
  ])('is %s', async (_what, args, message) => {
    await expect(inspect(...args)).rejects.toThrow(new UnusableInput(message));
  });

  it('is a standard input with nothing in it, or with more than there may be', async () => {
    const said = (input: string) => speak(inspectCommand, ['-'], { now: WORLD_NOW, input });
    expect((await said(`${world.mandate}\n`)).out).toBe(
      (await speak(inspectCommand, [world.mandate], { now: WORLD_NOW })).out,
    );
    await expect(said('')).rejects.toThrow('The standard input holds neither a token nor JSON.');
    await expect(said(' '.repeat(262_145))).rejects.toThrow(
      'The standard input is larger than 262144 bytes.',
    );
  });

  it('is a file that is too large', async () => {
    const file = folder.write('large.json', `"${'x'.repeat(262_143)}"`);
    await expect(inspect(file)).rejects.toThrow('is larger than 262144 bytes.');
    expect((await inspect(folder.write('fits.json', `"${'x'.repeat(262_142)}"`))).status).toBe(1);
  });

  it('is a pinned key that is none', async () => {
    const file = folder.write('no-key.json', '{"kty":"oct","k":"AAAA"}');
    await expect(inspect(world.mandate, '--trust-key', file)).rejects.toThrow('is damaged');
    expect((await inspect(world.mandate, '--trust-key', keyFile)).status).toBe(0);
  });

  it('is an option that does not exist', async () => {
    await expect(inspect(world.mandate, '--skip')).rejects.toThrow("Unknown option '--skip'");
  });
});

it('tells how it is used', async () => {
  const { status, out } = await inspect('--help');
  expect(status).toBe(0);
  expect(out).toContain('openact inspect <token or file>');
});
