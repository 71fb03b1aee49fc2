/** Why a server could not start, in one line for the console. */
export class StartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartError';
  }
}

/** Which of its settings names the port, knows whoever wanted it. */
export class PortInUse extends StartError {
  constructor(host: string, port: number) {
    super(`Port ${port} on ${host} is in use.`);
    this.name = 'PortInUse';
  }
}
