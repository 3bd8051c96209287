// A line over time: a dot an outcome, a gap where nothing is known. The words above it say where it
// began and where it ends.

import { line } from 'd3-shape';
import { said as allSaid } from './one-to-one-words';

const said = allSaid.history;
const WIDTH = 268;
const EDGE = 6;

export function Line(props: {
  name: string;
  values: readonly (number | null)[];
  /** Of each value, in milliseconds. */
  times: readonly number[];
  /** The highest value there can be. */
  top: number;
  inWords(value: number | null): string;
  isTall?: boolean;
}) {
  const { name, values, times, top, inWords } = props;
  const height = props.isTall ? 110 : 44;
  const first = times[0];
  const span = times[times.length - 1] - first;
  const x = (at: number) =>
    span > 0 ? EDGE + ((WIDTH - 2 * EDGE) * (times[at] - first)) / span : WIDTH / 2;
  const y = (value: number) => height - EDGE - ((height - 2 * EDGE) * value) / (top || 1);
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, at) => x(at))
    .y((value) => y(value ?? 0))([...values]);
  const known = values.filter((value) => value !== null);
  const [start, end] = [inWords(known[0] ?? null), inWords(known[known.length - 1] ?? null)];
  return (
    <figure class="line">
      <figcaption>
        <span>{name}</span>
        <span class="soft">{start === end ? end : `${start} → ${end}`}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${height}`}
        role="img"
        aria-label={start === end ? said.one(name, end) : said.chart(name, start, end)}
      >
        {Array.from({ length: top + 1 }, (_, level) => (
          <line key={level} class="line-grid" x1={0} x2={WIDTH} y1={y(level)} y2={y(level)} />
        ))}
        <path class="line-path" d={path ?? ''} />
        {values.map(
          (value, at) =>
            value !== null && <circle key={at} class="line-dot" cx={x(at)} cy={y(value)} r={3.5} />,
        )}
      </svg>
    </figure>
  );
}
