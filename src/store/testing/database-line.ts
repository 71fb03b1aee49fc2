import { connect, createServer, type Server, type Socket } from 'node:net';

/** What becomes of the bytes on the way to the database server, from now on. */
export type Fate =
  | 'pass'
  /** COMMIT reaches the server, and the line breaks before its answer comes back. */
  | 'lose commit answers'
  /** Nothing comes back any more, and nobody hangs up. */
  | 'silence';

/** A line to a database server that can be cut. */
export class DatabaseLine {
  fate: Fate = 'pass';
  port = 0;
  /** Commits that the server has answered and nobody heard of. */
  lostAnswers = 0;
  private readonly target: { readonly host: string; readonly port: number };
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;

  constructor(location: string) {
    const { hostname, port } = new URL(location);
    this.target = { host: hostname, port: Number(port) };
  }

  async open(): Promise<void> {
    this.server = createServer((near) => this.join(near));
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    const address = this.server.address();
    this.port = address && typeof address === 'object' ? address.port : 0;
  }

  /** The address of a database, by way of this line. */
  by(location: string): string {
    const url = new URL(location);
    url.port = String(this.port);
    return url.href;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private join(near: Socket): void {
    const far = connect(this.target);
    let isCommitting = false;
    near.on('data', (bytes) => {
      isCommitting = bytes.includes('COMMIT\0');
      far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (this.fate === 'silence') return;
      if (this.fate === 'lose commit answers' && isCommitting) {
        if (!near.destroyed) this.lostAnswers += 1;
        near.destroy();
      } else near.write(bytes);
    });
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => other.destroy());
    }
  }
}
