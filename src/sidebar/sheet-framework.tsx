// The owner's page for the framework of a template: check it, publish a version, take it out and
// bring it in as text. It works everything out itself; the script reads and writes cells.

import { useMemo } from 'preact/hooks';
import type * as server from '../entry/framework';
import type { Place } from '../framework/tabs';
import { connect } from './call';
import { draftOf, type Incoming, incomingOf } from './framework/draft';
import { Findings } from './framework/findings';
import { Json } from './framework/json';
import { Publish } from './framework/publish';
import { Action, mount, Notice } from './parts';
import { useSheetState } from './sheet-state';
import './style.css';
import './framework/framework.css';
import { words } from './words';
import { frameworkWords as said } from './words-framework';

/** Publishing makes two tabs anew. */
const PATIENCE_SECONDS = 180;

const call = connect<typeof server>(PATIENCE_SECONDS);
const load = () => call('loadFramework');

function OwnersPage() {
  const sheet = useSheetState(load);
  const { view, busy, problem, message, act } = sheet;
  const draft = useMemo(() => view && draftOf(view), [view]);

  const show = (place: Place) => void call('showCell', place).catch(() => sheet.reload());
  const fill = () =>
    draft &&
    act(async () => {
      await call('changeFramework', { edits: draft.missing, identity: null });
      return said.check.filled(draft.missing.length);
    });
  const write = ({ edits, framework }: Incoming) => {
    const { id, name, version } = framework;
    const isOther = id !== draft?.framework.id;
    return act(async () => {
      await call('changeFramework', {
        edits,
        identity: { id, name, version: isOther ? version : (draft?.framework.version ?? version) },
      });
      return said.json.written;
    });
  };

  return (
    <div aria-busy={busy}>
      <header class="who">
        <h1>{draft?.framework.name ?? ''}</h1>
        {draft && (
          <span class="badge">
            {draft.published ? said.published(draft.published.version) : said.neverPublished}
          </span>
        )}
      </header>
      <Notice kind="problem" text={problem} />
      <Notice kind="message" text={message} />
      {!view && busy && <p class="soft">{words.common.loading}</p>}
      <div class="actions">
        <Action
          label={busy ? words.common.working : said.checkAgain}
          onPress={sheet.reload}
          busy={busy}
        />
      </div>
      {view && draft && (
        <>
          <Findings findings={draft.findings} onShow={show}>
            {draft.missing.length > 0 && (
              <div class="actions">
                <Action
                  label={said.check.fill(draft.missing.length)}
                  onPress={fill}
                  busy={busy}
                  primary
                />
              </div>
            )}
          </Findings>
          <Publish
            draft={draft}
            busy={busy}
            onPublish={(request) =>
              act(async () => {
                const archived = await call('publishFramework', request);
                const kept = archived > 0 ? said.publish.archived(archived) : '';
                return `${said.publish.done(request.version)}${kept}`;
              })
            }
          />
          <Json
            framework={draft.framework}
            busy={busy}
            isBroken={draft.isBroken}
            lookAt={(framework) => incomingOf(view.tabs, draft.framework, framework)}
            onWrite={write}
          />
        </>
      )}
    </div>
  );
}

mount(<OwnersPage />);
