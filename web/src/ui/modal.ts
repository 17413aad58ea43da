/** Keeping the focus in a dialog while it is open. */

/** What can have the focus with Tab. */
const REACHED = 'a[href], button, input, select, textarea, summary, audio[controls], [tabindex]';

/** Whether a modal dialog is open. */
export function isModal(): boolean {
  return document.querySelector('[aria-modal="true"]') !== null;
}

/** Brings the focus back where it leaves a dialog, as for the page under it. Ends with what is returned. */
export function keepFocus(dialog: HTMLElement): () => void {
  const back = (event: FocusEvent): void => {
    const { target } = event;
    // Another dialog over it, and what it unfolds in the top layer, are not the page.
    if (!(target instanceof Element) || dialog.contains(target) || target.closest('[popover]')) return;
    event.stopPropagation();
    dialog.focus();
  };
  document.addEventListener('focusin', back, { capture: true });
  return () => document.removeEventListener('focusin', back, { capture: true });
}

/** Tab goes from the last of a dialog to the first, and back. */
export function wrapFocus(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.key !== 'Tab' || event.altKey || event.ctrlKey || event.metaKey) return;
  const reached = [...event.currentTarget.querySelectorAll<HTMLElement>(REACHED)].filter(isReached);
  const [first, last] = [reached.at(0), reached.at(-1)];
  const focused = document.activeElement;
  if (event.shiftKey ? focused !== first && focused !== event.currentTarget : focused !== last) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}

function isReached(element: HTMLElement): boolean {
  if (element.tabIndex < 0 || element.matches(':disabled') || !element.checkVisibility()) return false;
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio' || element.checked) return true;
  // Of radio buttons one is reached: that which is chosen, if any is.
  const group = element.closest('form, fieldset, [role="dialog"]');
  return group?.querySelector(`input[type="radio"][name="${CSS.escape(element.name)}"]:checked`) === null;
}
