// Assess: one skill at a time, by keyboard or mouse, with what is left to do.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import {
  type Filter,
  type Item,
  itemsOf,
  passes,
  shareOf,
  stoppedAt,
} from '../../review/assessment';
import { confirmed } from '../../review/marks';
import { minutesLeft } from '../../review/pace';
import { Action } from '../parts';
import { AssessCard } from './assess-card';
import { Filters } from './assess-filters';
import { AssessTools } from './assess-tools';
import { said } from './person-words';
import { SaveState } from './saving';
import type { ViewProps } from './view';

export function Assess(props: ViewProps) {
  const { data, call, sheet, answers, go, about, selected } = props;
  const items = useMemo(() => itemsOf(data), [data.rows, data.framework, data.outcomes]);
  const [filter, setFilter] = useState<Filter>(() => ({
    show: about === '' && items.some((item) => passes(item, NOT_SCORED)) ? 'notScored' : 'all',
    competency: '',
    level: 0,
    search: '',
  }));
  const [at, setAt] = useState(
    () => about || (items.find((item) => passes(item, filter))?.skill.id ?? ''),
  );
  /** Whoever begins is offered a good start first; later it is out of the way. */
  const [startsFresh] = useState(() => items.every(({ row }) => row.selfScore === null));
  /** Skills answered under this filter stay in the list, so that one can go back to them. */
  const [visited, setVisited] = useState<readonly string[]>([at]);

  const list = items.filter((item) => passes(item, filter) || visited.includes(item.skill.id));
  const index = Math.max(
    list.findIndex(({ skill }) => skill.id === at),
    0,
  );
  const item = list[index] ?? null;

  const show = (id: string) => {
    setAt(id);
    setVisited((now) => (now.includes(id) ? now : [...now, id]));
  };
  const narrow = (next: Filter) => {
    setFilter(next);
    const stays = item && passes(item, next) ? item.skill.id : '';
    setAt(stays);
    setVisited(stays === '' ? [] : [stays]);
  };
  const step = (by: number) => {
    const next = list[index + by];
    if (next) show(next.skill.id);
  };
  const answer = (value: string) => {
    if (!item) return;
    const { skill, row } = item;
    answers.put([
      { skillId: skill.id, column: 'selfScore', value },
      { skillId: skill.id, column: 'evidence', value: confirmed(row.evidence) },
    ]);
    const open = items.filter((one) => passes(one, filter) && one !== item);
    const order = items.indexOf(item);
    const next =
      open.find((one) => items.indexOf(one) > order) ?? (filter.show === 'all' ? null : open[0]);
    show(skill.id);
    if (next) show(next.skill.id);
  };
  const undo = () => {
    const id = answers.undo();
    if (id !== null) show(id);
  };

  const lastSelected = useRef(selected);
  useEffect(() => {
    const before = lastSelected.current;
    lastSelected.current = selected;
    if (before === null || before === selected) return;
    if (items.some(({ skill }) => skill.id === selected)) show(selected as string);
  }, [selected]);

  const all = shareOf(items);
  const toConfirm = items.filter((one) => one.toConfirm).length;
  const isDone = items.every((one) => !passes(one, NOT_SCORED));
  const minutes = minutesLeft(answers.scoredAt, all.of - all.scored);
  const tools = (
    <AssessTools
      data={data}
      items={items}
      item={item}
      stopped={item && stoppedAt(items, item.competency.id)}
      answers={answers}
      busy={sheet.busy}
      onFilled={() => narrow({ ...EVERYTHING, show: 'toConfirm' })}
    />
  );
  return (
    <>
      <Filters filter={filter} items={items} data={data} found={list.length} onChange={narrow} />
      <p class="far">
        <span>
          {said.assess.far(all.scored, all.of)}
          {minutes !== null && all.scored < all.of && `, ${said.assess.left(minutes)}`}
        </span>
        <SaveState answers={answers} />
      </p>
      {startsFresh && tools}
      {item ? (
        <AssessCard
          item={item}
          framework={data.framework}
          place={`${index + 1} / ${list.length}`}
          canUndo={answers.canUndo}
          onScore={answer}
          onEvidence={(value) =>
            answers.put([{ skillId: item.skill.id, column: 'evidence', value }])
          }
          onStep={step}
          onUndo={undo}
          onGoal={() => go('goals', item.skill.id)}
          onShow={() => {
            call('showSkill', { skillId: item.skill.id, column: 'selfScore' }).catch(() => {});
          }}
        />
      ) : (
        <div class="empty">
          <p>{said.assess.none}</p>
          <div class="actions">
            <Action label={said.assess.showAll} onPress={() => narrow(EVERYTHING)} />
          </div>
        </div>
      )}
      {isDone && (
        <div class="notice message" role="status">
          <p>{said.assess.done}</p>
          {toConfirm > 0 && <p>{said.assess.doneConfirm(toConfirm)}</p>}
          <div class="actions">
            {toConfirm > 0 && filter.show !== 'toConfirm' && (
              <Action
                label={said.assess.toConfirm}
                onPress={() => narrow({ ...EVERYTHING, show: 'toConfirm' })}
              />
            )}
            <Action label={said.assess.toReview} onPress={() => go('review')} />
          </div>
        </div>
      )}
      <HowFar
        items={items}
        data={data}
        onOpen={(competency) => narrow({ ...filter, competency })}
      />
      {!startsFresh && tools}
    </>
  );
}

const EVERYTHING: Filter = { show: 'all', competency: '', level: 0, search: '' };
const NOT_SCORED: Filter = { ...EVERYTHING, show: 'notScored' };

/** One small bar a competency; pressed, it asks for that competency alone. */
function HowFar(props: {
  items: readonly Item[];
  data: ViewProps['data'];
  onOpen(competency: string): void;
}) {
  return (
    <div class="how-far">
      {props.data.framework.competencies.map(({ id, name, emoji }) => {
        const { scored, of } = shareOf(props.items.filter(({ skill }) => skill.competency === id));
        const text = said.assess.farIn(name, scored, of);
        return (
          <button
            type="button"
            key={id}
            aria-label={text}
            title={text}
            onClick={() => props.onOpen(id)}
          >
            <span aria-hidden="true">{emoji || name.slice(0, 2)}</span>
            <span class="bar-track" aria-hidden="true">
              <span class="bar-value" style={{ width: `${(100 * scored) / (of || 1)}%` }} />
            </span>
            <span aria-hidden="true" class="how-far-text">
              {scored}/{of}
            </span>
          </button>
        );
      })}
    </div>
  );
}
