// An outcome in words, before it is final and in the note that follows it.

import type { Goal } from '../../review/sheet';
import type { Moved, Summary } from '../../review/summary';
import { said as allSaid } from './one-to-one-words';
import { inWords, signed } from './view';

const said = allSaid.summary;

/** The sentences of an outcome by what they are about; a list is a heading's lines. */
export interface Lines {
  progress: string[];
  levels: string[];
  moved: { title: string; skills: string[] }[];
  grade: string[];
  goals: string[];
}

/**
 * @param before the round of the outcome before, or blank.
 * @param levelNames from level 0 on.
 * @param hasGrades whether the framework speaks of grades at all.
 */
export function linesOf(
  summary: Summary,
  context: {
    before: string;
    levelNames: readonly string[];
    hasGrades: boolean;
    goals: readonly Goal[];
  },
): Lines {
  const { direction, grade, change, raised, lowered } = summary;
  const levelOf = (level: number) => `${level} ${context.levelNames[level] ?? ''}`.trim();
  const progress = [said.progress(direction, inWords(summary.progress))];
  if (change !== null) {
    progress.push(
      change === 0 ? said.same(context.before) : said.change(signed(change), context.before),
    );
  }
  if (summary.selfProgress !== summary.progress) {
    progress.push(said.self(inWords(summary.selfProgress)));
  }
  const levels = summary.levels.map(({ competency, self, agreed, before }) => {
    const aside = [
      ...(before !== null && before !== agreed ? [said.since(levelOf(before))] : []),
      ...(self !== agreed ? [said.selfLevel(levelOf(self))] : []),
    ];
    const level = levelOf(agreed) + (aside.length > 0 ? ` (${aside.join(', ')})` : '');
    return said.level(`${competency.emoji} ${competency.name}`.trim(), level);
  });
  const moved = [
    { title: said.raised(raised.length), skills: raised.map(movedInWords) },
    { title: said.lowered(lowered.length), skills: lowered.map(movedInWords) },
  ].filter(({ skills }) => skills.length > 0);
  return {
    progress,
    levels,
    moved: moved.length > 0 ? moved : [{ title: said.none, skills: [] }],
    grade: context.hasGrades
      ? [
          grade
            ? said.grade(`${grade.grade} ${grade.jobTitle}`.trim(), direction)
            : said.noGrade(direction),
          ...(summary.currentGrade === '' ? [] : [said.currentGrade(summary.currentGrade)]),
          said.noPromotion,
        ]
      : [],
    goals: context.goals.map(({ goal, due }) => said.goal(goal, due)),
  };
}

function movedInWords({ skill, from, to }: Moved): string {
  return `${skill.text} (${from} → ${to})`;
}

export function SummaryInWords({ lines }: { lines: Lines }) {
  return (
    <div class="summary">
      <p>{lines.progress.join(' ')}</p>
      <ul>
        {lines.levels.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {lines.moved.map(({ title, skills }) => (
        <div key={title}>
          <p>{title}</p>
          {skills.length > 0 && (
            <ul>
              {skills.map((skill) => (
                <li key={skill}>{skill}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
      {lines.grade.length > 0 && <p>{lines.grade.join(' ')}</p>}
      <p>{lines.goals.length === 0 ? said.noGoals : said.goals(lines.goals.length)}</p>
      {lines.goals.length > 0 && (
        <ul>
          {lines.goals.map((line, at) => (
            <li key={at}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
