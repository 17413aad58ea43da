import { expect, test } from './conference.ts';
import { words } from './words.ts';

test('two delegations write to each other, each in their own language and direction', async ({ conference }) => {
  const lebanon = await conference.join('lebanon');
  const tunisia = await conference.join('tunisia');
  const write = async (page: typeof lebanon, tongue: 'ar' | 'fr', text: string) => {
    await page.getByLabel(words(tongue, 'chat-write')).fill(text);
    await page.getByRole('button', { name: words(tongue, 'chat-send'), exact: true }).click();
  };
  const arabic = 'نرجو تعميم الوثيقة A/CONF.231/3 قبل الجلسة.';
  await write(lebanon, 'ar', arabic);
  await expect(tunisia.getByRole('log').getByText(arabic)).toBeVisible();
  await expect(lebanon.getByRole('log').getByText(arabic)).toHaveCount(1);

  const french = 'La Tunisie remercie le Liban. <b>Merci !</b>';
  await write(tunisia, 'fr', french);
  const received = lebanon.getByRole('log').getByText(french);
  await expect(received).toBeVisible();
  await expect(received).toHaveCSS('direction', 'ltr');
  await expect(lebanon.getByRole('log').getByText(arabic)).toHaveCSS('direction', 'rtl');
  await expect(tunisia.getByLabel(words('fr', 'chat-write'))).toHaveValue('');
});
