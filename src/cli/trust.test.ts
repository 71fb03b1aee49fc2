import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPublicJwk } from '../http/key-file.ts';
import { claimFile } from '../store/sqlite/claim.ts';
import { openTrustList } from '../verifier/index.ts';
import { runCli } from './run.ts';
import { type Folder, type Spoken, speak, temporaryFolder } from './testing/console.ts';
import { trustCommand } from './trust.ts';
import { TRUST_USAGE } from './usage.ts';

const NOW = 1_790_000_000;
const OPERATOR = 'did:act:trust.example/list';
const RAIL = 'did:act:rail.example/tickets';

let folder: Folder;

beforeEach(() => {
  folder = temporaryFolder();
});

afterEach(() => folder.remove());

function trust(...args: string[]): Promise<Spoken> {
  return speak(trustCommand, [...args, '--dir', folder.path], { now: NOW });
}

async function listedRail(now = NOW) {
  const pinned = await readPublicJwk(join(folder.path, 'trust-list.pub.json'));
  const compact = readFileSync(join(folder.path, 'trust-list.jwt'), 'utf8').trim();
  return (await openTrustList(compact, pinned, now)).entry(RAIL, 'MERCHANT');
}

const publishRail = ['publish', '--id', RAIL, '--role', 'MERCHANT'];

describe('openact trust', () => {
  it('sets up a trust list from nothing', async () => {
    const init = await trust('init');
    expect(init).toEqual({
      status: 0,
      out: `pin this key   ${join(folder.path, 'trust-list.pub.json')}\n`,
      err: '',
    });
    const certify = await trust('certify', '--id', RAIL, '--role', 'MERCHANT', '--folder', 'rail');
    expect(certify.out).toBe('certificates issued   2\n');
    expect(statSync(join(folder.path, 'rail', 'merchant-quote.json')).mode & 0o077).toBe(0);
    const publish = await trust(...publishRail, '--operator', OPERATOR, '--base-url', 'https://rail.example');
    expect(publish.out).toBe('trust list 1   signed\n');
    expect(await listedRail()).toMatchObject({
      status: 'ACTIVE',
      endpoints: { base_url: 'https://rail.example' },
    });
  });

  it('lists what people call it, keeps that when something else changes, and takes nothing that hides (OA-INS-07)', async () => {
    await trust('init');
    await trust(...publishRail, '--operator', OPERATOR, '--name', 'Rail · 铁路');
    expect(await listedRail()).toMatchObject({ name: 'Rail · 铁路' });
    await trust(...publishRail, '--base-url', 'https://rail.example');
    expect(await listedRail()).toMatchObject({
      name: 'Rail · 铁路',
      endpoints: { base_url: 'https://rail.example' },
    });
    for (const name of ['Rail\nBank', 'Rail\u202eknaB', ' ', ''])
      expect(
        await trust(...publishRail, '--name', name).then(
          ({ status }) => status,
          () => 2,
        ),
      ).not.toBe(0);
    expect(await listedRail()).toMatchObject({ name: 'Rail · 铁路' });
  });

  it('names every role that a list can have', () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../schemas/trust-list.json', import.meta.url), 'utf8'),
    );
    const roles: readonly string[] = schema.properties.entries.items.properties.role.enum;
    expect(roles.length).toBeGreaterThan(5);
    for (const role of roles) expect(TRUST_USAGE).toContain(role);
  });

  it('begins no folder by announcing a key: a mistyped one stays as it was', async () => {
    await expect(trust('rotate', '--step', 'announce')).rejects.toThrow('cannot be read (ENOENT)');
    expect(readdirSync(folder.path)).toEqual([]);
    await trust('init');
    expect(await trust('rotate', '--step', 'announce')).toMatchObject({ status: 0 });
  });

  it('replaces the key of the list in three steps, and refuses one out of turn (OA-TRL-10)', async () => {
    await trust('init');
    await trust(...publishRail, '--operator', OPERATOR);
    const pinned = join(folder.path, 'trust-list.pub.json');
    expect((await trust('rotate', '--step', 'announce')).out).toBe(`pin these keys   ${pinned}\n`);
    await expect(trust('rotate', '--step', 'retire')).rejects.toThrow('does not sign yet');
    expect((await trust('rotate', '--step', 'switch')).out).toBe('the next key signs now\n');
    expect((await trust('rotate', '--step', 'retire')).out).toBe(`pin these keys   ${pinned}\n`);
    expect(await listedRail()).toMatchObject({ status: 'ACTIVE' });
    await expect(trust('rotate', '--step', 'now')).rejects.toThrow('--step takes');
  });

  it('keeps what is there when it is run again', async () => {
    await trust('init');
    const key = readFileSync(join(folder.path, 'trust-list.pub.json'), 'utf8');
    await trust('init');
    expect(readFileSync(join(folder.path, 'trust-list.pub.json'), 'utf8')).toBe(key);
    await trust(...publishRail, '--operator', OPERATOR);
    expect((await trust('publish')).out).toBe('trust list 1   unchanged, still current\n');
  });

  it('signs one list for each sequence: of two that publish at once one is refused, and loses nothing', async () => {
    await trust('init');
    await trust(...publishRail, '--operator', OPERATOR);
    const publish = (address: string) =>
      speak(runCli, ['trust', ...publishRail, '--capability-url', address, '--dir', folder.path], {
        now: NOW,
      });
    const both = await Promise.all([
      publish('https://rail.example/one'),
      publish('https://rail.example/two'),
    ]);
    expect(both).toEqual([
      { status: 0, out: 'trust list 2   signed\n', err: '' },
      {
        status: 2,
        out: '',
        err: `openact trust: Another process works in ${folder.path}: nothing was changed, try again when it is done.\n`,
      },
    ]);
    expect((await listedRail())?.endpoints?.capability_url).toBe('https://rail.example/one');
    expect(await publish('https://rail.example/two')).toMatchObject({ out: 'trust list 3   signed\n' });
  });

  it('refuses another process as it refuses another call, for every subcommand that writes', async () => {
    await trust('init');
    await trust(...publishRail, '--operator', OPERATOR);
    const other = claimFile(join(folder.path, 'trust-list'));
    const before = readdirSync(folder.path);
    for (const args of [
      ['init'],
      ['certify', '--id', RAIL, '--role', 'MERCHANT', '--folder', 'rail'],
      publishRail,
      ['rotate', '--step', 'announce'],
    ]) {
      await expect(trust(...args)).rejects.toThrow('nothing was changed');
    }
    expect(readdirSync(folder.path)).toEqual(before);
    other.close();
    expect(await trust('rotate', '--step', 'announce')).toMatchObject({ status: 0 });
  });

  it('suspends an entity and revokes a certificate, keeping the addresses', async () => {
    await trust('init');
    await trust(...publishRail, '--operator', OPERATOR, '--base-url', 'https://rail.example');
    const thumbprint = 'A'.repeat(43);
    const { out } = await trust(...publishRail, '--status', 'SUSPENDED', '--revoke', thumbprint);
    expect(out).toBe('trust list 2   signed\n');
    expect(await listedRail()).toMatchObject({
      status: 'SUSPENDED',
      revoked_certificates: [thumbprint],
      endpoints: { base_url: 'https://rail.example' },
    });
  });

  it('revokes a certificate from a moment on, and of two moments keeps the earlier one', async () => {
    await trust('init');
    await trust(...publishRail, '--operator', OPERATOR);
    const thumbprint = 'A'.repeat(43);
    const revokedFrom = async (...from: readonly string[]) => {
      await trust(...publishRail, '--revoke', thumbprint, ...from);
      const { revocations, revoked_certificates } = (await listedRail()) ?? {};
      return { revocations, revoked_certificates };
    };
    const dated = (from: string) => ({ revocations: [{ 'x5t#S256': thumbprint, from }] });
    const [early, late] = ['2026-01-12T01:00:00Z', '2026-01-13T01:00:00Z'];
    expect(await revokedFrom('--revoked-from', late)).toEqual(dated(late));
    expect(await revokedFrom('--revoked-from', early)).toEqual(dated(early));
    expect(await revokedFrom('--revoked-from', late)).toEqual(dated(early));
    expect(await revokedFrom()).toEqual({ revoked_certificates: [thumbprint] });
    expect(await revokedFrom('--revoked-from', early)).toEqual({ revoked_certificates: [thumbprint] });
  });

  it.each([
    [
      'a moment of which nothing begins',
      [...publishRail, '--revoked-from', '2026-01-12T01:00:00Z'],
      '--revoked-from says when --revoke begins.',
    ],
    [
      'a moment that is none',
      [...publishRail, '--revoke', 'A'.repeat(43), '--revoked-from', 'yesterday'],
      '--revoked-from takes a time',
    ],
    ['no subcommand', [], 'trust takes init, certify, publish or rotate.'],
    ['an unknown subcommand', ['delete'], 'trust takes init, certify, publish or rotate.'],
    ['no id', ['certify', '--role', 'PSP', '--folder', 'x'], '--id is missing.'],
    [
      'an id that is none',
      ['certify', '--id', 'rail', '--role', 'PSP', '--folder', 'x'],
      '--id takes an identifier',
    ],
    [
      'an unknown role',
      ['certify', '--id', RAIL, '--role', 'BANK', '--folder', 'x'],
      '--role takes IAC_ISSUER, PSP',
    ],
    [
      'a folder elsewhere',
      ['certify', '--id', RAIL, '--role', 'PSP', '--folder', '../x'],
      '--folder takes the name',
    ],
    [
      'an unknown status',
      [...publishRail, '--status', 'GONE'],
      '--status takes ACTIVE, SUSPENDED, WITHDRAWN.',
    ],
    [
      'a change of nobody',
      ['publish', '--status', 'SUSPENDED'],
      '--status does not belong to this subcommand.',
    ],
    ['an option of another', ['init', '--status', 'ACTIVE'], '--status does not belong to this subcommand.'],
    ['a first list without operator', ['publish'], 'The first trust list needs its operator.'],
    [
      'a first list of nobody',
      ['publish', '--operator', OPERATOR],
      'The first trust list needs an entry: an entity in a role.',
    ],
    [
      'an address that is none',
      [...publishRail, '--operator', OPERATOR, '--base-url', 'rail'],
      '--base-url takes an address like https://rail.example/shop: ',
    ],
    [
      'an address behind which nothing can be written',
      [...publishRail, '--operator', OPERATOR, '--base-url', 'https://rail.example/'],
      '--base-url takes an address like https://rail.example/shop: ',
    ],
    [
      'another address that is none',
      [...publishRail, '--operator', OPERATOR, '--capability-url', 'rail'],
      '--capability-url is not an address.',
    ],
    [
      'an address whose port is none',
      [...publishRail, '--operator', OPERATOR, '--status-list-url', 'https://rail.example:99999/lists/1'],
      '--status-list-url is not an address.',
    ],
    [
      'an address of another protocol',
      [...publishRail, '--operator', OPERATOR, '--capability-url', 'ftp://rail.example/capability.json'],
      'schema_mismatch: ',
    ],
  ])('refuses %s', async (_what, args, message) => {
    await trust('init');
    const { status, out, err } = await speak(runCli, ['trust', ...args, '--dir', folder.path], { now: NOW });
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toMatch(/^openact trust: [^\n]+\n$/);
    expect(err).toContain(message);
  });

  it('needs its folder', async () => {
    await expect(speak(trustCommand, ['init'])).rejects.toThrow('--dir is missing.');
  });

  it('tells how it is used', async () => {
    const { status, out } = await speak(trustCommand, ['--help']);
    expect(status).toBe(0);
    expect(out).toContain('openact trust certify --dir <folder>');
  });
});
