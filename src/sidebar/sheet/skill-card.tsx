// One skill as a card, for views in which people score: what it is about, keys for all that can be
// done with it, ways on. What stands between is the view's own.

import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Framework, Skill } from '../../framework/framework';
import { Action } from '../parts';
import { said as allSaid } from './person-words';

const said = allSaid.card;

export interface SkillCardProps {
  skill: Skill;
  framework: Framework;
  /** Such as `3 / 121`. */
  place: string;
  /** What its keys do. */
  keys: string;
  canUndo: boolean;
  /** @param score `0`, `1`, `2` or `n/a`; blank for none. */
  onScore(score: string): void;
  onStep(by: number): void;
  onUndo(): void;
  onGoal(): void;
  onShow(): void;
}

/** @param props.text the field that the key E goes to, and in which keys are letters. */
export function SkillCard(
  props: SkillCardProps & {
    text: RefObject<HTMLTextAreaElement | null>;
    children: ComponentChildren;
  },
) {
  const { skill, framework, text, onScore, onStep, onUndo } = props;
  const competency = framework.competencies.find(({ id }) => id === skill.competency);
  const box = useRef<HTMLDivElement>(null);
  // Before the next key.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  }, []);

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === text.current) {
      if (event.key === 'Escape') box.current?.focus();
      return;
    }
    const act = {
      '0': () => onScore('0'),
      '1': () => onScore('1'),
      '2': () => onScore('2'),
      n: () => onScore('n/a'),
      u: onUndo,
      e: () => text.current?.focus(),
      arrowleft: () => onStep(-1),
      arrowright: () => onStep(1),
    }[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a legend of its own, and this has a heading
    <div
      class="card"
      role="group"
      aria-labelledby="skill"
      tabIndex={-1}
      ref={box}
      onKeyDown={press}
    >
      <div class="card-head">
        <span>
          {`${competency?.emoji ?? ''} ${competency?.name ?? ''}`.trim()}
          <span class="card-level">{levelInWords(framework, skill.level)}</span>
        </span>
        <span class="soft">{props.place}</span>
      </div>
      <div aria-live="polite">
        <h2 id="skill" class="skill own-words">
          {skill.text}
        </h2>
      </div>
      {props.children}
      <div class="card-foot">
        <Step label={said.previous} keys="ArrowLeft" onPress={() => onStep(-1)}>
          ‹
        </Step>
        <Step label={said.next} keys="ArrowRight" onPress={() => onStep(1)}>
          ›
        </Step>
        <span class="spring" />
        {props.canUndo && <Action label={said.undo} onPress={onUndo} />}
      </div>
      <div class="links">
        <button type="button" class="text-button" onClick={props.onShow}>
          {said.inSheet}
        </button>
        <button type="button" class="text-button" onClick={props.onGoal}>
          {said.toGoal}
        </button>
      </div>
      <p class="card-keys">{props.keys}</p>
    </div>
  );
}

function Step(props: { label: string; keys: string; onPress(): void; children: string }) {
  return (
    <button
      type="button"
      class="round"
      aria-label={props.label}
      aria-keyshortcuts={props.keys}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  );
}

/** Such as `Level 2 · Intermediate`. */
export function levelInWords({ levels }: Framework, level: number): string {
  return said.levelOf(level, levels[level] ?? '');
}
