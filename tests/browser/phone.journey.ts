/** A delegate on a phone, in Arabic, with everything happening at once: from the link to the end of the statement. */
import { act, view } from './acts.ts';
import { expect, test } from './conference.ts';
import { words } from './words.ts';

const SIZE = { width: 360, height: 740 };

test('on a phone, in Arabic, a delegate asks, is heard and finishes while all else goes on', async ({ conference }) => {
  test.setTimeout(180_000);
  const chair = await conference.join('chair', 'en');
  await act(chair, { type: 'open_session' });
  for (const list of ['statements', 'right-of-reply']) await act(chair, { type: 'open_list', list });
  const secretariat = await conference.join('secretariat', 'en');
  const tunisia = await conference.join('tunisia', 'fr');

  const lebanon = await conference.join('lebanon', 'ar', '', { viewport: SIZE, tone: 500 });
  const main = lebanon.locator('.dock .main');
  const microphone = lebanon.locator('.dock .microphone');
  const says = (key: string) => expect(main).toContainText(words('ar', key));
  await says('floor-ask');
  await expect(microphone).toContainText(words('ar', 'microphone-word', { word: 'ask' }));

  // Announced, cut, and asked about the microphone: the question has the strip, and the dock answers under it.
  await act(secretariat, { type: 'announce', text: { ar: 'تبدأ استراحة الغداء في الساعة 12:30.', en: 'Lunch begins at 12:30.' } });
  await act(secretariat, { type: 'set_speaking_time', list: 'statements', turn_ms: 120_000 });
  await lebanon.getByRole('button', { name: words('ar', 'microphone-agree'), exact: true }).click();
  await expect(microphone).toContainText(words('ar', 'microphone-word', { word: 'ready' }));
  await main.click();
  await lebanon.getByRole('dialog').getByRole('button', { name: words('ar', 'floor-ask') }).click();
  await says('floor-standing-by');

  // A press of the request shows it, and takes nothing back.
  await main.click();
  await expect(lebanon.getByRole('dialog')).toContainText(words('ar', 'request-withdraw'));
  await lebanon.keyboard.press('Escape');
  await says('floor-standing-by');

  const standings = await view(lebanon, 'standing');
  const { request } = standings.find(({ id }) => id === 'statements') as { request: string };
  await act(chair, { type: 'give_floor', request, ending: null });
  await says('floor-speaking');
  await expect(microphone).toHaveClass(/\blive\b/);

  // Muted, nobody hears it, and the page says so everywhere; one press of the main button is heard again.
  await microphone.click();
  await says('floor-muted');
  await expect(lebanon.locator('.lamp .unheard')).toContainText(words('ar', 'stage-not-heard-you'));
  await main.click();
  await says('floor-speaking');

  // Another raises a point of order meanwhile; in the chat the clock and one's floor stand in one line.
  await act(tunisia, { type: 'raise_point_of_order' });
  await expect(lebanon.locator('.strip [data-kind="point"]')).toBeVisible();
  await lebanon.getByRole('tab', { name: words('ar', 'tab-chat') }).click();
  await expect(lebanon.getByRole('timer').filter({ visible: true })).toHaveText(/[12]:\d\d/);
  await lebanon.getByRole('button', { name: words('ar', 'floor-speaking') }).click();

  await main.click();
  await says('floor-ask');
});
