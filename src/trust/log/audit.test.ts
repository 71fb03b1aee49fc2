import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHttpClient, type HttpClient, type Listening, listen } from '../../http/index.ts';
import { newPrivacyChannel } from '../../protocol/attestation/anchor.ts';
import { createLogWorld, ID, type LogWorld, NOW, random } from '../testing/log-world.ts';
import { auditLog } from './audit.ts';

const MANY = 220;

const channel = newPrivacyChannel(random);
let world: LogWorld;
let server: Listening;
beforeAll(async () => {
  world = await createLogWorld();
  expect((await world.submit(await world.anchor('psp', { privacy_channel: channel }))).status).toBe(201);
  server = await listen(world.app, { host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close();
  await world.close();
});

// OA-LOG-13
test('an audit of a log that shows the same anchors for ever ends', async () => {
  const honest = createHttpClient((origin) => origin === server.url);
  const circling: HttpClient = {
    ...honest,
    get: (url, options) => honest.get(url.replace(/from=\d+/, 'from=0'), options),
  };
  const audit = (http: HttpClient) =>
    auditLog({
      ...{ url: server.url, logId: ID.log, pinnedKeys: world.pinnedKeys, http, now: NOW },
      channels: [channel],
    });
  await expect(audit(circling)).rejects.toMatchObject({ code: 'log_inconsistent' });
  expect((await audit(honest)).anchors).toBe(1);
  await honest.close();
});

// OA-LOG-13, TSD-ATT-OCA-21
test('a channel of more anchors than one answer holds is audited whole', async () => {
  const long = newPrivacyChannel(random);
  const anchors = await Promise.all(
    Array.from({ length: MANY }, () => world.anchor('agent', { privacy_channel: long })),
  );
  const answers = await Promise.all(anchors.map((anchor) => world.submit(anchor, world.attestation)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  const http = createHttpClient((origin) => origin === server.url);
  const { url } = server;
  const { pinnedKeys } = world;
  const audit = await auditLog({ url, logId: ID.log, pinnedKeys, http, now: NOW, channels: [long] });
  expect(audit.anchors).toBe(MANY);
  await http.close();
});
