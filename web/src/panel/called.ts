/** Who is shown on the stage of a panel, as the server says: whoever was called there, else the item that is under way. */
import type { ItemKind, OnStageView, StageItemView, StageView, Wording } from '$protocol';
import type { Clocked } from '../clock.svelte.ts';
import { t, worded } from '../i18n/i18n.svelte.ts';

/** What stands on the plate, and by which clock. */
export interface Called {
  /** Who, if it is somebody on stage. */
  person: OnStageView | null;
  name: string;
  /** A second line; may be empty. */
  sub: string;
  clock: Clocked;
  /** Whether their microphone is live. */
  live: boolean;
  /** The item under way, if one is. */
  item: StageItemView | null;
}

/** Whoever has the timer; else the item under way; none where neither is so. Reactive. */
export function calledOn(stage: StageView | undefined): Called | null {
  if (!stage) return null;
  const { timer, item, amber_ms } = stage;
  const whose = timer?.person ?? item?.speaker?.person;
  const person = stage.people.find((one) => one.person === whose) ?? null;
  const clock = timer ?? item;
  if (!clock) return null;
  const shown = {
    person,
    clock: { ...clock, amber_ms },
    live: person?.live ?? false,
    item,
  };
  if (person) return { ...shown, name: worded(person.name), sub: worded(person.function) };
  if (item?.speaker) return { ...shown, name: worded(item.speaker.name), sub: worded(item.speaker.function) };
  return { ...shown, name: item ? itemName(item) : '', sub: '' };
}

/** What an item is called: its title, else whoever it is of, else what it is. Reactive. */
export function itemName(item: {
  title: Wording;
  speaker: { name: Wording } | null;
  kind: ItemKind;
}): string {
  return (
    worded(item.title) || (item.speaker && worded(item.speaker.name)) || t('sheet-kind', { kind: item.kind })
  );
}
