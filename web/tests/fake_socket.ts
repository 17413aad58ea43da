/** A socket the test holds the other end of. */
import type { ClientMessage, ServerMessage } from '$protocol';

/** Stands in for the browser's WebSocket. */
export class FakeSocket {
  readyState: number = WebSocket.CONNECTING;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  /** What the page has sent. */
  readonly sent: ClientMessage[] = [];
  /** Whether pings are answered at once. */
  answers = false;

  send(text: string): void {
    const message: ClientMessage = JSON.parse(text);
    this.sent.push(message);
    if (message.type !== 'ping' || !this.answers) return;
    const { sent_ms } = message;
    queueMicrotask(() => this.say({ type: 'pong', sent_ms, server_ms: 0 }));
  }

  close(): void {
    this.readyState = WebSocket.CLOSED;
  }

  /** The server accepts. */
  accept(): void {
    this.readyState = WebSocket.OPEN;
    this.onopen?.();
  }

  /** The server says something. */
  say(message: ServerMessage): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  /** The line breaks. */
  breaks(): void {
    this.readyState = WebSocket.CLOSED;
    this.onclose?.();
  }

  /** The commands the page has sent. */
  get commands(): Extract<ClientMessage, { type: 'command' }>[] {
    return this.sent.filter((message) => message.type === 'command');
  }
}

/** A welcome with pings every ten seconds. */
export const WELCOME: ServerMessage = {
  type: 'welcome',
  person: 'amina',
  server_ms: 0,
  view: 'v1',
  resumed: false,
  ping_every_ms: 10_000,
  host_clock: { time_zone: 'UTC', utc_offsets: [{ from_ms: 0, offset_ms: 0 }] },
};
