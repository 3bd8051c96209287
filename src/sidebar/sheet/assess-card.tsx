// The skill that is being scored: what a 2 looks like, the scale in words, evidence.

import { useRef } from 'preact/hooks';
import type { Item } from '../../review/assessment';
import { isMarked, REWORDED } from '../../review/marks';
import { NoteField } from '../note-field';
import { said as allSaid } from './person-words';
import { levelInWords, SkillCard, type SkillCardProps } from './skill-card';

const said = allSaid.assess;

export function AssessCard(
  props: Omit<SkillCardProps, 'skill' | 'keys'> & {
    item: Item;
    onEvidence(text: string): void;
  },
) {
  const { item, framework, onScore } = props;
  const { skill, row, agreedBefore, toConfirm, outOfReach } = item;
  const { scale } = framework;
  const evidence = useRef<HTMLTextAreaElement>(null);
  const options: [key: string, value: string, meaning: string][] = [
    ['2', '2', scale[2]],
    ['1', '1', scale[1]],
    ['0', '0', scale[0]],
    ['N', 'n/a', said.notApplicable],
  ];
  return (
    <SkillCard {...props} skill={skill} keys={said.keys} text={evidence}>
      {skill.looksLike !== '' && (
        <p class="looks-like own-words">
          <b>{allSaid.card.looksLike}</b> {skill.looksLike}
        </p>
      )}
      {toConfirm && (
        <p class="card-mark">{isMarked(row.evidence, REWORDED) ? said.reworded : said.filled}</p>
      )}
      {outOfReach && (
        <p class="card-mark">{said.outOfReach(levelInWords(framework, skill.level))}</p>
      )}
      {agreedBefore !== null && agreedBefore !== row.selfScore && (
        <p class="card-mark">{said.agreedBefore(String(agreedBefore))}</p>
      )}
      <fieldset class="scale" aria-label={said.score}>
        {options.map(([key, value, meaning]) => (
          <button
            type="button"
            key={value}
            class={`pick-${key}`}
            aria-pressed={String(row.selfScore ?? '') === value}
            aria-keyshortcuts={key}
            onClick={() => onScore(value)}
          >
            <kbd>{key}</kbd>
            <span>{meaning}</span>
          </button>
        ))}
      </fieldset>
      <NoteField
        key={skill.id}
        label={said.evidence}
        hint={said.evidenceHint}
        text={row.evidence}
        box={evidence}
        onChange={props.onEvidence}
      />
    </SkillCard>
  );
}
