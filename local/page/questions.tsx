// What a script asks before it goes on: an alert, a prompt, or consent.

import { useState } from 'preact/hooks';
import { buttonWords, scopeWords } from './consent-words';
import { Dialog } from './dialog';
import type { Answer, Question } from './messages';
import type { Session } from './session';

export function QuestionDialog({ question, session }: { question: Question; session: Session }) {
  const answer = (given: Answer) => session.answer(question, given);
  if (question.kind === 'consent') return <ConsentDialog question={question} answer={answer} />;
  return <ButtonDialog question={question} answer={answer} />;
}

interface Asked<Kind extends Question['kind']> {
  question: Extract<Question, { kind: Kind }>;
  answer: (answer: Answer) => void;
}

function ButtonDialog({ question, answer }: Asked<'alert' | 'prompt'>) {
  const [text, setText] = useState('');
  const buttons = question.buttons.split('_') as ('OK' | 'CANCEL' | 'YES' | 'NO')[];
  const prompt = question.kind === 'prompt';
  const give = (button: 'OK' | 'CANCEL' | 'YES' | 'NO' | 'CLOSE') =>
    answer(prompt ? { button, text } : button);
  return (
    <Dialog
      title={question.title || 'Message'}
      close={() => give('CLOSE')}
      onSubmit={() => give(buttons[0])}
    >
      <p class="message">{question.message}</p>
      {prompt && (
        <input
          aria-label="Answer"
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      )}
      <footer>
        {buttons.map((button, index) => (
          <button
            key={button}
            type={index === 0 ? 'submit' : 'button'}
            class={index === 0 ? 'primary' : undefined}
            onClick={index === 0 ? undefined : () => give(button)}
          >
            {buttonWords[button]}
          </button>
        ))}
      </footer>
    </Dialog>
  );
}

/** People may allow some of what is asked and refuse the rest. */
function ConsentDialog({ question, answer }: Asked<'consent'>) {
  const [granted, setGranted] = useState(question.scopes);
  return (
    <Dialog
      title="Authorization required"
      close={() => answer([])}
      submit="Allow"
      onSubmit={() => answer(granted)}
    >
      <p>
        The script of <strong>{question.file}</strong> asks <strong>{question.user}</strong> for:
      </p>
      <ul class="scopes">
        {question.scopes.map((scope) => (
          <li key={scope}>
            <label class="choice">
              <input
                type="checkbox"
                checked={granted.includes(scope)}
                onChange={({ currentTarget: { checked } }) =>
                  setGranted(
                    question.scopes.filter((one) =>
                      one === scope ? checked : granted.includes(one),
                    ),
                  )
                }
              />
              <span>
                {scopeWords(scope)}
                <small>{scope}</small>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
