/** The chat comes as a chunk of its own, after what each screen stands on. */
import { tick } from 'svelte';

let chat: Promise<typeof import('./Chat.svelte')> | null = null;

/** Fetches the chat; once it is here, or on its way, always the same. One that did not come is asked for again. */
export function loadChat(): Promise<typeof import('./Chat.svelte')> {
  chat ??= import('./Chat.svelte').catch((fault: unknown) => {
    chat = null;
    throw fault;
  });
  return chat;
}

/** Puts the focus where one writes in the room in front, of the chat or of what else has rooms; it may still be on its way. */
export async function writeIn(around: HTMLElement | undefined, part = 'chat'): Promise<void> {
  await loadChat();
  await tick();
  around?.querySelector<HTMLElement>(`.${part} .room:not([hidden]) textarea`)?.focus();
}
