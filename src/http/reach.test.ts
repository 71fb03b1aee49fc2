import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ActError } from '../protocol/errors/index.ts';
import { createHttpClient } from './client.ts';
import { createReach, type Lookup, type Reach } from './reach.ts';

/** An address that belongs to somebody, and one that is nobody's for a test's purpose. */
const PUBLIC = '93.184.215.14';

let reach: Reach;
beforeEach(() => {
  reach = createReach({ configured: (origin) => origin === 'http://127.0.0.1:4811', listed: () => true });
});
afterEach(() => reach.close());

function outcome(url: string): string {
  try {
    return reach.to(url).url.href;
  } catch (error) {
    return error instanceof ActError ? `${error.code} ${error.evidence.rule}` : String(error);
  }
}

describe('OA-NET-04 an address out of a message or the trust list', () => {
  test.each([
    ['loopback', 'https://127.0.0.1/'],
    ['loopback, shortened', 'https://127.1/'],
    ['loopback, as one number', 'https://2130706433/'],
    ['loopback, in octal', 'https://0177.0.0.1/'],
    ['loopback, in hex', 'https://0x7f.0.0.1/'],
    ['loopback of IPv6', 'https://[::1]/'],
    ['loopback, mapped', 'https://[::ffff:127.0.0.1]/'],
    ['loopback, compatible', 'https://[::127.0.0.1]/'],
    ['loopback, by translation', 'https://[64:ff9b::7f00:1]/'],
    ['loopback, by 6to4', 'https://[2002:7f00:1::]/'],
    ['this host', 'https://0.0.0.0/'],
    ['unspecified', 'https://[::]/'],
    ['private 10', 'https://10.1.2.3/'],
    ['private 172.16', 'https://172.31.255.255/'],
    ['private 192.168', 'https://192.168.1.1/'],
    ['carrier', 'https://100.64.0.1/'],
    ['metadata of a cloud', 'https://169.254.169.254/latest/meta-data/'],
    ['metadata of a cloud, mapped', 'https://[::ffff:169.254.169.254]/'],
    ['link-local of IPv6', 'https://[fe80::1]/'],
    ['unique local', 'https://[fd00:ec2::254]/'],
    ['documentation', 'https://[2001:db8::1]/'],
    ['multicast', 'https://224.0.0.1/'],
    ['broadcast', 'https://255.255.255.255/'],
  ])('%s is refused', (_what, url) => {
    expect(outcome(url)).toBe('address_forbidden network');
    expect(outcome(`https://${PUBLIC}/`)).toBe(`https://${PUBLIC}/`);
  });

  test.each([
    ['no address', 'status-lists/1', 'form'],
    ['a file', 'file:///etc/passwd', 'scheme'],
    ['another protocol', 'gopher://bank.example/', 'scheme'],
    ['without TLS', 'http://bank.example/', 'scheme'],
    ['credentials', 'https://user:word@bank.example/', 'credentials'],
    ['a name before the real host', 'https://bank.example@127.0.0.1/', 'credentials'],
    ['a port of the system', 'https://bank.example:22/', 'port'],
  ])('%s is refused', (_what, url, rule) => {
    expect(outcome(url)).toBe(`address_forbidden ${rule}`);
    expect(outcome('https://bank.example/')).toBe('https://bank.example/');
    expect(outcome('https://bank.example:8443/')).toBe('https://bank.example:8443/');
    expect(outcome(`https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/`)).toMatch(/^https/);
  });

  test('configuration may name what it likes, but for credentials', () => {
    expect(outcome('http://127.0.0.1:4811/status-lists/1')).toMatch(/^http:/);
    expect(outcome('http://127.0.0.1:4812/')).toBe('address_forbidden scheme');
    expect(outcome('http://a:b@127.0.0.1:4811/')).toBe('address_forbidden credentials');
  });
});

describe('OA-NET-04 a name', () => {
  /** Each look-up takes the next answer; the last one stays. */
  async function fetched(answers: readonly (readonly string[])[], timeoutMilliseconds = 60_000) {
    let lookups = 0;
    const lookup: Lookup = (_name, _options, done) => {
      const answer = answers[Math.min(lookups, answers.length - 1)] ?? [];
      lookups += 1;
      done(
        null,
        answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    };
    const client = createHttpClient({ configured: () => false, listed: () => true, lookup });
    try {
      const code = await client.get('https://bank.example/', { timeoutMilliseconds }).then(
        () => 'ok',
        (error: unknown) => (error instanceof ActError ? error.code : String(error)),
      );
      return { code, lookups };
    } finally {
      await client.close();
    }
  }

  test.each([
    ['loopback', ['127.0.0.1']],
    ['the metadata of a cloud', ['169.254.169.254']],
    ['a mapped address', ['::ffff:10.0.0.1']],
    ['a private address beside a public one', [PUBLIC, '192.168.0.1']],
    ['nothing', []],
  ])('that leads to %s is not connected to', async (_what, addresses) => {
    expect(await fetched([addresses])).toEqual({ code: 'address_forbidden', lookups: 1 });
  });

  test('is looked up once: another answer to a second look-up has no place (rebinding)', async () => {
    // Somebody may drop what is sent there: then it is given up, long after the only look-up.
    expect(await fetched([[PUBLIC], ['127.0.0.1']], 3_000)).toEqual({ code: 'peer_unreachable', lookups: 1 });
  });
});

describe('limits on an answer', () => {
  let server: Server;
  let base: string;
  beforeEach(async () => {
    server = createServer((request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      if (request.url === '/slow') response.write('{');
      else response.end(request.url === '/long' ? '1'.repeat(600_000) : '{}');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  test('OA-NET-02, OA-NET-03 one that does not end, or is too long, is not used', async () => {
    const client = createHttpClient((origin) => origin === base);
    const slow = client.get(`${base}/slow`, { timeoutMilliseconds: 200 });
    await expect(slow).rejects.toMatchObject({ code: 'peer_unreachable' });
    await expect(client.get(`${base}/long`)).rejects.toMatchObject({ code: 'peer_answer_invalid' });
    expect((await client.get(`${base}/short`)).status).toBe(200);
    await client.close();
  });
});
