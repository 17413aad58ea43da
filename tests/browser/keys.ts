/** Going about a page without a mouse. */
import { type Locator, type Page, expect } from '@playwright/test';

/** Goes on with Tab until what has the focus fits, as somebody without a mouse does. */
export async function tabTo(page: Page, selector: string, name: RegExp): Promise<void> {
  const sought = page.locator(selector).filter({ hasText: name }).first();
  await expect(sought).toBeVisible();
  // A button that has just come to mean something else is not to be pressed for a moment.
  await expect(sought).toBeEnabled();
  const reached = new Set<number>();
  for (;;) {
    await page.keyboard.press('Tab');
    const [at, fits, text] = await page.evaluate((selector) => {
      const focused = document.activeElement as HTMLElement;
      const at = [...document.querySelectorAll('*')].indexOf(focused);
      return [at, focused.matches(selector), focused.textContent ?? ''] as const;
    }, selector);
    if (fits && name.test(text)) return;
    if (reached.has(at)) throw new Error(`${name} is not to be reached with Tab`);
    reached.add(at);
  }
}

/** Goes from the tab that has the focus to another of the same row with the arrows. */
export async function arrowTo(page: Page, tab: Locator): Promise<void> {
  const steps = await tab.evaluate((sought) => {
    const row = [...(sought.closest('[role=tablist]')?.querySelectorAll('[role=tab]') ?? [])];
    return row.indexOf(sought) - row.findIndex((one) => one === document.activeElement);
  });
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowRight');
  await expect(tab).toBeFocused();
}
