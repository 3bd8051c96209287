// Outcomes over time: a line for progress and one for each competency, and the numbers behind them.

import { historyOf } from '../../review/history';
import { Section } from '../parts';
import { words } from '../words';
import { Line } from './line';
import { said as allSaid } from './one-to-one-words';
import { inWords, timeInWords, type ViewProps } from './view';

const said = allSaid.history;

export function History({ data }: ViewProps) {
  const { framework } = data;
  const { outcomes, competencies, progress } = historyOf(framework, data.outcomes);
  const times = outcomes.map(({ recordedAt }) => Date.parse(recordedAt));
  const top = framework.levels.length - 1;
  const last = outcomes[outcomes.length - 1];
  if (!last) return <p class="soft empty">{said.none}</p>;
  const levelOf = (level: number | null) =>
    level === null ? said.unknown : `${level} ${framework.levels[level] ?? ''}`.trim();
  const nameOf = (id: string, name: string) => {
    const emoji = framework.competencies.find((one) => one.id === id)?.emoji ?? '';
    return `${emoji} ${name}`.trim();
  };
  return (
    <>
      <Section title={said.progress}>
        <Line
          name={words.sheet.progress.title}
          values={progress}
          times={times}
          top={top}
          inWords={(value) => (value === null ? said.unknown : inWords(value))}
          isTall
        />
        <p class="ends">
          <span>{outcomes[0].round}</span>
          {outcomes.length > 1 && <span>{last.round}</span>}
        </p>
      </Section>
      <Section title={said.levels}>
        {competencies.map(({ id, name, levels }) => (
          <Line
            key={id}
            name={nameOf(id, name)}
            values={levels}
            times={times}
            top={top}
            inWords={levelOf}
          />
        ))}
      </Section>
      <section>
        <details>
          <summary>{said.table}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
          <section class="scrolls" tabIndex={0} aria-label={said.table}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{said.round}</th>
                  <th scope="col">{said.when}</th>
                  <th scope="col">{said.progressColumn}</th>
                  {competencies.map(({ id, name }) => (
                    <th scope="col" key={id}>
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {outcomes.map(({ id, round, recordedAt }, at) => (
                  <tr key={id}>
                    <th scope="row">{round}</th>
                    <td>{timeInWords(recordedAt)}</td>
                    <td>{inWords(progress[at])}</td>
                    {competencies.map((one) => (
                      <td key={one.id}>{one.levels[at] ?? said.unknown}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </details>
      </section>
    </>
  );
}
