/** `openact/verifier` as Node gets it: the same functions, with Node's own signatures, digests and streams below them. */
import { useNodeCrypto } from './crypto.ts';

useNodeCrypto();

export * from '../verifier/index.ts';
