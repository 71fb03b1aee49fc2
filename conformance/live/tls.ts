import { connect } from 'node:tls';

/** Whoever speaks TLS says so at once. */
const MOST_PATIENCE_MILLISECONDS = 10_000;

/** Whether somebody at this address agrees to TLS, whoever that may be: nothing is sent, and no certificate is judged. */
export function speaksTls(url: string, patience: number): Promise<boolean> {
  const { hostname, port, protocol } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const at = { host, port: Number(port || (protocol === 'https:' ? 443 : 80)) };
  return new Promise((resolve) => {
    const socket = connect({ ...at, rejectUnauthorized: false });
    const end = (isSpoken: boolean): void => {
      socket.destroy();
      resolve(isSpoken);
    };
    socket.setTimeout(Math.min(patience, MOST_PATIENCE_MILLISECONDS), () => end(false));
    socket.once('secureConnect', () => end(true));
    socket.on('error', () => end(false));
    socket.once('close', () => end(false));
  });
}
