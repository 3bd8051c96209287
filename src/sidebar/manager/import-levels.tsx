// The levels that the older sheet showed beside those that its scores come to here.

import type { LevelComparison } from '../../import/compare';
import { importWords } from '../words-import';

export function Levels({ levels }: { levels: LevelComparison[] }) {
  const said = importWords.levels;
  return (
    <table>
      <caption>{said.title}</caption>
      <thead>
        <tr>
          <th scope="col">{said.competency}</th>
          <th scope="col">{said.theirs}</th>
          <th scope="col">{said.ours}</th>
          <th scope="col">{said.why}</th>
        </tr>
      </thead>
      <tbody>
        {levels.map(({ competency, theirs, ours, reasons }) => (
          <tr key={competency}>
            <th scope="row">{competency}</th>
            <td>{theirs ?? said.unknown}</td>
            <td>{ours ?? said.none}</td>
            <td>{theirs === ours ? said.same : reasons.join(' ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
