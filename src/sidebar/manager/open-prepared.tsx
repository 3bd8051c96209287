// Opening the review from the manager workbook: what is brought is chosen, never assumed.

import { useState } from 'preact/hooks';
import type { AnswerRow } from '../../review/sheet';
import type { Brought, PreparationView } from '../../rollup/prepare';
import { BRINGS, type OpenPreparedRequest } from '../../rollup/prepare-request';
import { Action, Confirm, Notice } from '../parts';
import type { AnswerQueue } from '../sheet/answers';
import type { SheetState } from '../sheet-state';
import { prepareWords } from '../words-prepare';
import type { CallPreparation } from './use-preparation';

type Bring = OpenPreparedRequest['bring'];
const said = prepareWords.open;

export function OpenPrepared(props: {
  view: PreparationView;
  rows: AnswerRow[];
  sheet: SheetState<PreparationView>;
  answers: AnswerQueue;
  call: CallPreparation;
}) {
  const { view, rows, sheet, answers, call } = props;
  const { name, email } = view;
  const [asks, setAsks] = useState(false);
  const [bring, setBring] = useState<Bring | null>(null);
  const [asksAgain, setAsksAgain] = useState(false);
  const scores = rows.filter(({ managerScore }) => managerScore !== null).length;
  const notes = rows.filter(({ managerNote }) => managerNote !== '').length;
  const labels: Record<Bring, string> = {
    nothing: said.choices.nothing,
    scores: said.choices.scores(scores),
    scoresAndNotes: said.choices.scoresAndNotes(scores, notes),
  };
  const open = () => {
    if (bring === null) return setAsksAgain(true);
    return sheet.act(async () => {
      if (!(await answers.flush())) throw new Error(said.unsaved);
      return broughtInWords(name, await call('openPreparedReview', { email, bring }));
    });
  };
  if (!asks) {
    return (
      <div class="actions">
        <Action label={said.action} primary busy={sheet.busy} onPress={() => setAsks(true)} />
      </div>
    );
  }
  return (
    <Confirm
      title={said.title(name)}
      yes={said.yes}
      busy={sheet.busy}
      onYes={open}
      onCancel={() => setAsks(false)}
    >
      <p>{said.follows(name)}</p>
      <fieldset>
        <legend>{said.bring}</legend>
        {BRINGS.map((choice) => (
          <label class="check" key={choice}>
            <input
              type="radio"
              name="bring"
              checked={bring === choice}
              onChange={() => setBring(choice)}
            />
            <span>{labels[choice]}</span>
          </label>
        ))}
      </fieldset>
      <p class="soft">{said.read(name)}</p>
      {asksAgain && bring === null && <Notice kind="problem" text={said.choose} />}
    </Confirm>
  );
}

function broughtInWords(name: string, { kept, missing }: Brought): string {
  const quoted = (texts: string[]) => texts.map((text) => `“${text}”`).join(', ');
  return [
    said.done(name),
    kept.length > 0 ? said.kept(quoted(kept)) : '',
    missing.length > 0 ? said.missing(quoted(missing)) : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
