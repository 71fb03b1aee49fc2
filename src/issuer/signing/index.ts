export { signingMigrations } from './migrations.ts';
export { createSigning, type Signing, writeClaims } from './signing.ts';
