import { expect, test } from './conference.ts';
import { words } from './words.ts';

test('an observer follows the session and cannot do what delegates or the chair do', async ({ conference }) => {
  const observer = await conference.join('observer');
  await expect(observer.getByText(words('en', 'dock-no-floor'))).toBeVisible();
  await expect(observer.getByRole('button', { name: words('en', 'floor-ask') })).toHaveCount(0);
  await expect(observer.getByRole('link', { name: words('en', 'to-console') })).toHaveCount(0);

  // By the address of the chair's console, too, there is nothing to act with.
  await observer.goto(`${observer.url()}/chair`);
  await expect(observer.getByText(words('en', 'chair-not-yours'))).toBeVisible();
  await expect(observer.getByRole('button', { name: words('en', 'chair-open-session') })).toHaveCount(0);
});

test('what the page does not offer, the server refuses: a command of the chair sent by an observer', async ({
  conference,
}) => {
  const observer = await conference.join('observer');
  const refused = await observer.evaluate(async () => {
    const [, , link] = location.pathname.split('/');
    const socket = new WebSocket(`ws://${location.host}/as/${link}/ws/opening`, 'plenary.v1');
    const key = crypto.randomUUID();
    return new Promise<{ code: string }>((answer) => {
      socket.onopen = () => {
        socket.send(JSON.stringify({ type: 'join', resume: null }));
        socket.send(JSON.stringify({ type: 'command', key, command: { type: 'open_session' } }));
      };
      socket.onmessage = ({ data }) => {
        const message = JSON.parse(data);
        if (message.key === key) answer(message.reason ?? { code: message.type });
      };
    });
  });
  expect(refused).toEqual({ code: 'not_allowed' });
});
