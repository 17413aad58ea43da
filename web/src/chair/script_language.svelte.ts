/** The language in which the chair reads out: their own choice, kept for their link; until they choose, the page's. */
import { isLocale, type Locale, loadWith, locale } from '../i18n/i18n.svelte.ts';
import { recall, remember } from '../preferences.ts';

export class ScriptLanguage {
  readonly #link: string;
  #chosen = $state<Locale | null>(null);
  /** The languages whose words are here. */
  #here = $state.raw<readonly Locale[]>([]);

  constructor(link: string) {
    this.#link = link;
    const remembered = recall('script-language', link) ?? '';
    if (isLocale(remembered)) this.#chosen = remembered;
  }

  /** Which. Reactive. */
  get now(): Locale {
    return this.#chosen ?? locale();
  }

  /** Whether its words are here. Reactive. */
  get ready(): boolean {
    return this.#here.includes(this.now);
  }

  /** Reads in another; what is no language of the interface changes nothing. */
  choose(value: string): void {
    if (!isLocale(value)) return;
    this.#chosen = value;
    remember('script-language', value, this.#link);
  }

  /** Fetches the words of the language, where they are not here. To be followed by an effect. */
  need(): void {
    const wanted = this.now;
    if (this.ready) return;
    void loadWith(wanted, 'script').then(() => {
      this.#here = [...this.#here, wanted];
    });
  }
}
