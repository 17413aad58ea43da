/**
 * Whether a screen holds its shape: every control answers where it is drawn, nothing is cut off unsaid, nothing lies over
 * another or hangs out sideways, targets and type are large enough. At every size, in every language.
 */
import { type Page, expect } from '@playwright/test';
import { speak } from './conference.ts';
import { TONGUES } from './words.ts';

/** Windows in CSS pixels: phones upright and on their side, a small screen, a laptop, a desktop. */
export const SIZES = [
  { width: 320, height: 640 },
  { width: 360, height: 740 },
  { width: 390, height: 664 },
  { width: 740, height: 360 },
  { width: 1024, height: 768 },
  { width: 1366, height: 700 },
  { width: 1440, height: 900 },
] as const;

export interface Size {
  width: number;
  height: number;
}

/** What is wrong with the page's shape as it stands, one line for each place; each place at most once. */
export async function misshapen(page: Page): Promise<string[]> {
  return page.evaluate(faults);
}

/** As `misshapen`, to be run in the page. */
export function faults(): string[] {
  const phone = innerWidth <= 760 || innerHeight <= 480;
  const [target, type] = phone ? [44, 16] : [24, 14];
  const found: string[] = [];
  const named = (element: Element): string => {
    const name = element.getAttribute('aria-label') ?? element.textContent?.trim().replace(/\s+/g, ' ') ?? '';
    const at = element.classList.length > 0 ? `.${[...element.classList].join('.')}` : '';
    return `${element.tagName.toLowerCase()}${at} “${name.slice(0, 40)}”`;
  };
  const drawn = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    // What is there for screen readers alone is a pixel large.
    return width > 2 && height > 2 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  };

  if (document.documentElement.scrollWidth > innerWidth) {
    found.push(`the page is ${document.documentElement.scrollWidth - innerWidth} px wider than the window`);
  }

  const modal = document.querySelector('dialog:modal');
  const within: ParentNode = modal ?? document;
  const controls = [
    ...within.querySelectorAll(
      'button, a[href], input:not([type=hidden]), select, textarea, summary, [role=tab], [role=radio], [role=menuitem]',
    ),
  ].filter(drawn);
  /** What a finger may press for a control: a box's whole label. */
  const pressed = (control: Element): Element => {
    const label = control.matches('input[type=checkbox], input[type=radio], input[type=file]') && control.closest('label');
    return label || control;
  };
  const answers = (place: Element): boolean => {
    const box = place.getBoundingClientRect();
    const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return at !== null && place.contains(at);
  };
  // All as the page stands, before anything is scrolled: what is out of sight overlaps nothing.
  const parts = controls.map(pressed).filter(answers);
  /** What of it is to be seen: panels that scroll cut off the rest. */
  const seen = (part: Element): DOMRect => {
    let { left, top, right, bottom } = part.getBoundingClientRect();
    for (let around = part.parentElement; around; around = around.parentElement) {
      if (getComputedStyle(around).overflow === 'visible') continue;
      const box = around.getBoundingClientRect();
      [left, top] = [Math.max(left, box.left), Math.max(top, box.top)];
      [right, bottom] = [Math.min(right, box.right), Math.min(bottom, box.bottom)];
    }
    return new DOMRect(left, top, right - left, bottom - top);
  };
  const boxes = parts.map((part) => ({ control: part, box: seen(part) }));
  for (const control of controls) {
    const place = pressed(control);
    if (!answers(place)) {
      // It may stand further down in a panel that scrolls.
      place.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
      if (!answers(place)) {
        const box = place.getBoundingClientRect();
        const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        found.push(`${named(control)} does not answer at its centre: ${over ? named(over) : 'outside the window'}`);
      }
    }
    // Links within a sentence are as high as their line.
    const inline = control.tagName === 'A' && getComputedStyle(control).display === 'inline';
    const box = place.getBoundingClientRect();
    if (!inline && Math.min(box.width, box.height) < target - 0.5) {
      found.push(`${named(control)} is ${box.width.toFixed(0)} × ${box.height.toFixed(0)}, less than ${target}`);
    }
  }
  for (const [at, one] of boxes.entries()) {
    for (const other of boxes.slice(at + 1)) {
      if (one.control.contains(other.control) || other.control.contains(one.control)) continue;
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      if (wide > 1 && high > 1) found.push(`${named(one.control)} and ${named(other.control)} overlap`);
    }
  }

  /** Whether what does not fit ends in an ellipsis. */
  const shortens = (element: Element): boolean => {
    const { textOverflow, webkitLineClamp } = getComputedStyle(element);
    return textOverflow === 'ellipsis' || webkitLineClamp !== 'none';
  };
  /** What cuts an element off, up to the panel that scrolls to show it; none if nothing does. */
  const cutBy = (element: Element): Element | undefined => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    for (let around = element.parentElement; around && around !== document.body; around = around.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(around);
      if (/auto|scroll/.test(overflowX + overflowY) || !drawn(around)) return;
      const box = around.getBoundingClientRect();
      const cuts = (overflow: string, past: number): boolean => overflow !== 'visible' && past > 1;
      if (cuts(overflowX, Math.max(box.left - left, right - box.right))) return around;
      if (cuts(overflowY, Math.max(box.top - top, bottom - box.bottom))) return around;
    }
    return;
  };

  for (const element of within.querySelectorAll('body *')) {
    if (!(element instanceof HTMLElement) || !drawn(element)) continue;
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    const style = getComputedStyle(element);
    if (own && Number.parseFloat(style.fontSize) < type - 0.01) {
      found.push(`${named(element)} is written in ${style.fontSize}, less than ${type}px`);
    }
    if (!own || element.matches('textarea, input')) continue;
    const sideways = style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
    const scrolls = style.overflowX === 'auto' || style.overflowX === 'scroll';
    const below =
      (style.overflowY === 'hidden' || style.overflowY === 'clip') && element.scrollHeight > element.clientHeight + 2;
    const ends = shortens(element);
    // A desk's own tabs are words to choose by, and short; those of lists have the names that the conference gave them.
    const short = !phone && element.closest('aside > .tabbed > [role=tablist]') !== null;
    const told = element.closest('[title]') !== null && !short;
    const edge = cutBy(element);
    if (edge && !(shortens(edge) && edge.closest('[title]'))) found.push(`${named(element)} is cut off by ${named(edge)}`);
    if (((sideways && !scrolls) || below) && !(ends && told)) found.push(`${named(element)} is cut off, ${ends ? 'without a title' : 'unsaid'}`);
  }
  return [...new Set(found)];
}

/** The page in one language, at each of the sizes. The window is left as it was. */
export async function holdsItsShapeHere(page: Page, what: string, sizes: readonly Size[] = SIZES): Promise<void> {
  const before = page.viewportSize();
  const wrong: string[] = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    for (const fault of await misshapen(page)) wrong.push(`${size.width} × ${size.height}: ${fault}`);
  }
  if (before) await page.setViewportSize(before);
  // What else is wrong in other states is told too.
  expect.soft(wrong, what).toEqual([]);
}

/** The page in each language, at each of the sizes. */
export async function holdsItsShape(page: Page, what: string, sizes: readonly Size[] = SIZES): Promise<void> {
  for (const tongue of TONGUES) {
    await speak(page, tongue);
    await holdsItsShapeHere(page, `${what} in ${tongue}`, sizes);
  }
}

/** Where some places of a page are, by name. */
export type Places = Map<string, { top: number; left: number; width: number; height: number }>;

/** Measures places of a page, named by what selects each. One that is not there fails. */
export async function places(page: Page, named: Readonly<Record<string, string>>): Promise<Places> {
  const found: Places = new Map();
  for (const [name, selector] of Object.entries(named)) {
    const box = await page.locator(selector).first().boundingBox();
    if (!box) throw new Error(`${name} (${selector}) is not drawn`);
    found.set(name, { top: box.y, left: box.x, width: box.width, height: box.height });
  }
  return found;
}

/** Nothing of what was measured has moved or changed its height by more than 2 px. */
export function unmoved(before: Places, after: Places, what: string): void {
  const moved = [...before].flatMap(([name, was]) => {
    const is = after.get(name);
    if (!is) return [`${name} is gone`];
    return (['top', 'left', 'height'] as const)
      .filter((side) => Math.abs(was[side] - is[side]) > 2)
      .map((side) => `${name}: ${side} ${was[side].toFixed(1)} → ${is[side].toFixed(1)}`);
  });
  expect(moved, what).toEqual([]);
}
