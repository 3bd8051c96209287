// Levels as a radar: one axis a competency, one ring a level. The words beside it say the same.

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
  const place = (index: number, radius: number) => {
    const angle = (2 * Math.PI * index) / spokes.length - Math.PI / 2;
    return [MIDDLE + radius * Math.cos(angle), MIDDLE + radius * Math.sin(angle)];
  };
  const at = (index: number, level: number) => place(index, (RADIUS * level) / (top || 1));
  const outline = (levelOf: (spoke: Spoke) => number) =>
    spokes.map((spoke, index) => at(index, levelOf(spoke)).map(rounded).join(',')).join(' ');
  // An odd number of spokes leaves the lower end of a square empty.
  const lowest = Math.max(...spokes.map((_, index) => place(index, RADIUS + 18)[1]));
  const hasBefore = spokes.some(({ was }) => was !== null);
  return (
    <svg
      class="radar"
      viewBox={`0 0 ${SIZE} ${rounded(lowest + 14)}`}
      role="img"
      aria-label={props.title}
    >
      {Array.from({ length: top }, (_, ring) => (
        <polygon key={ring} class="radar-ring" points={outline(() => ring + 1)} />
      ))}
      {spokes.map(({ name, emoji }, index) => {
        const [x, y] = at(index, top);
        const [labelX, labelY] = place(index, RADIUS + 18);
        return (
          <g key={name}>
            <line class="radar-spoke" x1={MIDDLE} y1={MIDDLE} x2={x} y2={y} />
            <text x={labelX} y={labelY}>
              {emoji || name.slice(0, 3)}
            </text>
          </g>
        );
      })}
      {hasBefore && <polygon class="radar-was" points={outline(({ was }) => was ?? 0)} />}
      <polygon class="radar-now" points={outline(({ level }) => level)} />
      {spokes.map(({ name, level }, index) => {
        const [x, y] = at(index, level);
        return <circle key={name} class="radar-dot" cx={x} cy={y} r={3.5} />;
      })}
    </svg>
  );
}

const rounded = (value: number) => Math.round(value * 10) / 10;
