import type { Hono } from 'hono';
import { readJson } from '../../http/index.ts';
import type { DeviceEnrolmentBody } from '../../protocol/generated/types.ts';
import { validateDeviceEnrolmentBody } from '../../protocol/generated/validators.js';
import type { EnrolmentAnswer } from './enrolment.ts';

export function addDeviceRoutes(
  app: Hono,
  enrol: (body: DeviceEnrolmentBody) => Promise<EnrolmentAnswer>,
): void {
  app.post('/devices', async (c) => c.json(await enrol(await readJson(c, validateDeviceEnrolmentBody)), 201));
}
