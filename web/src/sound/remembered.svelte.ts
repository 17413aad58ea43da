/** A setting that is remembered in this browser and drawn wherever it is read. */
import { recall, remember } from '../preferences.ts';

/** How a setting is written down. */
export interface Form<T> {
  /** Reads what was remembered; null where nothing was. */
  read(text: string | null): T;
  write(value: T): string;
}

/** One setting. */
export class Remembered<T> {
  readonly #name: string;
  readonly #link: string;
  readonly #form: Form<T>;
  #value: T;

  constructor(name: string, link: string, form: Form<T>) {
    this.#name = name;
    this.#link = link;
    this.#form = form;
    this.#value = $state.raw(form.read(recall(name, link)));
  }

  /** Reactive. */
  get value(): T {
    return this.#value;
  }

  set value(value: T) {
    this.#value = value;
    remember(this.#name, this.#form.write(value), this.#link);
  }
}

/** A number from `min` to `max`. */
export function numberIn(min: number, max: number, otherwise: number): Form<number> {
  return {
    read(text) {
      const number = text === null || text === '' ? Number.NaN : Number(text);
      return Number.isFinite(number) ? Math.min(max, Math.max(min, number)) : otherwise;
    },
    write: String,
  };
}

/** On or off. */
export function onOff(otherwise: boolean): Form<boolean> {
  return {
    read: (text) => (text === 'on' || text === 'off' ? text === 'on' : otherwise),
    write: (value) => (value ? 'on' : 'off'),
  };
}

/** One of some words. */
export function oneOf<T extends string>(words: readonly T[], otherwise: T): Form<T> {
  return { read: (text) => words.find((word) => word === text) ?? otherwise, write: (value) => value };
}

/** Any text; empty at first. */
export const TEXT: Form<string> = { read: (text) => text ?? '', write: (value) => value };
