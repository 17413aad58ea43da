/** Everything that the room is told besides what stands on the stage: what is so now, and what has just happened. */
import { untrack } from 'svelte';
import type { ListView, PointView } from '$protocol';
import { ClosedAnnouncements } from '../announcement/closed.svelte.ts';
import { isPrivate, type Rooms } from '../chat/rooms.svelte.ts';
import { type DockState, listName } from '../dock/given.svelte.ts';
import { needPart, t, worded, wordedIn } from '../i18n/i18n.svelte.ts';
import { duration, timeOfDay } from '../i18n/times.ts';
import { timeEach } from '../list/notes.ts';
import type { Live } from '../live.svelte.ts';
import { delegationName } from '../people/names.ts';
import { pressing } from '../points/pressing.ts';
import { askerOf } from '../questions/asker.ts';
import { onOff, Remembered } from '../sound/remembered.svelte.ts';
import { dismiss, notices as told } from '../ui/notices.svelte.ts';
import { onChange } from '../ui/on_change.svelte.ts';
import { inOrder, KINDS, type Kind, type Notice } from './table.ts';

/** The notices of a page. To be made while a component is. */
export class Notices {
  readonly #live: Live;
  readonly #dock: DockState;
  readonly #rooms: Rooms;
  readonly #asked: Remembered<boolean>;
  readonly #closed: ClosedAnnouncements;
  /** What has happened and is shown for a while, or until it is closed. */
  #passing = $state.raw<readonly Notice[]>([]);
  #cueWords = $state(false);
  #last = 0;

  readonly #standing: readonly Notice[] = $derived.by(() => [
    ...this.#line(),
    ...this.#consent(),
    ...this.#fromChair(),
    ...this.#procedure(),
    ...this.#announcement(),
    ...this.#stage(),
    ...told().map(({ id, words }) => this.#notice('told', `told-${id}`, '', words, id)),
  ]);

  /** All there are, that which has the strip first. */
  readonly all: readonly Notice[] = $derived(inOrder([...this.#standing, ...this.#passing]));

  constructor(live: Live, dock: DockState, rooms: Rooms) {
    this.#live = live;
    this.#dock = dock;
    this.#rooms = rooms;
    this.#asked = new Remembered('microphone-asked', live.link, onOff(false));
    this.#closed = new ClosedAnnouncements(live.link, live.session);
    this.#watch();
  }

  /** Its reader has read it. */
  close({ id, kind }: Notice): void {
    if (kind === 'announcement') {
      const announcement = this.#live.store.get('announcement', id);
      if (announcement) this.#closed.close(announcement);
    } else if (kind === 'told') dismiss(Number(id.slice('told-'.length)));
    else this.#passing = this.#passing.filter((one) => one.id !== id);
  }

  /** The question of the microphone is answered. */
  answer(agrees: boolean): void {
    this.#asked.value = true;
    if (agrees) void this.#dock.agree();
  }

  /** The private message that is in front. */
  readonly message = $derived.by(() => {
    const { store } = this.#live;
    if (store.you?.rights.includes('preside')) return undefined;
    return this.#rooms.ids
      .filter((room) => isPrivate(room) && this.#rooms.unread(room) > 0)
      .flatMap((room) => store.messagesOf(room).at(-1) ?? [])
      .filter(({ author, deleted }) => author.person !== store.person && !deleted)
      .toSorted((a, b) => b.at_ms - a.at_ms)[0];
  });

  #notice(kind: Kind, id: string, head: string, words: string, at_ms: number, lang?: string | null): Notice {
    return { id, kind, head, words, at_ms, lang: lang ?? undefined };
  }

  #line(): Notice[] {
    const made: Notice[] = [];
    if (!this.#live.connected) made.push(this.#notice('line', 'line', t('notice-line'), t('line-lost'), 1));
    const { state } = this.#dock.microphone ?? {};
    if (state === 'unheard' || (state === 'silent' && this.#live.store.you?.microphone.live !== 'off'))
      made.push(this.#notice('unheard', 'unheard', '', t('notice-unheard'), 0));
    return made;
  }

  #consent(): Notice[] {
    const { you } = this.#live.store;
    const own = you?.microphone;
    // Interpreters are on air by their own act, and so is who leads; a panellist may be called.
    const called = !own?.may_open || you?.roles.includes('panellist');
    if (!own?.may_publish || !called || you?.rights.includes('interpret') || own.agrees || this.#asked.value)
      return [];
    return [this.#notice('consent', 'consent', '', t('microphone-ask'), 0)];
  }

  #fromChair(): Notice[] {
    const { message } = this;
    if (!message) return [];
    const head = `${t('chat-from-chair')} ${this.#rooms.name(message.room)}`;
    return [this.#notice('from_chair', message.id, head, message.text, message.at_ms, message.language)];
  }

  #procedure(): Notice[] {
    const { store } = this.#live;
    const points = pressing(store.all('point')).map((point) => {
      const name = delegationName(store, point.appeal?.delegation ?? point.delegation);
      const id = `point-${point.id}-${point.state}-${point.appeal?.delegation ?? ''}`;
      return this.#notice('point', id, pointWords(point), name, point.since_ms);
    });
    const count = store.motions?.waiting.length ?? 0;
    const motions =
      count > 0 ? [this.#notice('motions', 'motions', '', t('notice-motions', { count }), 0)] : [];
    const words = store.cue && this.#cueWords ? t('cue-next', { time: duration(store.cue.planned_ms) }) : '';
    return [...points, ...motions, ...(words ? [this.#notice('cue', 'cue', '', words, 0)] : [])];
  }

  #announcement(): Notice[] {
    const open = this.#live.store.announced.filter((one) => !this.#closed.has(one));
    return open.map(({ id, text, at_ms }) =>
      this.#notice('announcement', id, t('announcement'), worded(text), at_ms, wordedIn(text)),
    );
  }

  #stage(): Notice[] {
    const { store } = this.#live;
    const poll = store.polls.find(({ standing }) => standing === 'open');
    const question = store.get('question', store.questions?.pinned);
    const made: Notice[] = [];
    if (poll) {
      const head = poll.form.kind === 'options' ? t('notice-poll') : t('notice-hands');
      const lang = wordedIn(poll.question);
      made.push(
        this.#notice('poll', `poll-${poll.id}`, head, worded(poll.question), poll.opened_at_ms, lang),
      );
    }
    if (question) {
      const head = `${t('question-on-stage')} · ${askerOf(store, question.asker)}`;
      made.push(
        this.#notice('question', `question-${question.id}`, head, question.text, 0, question.language),
      );
    }
    return made;
  }

  /** Shows that something has happened. */
  #happened(kind: Kind, head: string, words: string, about: string): void {
    this.#last += 1;
    const made = this.#notice(kind, `${kind}-${about}-${this.#last}`, head, words, performance.now());
    const others = this.#passing.filter((one) => !one.id.startsWith(`${kind}-${about}-`));
    this.#passing = [...others, made];
    const { stays_ms } = KINDS[kind];
    if (stays_ms !== null) setTimeout(() => this.close(made), stays_ms);
  }

  #watch(): void {
    const { store } = this.#live;
    $effect(() => {
      if (store.cue)
        needPart('sheet').then(
          () => (this.#cueWords = true),
          (fault: unknown) => console.warn('the words of the run sheet are not here', fault),
        );
    });
    onChange(
      () => store.session?.phase,
      (phase, before) => {
        if (before === 'suspended' && phase === 'open')
          this.#happened('resumed', '', t('notice-resumed'), '');
      },
    );
    onChange(
      () => (store.session?.recording_since_ms ?? null) !== null,
      (recorded) =>
        this.#happened('recording', t('recording'), t(recorded ? 'recording-began' : 'recording-ended'), ''),
    );
    this.#watchPoints();
    this.#watchRequests();
  }

  #watchPoints(): void {
    const { store } = this.#live;
    let known: Map<string, PointView> | null = null;
    $effect(() => {
      const now = new Map(store.all('point').map((point) => [point.id, point]));
      const before = known;
      // What stood there when the page came is no news.
      if (store.seq !== null) known = now;
      if (before === null) return;
      untrack(() => {
        for (const [id, point] of now) {
          const was = before.get(id);
          if (was && subject(was) !== subject(point)) this.#ruled(point);
        }
        // One that is withdrawn before it is heard is gone.
        for (const [id, point] of before)
          if (point.state === 'raised' && !now.has(id)) this.#ruled({ ...point, state: 'withdrawn' });
      });
    });
  }

  #ruled(point: PointView): void {
    const words = rulingWords(point, delegationName(this.#live.store, point.delegation));
    if (words !== '') this.#happened('ruling', '', words, point.id);
  }

  #watchRequests(): void {
    const { store } = this.#live;
    let lists: Map<string, ListView> | null = null;
    $effect(() => {
      const now = new Map(store.lists.map((list) => [list.id, list]));
      const before = lists;
      if (store.seq !== null) lists = now;
      for (const list of now.values()) {
        const was = before?.get(list.id);
        if (was) untrack(() => this.#changed(list, was));
      }
    });
    let moves: Set<string> | null = null;
    $effect(() => {
      const all = store.all('move');
      const before = moves;
      if (store.seq !== null) moves = new Set(all.map(({ id }) => id));
      for (const move of all) {
        if (!before || before.has(move.id) || move.delegation !== store.you?.delegation) continue;
        const words = t('notice-moved-to', { place: move.to_place, reason: move.reason });
        untrack(() => this.#happened('moved', t('notice-moved'), words, move.list));
      }
    });
    let declined: Set<string> | null = null;
    $effect(() => {
      const all = store.all('standing').flatMap(({ last }) => (last?.state === 'declined' ? [last] : []));
      const before = declined;
      if (store.seq !== null) declined = new Set(all.map(({ request }) => request));
      for (const { request, reason } of all) {
        if (!before || before.has(request)) continue;
        untrack(() => this.#happened('declined', '', t('floor-declined', { reason }), request));
      }
    });
  }

  /** What of a list touches those who wait on it, or may still ask. */
  #changed(list: ListView, was: ListView): void {
    const { store } = this.#live;
    const standing = store.get('standing', list.id);
    if (!standing) return;
    const waits = standing.request !== null;
    const max_ms = list.turn_ms_max;
    if (
      waits &&
      max_ms !== undefined &&
      (max_ms !== was.turn_ms_max || list.times_set_at_ms !== was.times_set_at_ms)
    ) {
      this.#happened('time', t('notice-time'), timeEach(max_ms, list.retimed?.was_ms), list.id);
    }
    if (waits) return;
    const zone = store.session?.time_zone ?? 'UTC';
    const name = listName(list, store.lists);
    if (was.open && !list.open) this.#happened('list', name, t('floor-list-closed'), list.id);
    else if (list.open && list.closes_at_ms !== undefined && list.closes_at_ms !== was.closes_at_ms)
      this.#happened('list', name, t('list-closes', { time: timeOfDay(zone, list.closes_at_ms) }), list.id);
  }
}

function subject({ state, appeal }: PointView): string {
  return `${state} ${appeal?.vote?.stands ?? ''}`;
}

function pointWords(point: PointView): string {
  if (point.state === 'raised') return t('point-raised');
  if (point.state === 'heard') return t('point-heard');
  return point.appeal === null ? t('point-ruled', { ruling: point.ruling ?? 'noted' }) : t('point-appealed');
}

function rulingWords(point: PointView, name: string): string {
  switch (point.state) {
    case 'withdrawn':
      return t('tell-point-withdrawn', { name });
    case 'lapsed':
      return t('tell-point-lapsed', { name });
    case 'ruled':
      if (point.appeal?.vote) return t('tell-appeal-decided', { stands: String(point.appeal.vote.stands) });
      return t('tell-point-ruled', { ruling: point.ruling ?? 'noted' });
    case 'raised':
    case 'heard':
      return '';
  }
}
