import { commandLogMigrations, type Migration } from '../../store/index.ts';

/**
 * Credit associations. What was applied for, issued, authorised, revoked and answered is never changed; only the state
 * of a credential and the counts of windows are. Times are Unix seconds.
 */
export const creditMigrations: readonly Migration[] = [
  ...commandLogMigrations,
  {
    id: 'trust-credit-1',
    sql: `CREATE TABLE credit_applications (
      credential_id TEXT NOT NULL PRIMARY KEY,
      application_id TEXT NOT NULL UNIQUE,
      subject_id TEXT NOT NULL,
      agent_id TEXT NOT NULL,
      nonce TEXT NOT NULL,
      association TEXT NOT NULL,
      agent_attestation TEXT NOT NULL,
      mapping TEXT NOT NULL,
      predecessor TEXT,
      applied_at BIGINT NOT NULL,
      UNIQUE (subject_id, nonce)
    );
CREATE INDEX credit_applications_pair ON credit_applications (subject_id, agent_id);
CREATE TABLE credit_credentials (
      credential_id TEXT NOT NULL PRIMARY KEY,
      body TEXT NOT NULL,
      issued_at BIGINT NOT NULL
    );
CREATE TABLE credit_states (
      credential_id TEXT NOT NULL PRIMARY KEY,
      state TEXT NOT NULL,
      cause TEXT NOT NULL,
      version BIGINT NOT NULL,
      held_by_subject BIGINT NOT NULL,
      held_by_service BIGINT NOT NULL,
      review BIGINT NOT NULL,
      ends_at BIGINT NOT NULL,
      reverify_at BIGINT NOT NULL,
      effective_at BIGINT NOT NULL
    );
CREATE TABLE credit_state_changes (
      credential_id TEXT NOT NULL,
      version BIGINT NOT NULL,
      from_state TEXT,
      to_state TEXT NOT NULL,
      cause TEXT NOT NULL,
      actor TEXT NOT NULL,
      changed_at BIGINT NOT NULL,
      PRIMARY KEY (credential_id, version)
    );
CREATE TABLE credit_authorizations (
      authorization_id TEXT NOT NULL PRIMARY KEY,
      subject_id TEXT NOT NULL,
      request_id TEXT,
      claims TEXT NOT NULL,
      compact TEXT NOT NULL,
      given_at BIGINT NOT NULL
    );
CREATE INDEX credit_authorizations_request ON credit_authorizations (request_id, subject_id);
CREATE TABLE credit_authorization_revocations (
      authorization_id TEXT NOT NULL PRIMARY KEY,
      revoked_at BIGINT NOT NULL
    );
CREATE TABLE credit_windows (
      authorization_id TEXT NOT NULL,
      window_no BIGINT NOT NULL,
      used BIGINT NOT NULL,
      PRIMARY KEY (authorization_id, window_no)
    );
CREATE TABLE credit_requests (
      asked_by TEXT NOT NULL,
      request_id TEXT NOT NULL,
      is_open BIGINT NOT NULL,
      PRIMARY KEY (asked_by, request_id)
    );
CREATE TABLE credit_verifications (
      record_id TEXT NOT NULL PRIMARY KEY,
      credential_id TEXT NOT NULL,
      relying_party TEXT NOT NULL,
      request TEXT NOT NULL,
      answer TEXT NOT NULL,
      answered_at BIGINT NOT NULL
    );
CREATE INDEX credit_verifications_credential ON credit_verifications (credential_id, answered_at);`,
    appendOnly: [
      'credit_applications',
      'credit_credentials',
      'credit_state_changes',
      'credit_authorizations',
      'credit_authorization_revocations',
      'credit_verifications',
    ],
  },
  {
    id: 'trust-credit-2',
    sql: `CREATE TABLE credit_questions (
      asked_by TEXT NOT NULL,
      request_id TEXT NOT NULL,
      subject_id TEXT NOT NULL,
      request TEXT NOT NULL,
      asked_at BIGINT NOT NULL,
      PRIMARY KEY (asked_by, request_id)
    );
CREATE INDEX credit_questions_subject ON credit_questions (subject_id, asked_at);
CREATE TABLE credit_mapping_rules (
      rule_id TEXT NOT NULL,
      version TEXT NOT NULL,
      digest TEXT NOT NULL,
      PRIMARY KEY (rule_id, version)
    );
CREATE INDEX credit_states_looked_at ON credit_states (state, credential_id);`,
    appendOnly: ['credit_questions', 'credit_mapping_rules'],
  },
];
