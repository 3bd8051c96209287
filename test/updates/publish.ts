// A version that the owner of a company's template published: what copies are brought up to date to.

import type { SheetData } from '../../local/workspace/workbook';
import type { Framework } from '../../src/framework/framework';
import type { Company } from '../rollup/company';

/**
 * Version 1.1.0: the first skill is removed, the second reworded, one is new, weights change; a
 * direction comes along, with the first grade that there is.
 */
export function publish(company: Company): void {
  company.edit(company.template, (workbook) => {
    const { cells } = workbook.sheets.find(({ name }) => name === 'Published') as SheetData;
    const parts = Object.keys(cells).filter((cell) => /^D([2-9]|\d\d)$/.test(cell));
    const framework = JSON.parse(parts.map((cell) => cells[cell].v).join('')) as Framework;
    const [gone, reworded] = framework.skills;
    framework.version = '1.1.0';
    reworded.text = 'Puts it in other words.';
    reworded.looksLike = 'Other words were put.';
    framework.skills = [
      ...framework.skills.slice(1),
      { ...gone, id: 'del-new', text: 'Says what was never said before.', looksLike: 'Said it.' },
    ];
    const [direction] = framework.directions;
    const [one, other] = framework.competencies.map(({ id }) => id);
    direction.weights[one] += 5;
    direction.weights[other] -= 5;
    framework.directions.push({ ...direction, id: 'pilot', name: 'Pilot' });
    framework.grades = [{ direction: 'Pilot', from: 0, to: 5, grade: 'P1', jobTitle: 'Pilot' }];
    const json = JSON.stringify(framework);
    parts.forEach((cell, index) => {
      cells[cell].v = json.slice(index * 45_000, (index + 1) * 45_000);
    });
  });
}
