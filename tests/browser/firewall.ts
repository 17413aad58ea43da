/**
 * A firewall in front of a server: a proxy of TCP on a port of its own, whose rules can be changed while connections
 * run. The server names the proxy's address as its own, for pages and for sound. Nothing answers UDP there.
 */
import { once } from 'node:events';
import { type Server, type Socket, connect, createServer } from 'node:net';

/** What a connection carries, told by its first line as the server tells it: calls by HTTP, the WebSocket of sound, or else. */
export type Kind = 'http' | 'sound' | 'other';

/** How the upgrade of the WebSocket of sound begins. */
const SOUND = /^GET \/as\/[^/ ]+\/sound\//;
/** Bytes within which a first line ends that is HTTP. */
const LINE_MAX = 8_192;

interface Passing {
  readonly kind: Kind;
  cut(): void;
}

export class Firewall {
  readonly port: number;
  /** How many connections of each kind were refused or cut. */
  readonly stopped: Record<Kind, number> = { http: 0, sound: 0, other: 0 };
  readonly #proxy: Server;
  readonly #passing = new Set<Passing>();
  readonly #open = new Set<Socket>();
  #behind = 0;
  #allowed: readonly Kind[] = ['http', 'sound', 'other'];

  private constructor(proxy: Server, port: number) {
    this.#proxy = proxy;
    this.port = port;
    proxy.on('connection', (socket) => this.#take(socket));
  }

  /** Opens on a free port, and lets everything through that comes by TCP. */
  static async open(): Promise<Firewall> {
    const proxy = createServer({ noDelay: true });
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const address = proxy.address();
    if (!address || typeof address === 'string') throw new Error('no port to be had');
    return new Firewall(proxy, address.port);
  }

  /** The port of the server behind it. */
  protect(port: number): void {
    this.#behind = port;
  }

  /** From now on only these kinds of connection come through; those that run go on. */
  allow(...kinds: Kind[]): void {
    this.#allowed = kinds;
  }

  /** Cuts the running connections that would not come through any more. */
  enforce(): void {
    for (const passing of [...this.#passing]) {
      if (!this.#allowed.includes(passing.kind)) this.#stop(passing.kind, passing.cut);
    }
  }

  async close(): Promise<void> {
    const closed = once(this.#proxy, 'close');
    this.#proxy.close();
    for (const socket of this.#open) socket.destroy();
    await closed;
  }

  #take(client: Socket): void {
    this.#hold(client);
    let head = Buffer.alloc(0);
    const read = (chunk: Buffer): void => {
      head = Buffer.concat([head, chunk]);
      const kind = kindOf(head);
      if (kind === null) return;
      client.off('data', read);
      client.pause();
      if (this.#allowed.includes(kind)) this.#pass(kind, client, head);
      else this.#stop(kind, () => client.destroy());
    };
    client.on('data', read);
  }

  #pass(kind: Kind, client: Socket, head: Buffer): void {
    const server = connect({ port: this.#behind, host: '127.0.0.1', noDelay: true });
    this.#hold(server);
    const cut = (): void => {
      client.destroy();
      server.destroy();
    };
    const passing = { kind, cut };
    this.#passing.add(passing);
    for (const socket of [client, server]) {
      socket.once('close', () => {
        this.#passing.delete(passing);
        cut();
      });
    }
    server.write(head);
    client.pipe(server);
    server.pipe(client);
  }

  #stop(kind: Kind, cut: () => void): void {
    this.stopped[kind] += 1;
    cut();
  }

  /** A connection that breaks is no fault of the journey: a browser or a killed server ends it so. */
  #hold(socket: Socket): void {
    this.#open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.#open.delete(socket));
  }
}

/** What begins so; null while too little has come to tell. */
function kindOf(head: Buffer): Kind | null {
  const first = head[0];
  if (first === undefined) return null;
  // Methods of HTTP begin with a letter; TLS and sound never do.
  if (!/[A-Z]/.test(String.fromCharCode(first))) return 'other';
  const end = head.indexOf('\r\n');
  if (end < 0) return head.length > LINE_MAX ? 'other' : null;
  const line = head.toString('latin1', 0, end);
  if (!/ HTTP\/1\.[01]$/.test(line)) return 'other';
  return SOUND.test(line) ? 'sound' : 'http';
}
