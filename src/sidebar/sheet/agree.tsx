// Agree: skill by skill, what both think and what they agree on; what follows moves along.

import { useMemo, useRef, useState } from 'preact/hooks';
import {
  outcomeBefore,
  type TalkingPoint,
  talkingPoints,
  viewsOf,
  wayOf,
} from '../../review/differences';
import { Action, Bar } from '../parts';
import { AgreeCard } from './agree-card';
import { said as allSaid } from './one-to-one-words';
import { SaveState } from './saving';
import { inWords, type Overview, type ViewProps } from './view';

const said = allSaid.agree;

export function Agree({ data, view, call, answers, go, about }: ViewProps) {
  const { framework } = data;
  const [all, setAll] = useState(about !== '');
  const points = useMemo(
    () =>
      talkingPoints(
        framework,
        viewsOf(framework, data.rows, outcomeBefore(data.outcomes, data.round)),
      ),
    [framework, data.rows, data.outcomes, data.round],
  );
  const isWorthAWord = ({ reasons }: TalkingPoint) => reasons.length > 0;
  /** What was agreed on meanwhile stays in the list, so that one can go back to it. */
  const kept = useRef(new Set(points.filter(isWorthAWord).map(({ skill }) => skill.id)));
  for (const point of points) if (isWorthAWord(point)) kept.current.add(point.skill.id);
  const list = all ? points : points.filter(({ skill }) => kept.current.has(skill.id));
  const [at, setAt] = useState(about);
  const index = Math.max(
    0,
    list.findIndex(({ skill }) => skill.id === at),
  );
  const point = list[index];
  const row = data.rows.find(({ id }) => id === point?.skill.id);

  const open = (skillId: string) => {
    if (!list.some(({ skill }) => skill.id === skillId)) setAll(true);
    setAt(skillId);
  };
  const step = (by: number) => {
    const next = list[index + by];
    if (next) setAt(next.skill.id);
  };
  const undo = () => {
    const id = answers.undo();
    if (id !== null) open(id);
  };
  return (
    <>
      <Moving view={view} />
      <select
        class="agree-show"
        aria-label={said.show}
        value={all ? 'all' : 'some'}
        onChange={(event) => setAll(event.currentTarget.value === 'all')}
      >
        <option value="some">{said.some(kept.current.size)}</option>
        <option value="all">{said.all(points.length)}</option>
      </select>
      <p class="far">
        <span>{said.moved(view.raised, view.lowered)}</span>
        <SaveState answers={answers} />
      </p>
      {point && row ? (
        <AgreeCard
          point={point}
          row={row}
          framework={framework}
          person={view.person}
          place={`${index + 1} / ${list.length}`}
          canUndo={answers.canUndo}
          onScore={(value) =>
            answers.put([{ skillId: point.skill.id, column: 'agreedScore', value }])
          }
          onNote={(value) =>
            answers.put([{ skillId: point.skill.id, column: 'managerNote', value }])
          }
          onStep={step}
          onUndo={undo}
          onGoal={() => go('goals', point.skill.id)}
          onShow={() => {
            call('showSkill', { skillId: point.skill.id, column: 'agreedScore' }).catch(() => {});
          }}
        />
      ) : (
        <p class="soft empty">{said.none}</p>
      )}
      <Moved points={points} onOpen={open} />
      <div class="actions">
        <Action label={said.record} onPress={() => go('review')} />
      </div>
    </>
  );
}

/** Progress and levels as they stand now, each with its mark where the self scores would put it. */
function Moving({ view }: { view: Overview }) {
  const { agreedProgress, selfProgress, competencies, levelNames } = view;
  const top = levelNames.length - 1;
  const shown = (progress: number | null) => (progress === null ? said.unknown : inWords(progress));
  return (
    <div class="moving" aria-live="polite">
      <Bar
        name={`${said.progress} ${shown(agreedProgress)}`}
        text={said.self(shown(selfProgress))}
        value={agreedProgress ?? 0}
        was={selfProgress ?? undefined}
        of={top}
      />
      <ul class="chips">
        {competencies.map(({ id, name, emoji, agreedLevel, selfLevel }) => {
          const text = said.level(
            name,
            `${agreedLevel} ${levelNames[agreedLevel] ?? ''}`.trim(),
            selfLevel,
          );
          const way = Math.sign(agreedLevel - selfLevel);
          return (
            <li key={id} class={['fell', '', 'rose'][way + 1]} title={text}>
              <span class="unseen">{text}</span>
              <span aria-hidden="true">
                {emoji || name.slice(0, 2)} {agreedLevel} {['▼', '', '▲'][way + 1]}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The skills agreed above and below the self score, by name. */
function Moved(props: { points: readonly TalkingPoint[]; onOpen(skillId: string): void }) {
  const { points, onOpen } = props;
  const lists = [
    { title: said.raisedTitle, way: 'rose', own: points.filter((point) => wayOf(point) > 0) },
    { title: said.loweredTitle, way: 'fell', own: points.filter((point) => wayOf(point) < 0) },
  ];
  return (
    <>
      {lists.map(({ title, way, own }) => (
        <section key={way} class={`moved ${way}`}>
          <h3>{title(own.length)}</h3>
          {own.length > 0 && (
            <ul>
              {own.map(({ skill, self, agreed }) => (
                <li key={skill.id}>
                  <button type="button" class="text-button" onClick={() => onOpen(skill.id)}>
                    {skill.text}
                  </button>{' '}
                  <span class="step">{`${self} → ${agreed}`}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </>
  );
}
