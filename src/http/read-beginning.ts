import { open } from 'node:fs/promises';

/** The first bytes of a file, or of a pipe or device, which does not say how much is to come. @throws the system's error */
export async function readBeginning(path: string, length: number): Promise<Uint8Array> {
  const handle = await open(path);
  try {
    const buffer = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await handle.read(buffer, filled, length - filled, null);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  } finally {
    await handle.close();
  }
}
