// A level that was newly reached, celebrated once and briefly.

import { useEffect, useRef, useState } from 'preact/hooks';
import { outcomeBefore } from '../../review/differences';
import { said } from './person-words';
import type { Overview, ReviewSheet } from './view';

const BRIEFLY_MS = 5000;

export function Celebration({ view, data }: { view: Overview; data: ReviewSheet }) {
  const [news, setNews] = useState('');
  const highest = useRef<Record<string, number> | null>(null);
  const { competencies, basis, levelNames } = view;
  const levels = competencies.map(({ id, selfLevel, agreedLevel }) => ({
    id,
    level: basis === 'self' ? selfLevel : agreedLevel,
  }));
  const mark = `${basis} ${levels.map(({ level }) => level).join()}`;

  useEffect(() => {
    const before = outcomeBefore(data.outcomes, data.round)?.levels ?? {};
    const known = highest.current;
    const reached = known
      ? levels.filter(({ id, level }) => level > Math.max(known[id] ?? 0, before[id] ?? 0))
      : [];
    highest.current = Object.fromEntries(
      levels.map(({ id, level }) => [id, Math.max(level, known?.[id] ?? 0)]),
    );
    if (reached.length === 0) return;
    const named = reached.map(({ id, level }) => {
      const competency = competencies.find((one) => one.id === id);
      return `${competency?.emoji ?? ''} ${competency?.name ?? id} ${levelNames[level] ?? level}`.trim();
    });
    setNews(said.stand.reached(named.join(', ')));
  }, [mark]);

  useEffect(() => {
    if (news === '') return;
    const timer = setTimeout(() => setNews(''), BRIEFLY_MS);
    return () => clearTimeout(timer);
  }, [news]);

  return (
    <div role="status" class={news === '' ? '' : 'celebration'}>
      {news !== '' && (
        <>
          <span class="sparks" aria-hidden="true">
            <i />
            <i />
            <i />
            <i />
            <i />
          </span>
          <p>{news}</p>
        </>
      )}
    </div>
  );
}
