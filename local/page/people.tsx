// Who the page acts as, and adding somebody new.

import { useState } from 'preact/hooks';
import { Dialog } from './dialog';
import type { Person } from './messages';
import { actAs, ask } from './request';

const NEW = '+';

export function PersonPicker({ people, person }: { people: Person[]; person: string }) {
  const [adding, setAdding] = useState(false);
  const known = people.some(({ email }) => email === person);
  const sorted = [...people].sort((one, other) => one.name.localeCompare(other.name));
  return (
    <>
      <label class="person">
        <span class="initial" aria-hidden="true">
          {nameOf(person, people).slice(0, 1).toUpperCase() || '?'}
        </span>
        <span class="caption">Acting as</span>
        <select
          aria-label="Who you act as"
          value={person}
          onChange={({ currentTarget }) => {
            if (currentTarget.value !== NEW) return actAs(currentTarget.value);
            currentTarget.value = person;
            setAdding(true);
          }}
        >
          {!known && <option value={person}>{person || 'nobody yet'}</option>}
          {sorted.map(({ email, name }) => (
            <option key={email} value={email}>
              {name === email ? email : `${name} (${email})`}
            </option>
          ))}
          <option value={NEW}>Add a person…</option>
        </select>
      </label>
      {adding && <AddPerson close={() => setAdding(false)} />}
    </>
  );
}

export function nameOf(email: string, people: readonly Person[]): string {
  return people.find((person) => person.email === email)?.name ?? email;
}

function AddPerson({ close }: { close: () => void }) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [problem, setProblem] = useState('');
  const add = async () => {
    try {
      const added = await ask<Person>('POST', '/people', { name, email });
      actAs(added.email);
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  return (
    <Dialog title="Add a person" close={close} submit="Add" onSubmit={add} problem={problem}>
      <label>
        Name
        <input value={name} onInput={({ currentTarget }) => setName(currentTarget.value)} />
      </label>
      <label>
        E-mail address
        <input
          type="email"
          required
          value={email}
          onInput={({ currentTarget }) => setEmail(currentTarget.value)}
        />
      </label>
    </Dialog>
  );
}
