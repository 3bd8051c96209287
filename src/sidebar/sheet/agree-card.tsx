// The skill that is talked about: both views, evidence, the agreed score and a note.

import { useEffect, useRef } from 'preact/hooks';
import { type TalkingPoint, wayOf } from '../../review/differences';
import type { AnswerRow } from '../../review/sheet';
import { NoteField } from '../note-field';
import { Action } from '../parts';
import { asText, ScoreChoice, ScoreMark } from '../score-choice';
import { words } from '../words';
import { said as allSaid } from './one-to-one-words';
import { said as personSaid } from './person-words';
import type { ReviewSheet } from './view';

const said = allSaid.agree;

export function AgreeCard(props: {
  point: TalkingPoint;
  row: AnswerRow;
  data: ReviewSheet;
  person: string;
  place: string;
  canUndo: boolean;
  onScore(score: string): void;
  onNote(text: string): void;
  onStep(by: number): void;
  onUndo(): void;
  onGoal(): void;
  onShow(): void;
}) {
  const { point, row, data, onScore, onStep } = props;
  const { skill, self, manager, before, reasons } = point;
  const { framework } = data;
  const competency = framework.competencies.find(({ id }) => id === skill.competency);
  const note = useRef<HTMLTextAreaElement>(null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) box.current?.focus();
  }, []);

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === note.current) {
      if (event.key === 'Escape') box.current?.focus();
      return;
    }
    const act = {
      '0': () => onScore('0'),
      '1': () => onScore('1'),
      '2': () => onScore('2'),
      n: () => onScore('n/a'),
      u: props.onUndo,
      e: () => note.current?.focus(),
      arrowleft: () => onStep(-1),
      arrowright: () => onStep(1),
    }[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const why = reasons.map((reason) => said.reasons[reason]).filter((text) => text !== '');
  const way = wayOf(point);
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
          <span class="card-level">
            {personSaid.assess.levelOf(skill.level, framework.levels[skill.level] ?? '')}
          </span>
        </span>
        <span class="soft">{props.place}</span>
      </div>
      <div aria-live="polite">
        <h2 id="skill" class="skill">
          {skill.text}
        </h2>
      </div>
      {why.length > 0 && <p class="card-mark">{why.join(', ')}</p>}
      <dl class="both">
        <div>
          <dt>{props.person || words.sheet.person}</dt>
          <dd>
            <ScoreMark score={self} />
          </dd>
        </div>
        <div>
          <dt>{said.manager}</dt>
          <dd>
            <ScoreMark score={manager} />
          </dd>
        </div>
        {before !== undefined && (
          <div>
            <dt>{said.before}</dt>
            <dd>
              <ScoreMark score={before} />
            </dd>
          </div>
        )}
      </dl>
      {row.evidence !== '' && (
        <div class="evidence">
          <b>{said.evidence}</b>
          <p>{row.evidence}</p>
        </div>
      )}
      {skill.looksLike !== '' && (
        <details>
          <summary>{personSaid.assess.looksLike}</summary>
          <p class="soft">{skill.looksLike}</p>
        </details>
      )}
      <ScoreChoice
        label={said.agreed}
        about={skill.text}
        score={row.agreedScore}
        scale={framework.scale}
        onChoose={(score) => onScore(asText(score))}
      />
      <p class={`way ${['fell', '', 'rose'][way + 1]}`} role="status">
        {way > 0 && `▲ ${said.raised}`}
        {way < 0 && `▼ ${said.lowered}`}
      </p>
      <NoteField
        key={skill.id}
        label={said.note}
        text={row.managerNote}
        box={note}
        onChange={props.onNote}
      />
      <div class="card-foot">
        <button
          type="button"
          class="round"
          aria-label={said.previous}
          aria-keyshortcuts="ArrowLeft"
          onClick={() => onStep(-1)}
        >
          ‹
        </button>
        <button
          type="button"
          class="round"
          aria-label={said.next}
          aria-keyshortcuts="ArrowRight"
          onClick={() => onStep(1)}
        >
          ›
        </button>
        <span class="spring" />
        {props.canUndo && <Action label={said.undo} onPress={props.onUndo} />}
      </div>
      <div class="links">
        <button type="button" class="text-button" onClick={props.onShow}>
          {said.inSheet}
        </button>
        <button type="button" class="text-button" onClick={props.onGoal}>
          {said.toGoal}
        </button>
      </div>
      <p class="card-keys">{said.keys}</p>
    </div>
  );
}
