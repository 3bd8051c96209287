// The framework as JSON text, out of the tabs and into them.

import { useId, useRef, useState } from 'preact/hooks';
import type { Framework } from '../../framework/framework';
import { frameworkJson, parseFrameworkJson } from '../../framework/json';
import { Action, Notice, Section } from '../parts';
import { frameworkWords } from '../words-framework';
import { Changes } from './changes';
import type { Incoming } from './draft';
import { FindingList } from './findings';

const said = frameworkWords.json;

export function Json(props: {
  framework: Framework;
  busy: boolean;
  isBroken: boolean;
  lookAt: (framework: Framework) => Incoming;
  /** Comes to whether it was written. */
  onWrite: (incoming: Incoming) => Promise<boolean>;
}) {
  const [open, setOpen] = useState<'out' | 'in' | null>(null);
  const close = () => setOpen(null);
  return (
    <Section title={said.title}>
      {open === null && (
        <div class="actions">
          <Action label={said.out} onPress={() => setOpen('out')} />
          <Action label={said.in} onPress={() => setOpen('in')} />
        </div>
      )}
      {open === 'out' && <Out framework={props.framework} onClose={close} />}
      {open === 'in' && <In {...props} onClose={close} />}
    </Section>
  );
}

function Out(props: { framework: Framework; onClose: () => void }) {
  const { framework } = props;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [news, setNews] = useState('');
  const text = frameworkJson(framework);
  // The page is framed, where the newer way to copy is not allowed.
  const copy = () => {
    area.current?.select();
    setNews(document.execCommand('copy') ? said.copied : said.notCopied);
  };
  const download = () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = `${framework.id}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href));
  };
  return (
    <>
      <label class="field" for={id}>
        {said.outLabel}
      </label>
      <textarea id={id} ref={area} rows={10} readOnly value={text} />
      <Notice kind="message" text={news} />
      <div class="actions">
        <Action label={said.copy} onPress={copy} />
        <Action label={said.download} onPress={download} />
        <Action label={said.close} onPress={props.onClose} />
      </div>
    </>
  );
}

function In(props: Parameters<typeof Json>[0] & { onClose: () => void }) {
  const id = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const [incoming, setIncoming] = useState<Incoming | null>(null);
  const lookAt = () => {
    setIncoming(null);
    setProblem('');
    try {
      if (props.isBroken) throw new Error(said.missingColumns);
      setIncoming(props.lookAt(parseFrameworkJson(text)));
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  const write = async (found: Incoming) => {
    if (await props.onWrite(found)) props.onClose();
    else setIncoming(null);
  };
  return (
    <>
      <label class="field" for={id}>
        {said.inLabel}
      </label>
      <textarea
        id={id}
        rows={10}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setIncoming(null);
        }}
      />
      <Notice kind="problem" text={problem} />
      {incoming && <Preview incoming={incoming} now={props.framework} />}
      <div class="actions">
        {incoming && incoming.edits.length > 0 ? (
          <Action label={said.write} onPress={() => write(incoming)} busy={props.busy} primary />
        ) : (
          <Action label={said.look} onPress={lookAt} busy={props.busy} primary />
        )}
        <Action label={said.close} onPress={props.onClose} />
      </div>
    </>
  );
}

function Preview({ incoming, now }: { incoming: Incoming; now: Framework }) {
  const { framework, edits, errors, comparison } = incoming;
  if (edits.length === 0) return <Notice kind="message" text={said.same} />;
  return (
    <>
      {framework.id !== now.id && (
        <Notice kind="warning" text={said.other(framework.name, now.name)} />
      )}
      {errors.length > 0 && (
        <>
          <p>{said.problems(errors.length)}</p>
          <FindingList findings={errors} />
        </>
      )}
      <p>{said.changes(comparison.changes.length)}</p>
      <Changes changes={comparison.changes} />
    </>
  );
}
