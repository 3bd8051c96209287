// The views of the career sheet's sidebar, in the order of their tabs.

import type { ComponentType } from 'preact';
import { words } from '../words';
import { Agenda } from './agenda';
import { Agree } from './agree';
import { Assess } from './assess';
import { Goals } from './goals';
import { History } from './history';
import { said as oneToOne } from './one-to-one-words';
import { Review } from './review';
import { Stand } from './stand';
import { isAuthor, type Overview, type ViewId, type ViewProps } from './view';

export interface View {
  id: ViewId;
  label(view: Overview): string;
  /** Whether it has a tab. */
  shown(view: Overview): boolean;
  /** Whether the sidebar opens with it; of several the first one, of none the first shown. */
  opens(view: Overview): boolean;
  Component: ComponentType<ViewProps>;
}

const said = words.sheet.views;
const talk = oneToOne.views;
const isOwn = ({ place }: Overview) => place === 'own';

function isDraftOfOnes(view: Overview): boolean {
  return isOwn(view) && view.status === 'Draft' && isAuthor(view);
}

export const VIEWS: readonly View[] = [
  {
    id: 'assess',
    label: () => said.assess,
    shown: isDraftOfOnes,
    opens: isDraftOfOnes,
    Component: Assess,
  },
  {
    id: 'stand',
    label: (view) => (isAuthor(view) ? said.stand : said.standing),
    shown: () => true,
    opens: () => false,
    Component: Stand,
  },
  {
    id: 'goals',
    label: () => said.goals,
    shown: isOwn,
    opens: () => false,
    Component: Goals,
  },
  {
    id: 'agenda',
    label: () => talk.agenda,
    shown: (view) => isOwn(view) && (view.status === 'Submitted' || view.status === 'In review'),
    opens: () => false,
    Component: Agenda,
  },
  {
    id: 'agree',
    label: () => talk.agree,
    shown: (view) => isOwn(view) && view.status === 'In review',
    opens: () => false,
    Component: Agree,
  },
  {
    id: 'review',
    label: () => said.review,
    shown: isOwn,
    opens: isOwn,
    Component: Review,
  },
  {
    id: 'history',
    label: () => talk.history,
    shown: (view) => view.lastOutcome !== null,
    opens: () => false,
    Component: History,
  },
];
