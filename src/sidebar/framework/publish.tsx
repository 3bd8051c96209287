// Publishing a version: which one it is and why, and a last question.

import { useState } from 'preact/hooks';
import { compareFrameworks } from '../../framework/compare';
import { Action, Confirm, Notice, Section } from '../parts';
import { frameworkWords } from '../words-framework';
import { Changes } from './changes';
import type { Draft } from './draft';

const said = frameworkWords.publish;

export function Publish(props: {
  draft: Draft;
  busy: boolean;
  /** Comes to whether it was published. */
  onPublish: (request: {
    json: string;
    version: string;
    changes: {
      kind: 'major' | 'minor' | 'patch';
      what: string;
      id: string;
      was: string;
      now: string;
    }[];
  }) => Promise<boolean>;
}) {
  const { framework, published, findings } = props.draft;
  const [typos, setTypos] = useState<ReadonlySet<string>>(new Set());
  const [asks, setAsks] = useState(false);
  const { changes, kind, version } = published
    ? compareFrameworks(published, framework, typos)
    : { changes: [], kind: null, version: framework.version };
  const isWrong = findings.some((finding) => finding.kind === 'error');
  const mark = (key: string, isTypo: boolean) => {
    const next = new Set(typos);
    if (isTypo) next.add(key);
    else next.delete(key);
    setTypos(next);
  };
  const publish = async () => {
    const done = await props.onPublish({
      json: JSON.stringify({ ...framework, version }),
      version,
      changes: changes.map(({ kind, what, id, was, now }) => ({ kind, what, id, was, now })),
    });
    setAsks(false);
    if (done) setTypos(new Set());
  };

  return (
    <Section title={said.title}>
      {!published && <p>{said.first(version)}</p>}
      {published && !kind && <p>{said.nothing(published.version)}</p>}
      {published && kind && (
        <>
          <p aria-live="polite">{said.follows(version, said.kinds[kind], published.version)}</p>
          <Changes changes={changes} typos={typos} onTypo={mark} />
        </>
      )}
      {(kind || !published) && isWrong && <Notice kind="warning" text={said.errors} />}
      {(kind || !published) && !isWrong && !asks && (
        <div class="actions">
          <Action
            label={said.action(version)}
            onPress={() => setAsks(true)}
            busy={props.busy}
            primary
          />
        </div>
      )}
      {asks && !isWrong && (
        <Confirm
          title={said.ask(version)}
          yes={said.action(version)}
          onYes={publish}
          onCancel={() => setAsks(false)}
          busy={props.busy}
        >
          <p>{said.follow}</p>
        </Confirm>
      )}
    </Section>
  );
}
