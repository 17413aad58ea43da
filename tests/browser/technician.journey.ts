/** The technician's page: microphones as they come in, who calls for help, booths, listeners, servers. */
import type { Locator, Page } from '@playwright/test';
import { isSound } from './axe.ts';
import { expect, test } from './conference.ts';
import { TONE, delegate, give, goOnAir, hearsOnly, interpreter, observe, openSession } from './hall.ts';
import { holdsItsShape } from './shape.ts';
import { wording, words } from './words.ts';

/** The row of a microphone, by whose it is. */
const row = (page: Page, name: string | RegExp): Locator => page.locator('.microphones li').filter({ hasText: name });
/** How far a meter is filled, in hundredths. */
const filled = async (of: Locator): Promise<number> => Number(await of.getByRole('meter').getAttribute('aria-valuenow'));
/** A measure of a row, by what it is called. */
const measure = (of: Locator, key: string): Locator =>
  of.locator('dl > div').filter({ hasText: words('en', key) }).locator('dd');

test('the technician sees each microphone come in, by which way and how well', async ({ conference }) => {
  test.setTimeout(120_000);
  const technician = await conference.join('technician-1', 'en', 'technician');
  await expect(technician.getByText(words('en', 'technician-microphones-none'))).toBeVisible();
  const chair = await openSession(conference);
  const iraq = await delegate(conference, 'iraq', 'udp');
  const booth = await interpreter(conference, 'interpreter-en-1', TONE.en, 'tcp');
  await give(chair, 'Iraq');
  await goOnAir(booth);

  const speaks = row(technician, words('en', 'technician-place', { place: 'turn', channel: '', booth: '' }));
  await expect(speaks.locator('.state')).toHaveText(words('en', 'technician-state', { state: 'sends' }));
  await expect.poll(() => filled(speaks)).toBeGreaterThan(20);
  await expect(measure(speaks, 'technician-way')).toHaveText('UDP');
  await expect(measure(speaks, 'technician-loss')).toHaveText(wording('en', 'technician-percent', { percent: 0 }));
  await expect(measure(speaks, 'technician-device')).not.toHaveText(words('en', 'technician-untold'));
  const interprets = row(technician, 'Thomas');
  await expect(interprets).toContainText(wording('en', 'technician-place', { place: 'on_air', channel: 'English', booth: '' }));
  await expect(measure(interprets, 'technician-way')).toHaveText('TCP');
  await expect.poll(() => filled(interprets)).toBeGreaterThan(20);

  // The key for coughing, a mute, and a microphone that has gone.
  await booth.keyboard.down('x');
  await expect(interprets.locator('.state')).toHaveText(words('en', 'technician-state', { state: 'coughs' }));
  await expect.poll(() => filled(interprets)).toBe(0);
  // The floor speaks, and whoever is on air says nothing.
  await expect(technician.getByRole('region', { name: words('en', 'booths') })).toContainText('while the floor speaks', { timeout: 15_000 });
  await booth.keyboard.up('x');
  await expect(technician.getByRole('region', { name: words('en', 'booths') })).not.toContainText('while the floor speaks');
  await iraq.getByRole('button', { name: words('ar', 'microphone-open') }).click();
  await expect(speaks.locator('.state')).toHaveText(words('en', 'technician-state', { state: 'muted' }));

  // Who listens to what, and which servers live.
  const observer = await observe(conference);
  await hearsOnly(observer);
  await expect(technician.locator('.listeners li').first()).toContainText(/[1-9]\d*\u2069? listener/);
  await expect(technician.locator('.nodes li')).toHaveCount(1);
  await expect(technician.locator('.nodes li')).toContainText(words('en', 'technician-node-state', { state: 'alive' }));

  await booth.context().close();
  await expect(interprets.locator('.state')).toHaveText(words('en', 'technician-state', { state: 'lost' }), { timeout: 20_000 });
  await isSound(technician, "the technician's page");
  await holdsItsShape(technician, "the technician's page");
});

test('who calls a technician sees that somebody is on it, and that it is settled', async ({ conference }) => {
  const technician = await conference.join('technician-1', 'ar', 'technician');
  await expect(technician.getByText(words('ar', 'technician-calls-none'))).toBeVisible();
  const booth = await conference.join('interpreter-en-1', 'en', 'booth');
  await booth.getByRole('button', { name: words('en', 'help-title') }).click();
  await booth.getByRole('radio', { name: words('en', 'help-trouble', { trouble: 'bad_sound' }) }).check();
  await booth.getByRole('dialog').getByRole('button', { name: words('en', 'help-call') }).click();
  await expect(booth.getByRole('dialog')).toBeHidden();

  // Each reads it in a language of their own, and hears of it.
  const call = technician.locator('.calls li');
  await expect(call).toContainText(words('ar', 'help-trouble', { trouble: 'bad_sound' }));
  await expect(technician.locator('[aria-live="assertive"]')).toContainText(words('ar', 'help-trouble', { trouble: 'bad_sound' }));
  await call.getByRole('button', { name: wording('ar', 'technician-answer-name', { name: '' }) }).press('Enter');
  await expect(booth.locator('#polite')).toContainText(wording('en', 'help-tell-answered', { name: '' }));
  await booth.getByRole('button', { name: words('en', 'help-called-short') }).click();
  await expect(booth.getByRole('dialog')).toContainText('is on it');
  await booth.keyboard.press('Escape');

  await isSound(technician, 'a call for help');
  await holdsItsShape(technician, 'a call for help');
  await call.getByRole('button', { name: /^L’appel de .* est réglé$/ }).click();
  await expect(technician.getByText(words('fr', 'technician-calls-none'))).toBeVisible();
  await expect(booth.getByRole('button', { name: words('en', 'help-title') })).toBeVisible();
});

test('whoever does not look after the sound is led to the room', async ({ conference }) => {
  const observer = await conference.join('observer', 'en', 'technician');
  await expect(observer.getByText(words('en', 'technician-not-yours'))).toBeVisible();
  await observer.getByRole('link', { name: words('en', 'technician-to-room') }).click();
  await expect(observer).toHaveURL(/\/session\/opening$/);
});
