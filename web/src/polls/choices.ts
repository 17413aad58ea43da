/** What a poll's choices are called, and what its result says in words. */
import type { PollView, TallyView } from '$protocol';
import { t, worded } from '../i18n/i18n.svelte.ts';

/** The names of the choices in the order of their numbers, in the language shown. Reactive. */
export function choicesOf(form: PollView['form']): string[] {
  switch (form.kind) {
    case 'hands':
      return [t('poll-choice', { form: 'hands' })];
    case 'hands_for_against':
      return ['for', 'against', 'abstain'].map((one) => t('poll-choice', { form: one }));
    case 'options':
      return form.options.map(worded);
  }
}

/** Whether it is a show of hands. */
export function isHands({ form }: PollView): boolean {
  return form.kind !== 'options';
}

/** Most choices of one ballot. */
export function mostOf({ form }: PollView): number {
  return form.kind === 'options' ? form.choices_max : 1;
}

/** Share of the ballots in whole percent; 0 while there are none. */
export function percentOf(count: number, ballots: number): number {
  return ballots === 0 ? 0 : Math.round((100 * count) / ballots);
}

/** The result in a sentence, for a screen reader. Reactive. */
export function resultWords(poll: PollView, counts: NonNullable<TallyView['counts']>): string {
  const names = choicesOf(poll.form);
  return counts.map((count, at) => `${names[at] ?? ''}: ${count}`).join('; ');
}
