// What is understood of older sheets: their two shapes, and what people do to them.

import type ExcelJS from 'exceljs';
import type { OlderSheet } from '../../src/import/older-sheet';
import { readOlderSheet } from '../../src/import/read';
import { pairsSideBySide, pairsWithTitles, plainTable, rawTabs, summary } from './workbooks';

const NAMES = {
  levels: ['Starter', 'Beginner', 'Intermediate', 'Advanced'],
  competencies: [
    { id: 'delivery', name: 'Delivery' },
    { id: 'domain', name: 'Domain Expertise' },
  ],
};

async function read(build: (book: ExcelJS.Workbook) => void): Promise<OlderSheet> {
  return readOlderSheet(await rawTabs(build), NAMES);
}

/** Such as `Delivery 1 Says when it is done: 2`. */
const lines = ({ skills }: OlderSheet) =>
  skills.map(
    ({ competency, level, text, score, unreadable }) =>
      `${competency} ${level} ${text}: ${unreadable ? `?${unreadable}` : score}`,
  );

describe('a tab a competency with a pair of columns a level', () => {
  const delivery = {
    name: 'Delivery',
    headers: ['Beginner', 'Intermediate', 'Advanced'],
    levels: [
      [
        ['Says when the work will be done.', 2],
        ['Tests what was asked for.', 1],
      ],
      [['Splits a feature into useful parts.', 0]],
      [['Plans the work of several teams.', null]],
    ] as [string, number | null][][],
    reached: [true, false, false],
  };

  test('is read by the level names above the columns, skills without a score too', async () => {
    const sheet = await read((book) => {
      pairsSideBySide(book, delivery);
      pairsSideBySide(book, { ...delivery, name: 'DomainExpertise', reached: [true, true, false] });
    });
    expect(lines(sheet).slice(0, 4)).toEqual([
      'Delivery 1 Says when the work will be done.: 2',
      'Delivery 1 Tests what was asked for.: 1',
      'Delivery 2 Splits a feature into useful parts.: 0',
      'Delivery 3 Plans the work of several teams.: null',
    ]);
    expect(sheet.skills[2].cell).toBe('Delivery!D3');
    expect(sheet.shown).toEqual([
      { competency: 'Delivery', level: 1, cell: 'Delivery!B1' },
      { competency: 'DomainExpertise', level: 2, cell: 'DomainExpertise!D1' },
    ]);
    expect(sheet.remarks).toEqual([]);
  });

  test('counts its columns from left to right where nothing names a level', async () => {
    const sheet = await read((book) =>
      pairsSideBySide(book, { name: 'Delivery', levels: delivery.levels.slice(0, 2) }),
    );
    expect(sheet.skills.map(({ level }) => level)).toEqual([1, 1, 2]);
    expect(sheet.remarks).toEqual([
      'No levels are named above the columns of “Delivery”: they count as levels 1 to 2 from left to right.',
    ]);
  });

  test('is read in words, with titles, what a level means, and results below', async () => {
    const sheet = await read((book) => {
      pairsWithTitles(book, {
        name: 'Delivery',
        headers: ['1/ Junior', '2/ Medior'],
        levels: [
          [
            ['Says when the work will be done.', 'Yes'],
            ['Tests what was asked for.', 'Somewhat'],
            ['Reports a task that slips.', null],
          ],
          [['Splits a feature into useful parts.', 'Nope']],
        ],
        reached: [true, false],
      });
      summary(book, { Delivery: 1 });
    });
    expect(lines(sheet)).toEqual([
      'Delivery 1 Says when the work will be done.: 2',
      'Delivery 1 Tests what was asked for.: 1',
      'Delivery 1 Reports a task that slips.: null',
      'Delivery 2 Splits a feature into useful parts.: 0',
    ]);
    expect(sheet.shown).toEqual([{ competency: 'Delivery', level: 1, cell: 'Summary!C2' }]);
  });

  test('takes the result below its columns for the level when no summary shows it', async () => {
    const sheet = await read((book) => {
      pairsWithTitles(book, {
        name: 'Delivery',
        headers: ['1/ Junior', '2/ Medior'],
        levels: [[['Says when the work will be done.', 'Yes']], [['Splits a feature.', 'Yes']]],
        reached: [true, true],
      });
    });
    expect(sheet.shown).toEqual([{ competency: 'Delivery', level: 2, cell: 'Delivery!F14' }]);
    expect(sheet.skills).toHaveLength(2);
  });
});

describe('a plain table', () => {
  test.each([
    [['Competency', 'Level', 'Skill', 'Score']],
    [['Skill area', 'Competency level', 'Statement', 'Self rating (0-2)']],
    [['Area', 'Lvl', 'Expected behaviour', 'My score']],
  ])('is read under the headers %j', async (headers) => {
    const sheet = await read((book) =>
      plainTable(book, headers, [
        ['Delivery', 1, 'Says when the work will be done.', 2],
        ['Delivery', 'Intermediate', 'Splits a feature into useful parts.', 'Partly'],
        ['Delivery', 'Level 3', 'Plans the work of several teams.', 'n/a'],
      ]),
    );
    expect(lines(sheet)).toEqual([
      'Delivery 1 Says when the work will be done.: 2',
      'Delivery 2 Splits a feature into useful parts.: 1',
      'Delivery 3 Plans the work of several teams.: n/a',
    ]);
    expect(sheet.shown).toEqual([]);
  });

  test('counts a skill merged over two rows once', async () => {
    const sheet = await read((book) => {
      const table = plainTable(
        book,
        ['Competency', 'Level', 'Skill', 'Score'],
        [
          ['Delivery', 1, 'Says when the work will be done.', null],
          ['Delivery', 1, null, 2],
          ['Delivery', 1, 'Tests what was asked for.', 1],
        ],
      );
      table.mergeCells('C2:C3');
    });
    expect(lines(sheet)).toEqual([
      'Delivery 1 Says when the work will be done.: 2',
      'Delivery 1 Tests what was asked for.: 1',
    ]);
  });

  test('takes a competency and a level for the rows below, merged or written once', async () => {
    const sheet = await read((book) => {
      const table = plainTable(
        book,
        ['Competency', 'Level', 'Skill', 'Score'],
        [
          ['Delivery', 1, 'Says when the work will be done.', 2],
          [null, null, 'Tests what was asked for.', 1],
          ['Domain Expertise', 1, 'Names the tools of the team.', 0],
          [null, 2, 'Explains the domain to others.', 'yes'],
        ],
      );
      table.mergeCells('A2:A3');
      table.mergeCells('B2:B3');
    });
    expect(lines(sheet)).toEqual([
      'Delivery 1 Says when the work will be done.: 2',
      'Delivery 1 Tests what was asked for.: 1',
      'Domain Expertise 1 Names the tools of the team.: 0',
      'Domain Expertise 2 Explains the domain to others.: 2',
    ]);
  });

  test('takes the person’s own score, not the manager’s', async () => {
    const sheet = await read((book) =>
      plainTable(
        book,
        ['Level', 'Skill', "Manager's score", 'Self score'],
        [[1, 'Says when the work will be done.', 0, 2]],
      ),
    );
    expect(sheet.skills[0]).toMatchObject({ score: 2, cell: 'Sheet1!D2' });
  });
});

describe('what people do to their sheets', () => {
  const headers = ['Competency', 'Level', 'Skill', 'Score'];
  const row = (text: string, score: string | number | null) => ['Delivery', 1, text, score];

  test('an empty file is refused in a sentence', async () => {
    await expect(read((book) => book.addWorksheet('Sheet1'))).rejects.toThrow(
      'The older sheet is empty: give the link to one with skills and scores in it.',
    );
  });

  test('a file without scores is refused in a sentence', async () => {
    const build = (book: ExcelJS.Workbook) =>
      plainTable(book, headers, [row('Says when the work will be done.', null)]);
    await expect(read(build)).rejects.toThrow(/^No scores were found in the older sheet: /);
  });

  test('a score of 3 or another word is named with its cell and kept as it is', async () => {
    const sheet = await read((book) =>
      plainTable(book, headers, [
        row('Says when the work will be done.', 3),
        row('Tests what was asked for.', 'Maybe'),
        row('Reports a task that slips.', 2),
      ]),
    );
    expect(lines(sheet).map((line) => line.split(': ')[1])).toEqual(['?3', '?Maybe', '2']);
    expect(sheet.remarks).toEqual([
      'What stands beside 2 skills (Sheet1!D2: “3”, Sheet1!D3: “Maybe”) is no score: it goes to Archive as it is.',
    ]);
  });

  test('a skill merged over several rows is one skill, and a second score beside it is named', async () => {
    const sheet = await read((book) => {
      const tab = pairsSideBySide(book, {
        name: 'Delivery',
        headers: ['Beginner'],
        levels: [
          [
            ['Says when the work will be done.', 2],
            [null, 0],
            ['Tests what was asked for.', 1],
          ],
        ],
      });
      tab.mergeCells('A3:A4');
    });
    expect(lines(sheet)).toEqual([
      'Delivery 1 Says when the work will be done.: 2',
      'Delivery 1 Tests what was asked for.: 1',
    ]);
    expect(sheet.remarks).toEqual([
      'Delivery!B4 is a second score beside the merged cells of one skill: only the first, Delivery!B3, was read.',
    ]);
  });

  test('a text merged over columns still has its score', async () => {
    const sheet = await read((book) => {
      const tab = book.addWorksheet('Delivery');
      tab.getCell('A1').value = 'Beginner';
      tab.getCell('A2').value = 'Says when the work will be done.';
      tab.getCell('C2').value = 2;
      tab.mergeCells('A1:C1');
      tab.mergeCells('A2:B2');
    });
    expect(lines(sheet)).toEqual(['Delivery 1 Says when the work will be done.: 2']);
  });

  test('hidden rows and tabs are read as well, and said', async () => {
    const sheet = await read((book) => {
      const tab = plainTable(book, headers, [
        row('Says when the work will be done.', 2),
        row('Tests what was asked for.', 1),
      ]);
      tab.getRow(3).hidden = true;
    });
    expect(sheet.skills).toHaveLength(2);
    expect(sheet.remarks).toEqual(['Hidden rows and tabs were read as well: 1 skill (Sheet1!D3).']);
  });

  test('a formula as a skill counts as what it shows; one that shows an error is named', async () => {
    const sheet = await read((book) => {
      pairsSideBySide(book, {
        name: 'Delivery',
        headers: ['Beginner'],
        levels: [
          [
            [{ formula: 'Texts!A1', result: 'Says when the work will be done.' }, 2],
            ['Tests what was asked for.', 1],
            [{ formula: 'Texts!A2', result: '#REF!' }, 2],
          ],
        ],
      });
    });
    expect(lines(sheet)).toEqual([
      'Delivery 1 Says when the work will be done.: 2',
      'Delivery 1 Tests what was asked for.: 1',
    ]);
    expect(sheet.remarks).toEqual([
      'Delivery!B5 holds a score, but Delivery!A5 beside it shows no skill: it was not read.',
      'Of formulas in place of skills what they show was read: 1 skill (Delivery!B3).',
    ]);
  });

  test('text beside the scores is not read, and said', async () => {
    const sheet = await read((book) => {
      const tab = pairsSideBySide(book, {
        name: 'Delivery',
        headers: ['Beginner'],
        levels: [[['Says when the work will be done.', 2]]],
      });
      tab.getCell('C3').value = 'Did so for the new checkout.';
    });
    expect(sheet.remarks).toEqual([
      'Text beside the scores is not taken over (Delivery!C3): copy it into Evidence by hand.',
    ]);
  });

  test('a template that nobody filled in is recognised', async () => {
    const sheet = await read((book) =>
      plainTable(book, headers, [row('Says when it is done.', 0), row('Tests it.', 'Nope')]),
    );
    expect(sheet.remarks).toEqual([
      'Every score in it is 0, as in a template that nobody filled in.',
    ]);
  });
});
