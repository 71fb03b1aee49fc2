import { ActError } from '../../errors/index.ts';
import { encodeHex } from '../base64.ts';
import type { Path } from '../path.ts';

/**
 * No authority stands in the path twice, under whichever certificate: same name and same key mean a cycle.
 *
 * @throws x509_chain_broken
 * @see RFC 5280 6.1 (certificates of a path are distinct), RFC 4158 2.4.2; catalogue X13
 */
export function checkNoRepetition({ certificates }: Path): void {
  const seen = new Set<string>();
  for (const { position, subject, spki } of certificates) {
    const authority = `${encodeHex(subject.encoded)} ${encodeHex(spki)}`;
    if (seen.has(authority))
      throw new ActError('x509_chain_broken', { rule: 'cycle', certificate: position });
    seen.add(authority);
  }
}
