/** The browser's own store over what the clients of the server's simulation took in (`tests/simulation`), entity by entity. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MeetingEntity, ServerMessage } from '$protocol';
import { type Kind, Store } from '../src/store.svelte.ts';

const target = process.env.CARGO_TARGET_DIR ?? join(import.meta.dirname, '../../target');
const folder = join(target, 'tmp/frames');

/** What a client held at a moment: entities by their names, by the scope that owns them. */
type Held = Record<string, Record<string, MeetingEntity>>;
type Step = ServerMessage | { type: 'holds'; held: Held };

function holds(store: Store, held: Held, all: Set<Kind>): void {
  const entities = Object.values(held).flatMap((scope) => Object.values(scope));
  const kinds = new Map<Kind, MeetingEntity[]>();
  for (const entity of entities) {
    all.add(entity.type);
    kinds.set(entity.type, [...(kinds.get(entity.type) ?? []), entity]);
  }
  for (const kind of all) {
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(store.all(kind).toSorted(byId)).toEqual((kinds.get(kind) ?? []).toSorted(byId));
  }
}

describe('the store of the browser', () => {
  const files = existsSync(folder) ? readdirSync(folder) : [];

  it('has courses to follow: `cargo test --test simulation` writes them', () => {
    expect(files).not.toEqual([]);
  });

  it.each(files)('holds what the protocol says over %s', (file) => {
    const courses = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Step[][];
    let compared = 0;
    for (const course of courses) {
      const [store, all] = [new Store(), new Set<Kind>()];
      for (const step of course) {
        if (step.type === 'holds') {
          holds(store, step.held, all);
          compared += 1;
        } else if (step.type === 'welcome' || step.type === 'snapshot' || step.type === 'changes') {
          store.take(step);
        }
      }
    }
    expect(compared).toBeGreaterThan(10);
  });
});
