/** The rapporteur's desk: which statement is in hand, what is asked about, and how what one does is told. */
import { SvelteMap } from 'svelte/reactivity';
import type { Command, KeyMessageView, SummaryView, TextView } from '$protocol';
import type { Answer } from '../commands.svelte.ts';
import { t, worded } from '../i18n/i18n.svelte.ts';
import { timeOfDay } from '../i18n/times.ts';
import type { Live } from '../live.svelte.ts';
import { readOver } from '../over/over.svelte.ts';
import { delegationName, delegationTold } from '../people/names.ts';
import { Paragraphs } from '../proceedings/paragraphs.svelte.ts';
import { go, sessionPath } from '../route.svelte.ts';
import { announce } from '../ui/announcer.ts';
import { notify } from '../ui/notices.svelte.ts';
import { refusalWords } from '../ui/refusals.ts';
import type { Gathering } from './gathering.svelte.ts';
import { grouped, requestOf, rowsOf, statementsOf, summariesOf, type Told, textsOf } from './statements.ts';

/** What a dialog is open about. */
export type Asked =
  | { about: 'keys' | 'marks' | 'issue' }
  | { about: 'new'; told: Told | null; passage: string }
  | { about: 'message'; message: string }
  | { about: 'remove'; message: string };

/** The desk. To be made while a component is. */
export class Desk {
  readonly live: Live;
  readonly gathering: Gathering;
  readonly paragraphs: Paragraphs;
  /** What a dialog is open about. */
  asked = $state.raw<Asked | null>(null);
  /** What is selected in the text of the statement in hand. */
  passage = '';
  /** Texts that were read, of statements whose texts the page is not kept up to date with, by request. */
  readonly #read = new SvelteMap<string, readonly TextView[]>();
  readonly #asked = new Set<string>();
  #chosen = $state<string | null>(null);

  /** The marks, in the order of time. Reactive. */
  readonly marks = $derived.by(() => this.live.store.all('mark').toSorted((a, b) => a.at_ms - b.at_ms));
  /** The statements that the page has, the newest last. Reactive. */
  readonly statements = $derived.by(() => statementsOf(this.paragraphs.all, this.marks));
  /** The rows of the proceedings. Reactive. */
  readonly rows = $derived.by(() => rowsOf(this.statements, this.marks, !this.paragraphs.more));
  /** The statement in hand. Reactive. */
  readonly inHand = $derived.by(() => this.statements.find(({ turn }) => turn === this.#chosen) ?? null);
  /** What was written of the statements. Reactive. */
  readonly summaries = $derived.by(() => summariesOf(this.live.store.all('summary')));
  /** The messages that come from this session, by their statements. */
  readonly #from = $derived.by(() =>
    grouped(
      this.gathering.gathered.messages.filter(({ content }) => content.source?.session === this.live.session),
      ({ content }) => content.source?.turn,
    ),
  );
  /** The session's languages. Reactive. */
  readonly languages = $derived.by(() => this.live.store.session?.languages ?? []);
  /** Whether the key messages are before the public, and so stand as they are. Reactive. */
  readonly issued = $derived.by(() => (this.gathering.gathered.whole?.standing ?? null) !== null);

  constructor(live: Live, gathering: Gathering) {
    this.live = live;
    this.gathering = gathering;
    this.paragraphs = new Paragraphs(live);
    // The first that there is, and none after it: what one writes in stays where it is.
    $effect(() => {
      const newest = this.statements.at(-1);
      if (this.#chosen === null && newest) this.#chosen = newest.turn;
    });
  }

  /** The host's zone. Reactive. */
  get zone(): string {
    return this.live.store.session?.time_zone ?? 'UTC';
  }

  /** Takes a statement in hand. */
  choose(turn: string): void {
    this.#chosen = turn;
    this.passage = '';
  }

  /** Takes the statement that a message comes from in hand: reads for it what is earlier, or goes to its session. */
  async jump(session: string, turn: string): Promise<void> {
    if (session !== this.live.session) {
      go(`${sessionPath(this.live.link, session, 'rapporteur')}#${turn}`);
      return;
    }
    const has = () => this.statements.some((one) => one.turn === turn);
    while (!has() && this.paragraphs.more && this.paragraphs.state === 'ready') await this.paragraphs.read();
    if (!has()) {
      notify(t(this.paragraphs.state === 'failed' ? 'rapporteur-not-read' : 'rapporteur-not-found'));
      return;
    }
    this.choose(turn);
  }

  /** What is stored of a statement in a language. Reactive. */
  summary(turn: string, language: string): SummaryView | undefined {
    return this.summaries.get(turn)?.get(language);
  }

  /** The texts of a statement that all may see, the official one first. Reactive. */
  texts(told: Told): TextView[] {
    const request = this.#request(told);
    const read = request === null ? [] : (this.#read.get(request) ?? []);
    const shown = textsOf(request, this.live.store.all('text'), this.languages);
    return shown.length > 0 ? shown : textsOf(request, read, this.languages);
  }

  /** Reads the texts of a statement after which others were heard: of the newest alone the page is told. */
  async readTexts(told: Told): Promise<void> {
    const request = this.#request(told);
    const list = this.live.store.lists.find(({ heard }) => request !== null && heard.includes(request));
    const before = list?.heard[list.heard.indexOf(request ?? '') + 1];
    if (request === null || !list || before === undefined || this.#asked.has(request)) return;
    this.#asked.add(request);
    const asked = { list: list.id, before, limit: '1' };
    const page = await readOver(this.live.link, this.live.session, 'texts', asked);
    // It is asked for again when the statement is taken in hand again.
    if (!page.ok) this.#asked.delete(request);
    else
      this.#read.set(
        request,
        page.value.entities.filter((one) => one.type === 'text'),
      );
  }

  #request(told: Told): string | null {
    const { store } = this.live;
    const heard = store.lists.flatMap((list) => list.heard).flatMap((id) => store.get('request', id) ?? []);
    return requestOf(told, store.floor?.turn ?? null, heard);
  }

  /** The messages that come from a statement of this session. Reactive. */
  from(turn: string): readonly KeyMessageView[] {
    return this.#from.get(turn) ?? [];
  }

  /** Where a message comes from, in few words: "Egypt" and "11:23". Either may be empty. Reactive. */
  sourceOf({ content: { delegation, origin, source } }: KeyMessageView): { who: string; where: string } {
    const who = delegation === null ? '' : delegationName(this.live.store, delegation);
    const told =
      source?.session === this.live.session
        ? this.statements.find(({ turn }) => turn === source.turn)
        : undefined;
    const where = told ? timeOfDay(this.zone, told.at_ms) : source ? this.titleOf(source.session) : origin;
    return { who, where };
  }

  /** The title of a session of the programme. Reactive. */
  titleOf(session: string): string {
    const known = this.gathering.programme?.sessions.find(({ id }) => id === session);
    return known ? worded(known.title) : '';
  }

  /** Opens the dialog for a new message, from the statement in hand if there is one. */
  gather(): void {
    if (this.issued) notify(refusalWords({ code: 'key_messages_issued' }));
    else this.asked = { about: 'new', told: this.inHand, passage: this.passage };
  }

  /** Has the server do it, and tells what came of it. */
  async do(command: Command, words: () => string): Promise<Answer> {
    const answer = await this.live.commands.ask(command);
    if (answer.done) announce(words());
    else notify(refusalWords(answer.reason));
    return answer;
  }

  /** Marks this moment. */
  async mark(): Promise<void> {
    const turn = this.live.store.floor?.turn;
    await this.do({ type: 'mark_moment', note: '' }, () =>
      turn
        ? t('rapporteur-marked', { name: delegationTold(this.live.store, turn.delegation) })
        : t('rapporteur-marked-free'),
    );
  }
}
