// The skill that is talked about: both views, evidence, the agreed score and a note.

import { useRef } from 'preact/hooks';
import { type TalkingPoint, wayOf } from '../../review/differences';
import type { AnswerRow } from '../../review/sheet';
import type { Score } from '../../rules/score';
import { NoteField } from '../note-field';
import { asText, ScoreChoice, ScoreMark } from '../score-choice';
import { words } from '../words';
import { said as allSaid } from './one-to-one-words';
import { said as personSaid } from './person-words';
import { SkillCard, type SkillCardProps } from './skill-card';

const said = allSaid.agree;

export function AgreeCard(
  props: Omit<SkillCardProps, 'skill' | 'keys'> & {
    point: TalkingPoint;
    row: AnswerRow;
    person: string;
    onNote(text: string): void;
  },
) {
  const { point, row, framework, onScore } = props;
  const { skill, self, manager, before, reasons } = point;
  const note = useRef<HTMLTextAreaElement>(null);
  const why = reasons.map((reason) => said.reasons[reason]).filter((text) => text !== '');
  const way = wayOf(point);
  const views: [who: string, score: Score | undefined][] = [
    [props.person || words.sheet.person, self],
    [said.manager, manager],
    [said.before, before],
  ];
  return (
    <SkillCard {...props} skill={skill} keys={said.keys} text={note}>
      {why.length > 0 && <p class="card-mark">{why.join(', ')}</p>}
      <dl class="both">
        {views.map(
          ([who, score]) =>
            score !== undefined && (
              <div key={who}>
                <dt>{who}</dt>
                <dd>
                  <ScoreMark score={score} />
                </dd>
              </div>
            ),
        )}
      </dl>
      {row.evidence !== '' && (
        <div class="evidence">
          <b>{personSaid.assess.evidence}</b>
          <p class="own-words">{row.evidence}</p>
        </div>
      )}
      {skill.looksLike !== '' && (
        <details>
          <summary>{personSaid.card.looksLike}</summary>
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
    </SkillCard>
  );
}
