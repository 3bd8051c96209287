// Naming, copying, creating and sharing files.

import { useState } from 'preact/hooks';
import { Dialog } from './dialog';
import type { Person } from './messages';
import { nameOf } from './people';
import { addressOf, ask } from './request';

interface NameDialogProps {
  title: string;
  submit: string;
  name: string;
  /** Rejects with the sentence that the dialog then shows. */
  done: (name: string) => Promise<void>;
  close: () => void;
}

export function NameDialog({ title, submit, name, done, close }: NameDialogProps) {
  const [text, setText] = useState(name);
  const [problem, setProblem] = useState('');
  const onSubmit = () => done(text).catch((error: Error) => setProblem(error.message));
  return (
    <Dialog title={title} submit={submit} close={close} onSubmit={onSubmit} problem={problem}>
      <label>
        Name
        <input
          required
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </label>
    </Dialog>
  );
}

/** A copy of the person's own, opened at once. */
export function CopyDialog({ id, name, close }: { id: string; name: string; close: () => void }) {
  const copy = async (copyName: string) => {
    const { id: copied } = await ask<{ id: string }>('POST', `/files/${id}/copy`, {
      name: copyName,
    });
    location.assign(addressOf(`/file/${copied}`));
  };
  return (
    <NameDialog
      title="Make a copy"
      submit="Make a copy"
      name={`Copy of ${name}`}
      done={copy}
      close={close}
    />
  );
}

const KINDS = [
  { target: undefined, label: 'Blank spreadsheet' },
  { target: 'sheet', label: 'Spreadsheet with the career sheet’s script' },
  { target: 'manager', label: 'Spreadsheet with the manager workbook’s script' },
];

export function NewFileDialog({ close }: { close: () => void }) {
  const [name, setName] = useState('Untitled spreadsheet');
  const [kind, setKind] = useState(0);
  const [problem, setProblem] = useState('');
  const create = async () => {
    try {
      const { target } = KINDS[kind];
      const { id } = await ask<{ id: string }>('POST', '/files', { name, target });
      location.assign(addressOf(`/file/${id}`));
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  return (
    <Dialog title="New file" submit="Create" close={close} onSubmit={create} problem={problem}>
      <label>
        Name
        <input
          required
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </label>
      <fieldset>
        <legend>Kind</legend>
        {KINDS.map(({ label }, index) => (
          <label key={label} class="choice">
            <input
              type="radio"
              name="kind"
              checked={kind === index}
              onChange={() => setKind(index)}
            />
            {label}
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}

interface ShareDialogProps {
  id: string;
  name: string;
  owner: string;
  editors: readonly string[];
  viewers: readonly string[];
  people: readonly Person[];
  editable: boolean;
  /** Called after each change. */
  changed: () => void;
  close: () => void;
}

/** Who may open a file; a person who may edit it can change that, as at Google. */
export function ShareDialog(props: ShareDialogProps) {
  const { id, name, owner, editors, viewers, people, editable, changed, close } = props;
  const [email, setEmail] = useState('');
  const [role, setRole] = useState('editor');
  const [problem, setProblem] = useState('');
  const give = async (to: string, given: string) => {
    try {
      if (!/^[^\s@]+@[^\s@]+$/.test(to)) {
        throw new Error(`"${to}" is no e-mail address: write one such as ada@example.com.`);
      }
      await ask('POST', `/files/${id}/share`, { email: to, role: given });
      setProblem('');
      setEmail('');
      changed();
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  const shared = [
    ...editors.map((one) => ({ email: one, role: 'editor' })),
    ...viewers.map((one) => ({ email: one, role: 'viewer' })),
  ];
  return (
    <Dialog
      title={`Share “${name}”`}
      close={close}
      onSubmit={() => give(email.trim().toLowerCase(), role)}
      problem={problem}
    >
      {editable && (
        <div class="row">
          <input
            aria-label="E-mail address"
            placeholder="Add a person by e-mail address"
            list="people"
            value={email}
            onInput={({ currentTarget }) => setEmail(currentTarget.value)}
          />
          <datalist id="people">
            {people.map((person) => (
              <option key={person.email} value={person.email}>
                {person.name}
              </option>
            ))}
          </datalist>
          <RoleSelect label="Role" role={role} change={setRole} />
          <button type="submit" class="primary">
            Share
          </button>
        </div>
      )}
      <ul class="shares">
        <li>
          <span>{nameOf(owner, people)}</span>
          <small>{owner}</small>
          <em>owner</em>
        </li>
        {shared.map((one) => (
          <li key={one.email}>
            <span>{nameOf(one.email, people)}</span>
            <small>{one.email}</small>
            {editable ? (
              <RoleSelect
                label={`Role of ${one.email}`}
                role={one.role}
                removable
                change={(given) => give(one.email, given)}
              />
            ) : (
              <em>{one.role}</em>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

interface RoleSelectProps {
  label: string;
  role: string;
  removable?: boolean;
  change: (role: string) => void;
}

function RoleSelect({ label, role, removable, change }: RoleSelectProps) {
  return (
    <select
      aria-label={label}
      value={role}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    >
      <option value="editor">editor</option>
      <option value="viewer">viewer</option>
      {removable && <option value="none">remove</option>}
    </select>
  );
}
