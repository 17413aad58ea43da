/** Acts of a person by the protocol, where a journey is about what others see of them. */
import type { Page } from '@playwright/test';

/** Sends a command over a line of its own, as whoever's page it is; what it was refused with fails. Tells its place in the log. */
export async function act(page: Page, command: Record<string, unknown>, session = 'opening'): Promise<number> {
  const answer = await page.evaluate(
    async ({ command, session }) => {
      const [, , link] = location.pathname.split('/');
      const socket = new WebSocket(`ws://${location.host}/as/${link}/ws/${session}`, 'plenary.v1');
      const key = crypto.randomUUID();
      const answered = new Promise<{ type: string; seq?: number; reason?: unknown }>((resolve, reject) => {
        socket.onopen = () => {
          socket.send(JSON.stringify({ type: 'join', resume: null }));
          socket.send(JSON.stringify({ type: 'command', key, command }));
        };
        socket.onmessage = ({ data }) => {
          const message = JSON.parse(data);
          if (message.key === key) resolve(message);
        };
        socket.onclose = () => reject(new Error('the line was closed before an answer came'));
      });
      const message = await answered;
      socket.onclose = null;
      socket.close();
      return message;
    },
    { command, session },
  );
  if (answer.type !== 'ack') throw new Error(`${JSON.stringify(command)}: ${JSON.stringify(answer.reason)}`);
  return answer.seq ?? 0;
}

/** What a page's server shows of a type, as its owner sees it: the entities of a view that begins. */
export async function view(page: Page, type: string, session = 'opening'): Promise<Record<string, unknown>[]> {
  return page.evaluate(
    async ({ type, session }) => {
      const [, , link] = location.pathname.split('/');
      const socket = new WebSocket(`ws://${location.host}/as/${link}/ws/${session}`, 'plenary.v1');
      const found: Record<string, unknown>[] = [];
      await new Promise<void>((whole) => {
        socket.onopen = () => socket.send(JSON.stringify({ type: 'join', resume: null }));
        socket.onmessage = ({ data }) => {
          const message = JSON.parse(data);
          if (message.type !== 'snapshot') return;
          for (const entity of message.entities) if (entity.type === type) found.push(entity);
          // The snapshot of everyone is the last of a view.
          if (message.scope === 'everyone') whole();
        };
      });
      socket.close();
      return found;
    },
    { type, session },
  );
}
