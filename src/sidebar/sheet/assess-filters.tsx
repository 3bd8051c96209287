// Which skills are asked for.

import { useState } from 'preact/hooks';
import type { Filter, Item, Show } from '../../review/assessment';
import { topLevel } from '../../review/assessment';
import { said } from './person-words';
import { levelInWords } from './skill-card';
import type { ReviewSheet } from './view';

export function Filters(props: {
  filter: Filter;
  items: readonly Item[];
  data: ReviewSheet;
  found: number;
  onChange(filter: Filter): void;
}) {
  const { filter, data, onChange } = props;
  const { competencies } = data.framework;
  const { shows } = said.assess;
  const isNarrow = filter.competency !== '' || filter.level !== 0 || filter.search !== '';
  const [wide, setWide] = useState(isNarrow);
  const offered = (Object.keys(shows) as Show[]).filter(
    (show) => show !== 'changed' || data.outcomes.length > 0,
  );
  return (
    <search class="filters">
      <div class="filter-row">
        <select
          class="grows"
          aria-label={said.assess.show}
          value={filter.show}
          onChange={(event) => onChange({ ...filter, show: event.currentTarget.value as Show })}
        >
          {offered.map((show) => (
            <option key={show} value={show}>
              {shows[show]}
            </option>
          ))}
        </select>
        <button
          type="button"
          class={isNarrow ? 'narrow' : ''}
          aria-expanded={wide}
          onClick={() => setWide(!wide)}
        >
          {said.assess.more}
        </button>
      </div>
      {wide && (
        <div class="filter-more">
          <select
            aria-label={said.assess.competency}
            value={filter.competency}
            onChange={(event) => onChange({ ...filter, competency: event.currentTarget.value })}
          >
            <option value="">{said.assess.allCompetencies}</option>
            {competencies.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <select
            aria-label={said.assess.level}
            value={filter.level}
            onChange={(event) => onChange({ ...filter, level: Number(event.currentTarget.value) })}
          >
            <option value={0}>{said.assess.allLevels}</option>
            {levelsUpTo(topLevel(data.framework)).map((level) => (
              <option key={level} value={level}>
                {levelInWords(data.framework, level)}
              </option>
            ))}
          </select>
          <input
            type="search"
            aria-label={said.assess.search}
            placeholder={said.assess.search}
            value={filter.search}
            onInput={(event) => onChange({ ...filter, search: event.currentTarget.value })}
          />
          <p class="soft" role="status">
            {said.assess.found(props.found)}
          </p>
        </div>
      )}
    </search>
  );
}

/** 1, 2 and so on. */
export function levelsUpTo(top: number): number[] {
  return Array.from({ length: top }, (_, index) => index + 1);
}
