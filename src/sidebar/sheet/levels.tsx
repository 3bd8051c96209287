// The level of each competency, and the skills that are missing to the next one.

import type { Score } from '../../rules/score';
import { Bar, Section } from '../parts';
import { words } from '../words';
import type { Overview } from './view';

type Competency = Overview['competencies'][number];

export function Levels({ view }: { view: Overview }) {
  const { basis, levelNames } = view;
  return (
    <Section title={words.sheet.levels.title}>
      {view.competencies.map((competency) => {
        const { id, selfLevel, agreedLevel } = competency;
        const level = basis === 'self' ? selfLevel : agreedLevel;
        const differs = basis === 'agreed' && selfLevel !== agreedLevel;
        const name = `${level} ${levelNames[level] ?? ''}`.trim();
        return (
          <div class="competency" key={id}>
            <Bar
              name={`${competency.emoji} ${competency.name}`.trim()}
              text={differs ? `${name} (${words.sheet.levels.self(selfLevel)})` : name}
              value={level}
              was={differs ? selfLevel : undefined}
              of={levelNames.length - 1}
              steps={levelNames.length - 1}
            />
            <Missing competency={competency} levelNames={levelNames} />
          </div>
        );
      })}
    </Section>
  );
}

function Missing(props: { competency: Competency; levelNames: string[] }) {
  const { nextLevel, points, steps } = props.competency;
  const { top, missing, step } = words.sheet.levels;
  if (nextLevel === null) return <p class="soft">{top}</p>;
  return (
    <details>
      <summary>{missing(points, props.levelNames[nextLevel] ?? String(nextLevel))}</summary>
      <ul>
        {steps.map(({ skill, from, to }) => (
          <li key={skill}>
            {skill} <span class="step">{step(scoreInWords(from), scoreInWords(to))}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function scoreInWords(score: Score): string {
  return score === null ? words.sheet.levels.notScored : String(score);
}
