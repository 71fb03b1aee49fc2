export { type ControlProofs, noControlProofs } from './control-proof.ts';
export { signingMigrations } from './migrations.ts';
export { createSigning, type Signing, writeClaims } from './signing.ts';
