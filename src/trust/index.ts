export { CHANNEL_HEADER } from '../http/index.ts';
export { createTrustApp, type TrustAppOptions } from './app.ts';
export type { AttestedAgent } from './attestation.ts';
export type { CertifiedEntity, CertifiedRole } from './certificates.ts';
export { type EntryChange, trustCertify, trustInit, trustPublish } from './cli.ts';
export { type CreditApp, type CreditAppOptions, createCreditApp } from './credit/app.ts';
export { creditMigrations } from './credit/migrations.ts';
export type {
  ClaimedRelationship,
  CreditService,
  CreditSources,
  MappedTriple,
  SubjectAssertion,
} from './credit/ports.ts';
export { registerSources } from './credit/register.ts';
export { disputeMigrations } from './disputes/migrations.ts';
export { type DisputeHandler, FINDING_SECONDS } from './disputes/signed-finding.ts';
export { keepBareKey, writeKeyFile } from './keystore.ts';
export {
  AnchorLog,
  type AnchorLogOptions,
  type AppendedAnchor,
  type SignedHead,
  type Submission,
} from './log/anchor-log.ts';
export { type Audit, type AuditRequest, auditLog } from './log/audit.ts';
export { loadLogKey } from './log/log-key.ts';
export { logMigrations } from './log/migrations.ts';
export { TreeReading } from './log/reading.ts';
export type { AnchorService } from './log/service.ts';
export { type PlannedEntity, type Provisioned, type ProvisionPlan, provision } from './provision.ts';
export { type RotationStep, rotateTrustListKey } from './rotate.ts';
export { type Published, pinnedKeyPath, trustListKeyPath, trustListPath } from './trust-list.ts';
