export { readMandateMessage } from './mandate-encoding.ts';
export { digestOfMessage, type Message, readKept, readMessage } from './read.ts';
export { type ClaimsOf, type MessageKind, TYP } from './registry.ts';
export { assertSchema, readBody } from './schema.ts';
export { signMessage } from './sign.ts';
