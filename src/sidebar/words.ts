// Every word that the sidebars show, in one place. What the server says in an error is the server's.

const accounts =
  'This often happens when several Google accounts are signed in in one browser: ' +
  'open this file in a private window, or in a browser profile, with only the account that may edit it.';

export const words = {
  call: {
    noAnswer: `Google did not answer within 30 seconds. ${accounts} Then reload, to see what was done.`,
    refused: `Google refused the call. ${accounts}`,
    offline: 'There is no connection to Google: check the network, then reload.',
  },
  common: {
    loading: 'Reading the sheet…',
    working: 'Working…',
    reload: 'Reload',
    cancel: 'Cancel',
    retry: 'Try again',
  },
  /** The career sheet's sidebar. */
  sheet: {},
  /** The manager workbook's sidebar. */
  manager: {},
};
