// Choosing a score: 0, 1, 2, n/a or none, as one group of radio buttons that look like keys.

import { useId } from 'preact/hooks';
import type { Score } from '../rules/score';
import { words } from './words';

const CHOICES: readonly Score[] = [0, 1, 2, 'n/a', null];

export function ScoreChoice(props: {
  /** Shown above the keys. */
  label: string;
  /** Read out behind the label, for those who do not see what stands around. */
  about: string;
  score: Score;
  /** What the scores 0, 1 and 2 are called. */
  scale: { 0: string; 1: string; 2: string };
  onChoose(score: Score): void;
}) {
  const { label, about, score, scale, onChoose } = props;
  const name = useId();
  const said = words.scores;
  return (
    <fieldset class="choice">
      <legend>
        {label}
        <span class="unseen"> {about}</span>
      </legend>
      <div class="keys">
        {CHOICES.map((choice) => {
          const meaning =
            typeof choice === 'number'
              ? scale[choice]
              : said[choice === null ? 'notScored' : 'noOpportunity'];
          return (
            <label key={String(choice)} class={`key score-${scoreClass(choice)}`} title={meaning}>
              <input
                type="radio"
                name={name}
                checked={choice === score}
                aria-label={choice === null ? meaning : `${choice} ${meaning}`}
                onChange={() => onChoose(choice)}
              />
              <span aria-hidden="true">{choice ?? '–'}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

/** A score as somebody gave it, in its colour. */
export function ScoreMark({ score }: { score: Score }) {
  const text = score === null ? words.scores.notScored : String(score);
  return <span class={`mark score-${scoreClass(score)}`}>{text}</span>;
}

function scoreClass(score: Score): string {
  if (score === null) return 'none';
  return score === 'n/a' ? 'na' : String(score);
}

/** A score as the queue of answers writes it. */
export function asText(score: Score): string {
  return String(score ?? '');
}
