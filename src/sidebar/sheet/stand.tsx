// Where I stand: levels and progress, what is missing, what would move it most, what changed.

import { scoresById } from '../../review/answers';
import { outcomeBefore } from '../../review/differences';
import {
  type ChangeSince,
  changesSince,
  otherDirections,
  prospectsOf,
  wayToNext,
} from '../../review/prospects';
import type { Score } from '../../rules/score';
import { Section } from '../parts';
import { words } from '../words';
import { said } from './person-words';
import { Radar } from './radar';
import { inWords, isAuthor, type Overview, signed, type ViewProps } from './view';

const NEXT_SKILLS = 5;

export function Stand(props: ViewProps) {
  const { data, view } = props;
  const { framework } = data;
  const { basis, direction, levelNames } = view;
  const scores = scoresById(framework, data.rows)[basis];
  const progress = basis === 'self' ? view.selfProgress : view.agreedProgress;
  const before = outcomeBefore(data.outcomes, data.round);
  const change = before && progress !== null ? progress - before.progress : null;
  const way = wayToNext(framework, scores);
  const levels = view.competencies.map((competency) => ({
    ...competency,
    level: basis === 'self' ? competency.selfLevel : competency.agreedLevel,
    was: before ? (before.levels[competency.id] ?? 0) : null,
  }));
  return (
    <>
      <section aria-label={said.stand.title} class="stand-head">
        <div class="number-line">
          <p class="number">
            {progress === null ? words.sheet.progress.unknown : inWords(progress)}
          </p>
          <p class="soft">
            {direction !== '' && words.sheet.progress.of(direction)}
            {change !== null && before && (
              <span class="since">
                {change === 0
                  ? said.stand.same(before.round)
                  : said.stand.since(signed(change), before.round)}
              </span>
            )}
          </p>
        </div>
        <Radar
          title={said.stand.radarText(
            levels.map(({ name, level }) => `${name} ${level}`).join(', '),
          )}
          spokes={levels}
          top={levelNames.length - 1}
        />
        {before && (
          <p class="legend" aria-hidden="true">
            <span class="legend-now">{said.stand.now}</span>
            <span class="legend-was">{said.stand.last}</span>
          </p>
        )}
      </section>
      <Section title={said.stand.levels}>
        {levels.map((competency) => (
          <Competency
            key={competency.id}
            {...props}
            competency={competency}
            percent={way[competency.id]}
          />
        ))}
      </Section>
      {progress !== null && <NextSkills {...props} scores={scores} />}
      {progress !== null && framework.directions.length > 1 && (
        <Section title={said.stand.others}>
          <dl class="facts">
            {otherDirections(framework, scores, direction).map((other) => (
              <div key={other.name}>
                <dt>
                  {other.name}
                  {other.name === data.aspiredDirection && (
                    <span class="badge">{said.stand.aspired}</span>
                  )}
                </dt>
                <dd>
                  {inWords(other.progress)} <span class="soft">({signed(other.change)})</span>
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      {before && (
        <Section title={said.stand.changed(before.round)}>
          <Changes changes={changesSince(before, framework, scores)} levelNames={levelNames} />
        </Section>
      )}
    </>
  );
}

function Competency(
  props: ViewProps & {
    competency: Overview['competencies'][number] & { level: number };
    percent: number;
  },
) {
  const { competency, percent, view, data } = props;
  const { name, emoji, level, selfLevel, nextLevel, points, steps } = competency;
  const { levelNames, basis } = view;
  const { missing, self } = words.sheet.levels;
  const next = nextLevel === null ? '' : (levelNames[nextLevel] ?? String(nextLevel));
  const differs = basis === 'agreed' && selfLevel !== level;
  const idOf = (text: string) =>
    data.framework.skills.find((skill) => skill.text === text)?.id ?? '';
  return (
    <div class="competency">
      <div class="bar-words">
        <span>{`${emoji} ${name}`.trim()}</span>
        <span class="bar-text">
          {`${level} ${levelNames[level] ?? ''}`.trim()}
          {differs && ` (${self(selfLevel)})`}
        </span>
      </div>
      <div class="steps" aria-hidden="true">
        {levelNames.slice(1).map((levelName, index) => (
          <span key={levelName} class="steps-one">
            <span
              class="bar-value"
              style={{ width: `${filledOf(index + 1, level, nextLevel, percent)}%` }}
            />
          </span>
        ))}
      </div>
      {nextLevel === null ? (
        <p class="soft">{said.stand.top}</p>
      ) : (
        <details>
          <summary>
            {missing(points, next)}
            <span class="soft"> · {said.stand.share(percent)}</span>
          </summary>
          <ul class="skills">
            {steps.map(({ skill, from, to }) => (
              <li key={skill}>
                {skill} <span class="step">{stepInWords(from, to)}</span>
                <SkillLinks {...props} id={idOf(skill)} skill={skill} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** How much of a level's part of the bar is filled, in percent. */
function filledOf(part: number, level: number, nextLevel: number | null, percent: number): number {
  if (part <= level) return 100;
  return part === nextLevel ? percent : 0;
}

function NextSkills(props: ViewProps & { scores: Record<string, Score> }) {
  const { data, view, scores } = props;
  const next = prospectsOf(data.framework, scores, view.direction, NEXT_SKILLS);
  return (
    <Section title={said.stand.next}>
      {next.length === 0 ? (
        <p>{said.stand.noNext}</p>
      ) : (
        <>
          <p class="soft">{said.stand.nextAbout}</p>
          <ol class="skills">
            {next.map(({ skill, competency, from, to, nextLevel, gain }) => (
              <li key={skill.id}>
                {skill.text} <span class="step">{stepInWords(from, to)}</span>
                <span class="gain">
                  {`${competency.emoji} ${competency.name}`.trim()}:{' '}
                  {said.stand.gain(inWords(gain), view.levelNames[nextLevel] ?? String(nextLevel))}
                </span>
                <SkillLinks {...props} id={skill.id} skill={skill.text} />
              </li>
            ))}
          </ol>
        </>
      )}
    </Section>
  );
}

function SkillLinks({ view, go, id, skill }: ViewProps & { id: string; skill: string }) {
  if (view.place !== 'own') return null;
  const mayAssess = view.status === 'Draft' && isAuthor(view);
  return (
    <span class="links">
      <button
        type="button"
        class="text-button"
        aria-label={`${said.stand.goal}: ${skill}`}
        onClick={() => go('goals', id)}
      >
        {said.stand.goal}
      </button>
      {mayAssess && (
        <button
          type="button"
          class="text-button"
          aria-label={`${said.stand.assess}: ${skill}`}
          onClick={() => go('assess', id)}
        >
          {said.stand.assess}
        </button>
      )}
    </span>
  );
}

function Changes({ changes, levelNames }: { changes: ChangeSince; levelNames: string[] }) {
  const { levels } = changes;
  const ways = (['up', 'down', 'fresh'] as const).filter((way) => changes[way].length > 0);
  if (levels.length === 0 && ways.length === 0) return <p>{said.stand.unchanged}</p>;
  return (
    <>
      <dl class="facts">
        {levels.map(({ competency, from, to }) => (
          <div key={competency.id}>
            <dt>{`${competency.emoji} ${competency.name}`.trim()}</dt>
            <dd>{said.stand.levelChange(levelNames[from] ?? '', levelNames[to] ?? '')}</dd>
          </div>
        ))}
      </dl>
      {ways.length > 0 && (
        <details>
          <summary>
            {ways.map((way) => `${changes[way].length} ${said.stand.ways[way]}`).join(', ')}
          </summary>
          <ul>
            {ways.map((way) =>
              changes[way].map(({ id, text }) => (
                <li key={id}>
                  {text} <span class="soft">({said.stand.ways[way]})</span>
                </li>
              )),
            )}
          </ul>
        </details>
      )}
    </>
  );
}

function stepInWords(from: Score, to: Score): string {
  const { step, notScored } = words.sheet.levels;
  return step(from === null ? notScored : String(from), String(to));
}
