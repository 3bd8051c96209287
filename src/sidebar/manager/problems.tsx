// The rows of Rollup with a problem: who, what is wrong and what to do.

import { Section } from '../parts';
import { managerWords } from '../words-manager';
import type { ManagerOverview } from './view';

export function Problems({ view }: { view: ManagerOverview }) {
  const { title, none } = managerWords.problems;
  const { problems } = view;
  return (
    <Section title={title(problems.length)}>
      {problems.length === 0 ? (
        <p class="soft">{none}</p>
      ) : (
        <dl class="entries">
          {problems.map(({ row, name, problem }) => (
            <div key={row}>
              <dt>{name}</dt>
              <dd>{problem}</dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}
