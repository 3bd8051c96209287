// One tab of an older sheet: each skill, what it is taken for, its score and what happens to it.

import type { Understood } from '../../import/request';
import { importWords as said } from '../words-import';

export function OldTab(props: {
  name: string;
  skills: Understood[];
  accepted: ReadonlySet<string>;
  accept(cells: readonly string[], isAccepted: boolean): void;
}) {
  const { name, skills, accepted, accept } = props;
  const count = (kind: string) => skills.filter(({ match }) => match.kind === kind).length;
  return (
    <details open={count('close') > 0}>
      <summary>
        {said.tab(name, skills.length)}{' '}
        <span class="soft">{said.counts(count('exact'), count('close'), count('none'))}</span>
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{said.columns.where}</th>
            <th scope="col">{said.columns.skill}</th>
            <th scope="col">{said.columns.ours}</th>
            <th scope="col">{said.columns.score}</th>
            <th scope="col">{said.columns.fate}</th>
          </tr>
        </thead>
        <tbody>
          {skills.map((skill) => {
            const { cell, competency, level, text, match, ours, fate, fateAlone } = skill;
            const isTaken = match.kind === 'exact' || accepted.has(cell);
            return (
              <tr key={cell}>
                <td class="soft">
                  {cell}
                  {competency !== name && <div>{competency}</div>}
                  {level !== null && <div>{said.level(level)}</div>}
                </td>
                <td>{text}</td>
                <td>
                  {match.kind === 'none' && <span class="soft">{said.none}</span>}
                  {match.kind === 'exact' && <span class="soft">{said.exact}</span>}
                  {match.kind === 'close' && (
                    <>
                      {ours}
                      <label class="check">
                        <input
                          type="checkbox"
                          checked={accepted.has(cell)}
                          onChange={({ currentTarget }) => accept([cell], currentTarget.checked)}
                        />
                        {said.close(Math.round(match.likeness * 100))}
                      </label>
                    </>
                  )}
                </td>
                <td>{scoreOf(skill)}</td>
                <td>{said.fates[isTaken ? fate : fateAlone]}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}

function scoreOf({ score, unreadable }: Understood): string {
  if (unreadable !== '') return said.noScore(unreadable);
  return score === null ? said.notScored : String(score);
}
