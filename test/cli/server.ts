import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterAll, beforeAll } from 'vitest';

/** A server of this process on a port of its own; what it was asked is kept. */
export interface LocalServer {
  /** `http://127.0.0.1:PORT` */
  readonly base: () => string;
  readonly port: () => number;
  /** `HEAD /path`, in their order. */
  readonly asked: string[];
  /** Connections that are open. */
  readonly open: () => number;
}

/** Starts a server before the tests of a file and stops it after them. */
export function localServer(answer: (request: IncomingMessage, response: ServerResponse) => void): LocalServer {
  const asked: string[] = [];
  const open = new Set<Socket>();
  let port = 0;
  const server = createServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    answer(request, response);
  });
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  beforeAll(
    () =>
      new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', () => {
          port = (server.address() as AddressInfo).port;
          resolve();
        });
      }),
  );
  afterAll(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of open) socket.destroy();
      }),
  );
  return { base: () => `http://127.0.0.1:${String(port)}`, port: () => port, asked, open: () => open.size };
}
