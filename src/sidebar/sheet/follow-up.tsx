// The note that follows a one-to-one: plain text of the last outcome, to print or to copy.

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { openGoals } from '../../review/agenda';
import { outcomeBefore } from '../../review/differences';
import type { Outcome } from '../../review/outcome';
import { standingOf } from '../../review/standing';
import { summaryOf } from '../../review/summary';
import { Action, Notice } from '../parts';
import { words } from '../words';
import { said as allSaid } from './one-to-one-words';
import { linesOf } from './summary';
import { type CallSheet, type ReviewSheet, timeInWords, today } from './view';

const said = allSaid.followUp;

export function FollowUp(props: { data: ReviewSheet; outcome: Outcome; call: CallSheet }) {
  const { data, outcome, call } = props;
  const [isOpen, setOpen] = useState(false);
  const [statement, setStatement] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const [problem, setProblem] = useState('');
  const note = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    setTold('');
    call('loadStatements').then(
      (statements) => {
        setProblem('');
        setStatement(statements[outcome.id] ?? '');
      },
      (error: Error) => setProblem(error.message),
    );
  }, [isOpen, outcome.id, call]);
  useLayoutEffect(() => {
    if (statement !== null) note.current?.focus();
  }, [statement]);

  if (!isOpen) {
    return (
      <div class="actions">
        <Action label={said.action} onPress={() => setOpen(true)} />
      </div>
    );
  }
  if (statement === null) {
    return problem === '' ? (
      <p class="soft" role="status">
        {words.common.loading}
      </p>
    ) : (
      <Notice kind="problem" text={problem} />
    );
  }
  const parts = noteOf(data, outcome, statement);
  const text = parts.map(({ title, lines }) => [title, ...lines].join('\n')).join('\n\n');
  return (
    <>
      <article class="follow-up" ref={note} tabIndex={-1} aria-labelledby="follow-up">
        {parts.map(({ title, lines }, at) => (
          <div key={title}>
            <h3 id={at === 0 ? 'follow-up' : undefined}>{title}</h3>
            {lines.map((line, row) => (
              <p key={row}>{line}</p>
            ))}
          </div>
        ))}
      </article>
      <Notice kind="message" text={told} />
      <div class="actions">
        <Action
          label={said.copy}
          primary
          onPress={() => setTold(copied(text) ? said.copied : said.notCopied)}
        />
        <Action label={said.print} onPress={() => window.print()} />
        <Action
          label={said.close}
          onPress={() => {
            setOpen(false);
            setStatement(null);
          }}
        />
      </div>
    </>
  );
}

interface Part {
  title: string;
  lines: string[];
}

/** The note by its headings. */
export function noteOf(data: ReviewSheet, outcome: Outcome, statement: string): Part[] {
  const { framework } = data;
  const before = outcomeBefore(data.outcomes, outcome.round);
  const lines = linesOf(summaryOf(framework, outcome, before), {
    before: before?.round ?? '',
    levelNames: framework.levels,
    hasGrades: framework.grades.length > 0,
    goals: openGoals(data.goals, today()).map(({ goal }) => goal),
  });
  const person = outcome.person || outcome.email || words.sheet.person;
  const next = standingOf(framework, outcome.agreedScores).flatMap(({ steps: [step] }) =>
    step ? [`– ${step.skill.text}`] : [],
  );
  const listed = (texts: readonly string[]) => texts.map((text) => `– ${text}`);
  const parts: Part[] = [
    {
      title: said.title(person, outcome.round),
      lines: [
        said.recorded(timeInWords(outcome.recordedAt), outcome.recordedBy),
        lines.progress.join(' '),
        outcome.agrees ? said.agrees(person) : said.disagrees(person),
      ],
    },
    { title: said.levels, lines: listed(lines.levels) },
    {
      title: said.moved,
      lines: lines.moved.flatMap(({ title, skills }) => [title, ...listed(skills)]),
    },
    { title: said.grade, lines: lines.grade },
    { title: said.statement(person), lines: statement === '' ? [] : statement.split('\n') },
    { title: said.goals, lines: listed(lines.goals) },
    { title: said.next, lines: next },
  ];
  return parts.filter((part) => part.lines.length > 0);
}

/** Frames may not use the newer clipboard everywhere; this way works on a press. */
function copied(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'unseen';
  document.body.append(field);
  const before = document.activeElement;
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}
