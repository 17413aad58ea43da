/** Sittings: a meeting that is adjourned keeps the places of those who wait, and the desk reopens it with a reason. */
import { isSoundHere } from './axe.ts';
import { expect, speak, test } from './conference.ts';
import { ofMeeting } from './hall.ts';
import { wording, words } from './words.ts';

const LIST = 'List of speakers';

test('an adjourned meeting keeps the places; the chair reopens it with a reason, and the floor is given', async ({ conference }) => {
  test.setTimeout(120_000);
  const chair = await conference.join('chair', 'en', 'chair');
  await chair.getByRole('button', { name: words('en', 'chair-open-session') }).click();
  await chair.getByRole('button', { name: wording('en', 'chair-open-list-name', { list: LIST }) }).click();
  const iraq = await conference.join('iraq', 'ar', '');
  await iraq.getByRole('button', { name: words('ar', 'floor-ask') }).click();
  await iraq.getByRole('dialog').getByRole('button', { name: words('ar', 'floor-ask') }).click();
  await expect(iraq.getByRole('button', { name: wording('ar', 'floor-standing-by') })).toBeVisible();

  // The chair proposes, and nobody objects.
  await ofMeeting(chair, 'chair-motion-open');
  const proposing = chair.getByRole('dialog');
  await proposing.getByRole('radio', { name: words('en', 'motion-name', { kind: 'adjourn_meeting', list: '' }) }).check();
  await proposing.getByRole('button', { name: words('en', 'chair-motion-propose') }).click();
  await expect(proposing).toBeHidden();
  await chair.getByRole('button', { name: words('en', 'chair-motion-consent') }).first().click();
  const consent = chair.getByRole('dialog');
  await expect(consent).toContainText(words('en', 'chair-motion-consent-note', { kind: 'adjourn_meeting' }));
  await consent.getByRole('button', { name: words('en', 'chair-motion-consent') }).click();
  await expect(consent).toBeHidden();

  await expect(iraq.getByRole('button', { name: words('ar', 'floor-carried-over') })).toBeVisible();
  await chair.getByRole('button', { name: words('en', 'chair-meeting'), exact: true }).click();
  await expect(chair.getByText(/keep their places/).first()).toBeVisible();
  await chair.keyboard.press('Escape');

  await speak(chair, 'ar');
  await chair.setViewportSize({ width: 360, height: 740 });
  await ofMeeting(chair, 'chair-reopen', 'ar');
  const reopening = chair.getByRole('dialog');
  await expect(reopening).toBeVisible();
  await isSoundHere(chair, 'the dialog that reopens a session, at 360 px');
  if (process.env.SHOTS) await chair.screenshot({ path: `${process.env.SHOTS}/reopen-ar-360.png` });
  // Without a reason nothing is reopened.
  await reopening.getByRole('button', { name: words('ar', 'chair-reopen-act') }).click();
  await expect(reopening.getByText(words('ar', 'chair-reason-needed'))).toBeVisible();
  await reopening.getByLabel(words('ar', 'chair-reason')).fill('الجلسة الثانية');
  await reopening.getByRole('button', { name: words('ar', 'chair-reopen-act') }).click();
  await expect(reopening).toBeHidden();

  await expect(iraq.getByRole('button', { name: wording('ar', 'floor-standing-by') })).toBeVisible();
  await speak(chair, 'en');
  await chair.setViewportSize({ width: 1440, height: 900 });
  await chair.getByRole('button', { name: wording('en', 'chair-give', { name: 'Iraq' }) }).first().click();
  await expect(iraq.getByRole('button', { name: wording('ar', 'floor-open-microphone') })).toBeVisible();
});
