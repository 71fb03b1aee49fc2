export { createTrustApp, type TrustAppOptions } from './app.ts';
export type { AttestedAgent } from './attestation.ts';
export type { CertifiedEntity, CertifiedRole } from './certificates.ts';
export { type EntryChange, trustCertify, trustInit, trustPublish } from './cli.ts';
export { keepBareKey, writeKeyFile } from './keystore.ts';
export { type PlannedEntity, type Provisioned, type ProvisionPlan, provision } from './provision.ts';
export { type RotationStep, rotateTrustListKey } from './rotate.ts';
export { type Published, pinnedKeyPath, trustListKeyPath, trustListPath } from './trust-list.ts';
