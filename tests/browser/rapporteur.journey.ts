/** The rapporteur's desk: marks beside the live proceedings, what was said in each statement, key messages and what they cover. */
import type { Locator, Page } from '@playwright/test';
import { act, view } from './acts.ts';
import { isSound, isSoundHere } from './axe.ts';
import { type Conference, expect, speak, test } from './conference.ts';
import { give, openSession } from './hall.ts';
import { tabTo } from './keys.ts';
import { holdsItsShape } from './shape.ts';
import { type Tongue, wording, words } from './words.ts';

const SAID = 'Data on returnees are shared between the ministries each quarter.';

async function shot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/rapporteur-${name}.png` });
}

/** The request of a delegation, once the page's server shows it. */
async function requestOf(page: Page, delegation: string): Promise<string> {
  let found: unknown;
  await expect
    .poll(async () => {
      found = (await view(page, 'request')).find((one) => one.delegation === delegation)?.id;
      return found;
    })
    .toBeDefined();
  return String(found);
}

/** Iraq and Tunisia ask for the floor; Iraq has given its text ahead. */
async function twoAsk(conference: Conference): Promise<void> {
  for (const who of ['iraq', 'tunisia'] as const) {
    const page = await conference.enter(who);
    await act(page, { type: 'request_floor', list: 'statements', language: 'en', on_behalf_of: who === 'iraq' ? 'the Arab Group' : '' });
    const request = await requestOf(page, who);
    if (who === 'iraq')
      await act(page, { type: 'give_text', request, language: 'en', text: SAID, mark: 'check_against_delivery', official: true });
    await page.context().close();
  }
}

const row = (page: Page, name: string): Locator => page.locator('button.choose').filter({ hasText: name });
const summary = (page: Page, language: Tongue, tongue: Tongue = 'en'): Locator =>
  page.getByLabel(wording(tongue, 'rapporteur-summary-label', { language }), { exact: true });

/** What the lobby of a page's person holds of a type. */
async function inLobby(page: Page, type: string): Promise<Record<string, unknown>[]> {
  return page.evaluate(async (type) => {
    const [, , link] = location.pathname.split('/');
    const answer = await fetch(`/as/${link}/api/lobby`);
    const { messages } = await answer.json();
    return messages.flatMap((one: { entities?: { type: string }[] }) => (one.entities ?? []).filter((entity) => entity.type === type));
  }, type);
}

test('by keyboard alone: a moment is marked, a summary written and seen by others, a key message gathered and issued', async ({
  conference,
}) => {
  test.setTimeout(180_000);
  const lobby = await conference.enter('rapporteur');
  await speak(lobby, 'en');
  // The row of a session leads to the desk.
  await lobby.getByRole('link', { name: wording('en', 'lobby-enter-name', { session: 'Opening' }) }).press('Enter');
  const page = lobby;
  await expect(page).toHaveURL(/\/session\/opening\/rapporteur$/);
  await expect(page.getByText(words('en', 'rapporteur-statements-none'))).toBeVisible();
  const chair = await openSession(conference);
  await twoAsk(conference);
  await give(chair, 'Iraq');

  // One key marks the moment in the statement under way.
  await expect(page.locator('section.now')).toContainText('IRAQ', { ignoreCase: true });
  await expect(row(page, 'Iraq')).toContainText(words('en', 'rapporteur-summary-none'));
  await page.keyboard.press('m');
  await expect(page.getByRole('button', { name: wording('en', 'rapporteur-marks-count', { count: 1 }) })).toBeVisible();
  await expect(row(page, 'Iraq').locator('.marked')).toHaveCount(1);
  await expect(page.locator('#polite')).toContainText(wording('en', 'rapporteur-marked', { name: 'Iraq' }));

  // The draft is made of the facts, and stored only once it is saved.
  const secretariat = await conference.join('secretariat', 'en', 'rapporteur');
  await page.keyboard.press('l');
  await expect(row(page, 'Iraq')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('s');
  const english = page.locator('.fields textarea:focus');
  await expect(english).toBeFocused();
  const first = (await english.getAttribute('lang')) as Tongue;
  for (let tabs = 0; tabs < 4 && (await page.locator('.fields textarea[lang="en"]:focus').count()) === 0; tabs += 1) {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
  }
  await expect(summary(page, 'en')).toBeFocused();
  expect(first).toBe('ar');
  await expect(summary(page, 'en')).toHaveValue(/Iraq.*on “Opening”, speaking also on behalf of the Arab Group, said that $/);
  expect(await view(secretariat, 'summary')).toEqual([]);
  await page.keyboard.press('Control+End');
  await page.keyboard.type('data on returnees were shared.');
  await expect(page.getByText(words('en', 'rapporteur-summary-standing', { standing: 'changed' }))).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.summary.saved')).toHaveCount(1);
  await expect(summary(secretariat, 'en')).toHaveValue(/said that data on returnees were shared\.$/);
  await expect(row(secretariat, 'Iraq')).toContainText(wording('en', 'rapporteur-summary-in', { languages: 'English' }));

  // What the secretariat stores meanwhile stands beside what is typed, and nothing of either is lost.
  await page.keyboard.type(' Mine.');
  await summary(secretariat, 'en').fill('Theirs.');
  await secretariat.getByRole('button', { name: wording('en', 'rapporteur-save-name', { language: 'en' }) }).click();
  await expect(page.locator('.summary.stale .theirs')).toContainText('Theirs.');
  await expect(summary(page, 'en')).toHaveValue(/ Mine\.$/);
  await page.reload();
  await expect(page.locator('.summary.stale .theirs')).toContainText('Theirs.');
  await expect(summary(page, 'en')).toHaveValue(/ Mine\.$/);
  await shot(page, 'stale');
  await tabTo(page, 'button', wording('en', 'rapporteur-keep-mine'));
  await page.keyboard.press('Enter');
  await expect(summary(secretariat, 'en')).toHaveValue(/ Mine\.$/);

  // Once the statement is over all may read its text: what is selected there is the passage of a key message.
  await give(chair, 'Tunisia');
  const text = page.locator('.texts textarea');
  await expect(text).toHaveValue(SAID);
  await expect(page.locator('section.now')).toContainText('TUNISIA', { ignoreCase: true });
  await expect(row(page, 'Iraq')).toHaveAttribute('aria-current', 'true');
  await text.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel(words('en', 'rapporteur-passage'))).toHaveValue(SAID);
  await expect(dialog.getByLabel(words('en', 'rapporteur-delegation'))).toHaveValue('iraq');
  await expect(dialog).toContainText('From the statement of');
  const field = dialog.getByLabel(wording('en', 'rapporteur-text-in', { language: 'en' }));
  for (let tabs = 0; tabs < 4 && !(await field.evaluate((one) => one === document.activeElement)); tabs += 1) await page.keyboard.press('Tab');
  await page.keyboard.type('Data on returnees are shared each quarter.');
  await shot(page, 'dialog');
  await isSoundHere(page, 'the dialog of a key message');
  const objective = dialog.getByRole('checkbox', { name: /^1 / });
  for (let tabs = 0; tabs < 40 && !(await objective.evaluate((one) => one === document.activeElement)); tabs += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(objective).toBeChecked();
  await tabTo(page, 'button', wording('en', 'rapporteur-gather'));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const card = page.locator('.member_states li').filter({ hasText: 'Data on returnees' });
  await expect(card).toContainText('Iraq');
  await expect(card).toContainText(wording('en', 'rapporteur-lacks', { languages: '' }));
  await expect(row(page, 'Iraq')).toContainText(wording('en', 'rapporteur-message-of', { number: 1, voice: 'member_states' }));

  // What is covered, and what is not.
  await page.keyboard.press('Escape');
  await page.locator('button.choose').first().focus();
  await page.keyboard.press('g');
  const missing = page.getByRole('region', { name: words('en', 'rapporteur-missing') });
  await expect(missing).toBeFocused();
  const data = missing.locator('.objectives li').filter({ hasText: wording('en', 'rapporteur-objective-said', { states: 1, others: 0 }) });
  await expect(data).toHaveCount(1);
  await expect(data).toContainText('1');
  await expect(missing.locator('.seats').first()).not.toContainText('Iraq');
  await expect(missing.locator('.seats').first()).toContainText('Lebanon');
  await expect(missing.locator('.seats').last()).toContainText('Tunisia');
  await shot(page, 'missing');

  // The secretariat of all sessions issues; everybody's lobby has it, and nothing is changed until it is taken back.
  const observer = await conference.enter('observer');
  expect(await inLobby(observer, 'issued_message')).toEqual([]);
  expect(await page.getByRole('button', { name: words('en', 'rapporteur-issue'), exact: true }).count()).toBe(0);
  await secretariat.getByRole('button', { name: words('en', 'rapporteur-issue'), exact: true }).click();
  await secretariat.getByRole('dialog').getByRole('radio', { name: words('en', 'rapporteur-issue-as', { standing: 'taken_note_of' }) }).check();
  await secretariat.getByRole('dialog').getByRole('button', { name: words('en', 'rapporteur-issue-act') }).click();
  await expect(page.locator('.issued')).toContainText('Taken note of');
  const [issued] = await inLobby(observer, 'issued_message');
  expect(issued).toMatchObject({ number: 1, voice: 'member_states', standing: 'taken_note_of', objectives: [1] });
  await page.keyboard.press('n');
  await expect(page.getByText(words('en', 'refusal-key-messages-issued'))).toBeVisible();
  await secretariat.getByRole('button', { name: words('en', 'rapporteur-issue-change'), exact: true }).click();
  await secretariat.getByRole('dialog').getByRole('radio', { name: words('en', 'rapporteur-issue-as', { standing: 'taken_back' }) }).check();
  await secretariat.getByRole('dialog').getByRole('button', { name: words('en', 'rapporteur-issue-act') }).click();
  await expect(page.locator('.issued')).toBeHidden();
  expect(await inLobby(observer, 'issued_message')).toEqual([]);
});

test('key messages are changed by two at once, moved, traced to their statement and taken out', async ({ conference }) => {
  test.setTimeout(120_000);
  const page = await conference.join('rapporteur', 'en', 'rapporteur');
  const chair = await openSession(conference);
  await twoAsk(conference);
  await give(chair, 'Iraq');
  await give(chair, 'Tunisia');
  await expect(row(page, 'Tunisia')).toBeVisible();
  await fill(page);
  const secretariat = await conference.join('secretariat', 'en', 'rapporteur');
  const cards = page.locator('.member_states li');
  await expect(cards).toHaveCount(3);

  // Both open the second; what the one saves stands beside what the other has typed.
  const dialog = page.getByRole('dialog');
  const french = dialog.getByLabel(wording('en', 'rapporteur-text-in', { language: 'fr' }));
  const open = (on: Page) => on.locator('.member_states li').nth(1).locator('button.text').click();
  await open(page);
  await french.fill('Le salaire versé par virement protège.');
  await open(secretariat);
  const theirs = secretariat.getByRole('dialog');
  await theirs.getByLabel(wording('en', 'rapporteur-text-in', { language: 'en' })).fill('Wages are paid by bank transfer.');
  await theirs.getByRole('button', { name: words('en', 'rapporteur-save'), exact: true }).click();
  await expect(theirs).toBeHidden();
  await expect(dialog.locator('.theirs')).toContainText('Wages are paid by bank transfer.');
  await expect(french).toHaveValue('Le salaire versé par virement protège.');
  // A save that would undo theirs unseen is refused; with their words taken, what was typed is begun anew.
  await dialog.getByRole('button', { name: words('en', 'rapporteur-save'), exact: true }).click();
  await expect(dialog).toContainText(words('en', 'refusal-stale-key-message'));
  await dialog.getByRole('button', { name: words('en', 'rapporteur-take-theirs') }).click();
  await expect(dialog.locator('.theirs')).toBeHidden();
  await french.fill('Le salaire est versé par virement.');
  await dialog.getByRole('button', { name: words('en', 'rapporteur-save'), exact: true }).click();
  await expect(dialog).toBeHidden();
  const content = (await inLobby(page, 'key_message')).map((one) => one.content as { text: Record<string, string> });
  expect(content[1]?.text).toMatchObject({ en: 'Wages are paid by bank transfer.', fr: 'Le salaire est versé par virement.' });

  // The last goes before the second, and keeps the focus as it goes.
  const earlier = cards.nth(2).locator('button.earlier');
  await earlier.focus();
  await page.keyboard.press('Enter');
  await expect(cards.nth(1)).toContainText('Consular officers');
  await expect(cards.nth(1).locator('button.earlier')).toBeFocused();
  await expect(cards.nth(2)).toContainText('Wages');

  // From a message to the statement that it comes from.
  await row(page, 'Tunisia').click();
  await expect(row(page, 'Tunisia')).toHaveAttribute('aria-current', 'true');
  await cards.nth(0).locator('button.source').press('Enter');
  await expect(row(page, 'Iraq')).toHaveAttribute('aria-current', 'true');

  await cards.nth(1).locator('button.text').press('Enter');
  await dialog.getByRole('button', { name: words('en', 'rapporteur-remove') }).press('Enter');
  await expect(dialog).toContainText('Consular officers');
  await dialog.getByRole('button', { name: words('en', 'rapporteur-remove-act'), exact: true }).press('Enter');
  await expect(cards).toHaveCount(2);
  await expect(secretariat.locator('.member_states li')).toHaveCount(2);

  // The page is told the texts of the five newest statements; that of an earlier one it reads.
  for (const delegation of ['egypt', 'jordan', 'kuwait', 'libya', 'oman']) {
    await act(chair, { type: 'add_request', list: 'statements', delegation, language: 'ar', on_behalf_of: '' });
    const request = await requestOf(chair, delegation);
    const [floor] = await view(chair, 'floor');
    await act(chair, { type: 'give_floor', request, ending: (floor?.turn as { id: string } | null)?.id ?? null });
  }
  await expect.poll(() => view(page, 'text')).toEqual([]);
  await page.reload();
  await row(page, 'Iraq').click();
  await expect(page.locator('.texts textarea')).toHaveValue(SAID);

  // From the desk of another session the same message leads back here.
  await page.goto(page.url().replace('/opening/', '/round-table-1/'));
  await cards.nth(0).locator('button.source').press('Enter');
  await expect(page).toHaveURL(/\/session\/opening\/rapporteur#/);
  await expect(row(page, 'Iraq')).toHaveAttribute('aria-current', 'true');
});

/** Three messages and two summaries, so that the desk is full. */
async function fill(page: Page): Promise<void> {
  const [first] = (await view(page, 'paragraph')).filter(({ fact }) => (fact as { what: string }).what === 'statement');
  const turn = (first?.fact as { turn: string }).turn;
  const message = (text: Record<string, string>, more: object) =>
    act(page, {
      type: 'gather_key_message',
      content: { voice: 'member_states', delegation: null, origin: '', source: null, passage: '', text, objectives: [], principles: [], ...more },
    });
  const source = { session: 'opening', turn };
  await message(
    { en: 'Data on returnees are shared between ministries each quarter.', ar: 'تُتبادل بيانات العائدين بين الوزارات كل ثلاثة أشهر.' },
    { delegation: 'iraq', source, objectives: [1, 21] },
  );
  await message({ en: 'Wages paid by bank transfer protect every recruited worker.', ar: 'دفع الأجور بتحويل مصرفي يحمي كل عامل مستقدَم.', fr: 'Le salaire versé par virement protège chaque travailleur.' }, { delegation: 'bahrain', origin: 'Voluntary national report', objectives: [6] });
  await message({ en: 'Consular officers are trained together with those of neighbouring States, so that whoever needs protection on the way finds it at the next embassy, in their own language.', ar: 'يُدرَّب الموظفون القنصليون مع دول الجوار.' }, { delegation: 'algeria', origin: 'Voluntary national report', objectives: [2, 5, 6, 12, 14] });
  await message({ en: 'Migrants take part in the follow-up, not only in consultations.', ar: 'يشارك المهاجرون في المتابعة لا في المشاورات وحدها.' }, { voice: 'stakeholders', origin: 'Stakeholder consultation, 23 February', objectives: [23] });
  await act(page, { type: 'write_summary', turn, language: 'en', text: 'Mr. Salem (Iraq), speaking also on behalf of the Arab Group, said that data on returnees were shared between the ministries each quarter, and published once a year.', version: null });
  await act(page, { type: 'mark_moment', note: 'The register serves the consulates' });
}

test('the desk is sound and holds its shape in three languages, at a desk and on phones', async ({ conference }) => {
  test.setTimeout(240_000);
  const page = await conference.join('rapporteur', 'en', 'rapporteur');
  await isSoundHere(page, 'an empty desk');
  const chair = await openSession(conference);
  await twoAsk(conference);
  await give(chair, 'Iraq');
  await give(chair, 'Tunisia');
  await expect(row(page, 'Tunisia')).toBeVisible();
  await fill(page);
  await expect(page.locator('.member_states li')).toHaveCount(3);
  await isSound(page, "the rapporteur's desk");
  for (const tongue of ['en', 'ar', 'fr'] as const) {
    await speak(page, tongue);
    await shot(page, `1440-${tongue}`);
  }
  await holdsItsShape(page, "the rapporteur's desk");

  await page.setViewportSize({ width: 360, height: 740 });
  for (const tongue of ['en', 'ar'] as const) {
    await speak(page, tongue);
    for (const place of ['session', 'summary', 'messages', 'missing']) {
      await page.getByRole('tab', { name: words(tongue, 'rapporteur-place', { place }) }).click();
      await isSoundHere(page, `${place} on a phone in ${tongue}`);
      await shot(page, `360-${tongue}-${place}`);
    }
  }
  for (const place of ['session', 'summary', 'messages', 'missing']) {
    await speak(page, 'fr');
    await page.getByRole('tab', { name: words('fr', 'rapporteur-place', { place }) }).click();
    await holdsItsShape(page, `${place} on a phone`, [{ width: 320, height: 640 }, { width: 360, height: 740 }, { width: 740, height: 360 }]);
  }
});

test('keys can be switched off; whoever keeps no record is led to the room', async ({ conference }) => {
  const page = await conference.join('rapporteur', 'en', 'rapporteur');
  await page.getByRole('button', { name: words('en', 'rapporteur-keys-short'), exact: true }).click();
  await page.getByRole('checkbox', { name: words('en', 'rapporteur-keys-on') }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('m');
  await page.getByRole('button', { name: words('en', 'rapporteur-mark') }).click();
  await expect(page.getByRole('button', { name: wording('en', 'rapporteur-marks-count', { count: 1 }) })).toBeVisible();
  expect(await view(page, 'mark')).toHaveLength(1);

  // A mark bears a note, and is taken away.
  await page.getByRole('button', { name: wording('en', 'rapporteur-marks-count', { count: 1 }) }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Quiet');
  await dialog.getByRole('button', { name: /^Note it at/ }).click();
  await expect.poll(async () => (await view(page, 'mark'))[0]?.note).toBe('Quiet');
  await dialog.getByRole('button', { name: /^Take away/ }).click();
  await expect(dialog).toContainText(words('en', 'rapporteur-marks-none'));

  const observer = await conference.join('observer', 'en', 'rapporteur');
  await expect(observer.getByText(words('en', 'rapporteur-not-yours'))).toBeVisible();
  await observer.getByRole('link', { name: words('en', 'rapporteur-to-room') }).click();
  await expect(observer).toHaveURL(/\/session\/opening$/);
});
