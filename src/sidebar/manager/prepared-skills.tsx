// Skill by skill: what the person scored, and what the manager thinks.

import { useState } from 'preact/hooks';
import { inOrder } from '../../review/differences';
import type { AnswerRow } from '../../review/sheet';
import type { PreparationView } from '../../rollup/prepare';
import { NoteField } from '../note-field';
import { Section } from '../parts';
import { asText, ScoreChoice, ScoreMark } from '../score-choice';
import type { AnswerQueue } from '../sheet/answers';
import { prepareWords as said } from '../words-prepare';

type Filter = keyof typeof said.filters;

export function PreparedSkills(props: {
  view: PreparationView;
  rows: AnswerRow[];
  answers: AnswerQueue;
}) {
  const { view, answers } = props;
  const { framework } = view;
  const [filter, setFilter] = useState<Filter>('all');
  const [competency, setCompetency] = useState(framework.competencies[0]?.id ?? '');
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const byId = new Map(props.rows.map((row) => [row.id, row]));
  const rows = inOrder(framework).map(({ id }) => byId.get(id) as AnswerRow);
  const passes: Record<Filter, (row: AnswerRow) => boolean> = {
    all: () => true,
    differs: (row) => view.selfScores !== null && differs(row),
    open: (row) => row.managerScore === null,
  };
  const counts = (one: Filter) => rows.filter(passes[one]).length;
  const choose = (next: Filter) => {
    setFilter(next);
    setKept(new Set());
  };
  // What was just scored stays where it is until another filter is chosen.
  const shown = rows.filter(
    (row) =>
      (filter !== 'all' || row.competency === competency) &&
      (passes[filter](row) || kept.has(row.id)),
  );
  const put = (skillId: string, column: 'managerScore' | 'managerNote', value: string) => {
    setKept(new Set([...kept, skillId]));
    answers.put([{ skillId, column, value }]);
  };
  return (
    <Section title={said.yourScore}>
      <label class="field">
        {said.show}
        <select value={filter} onChange={(event) => choose(event.currentTarget.value as Filter)}>
          {(Object.keys(said.filters) as Filter[])
            .filter((one) => one !== 'differs' || view.selfScores !== null)
            .map((one) => (
              <option key={one} value={one}>
                {said.filters[one](counts(one))}
              </option>
            ))}
        </select>
      </label>
      {filter === 'all' && (
        <label class="field">
          {said.competency}
          <select value={competency} onChange={(event) => setCompetency(event.currentTarget.value)}>
            {framework.competencies.map(({ id, name, emoji }) => {
              const own = rows.filter((row) => row.competency === id);
              const scored = own.filter(({ managerScore }) => managerScore !== null).length;
              return (
                <option key={id} value={id}>
                  {`${emoji} ${name}: ${said.scored(scored, own.length)}`.trim()}
                </option>
              );
            })}
          </select>
        </label>
      )}
      {shown.length === 0 && filter !== 'all' && <p class="soft">{said.nothing[filter]}</p>}
      <ul class="points">
        {shown.map((row) => (
          <PreparedSkill key={row.id} view={view} row={row} onPut={put} />
        ))}
      </ul>
    </Section>
  );
}

function PreparedSkill(props: {
  view: PreparationView;
  row: AnswerRow;
  onPut(skillId: string, column: 'managerScore' | 'managerNote', value: string): void;
}) {
  const { view, row, onPut } = props;
  const { framework, selfScores, name } = view;
  const [writes, setWrites] = useState(false);
  const skill = framework.skills.find(({ id }) => id === row.id);
  const competency = framework.competencies.find(({ id }) => id === row.competency);
  const level = framework.levels[row.level] ?? '';
  return (
    <li>
      <p class="soft">{`${competency?.emoji ?? ''} ${row.level} ${level}`.trim()}</p>
      <p>{row.skill}</p>
      {skill?.looksLike && (
        <details>
          <summary>{said.looksLike}</summary>
          <p class="soft">{skill.looksLike}</p>
        </details>
      )}
      {selfScores && (
        <p class="views">
          <span>{said.theirs(name)}</span> <ScoreMark score={row.selfScore} />
          {differs(row) && <span class="differs">{said.differs}</span>}
        </p>
      )}
      <ScoreChoice
        label={said.yourScore}
        about={row.skill}
        score={row.managerScore}
        scale={framework.scale}
        onChoose={(score) => onPut(row.id, 'managerScore', asText(score))}
      />
      {writes || row.managerNote !== '' ? (
        <NoteField
          label={said.note}
          text={row.managerNote}
          onChange={(text) => onPut(row.id, 'managerNote', text)}
        />
      ) : (
        <button type="button" class="quiet" onClick={() => setWrites(true)}>
          {said.addNote}
          <span class="unseen"> {row.skill}</span>
        </button>
      )}
    </li>
  );
}

/** Whether both said something, and not the same. */
function differs({ managerScore, selfScore }: AnswerRow): boolean {
  return managerScore !== null && managerScore !== selfScore;
}
