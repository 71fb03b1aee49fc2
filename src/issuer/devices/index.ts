export { createAccountHolder, knowsDelegator, type NewAccountHolder } from './account-holders.ts';
export { type Device, findDevice, removeDevice } from './directory.ts';
export {
  createEnrolment,
  type EnrolmentAnswer,
  type EnrolmentDeps,
  enrolmentMessageId,
} from './enrolment.ts';
export {
  codeLogin,
  createEnrolmentCode,
  type LoginIdentity,
  type NewEnrolmentCode,
  type UserLogin,
} from './login.ts';
export { deviceMigrations } from './migrations.ts';
export { addDeviceRoutes } from './routes.ts';
