// The agenda of the one-to-one, built by itself.

import type { ComponentChildren } from 'preact';
import { agendaOf, WITHIN_REACH } from '../../review/agenda';
import { outcomeBefore, type TalkingPoint, viewsOf } from '../../review/differences';
import type { Score } from '../../rules/score';
import { Action, Section } from '../parts';
import { words } from '../words';
import { said as allSaid } from './one-to-one-words';
import { said as personSaid } from './person-words';
import { today, type ViewProps } from './view';

const said = allSaid.agenda;
const { card } = personSaid;
/** So many of a long list are shown at once. */
const AT_ONCE = 5;

export function Agenda({ data, view, go }: ViewProps) {
  const { framework, goals } = data;
  const before = outcomeBefore(data.outcomes, data.round);
  const views = viewsOf(framework, data.rows, before);
  const agenda = agendaOf(framework, views, view.basis, goals, today());
  const person = view.person || words.sheet.person;
  const levelOf = (level: number) => framework.levels[level] ?? String(level);
  return (
    <>
      {view.status === 'In review' && (
        <div class="actions">
          <Action label={said.start} primary onPress={() => go('agree')} />
        </div>
      )}
      {agenda.changed === null || !before ? (
        <p class="soft agenda-first">{said.first}</p>
      ) : (
        <Section title={said.changed(before.round)}>
          <Points
            points={agenda.changed}
            none={said.notChanged}
            text={(point) => said.step(inWords(point.before ?? null), inWords(point.self))}
            onOpen={view.status === 'In review' ? (id) => go('agree', id) : undefined}
          />
        </Section>
      )}
      <Section title={said.differs}>
        <Points
          points={agenda.differs}
          none={said.notDiffers}
          text={({ self, manager }) => said.views(person, inWords(self), inWords(manager))}
          onOpen={view.status === 'In review' ? (id) => go('agree', id) : undefined}
        />
      </Section>
      <Section title={said.withinReach}>
        <List none={said.notWithinReach(WITHIN_REACH)}>
          {agenda.withinReach.map(({ competency, nextLevel, points }) => (
            <li key={competency.id}>
              {`${competency.emoji} ${competency.name}`.trim()}{' '}
              <span class="step">{said.reach(points, levelOf(nextLevel))}</span>
            </li>
          ))}
        </List>
      </Section>
      <Section title={said.goals}>
        <List none={said.noGoals}>
          {agenda.goals.map(({ goal, isDue }) => (
            <li key={goal.position}>
              {goal.goal}{' '}
              <span class={isDue ? 'due' : 'soft'}>
                {isDue ? said.due(goal.due) : said.open(goal.due)}
              </span>
            </li>
          ))}
        </List>
      </Section>
      <Section title={said.next}>
        <List none={said.nothingNext}>
          {agenda.next.map(({ competency, skill, from, to }) => (
            <li key={skill.id}>
              {`${competency.emoji} ${skill.text}`.trim()}{' '}
              <span class="step">{said.step(inWords(from), inWords(to))}</span>{' '}
              <span class="links">
                <button type="button" class="text-button" onClick={() => go('goals', skill.id)}>
                  {card.toGoal}
                  <span class="unseen"> {skill.text}</span>
                </button>
              </span>
            </li>
          ))}
        </List>
      </Section>
    </>
  );
}

/** Skills with why they are here; the rest of a long list is folded away. */
function Points(props: {
  points: readonly TalkingPoint[];
  none: string;
  text(point: TalkingPoint): string;
  onOpen?: (skillId: string) => void;
}) {
  const { points, none, text, onOpen } = props;
  const items = (some: readonly TalkingPoint[]) =>
    some.map((point) => (
      <li key={point.skill.id}>
        {onOpen ? (
          <button type="button" class="text-button" onClick={() => onOpen(point.skill.id)}>
            {point.skill.text}
          </button>
        ) : (
          point.skill.text
        )}{' '}
        <span class="soft">{text(point)}</span>
      </li>
    ));
  return (
    <>
      <List none={none}>{items(points.slice(0, AT_ONCE))}</List>
      {points.length > AT_ONCE && (
        <details>
          <summary>{said.more(points.length - AT_ONCE)}</summary>
          <ul>{items(points.slice(AT_ONCE))}</ul>
        </details>
      )}
    </>
  );
}

function List({ none, children }: { none: string; children: ComponentChildren[] }) {
  return children.length === 0 ? <p class="soft">{none}</p> : <ul>{children}</ul>;
}

function inWords(score: Score): string {
  return score === null ? words.scores.notScored : String(score);
}
