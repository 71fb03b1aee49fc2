import { X509Certificate } from 'node:crypto';

/** Unix seconds of notAfter of one of our own certificates (standard base64 of the DER). */
export function certificateEnd(certificate: string): number {
  return Math.floor(new X509Certificate(Buffer.from(certificate, 'base64')).validToDate.getTime() / 1000);
}
