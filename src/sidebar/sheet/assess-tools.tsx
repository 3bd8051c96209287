// Starting where it matters: levels far below are filled in one go, a competency is stopped where
// its levels are out of reach. Both are marked in Evidence, so that the sheet tells it.

import { useState } from 'preact/hooks';
import type { Item } from '../../review/assessment';
import { topLevel } from '../../review/assessment';
import { FILLED, STOPPED, withMark, withoutMark } from '../../review/marks';
import { Action, Confirm, Notice } from '../parts';
import type { AnswerQueue } from './answers';
import { levelsUpTo } from './assess-filters';
import { said } from './person-words';
import type { ReviewSheet } from './view';

export function AssessTools(props: {
  data: ReviewSheet;
  items: readonly Item[];
  item: Item | null;
  /** The level at which the item's competency was stopped. */
  stopped: number | null;
  answers: AnswerQueue;
  busy: boolean;
  onFilled(): void;
}) {
  const { data, items, item, stopped, answers } = props;
  const { levels, competencies } = data.framework;
  const [upTo, setUpTo] = useState(1);
  const [within, setWithin] = useState('');
  const [asking, setAsking] = useState(false);
  const [news, setNews] = useState('');
  const named = (level: number) => said.assess.inLevels(level, levels[level] ?? '');

  const fillable = items.filter(
    ({ skill, row }) =>
      row.selfScore === null &&
      skill.level <= upTo &&
      (within === '' || skill.competency === within),
  );
  const where = competencies.find(({ id }) => id === within)?.name ?? '';
  const fill = () => {
    answers.put(
      fillable.flatMap(({ skill, row }) => [
        { skillId: skill.id, column: 'selfScore' as const, value: '2' },
        { skillId: skill.id, column: 'evidence' as const, value: withMark(row.evidence, FILLED) },
      ]),
    );
    setAsking(false);
    setNews(said.assess.filledNow(fillable.length));
    props.onFilled();
  };
  const stop = ({ skill }: Item) => {
    const first = items.find(
      (one) => one.skill.competency === skill.competency && one.skill.level === skill.level,
    ) as Item;
    const value = withMark(first.row.evidence, STOPPED);
    answers.put([{ skillId: first.skill.id, column: 'evidence', value }]);
  };
  const goOn = ({ skill }: Item) => {
    const own = items.filter((one) => one.skill.competency === skill.competency);
    answers.put(
      own.map(({ skill, row }) => ({
        skillId: skill.id,
        column: 'evidence' as const,
        value: withoutMark(row.evidence, STOPPED),
      })),
    );
  };
  return (
    <details class="tools">
      <summary>{said.assess.tools}</summary>
      <Notice kind="message" text={news} />
      <p>{said.assess.fillAbout}</p>
      <div class="filter-row">
        <label class="field grows">
          {said.assess.fillTo}
          <select value={upTo} onChange={(event) => setUpTo(Number(event.currentTarget.value))}>
            {levelsUpTo(topLevel(data.framework)).map((level) => (
              <option key={level} value={level}>
                {`${level} ${levels[level] ?? ''}`.trim()}
              </option>
            ))}
          </select>
        </label>
        <label class="field grows">
          {said.assess.fillIn}
          <select value={within} onChange={(event) => setWithin(event.currentTarget.value)}>
            <option value="">{said.assess.allCompetencies}</option>
            {competencies.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      {asking ? (
        <Confirm
          title={said.assess.sure(fillable.length)}
          yes={said.assess.yes(fillable.length)}
          busy={props.busy}
          onYes={fill}
          onCancel={() => setAsking(false)}
        >
          <p>{said.assess.fillFollows(fillable.length, where, named(upTo))}</p>
        </Confirm>
      ) : (
        <div class="actions">
          <Action
            label={said.assess.fill}
            onPress={() => (fillable.length > 0 ? setAsking(true) : setNews(said.assess.nothing))}
          />
        </div>
      )}
      {item && stopped !== null && (
        <>
          <p>{said.assess.stopped(item.competency.name, named(stopped))}</p>
          <div class="actions">
            <Action label={said.assess.goOn(item.competency.name)} onPress={() => goOn(item)} />
          </div>
        </>
      )}
      {item && stopped === null && (
        <>
          <p>{said.assess.stopAbout(item.competency.name, named(item.skill.level))}</p>
          <div class="actions">
            <Action label={said.assess.stop(item.competency.name)} onPress={() => stop(item)} />
          </div>
        </>
      )}
    </details>
  );
}
