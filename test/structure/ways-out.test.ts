/** OA-NET-01: whatever a program fetches goes through one guarded client. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const src = fileURLToPath(new URL('../../src', import.meta.url));

const files = new Map(
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|js)$/.test(name) && !/\.test\.ts$|\.d\.ts$|(^|\/)testing\//.test(name))
    .map((name) => [name, withoutComments(readFileSync(join(src, name), 'utf8'))]),
);

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
}

/** Every module through which a Node program can reach a network by itself. */
const NETWORK =
  /^(?:undici|node-fetch|axios|got|ws|(?:node:)?(?:http|https|http2|net|tls|dgram|dns)(?:\/\w+)?)$/;

/** What of them is used, and where: to listen, to tell addresses apart, and in one file to go out. */
const USED: Readonly<Record<string, readonly string[]>> = {
  'http/body.ts': ['node:http IncomingMessage'],
  'http/caller-address.ts': ['node:net isIP', 'node:net isIPv6'],
  'http/connections.ts': ['node:net Socket'],
  'http/in-turn.ts': [
    ...['node:http RequestListener', 'node:http Server', 'node:http ServerResponse', 'node:net Socket'],
  ],
  'http/linger.ts': ['node:http IncomingMessage', 'node:net Socket'],
  'http/listen.ts': ['node:http createServer', 'node:http Server', 'node:net AddressInfo'],
  'http/newcomers.ts': ['node:http RequestListener'],
  'http/public-address.ts': ['node:net BlockList', 'node:net isIPv4', 'node:net isIPv6'],
  'http/reach.ts': [
    ...[
      'node:dns LookupAddress',
      'node:dns LookupOptions',
      'node:dns lookup',
      'node:net isIP',
      'undici Agent',
    ],
  ],
  'http/send.ts': ['undici Dispatcher'],
  'http/test-control-settings.ts': ['node:net isIP'],
  'http/unreadable.ts': ['node:http IncomingMessage'],
};

/** The packages that roles use, and those among them that open connections of their own, with the one file that has each. */
const PACKAGES = [
  ...['@hono/node-server', '@opentelemetry/api', '@opentelemetry/context-async-hooks', '@opentelemetry/core'],
  ...[
    '@opentelemetry/resources',
    '@opentelemetry/sdk-metrics',
    '@opentelemetry/sdk-trace',
    'hono',
    'pino',
    'qr',
  ],
  ...['@peculiar/x509', 'jose', 'reflect-metadata', 'yaml'],
];
/** What a package has that goes out by itself. */
const GOING_OUT: Readonly<Record<string, RegExp>> = { jose: /Remote|^\*$/ };
const CONNECTING: Readonly<Record<string, RegExp>> = {
  // Configuration names the collector and the database; neither is HTTP that a message could steer.
  '@opentelemetry/exporter-metrics-otlp-http': /^http\/otlp\.ts$/,
  '@opentelemetry/exporter-trace-otlp-http': /^http\/otlp\.ts$/,
  pg: /^store\/postgres\//,
  undici: /^http\/(?:reach|send)\.ts$/,
};

/** Module and names of every import, dynamic ones too. */
function importsOf(text: string): { readonly module: string; readonly names: readonly string[] }[] {
  const fixed = [...text.matchAll(/(?:import|export)\s([^;'"]*?)\s*from\s*'([^']+)'/g)].map(
    ([, clause = '', module = '']) => ({ module, names: namesIn(clause) }),
  );
  const bare = [...text.matchAll(/(?:import\s*\(\s*|import\s+|require\s*\(\s*)'([^']+)'/g)];
  return [...fixed, ...bare.map(([, module = '']) => ({ module, names: ['*'] }))];
}

function namesIn(clause: string): string[] {
  const inner = /\{([\s\S]*)\}/.exec(clause)?.[1];
  if (inner === undefined) return ['*'];
  const names = inner.split(',').map((name) => name.replaceAll(/\btype\b|\sas\s.*/g, '').trim());
  return names.filter((name) => name !== '');
}

/** Those of `found` per file, sorted. */
function perFile(pick: (text: string) => readonly string[]): Record<string, readonly string[]> {
  const entries = [...files].map(([name, text]) => [name, [...pick(text)].sort()] as const);
  return Object.fromEntries(entries.filter(([, found]) => found.length > 0));
}

const sorted = (table: typeof USED) =>
  Object.fromEntries(Object.entries(table).map(([name, found]) => [name, [...found].sort()]));

const ASKING = /\bhttp\.(?:get|post)\(|\bclient\.get\(|\bexchange\(\{ \.\.\.request/g;

/**
 * Files that ask for something, by who names the address. What the trust list or a message names is held to public
 * addresses in test/network/fetched-addresses.test.ts: a file that comes to those belongs there, too.
 */
const ADDRESSES = {
  configuration: [
    ...['http/trust-source.ts', 'records/anchor-sink.ts', 'trust/log/audit.ts', 'agent/cli.ts'],
    ...['agent/purchase/bundle.ts', 'agent/purchase/instant-bundle.ts', 'cli/dispute-bundle.ts'],
  ],
  'trust list: sellers': [
    ...['agent/discovery/card.ts', 'agent/decision/offers.ts', 'agent/decision/transfer.ts'],
    ...['agent/purchase/order.ts', 'agent/purchase/cancel.ts', 'agent/purchase/release.ts'],
    'issuer/psp/notices/tell.ts',
  ],
  'the card of a seller, of its own origin': ['agent/discovery/offered.ts'],
  'trust list: account sides and payment services': [
    ...[
      'agent/a402/pay.ts',
      'agent/discovery/clearing.ts',
      'agent/evidence.ts',
      'agent/mandate/hand-down.ts',
    ],
    ...[
      'agent/mandate/request.ts',
      'agent/mandate/revoke.ts',
      'agent/mandate/tool.ts',
      'agent/payer-code/offer.ts',
    ],
    ...[
      'agent/payer-code/show.ts',
      'agent/purchase/cashier.ts',
      'agent/purchase/pay.ts',
      'agent/purchase/query.ts',
    ],
    ...[
      'agent/sub-account/sub-account.ts',
      'issuer/psp/interconnect/agree.ts',
      'issuer/psp/interconnect/ask.ts',
    ],
    ...['issuer/psp/interconnect/give-refund.ts', 'issuer/psp/interconnect/reconcile.ts'],
    ...['issuer/psp/payer-codes/scan.ts', 'merchant/a402/validate.ts', 'merchant/fulfilment/send-command.ts'],
  ],
  'a mandate, as the trust list has it for its issuer': [
    ...['agent/purchase/request.ts', 'issuer/psp/remote-status-list.ts'],
  ],
  'whoever buys, through the exchange that they were given': ['agent/a402/present.ts'],
  'whoever asks the same of it, once more': ['agent/heeding-pauses.ts'],
};

describe('OA-NET-01 the ways out', () => {
  test('there is something to look at', () => {
    expect(files.size).toBeGreaterThan(300);
    expect(files.has('http/reach.ts')).toBe(true);
  });

  test('modules of the network are used by the files of this list, for what it says', () => {
    const used = perFile((text) =>
      importsOf(text)
        .filter(({ module }) => NETWORK.test(module))
        .flatMap(({ module, names }) => names.map((name) => `${module} ${name}`)),
    );
    expect(used).toEqual(sorted(USED));
  });

  test('packages that open connections are used where this list says, and no package is used that nobody has judged', () => {
    const outside = [...files].flatMap(([name, text]) =>
      importsOf(text)
        .map(({ module }) => module)
        .filter((module) => !/^[.]|^node:/.test(module))
        .map((module) => ({
          name,
          package: module
            .split('/')
            .slice(0, module.startsWith('@') ? 2 : 1)
            .join('/'),
        })),
    );
    const known = new Set([...PACKAGES, ...Object.keys(CONNECTING)]);
    expect(outside.filter((one) => !known.has(one.package))).toEqual([]);
    expect(outside.filter((one) => CONNECTING[one.package]?.test(one.name) === false)).toEqual([]);
    const goingOut = [...files.values()].flatMap((text) =>
      importsOf(text).flatMap(({ module, names }) => names.filter((name) => GOING_OUT[module]?.test(name))),
    );
    expect(goingOut).toEqual([]);
    expect(new Set(outside.map((one) => one.package)).size).toBeGreaterThan(8);
  });

  test('nobody calls what the platform has for going out, by whatever name', () => {
    const calls = perFile((text) =>
      [
        ...text.matchAll(
          /(?<![.\w'"`-])(?:fetch|WebSocket|EventSource|XMLHttpRequest|sendBeacon)\b(?!['"`:])/g,
        ),
      ].map(([name]) => name),
    );
    expect(calls).toEqual({});
    const hidden = perFile((text) =>
      [...text.matchAll(/(?:globalThis|global|window|self)\s*(?:\.\s*(?:fetch|WebSocket)|\[)/g)].map(
        ([name]) => name,
      ),
    );
    expect(hidden).toEqual({});
    // A method of that name is a server's own entry, which takes a request and sends none.
    const entries = perFile((text) => [...text.matchAll(/\w+\.fetch\(/g)].map(([name]) => name));
    expect(entries).toEqual({ 'http/listen.ts': ['app.fetch('] });
  });

  test('one function sends, two clients call it, and each asks first where it may go', () => {
    const callers = (what: RegExp) => new Set(Object.keys(perFile((text) => text.match(what) ?? [])));
    const clients = ['http/client.ts', 'http/exchange.ts'];
    expect(callers(/\.dispatch\(/)).toEqual(new Set(['http/send.ts']));
    expect(callers(/(?<![.\w])send\(target/)).toEqual(new Set([...clients, 'http/send.ts']));
    expect(callers(/= createReach\(/)).toEqual(new Set(clients));
    for (const client of clients) expect(files.get(client)).toMatch(/way\.to\(url\)/);
  });

  test('who asks for an address is on this list, with whoever names that address', () => {
    const asking = Object.keys(perFile((text) => text.match(ASKING) ?? []));
    expect(new Set(asking)).toEqual(new Set(Object.values(ADDRESSES).flat()));
  });

  test('clients are made where configuration is read, and nowhere else', () => {
    const makers = perFile((text) => text.match(/= create(?:HttpClient|Exchange)\(/g) ?? []);
    const configured = ['cli/agent.ts', 'cli/clearing.ts', 'cli/dispute-bundle.ts', 'cli/log.ts'];
    const connecting = ['http/connect.ts', 'issuer/connect.ts', 'records/connect.ts'];
    expect(new Set(Object.keys(makers))).toEqual(new Set([...configured, ...connecting]));
  });

  test('the roles that have a trust list come to their ways by one function', () => {
    const callers = perFile((text) => text.match(/(?:= |return )connectByList\(/g) ?? []);
    expect(new Set(Object.keys(callers))).toEqual(
      new Set(['agent/connect.ts', 'issuer/connect.ts', 'merchant/connect.ts']),
    );
    const sources = perFile((text) => text.match(/= createTrustSource\(/g) ?? []);
    expect(Object.keys(sources)).toEqual(['http/connect.ts']);
  });
});
