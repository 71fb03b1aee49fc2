import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from './case.ts';

/** PEM, or standard base64 of the DER. */
export function certificateAt(folder: string, path: string): string {
  let content: string;
  try {
    content = readFileSync(resolve(folder, path), 'utf8').trim();
  } catch {
    throw new UsageError(`The certificate ${path} cannot be read.`);
  }
  try {
    const certificate = new X509Certificate(
      content.startsWith('-----') ? content : Buffer.from(content, 'base64'),
    );
    return certificate.raw.toString('base64');
  } catch {
    throw new UsageError(`${path} is no certificate.`);
  }
}
