/** The rules by which a client keeps what the server shows it, of a session or of the lobby: which scope owns what, when a
 * view is whole, and where to go on after a lost line. What is kept where, its owner says. */
import type { Entity, EntityRef, Resume, ServerMessage } from '$protocol';

/** Messages that change what is held. */
export type Update = Extract<ServerMessage, { type: 'welcome' | 'snapshot' | 'changes' }>;

/** Whether a message changes what is held. */
export function isUpdate(message: ServerMessage): message is Update {
  return message.type === 'welcome' || message.type === 'snapshot' || message.type === 'changes';
}

/** Where entities are kept, by type and id. */
export interface Shelf {
  /** Puts one in the place of the one with its name. `seq` is how far its scope has come with it. */
  put(entity: Entity, seq: number): void;
  /** Lets one go. It may be of a type that is not kept. */
  drop(type: string, id: string): void;
  /** Lets all go. */
  clear(): void;
}

/** What the server shows one page. */
export class Keyed {
  readonly #shelf: Shelf;
  /** The scope that all follow: what stands in it comes last. */
  readonly #ofAll: string;
  #view: string | null = null;
  #seq = $state<number | null>(null);
  #person = $state<string | null>(null);
  /** Which entities each scope owns, so that a snapshot of it replaces them. */
  readonly #scopes = new Map<string, Set<string>>();
  /** What a view that begins anew has brought so far, its `welcome` first, while the one before is still shown. */
  readonly #begun: Update[] = [];
  #beginsAnew = $state(false);
  /** The scope that owns an entity: the one whose message set it last. */
  readonly #owners = new Map<string, string>();

  constructor(ofAll: 'everyone' | 'conference', shelf: Shelf) {
    this.#ofAll = ofAll;
    this.#shelf = shelf;
  }

  /** Place in the log that everybody's part of the view has come to; none before the first snapshot. Reactive. */
  get seq(): number | null {
    return this.#seq;
  }

  /** Who the server says this page is. Reactive. */
  get person(): string | null {
    return this.#person;
  }

  /** What to name in the next `join`; null for a first one. */
  get resume(): Resume | null {
    return this.#seq === null || this.#view === null ? null : { seq: this.#seq, view: this.#view };
  }

  /** Whether what is shown is all of the newest view: not before the first, nor while another begins. Reactive. */
  get whole(): boolean {
    return this.#seq !== null && !this.#beginsAnew;
  }

  /**
   * Takes in a message of the server. While a view begins anew the one before stays, and is replaced in one step: nobody who
   * reads or writes is to see it come by pieces.
   */
  take(update: Update): void {
    if (update.type === 'welcome') {
      this.#begun.length = 0;
      this.#beginsAnew = !update.resumed && this.#seq !== null;
    }
    if (!this.#beginsAnew) {
      this.#apply(update);
      return;
    }
    this.#begun.push(update);
    // The snapshot of all is the last of a view.
    if (update.type !== 'snapshot' || update.scope !== this.#ofAll) return;
    this.#beginsAnew = false;
    for (const one of this.#begun.splice(0)) this.#apply(one);
  }

  #apply(update: Update): void {
    switch (update.type) {
      case 'welcome':
        this.#welcome(update.person, update.view, update.resumed);
        return;
      case 'snapshot':
        this.#forgetScope(update.scope);
        this.#set(update.scope, update.seq, update.entities);
        break;
      case 'changes':
        this.#remove(update.scope, update.removed);
        this.#set(update.scope, update.seq, update.set);
        break;
    }
    if (update.scope === this.#ofAll) this.#seq = update.seq;
  }

  #welcome(person: string, view: string, resumed: boolean): void {
    this.#person = person;
    if (resumed) return;
    this.#view = view;
    this.#seq = null;
    this.#scopes.clear();
    this.#owners.clear();
    this.#shelf.clear();
  }

  #set(scope: string, seq: number, entities: readonly Entity[]): void {
    const held = this.#scopes.get(scope) ?? new Set();
    this.#scopes.set(scope, held);
    for (const entity of entities) {
      this.#own(scope, held, `${entity.type} ${entity.id}`);
      this.#shelf.put(entity, seq);
    }
  }

  /** From now on a scope owns what bears this name; another that did lets go of it. */
  #own(scope: string, held: Set<string>, name: string): void {
    const owner = this.#owners.get(name);
    if (owner === scope) return;
    if (owner !== undefined) this.#scopes.get(owner)?.delete(name);
    this.#owners.set(name, scope);
    held.add(name);
  }

  #remove(scope: string, refs: readonly EntityRef[]): void {
    for (const { type, id } of refs) {
      const name = `${type} ${id}`;
      // It may have gone over to another scope, which has set it already.
      if (this.#owners.get(name) !== scope) continue;
      this.#owners.delete(name);
      this.#scopes.get(scope)?.delete(name);
      this.#shelf.drop(type, id);
    }
  }

  #forgetScope(scope: string): void {
    for (const name of this.#scopes.get(scope) ?? []) {
      const [type = '', id = ''] = name.split(' ');
      this.#owners.delete(name);
      this.#shelf.drop(type, id);
    }
    this.#scopes.delete(scope);
  }
}
