// Goals: those that are open, and a form for a new one or for changes of one.

import { useState } from 'preact/hooks';
import { openGoals } from '../../review/agenda';
import { inOrder } from '../../review/differences';
import type { Goal } from '../../review/sheet';
import { Action, Notice, Section } from '../parts';
import { words } from '../words';
import { said } from './person-words';
import { today, type ViewProps } from './view';

export function Goals(props: ViewProps) {
  const { data, sheet, call, about } = props;
  const skill = data.framework.skills.find(({ id }) => id === about);
  const [edited, setEdited] = useState<Goal | null>(() =>
    skill ? { ...NEW, skill: skill.text, goal: said.goals.from(skill.text) } : null,
  );
  const seenOf = ({ position }: Goal) =>
    data.goals.find((one) => one.position === position)?.goal ?? '';
  const save = async (goal: Goal) => {
    const done = await sheet.act(async () => {
      await call('saveGoal', { goal, seen: goal.position === 0 ? '' : seenOf(goal) });
      return said.goals.saved;
    });
    if (done) setEdited(null);
  };
  const open = openGoals(data.goals, today());
  const closed = data.goals.filter(
    (goal) => goal.goal !== '' && !open.some((one) => one.goal === goal),
  );
  return (
    <>
      {edited ? (
        <GoalForm
          key={edited.position}
          {...props}
          goal={edited}
          onSave={save}
          onCancel={() => setEdited(null)}
        />
      ) : (
        <div class="actions">
          <Action label={said.goals.add} primary onPress={() => setEdited(NEW)} />
        </div>
      )}
      <Section title={said.goals.open}>
        {open.length === 0 && <p>{said.goals.none}</p>}
        <ul class="goals">
          {open.map(({ goal, isDue }) => (
            <li key={goal.position}>
              <p class="goal own-words">{goal.goal}</p>
              {goal.skill !== '' && !goal.goal.includes(goal.skill) && (
                <p class="soft">{goal.skill}</p>
              )}
              <p class="soft">
                {[goal.support, goal.resource, goal.due].filter((part) => part !== '').join(' · ')}
                {isDue && <span class="card-mark">{said.goals.overdue}</span>}
              </p>
              <div class="filter-row">
                <select
                  class="grows"
                  aria-label={`${said.goals.state}: ${goal.goal}`}
                  value={said.goals.states.includes(goal.state) ? goal.state : 'Planned'}
                  disabled={sheet.busy}
                  onChange={(event) => save({ ...goal, state: event.currentTarget.value })}
                >
                  {said.goals.states.map((state) => (
                    <option key={state}>{state}</option>
                  ))}
                </select>
                <button
                  type="button"
                  aria-label={`${said.goals.change}: ${goal.goal}`}
                  onClick={() => setEdited(goal)}
                >
                  {said.goals.change}
                </button>
              </div>
            </li>
          ))}
        </ul>
        {closed.length > 0 && (
          <details>
            <summary>{said.goals.closed(closed.length)}</summary>
            <ul>
              {closed.map(({ position, goal, state }) => (
                <li key={position}>
                  {goal} <span class="soft">({state})</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </Section>
    </>
  );
}

const NEW: Goal = {
  position: 0,
  goal: '',
  skill: '',
  measure: '',
  support: '',
  resource: '',
  due: '',
  state: 'Planned',
};

function GoalForm(props: ViewProps & { goal: Goal; onSave(goal: Goal): void; onCancel(): void }) {
  const { data, sheet, onSave, onCancel } = props;
  const [goal, setGoal] = useState(props.goal);
  const [asksAgain, setAsksAgain] = useState(false);
  const set = (change: Partial<Goal>) => setGoal({ ...goal, ...change });
  const skills = inOrder(data.framework);
  const isOther = goal.skill !== '' && !skills.some(({ text }) => text === goal.skill);
  return (
    <form
      class="confirm goal-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (goal.goal.trim() === '') setAsksAgain(true);
        else if (!sheet.busy) onSave({ ...goal, due: isDate(goal.due) ? goal.due : '' });
      }}
    >
      <h2>{props.goal.position === 0 ? said.goals.add : said.goals.edit}</h2>
      <label class="field">
        {said.goals.title}
        <textarea
          rows={2}
          value={goal.goal}
          onInput={(event) => set({ goal: event.currentTarget.value })}
        />
      </label>
      {asksAgain && goal.goal.trim() === '' && <Notice kind="problem" text={said.goals.empty} />}
      <label class="field">
        {said.goals.serves}
        <select value={goal.skill} onChange={(event) => set({ skill: event.currentTarget.value })}>
          <option value="">{said.goals.noSkill}</option>
          {isOther && <option value={goal.skill}>{goal.skill}</option>}
          {data.framework.competencies.map(({ id, name }) => (
            <optgroup key={id} label={name}>
              {skills
                .filter(({ competency }) => competency === id)
                .map(({ id: skillId, text }) => (
                  <option key={skillId} value={text}>
                    {text}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label class="field">
        {said.goals.measure}
        <textarea
          rows={2}
          value={goal.measure}
          onInput={(event) => set({ measure: event.currentTarget.value })}
        />
      </label>
      <label class="field">
        {said.goals.due}
        <input
          type="date"
          value={goal.due}
          onInput={(event) => set({ due: event.currentTarget.value })}
        />
      </label>
      <fieldset>
        <legend>{said.goals.support}</legend>
        {said.goals.supports.map(([name, when]) => (
          <label class="check" key={name}>
            <input
              type="radio"
              name="support"
              checked={goal.support === name}
              onChange={() => set({ support: name })}
            />
            <span>
              {name} <span class="soft">{when}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <label class="field">
        {said.goals.resource}
        <input
          type="text"
          value={goal.resource}
          onInput={(event) => set({ resource: event.currentTarget.value })}
        />
      </label>
      <div class="actions">
        <button type="submit" class="primary" aria-disabled={sheet.busy}>
          {said.goals.save}
        </button>
        <Action label={words.common.cancel} onPress={onCancel} />
      </div>
    </form>
  );
}

const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text);
