// Levels as a radar: one axis a competency, one ring a level. The words beside it say the same.

import { curveLinearClosed, lineRadial, pointRadial } from 'd3-shape';

const SIZE = 240;
const MIDDLE = SIZE / 2;
const RADIUS = 84;

export interface Spoke {
  name: string;
  emoji: string;
  level: number;
  /** The level of an earlier time; null without one. */
  was: number | null;
}

export function Radar(props: { title: string; spokes: readonly Spoke[]; top: number }) {
  const { spokes, top } = props;
  const angleOf = (index: number) => (2 * Math.PI * index) / spokes.length;
  const radiusOf = (level: number) => (RADIUS * level) / (top || 1);
  const outline = (levelOf: (spoke: Spoke) => number) =>
    lineRadial<Spoke>()
      .angle((_, index) => angleOf(index))
      .radius((spoke) => radiusOf(levelOf(spoke)))
      .curve(curveLinearClosed)([...spokes]) ?? '';
  const labelAt = (index: number) => pointRadial(angleOf(index), RADIUS + 18);
  // An odd number of spokes leaves the lower end of a square empty.
  const lowest = MIDDLE + Math.max(...spokes.map((_, index) => labelAt(index)[1]));
  const hasBefore = spokes.some(({ was }) => was !== null);
  return (
    <svg
      class="radar"
      viewBox={`0 0 ${SIZE} ${rounded(lowest + 14)}`}
      role="img"
      aria-label={props.title}
    >
      <g transform={`translate(${MIDDLE},${MIDDLE})`}>
        {Array.from({ length: top }, (_, ring) => (
          <path key={ring} class="radar-ring" d={outline(() => ring + 1)} />
        ))}
        {spokes.map(({ name, emoji }, index) => {
          const [x, y] = pointRadial(angleOf(index), RADIUS);
          const [labelX, labelY] = labelAt(index);
          return (
            <g key={name}>
              <line class="radar-spoke" x2={x} y2={y} />
              <text x={labelX} y={labelY}>
                {emoji || name.slice(0, 3)}
              </text>
            </g>
          );
        })}
        {hasBefore && <path class="radar-was" d={outline(({ was }) => was ?? 0)} />}
        <path class="radar-now" d={outline(({ level }) => level)} />
        {spokes.map(({ name, level }, index) => {
          const [x, y] = pointRadial(angleOf(index), radiusOf(level));
          return <circle key={name} class="radar-dot" cx={x} cy={y} r={3.5} />;
        })}
      </g>
    </svg>
  );
}

const rounded = (value: number) => Math.round(value * 10) / 10;
