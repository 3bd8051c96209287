// The skill that is being scored: its sentence, what a 2 looks like, the scale in words, evidence.

import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Item } from '../../review/assessment';
import { isMarked, REWORDED } from '../../review/marks';
import { Action } from '../parts';
import { said } from './person-words';
import type { ReviewSheet } from './view';

interface Card {
  box: RefObject<HTMLDivElement | null>;
  item: Item;
  data: ReviewSheet;
  place: string;
  canUndo: boolean;
  onAnswer(score: string): void;
  onEvidence(text: string): void;
  onStep(by: number): void;
  onUndo(): void;
  onGoal(): void;
  onShow(): void;
}

export function AssessCard(props: Card) {
  const { item, data, box } = props;
  const { skill, competency, row, agreedBefore, toConfirm, outOfReach } = item;
  const { levels, scale } = data.framework;
  const evidence = useRef<HTMLTextAreaElement>(null);
  const level = said.assess.levelOf(skill.level, levels[skill.level] ?? '');
  useEffect(() => {
    if (document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  }, [box]);

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === evidence.current) {
      if (event.key === 'Escape') box.current?.focus();
      return;
    }
    const act = {
      '0': () => props.onAnswer('0'),
      '1': () => props.onAnswer('1'),
      '2': () => props.onAnswer('2'),
      n: () => props.onAnswer('n/a'),
      u: props.onUndo,
      e: () => evidence.current?.focus(),
      arrowleft: () => props.onStep(-1),
      arrowright: () => props.onStep(1),
    }[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const options: [key: string, value: string, meaning: string][] = [
    ['2', '2', scale[2]],
    ['1', '1', scale[1]],
    ['0', '0', scale[0]],
    ['N', 'n/a', said.assess.notApplicable],
  ];
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
          {`${competency.emoji} ${competency.name}`.trim()}
          <span class="card-level">{level}</span>
        </span>
        <span class="soft">{props.place}</span>
      </div>
      <div aria-live="polite">
        <h2 id="skill" class="skill">
          {skill.text}
        </h2>
      </div>
      {skill.looksLike !== '' && (
        <p class="looks-like">
          <b>{said.assess.looksLike}</b> {skill.looksLike}
        </p>
      )}
      {toConfirm && (
        <p class="card-mark">
          {isMarked(row.evidence, REWORDED) ? said.assess.reworded : said.assess.filled}
        </p>
      )}
      {outOfReach && <p class="card-mark">{said.assess.outOfReach(level)}</p>}
      {agreedBefore !== null && agreedBefore !== row.selfScore && (
        <p class="card-mark">{said.assess.agreedBefore(String(agreedBefore))}</p>
      )}
      <fieldset class="scale" aria-label={said.assess.score}>
        {options.map(([key, value, meaning]) => (
          <button
            type="button"
            key={value}
            class={`pick-${key}`}
            aria-pressed={String(row.selfScore ?? '') === value}
            aria-keyshortcuts={key}
            onClick={() => props.onAnswer(value)}
          >
            <kbd>{key}</kbd>
            <span>{meaning}</span>
          </button>
        ))}
      </fieldset>
      <Evidence key={skill.id} text={row.evidence} box={evidence} onChange={props.onEvidence} />
      <div class="card-foot">
        <button
          type="button"
          class="round"
          aria-label={said.assess.previous}
          aria-keyshortcuts="ArrowLeft"
          onClick={() => props.onStep(-1)}
        >
          ‹
        </button>
        <button
          type="button"
          class="round"
          aria-label={said.assess.next}
          aria-keyshortcuts="ArrowRight"
          onClick={() => props.onStep(1)}
        >
          ›
        </button>
        <span class="spring" />
        {props.canUndo && <Action label={said.assess.undo} onPress={props.onUndo} />}
      </div>
      <div class="links">
        <button type="button" class="text-button" onClick={props.onShow}>
          {said.assess.inSheet}
        </button>
        <button type="button" class="text-button" onClick={props.onGoal}>
          {said.assess.toGoal}
        </button>
      </div>
      <p class="card-keys">{said.assess.keys}</p>
    </div>
  );
}

/** Keeps what is being typed as it is typed; what the sheet holds comes in while nobody types. */
function Evidence(props: {
  text: string;
  box: RefObject<HTMLTextAreaElement | null>;
  onChange(text: string): void;
}) {
  const { text, box, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    if (typed !== null && typed.trim() !== text) setTyped(null);
  }, [text]);
  return (
    <label class="field">
      {said.assess.evidence}
      <textarea
        ref={box}
        rows={3}
        maxLength={50000}
        placeholder={said.assess.evidenceHint}
        value={typed ?? text}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          onChange(event.currentTarget.value);
        }}
        onBlur={() => setTyped(null)}
      />
    </label>
  );
}
