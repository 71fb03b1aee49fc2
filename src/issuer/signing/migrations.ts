import type { Migration } from '../../store/index.ts';

/** Messages whose claims are decided in a transaction and that are signed after its commit. */
export const signingMigrations: readonly Migration[] = [
  {
    id: 'signing-0001',
    sql: `CREATE TABLE issued_messages (
  message_id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  claims TEXT NOT NULL,
  compact TEXT
);
`,
  },
  {
    // A start looks for what was left unsigned, and must not read everything that was ever signed.
    id: 'signing-0002',
    sql: 'CREATE INDEX issued_messages_unsigned ON issued_messages (message_id) WHERE compact IS NULL;',
  },
];
