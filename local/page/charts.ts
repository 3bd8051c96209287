// Charts that scripts put into tabs, drawn over the cells where they stand.

import Chart, { type ChartConfiguration, type ChartType } from 'chart.js/auto';
import { type Area, clipped, parseReference } from '../workspace/a1';
import { same } from '../workspace/same';
import type { Chart as Recorded, SheetData, Workbook } from '../workspace/workbook';
import type { Grid } from './grid';

/** Google's size of a chart that was given none, and its first colours. */
const WIDTH = 600;
const HEIGHT = 371;
const COLORS = ['#4285f4', '#ea4335', '#fbbc04', '#34a853', '#ff6d01', '#46bdc6'];

interface Drawn {
  box: HTMLElement;
  chart: Chart;
  drawing: Drawing;
}

export class ChartLayer {
  private readonly layer = document.createElement('div');
  private readonly drawn = new Map<string, Drawn>();
  private workbook: Workbook | null = null;
  private due = false;

  constructor(
    container: HTMLElement,
    private readonly grid: Grid,
  ) {
    this.layer.className = 'charts';
    container.append(this.layer);
    new ResizeObserver(() => this.refresh()).observe(container);
  }

  /** The workbook whose charts are shown from now on. */
  show(workbook: Workbook): void {
    this.workbook = workbook;
    this.refresh();
  }

  /** Values, scroll or the tab in front may have changed. */
  refresh(): void {
    if (this.due) return;
    this.due = true;
    requestAnimationFrame(() => {
      this.due = false;
      this.draw();
    });
  }

  private draw(): void {
    const sheet = this.workbook?.sheets.find(({ id }) => id === this.grid.activeSheet);
    const charts = sheet?.charts ?? [];
    const wanted = new Set(charts.map((chart) => keyOf(sheet as SheetData, chart)));
    for (const [key, { box, chart }] of this.drawn) {
      if (wanted.has(key)) continue;
      chart.destroy();
      box.remove();
      this.drawn.delete(key);
    }
    const cells = this.grid.cellArea();
    if (!sheet || !cells) return;
    Object.assign(this.layer.style, pixels(cells));
    for (const recorded of charts) this.drawOne(sheet, recorded, cells);
  }

  private drawOne(
    sheet: SheetData,
    recorded: Recorded,
    cells: { left: number; top: number },
  ): void {
    const drawing = this.drawingOf(sheet, recorded);
    const key = keyOf(sheet, recorded);
    let known = this.drawn.get(key);
    if (known && !same(known.drawing, drawing)) {
      known.chart.destroy();
      known.box.remove();
      known = undefined;
    }
    if (!known) {
      known = drawn(drawing);
      this.layer.append(known.box);
      this.drawn.set(key, known);
    }
    const at = this.grid.place(recorded.row, recorded.column);
    known.box.hidden = !at;
    if (!at) return;
    const { zoom } = at;
    known.box.style.transform = `translate(${at.left - cells.left + recorded.offsetX * zoom}px, ${
      at.top - cells.top + recorded.offsetY * zoom
    }px) scale(${zoom})`;
  }

  private drawingOf(sheet: SheetData, recorded: Recorded): Drawing {
    const columns = recorded.ranges.flatMap((range) => {
      const reference = parseReference(range);
      const of = this.workbook?.sheets.find(
        ({ name }) => name === (reference?.sheet ?? sheet.name),
      );
      const area = reference && of && clipped(reference.area, of);
      return area ? this.columnsOf(of.id, area) : [];
    });
    const { type, headers, options } = recorded;
    return { type, options, ...seriesOf(columns, headers) };
  }

  private columnsOf(sheet: number, { row, column, rows, columns }: Area): unknown[][] {
    return Array.from({ length: columns }, (_, right) =>
      Array.from({ length: rows }, (_, down) => this.grid.value(sheet, row + down, column + right)),
    );
  }
}

interface Series {
  labels: string[];
  series: { label: string; values: (number | null)[] }[];
}

interface Drawing extends Series {
  type: string;
  options: Record<string, unknown>;
}

/** Columns side by side: the first one with texts gives the labels, the others a series each. */
function seriesOf(columns: unknown[][], headers: number): Series {
  const bodies = columns.map((column) => column.slice(headers));
  const labelled = bodies[0]?.some((value) => typeof value === 'string' && value !== '');
  const first = labelled ? 1 : 0;
  return {
    labels: (bodies[0] ?? []).map((value, index) =>
      labelled ? String(value ?? '') : String(index + 1),
    ),
    series: bodies.slice(first).map((values, index) => ({
      label: headers > 0 ? String(columns[first + index][headers - 1] ?? '') : '',
      values: values.map((value) => (typeof value === 'number' ? value : null)),
    })),
  };
}

function keyOf(sheet: SheetData, chart: Recorded): string {
  return `${sheet.id} ${chart.id}`;
}

function drawn(drawing: Drawing): Drawn {
  const box = document.createElement('div');
  const canvas = document.createElement('canvas');
  box.className = 'chart';
  const [width, height] = [option(drawing, 'width', WIDTH), option(drawing, 'height', HEIGHT)];
  Object.assign(box.style, {
    width: `${width}px`,
    height: `${height}px`,
    background: option(drawing, 'backgroundColor', '#ffffff'),
  });
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', inWords(drawing));
  box.append(canvas);
  return { box, drawing, chart: new Chart(canvas, configuration(drawing)) };
}

/** What the picture says, for those who do not see it. */
function inWords(drawing: Drawing): string {
  const title = option(drawing, 'title', '') || 'Chart';
  const parts = drawing.series.map(({ label, values }) => {
    const points = values.map((value, index) => `${drawing.labels[index]} ${value ?? 'none'}`);
    return `${label ? `${label}: ` : ''}${points.join(', ')}`;
  });
  return `${title}. ${parts.join('; ')}.`;
}

const TYPES: Record<string, ChartType> = {
  AREA: 'line',
  BAR: 'bar',
  COLUMN: 'bar',
  COMBO: 'bar',
  HISTOGRAM: 'bar',
  LINE: 'line',
  PIE: 'pie',
  RADAR: 'radar',
  SCATTER: 'line',
  STEPPED_AREA: 'line',
};

function configuration(drawing: Drawing): ChartConfiguration {
  const colors = option(drawing, 'colors', COLORS);
  const type = TYPES[drawing.type] ?? 'bar';
  const stacked = Boolean(option(drawing, 'isStacked', false));
  const position: string = option(drawing, 'legend.position', option(drawing, 'legend', 'top'));
  const title = option(drawing, 'title', '');
  const values = {
    min: option<number | undefined>(drawing, 'vAxis.minValue', undefined),
    max: option<number | undefined>(drawing, 'vAxis.maxValue', undefined),
  };
  return {
    type,
    data: {
      labels: drawing.labels,
      datasets: drawing.series.map(({ label, values: data }, index) => {
        const color = colors[index % colors.length];
        return {
          label,
          data,
          borderColor: color,
          backgroundColor: fillOf(type, color, colors),
          borderWidth: 2,
          pointRadius: 2,
          fill: type === 'radar' || drawing.type.endsWith('AREA'),
          showLine: drawing.type !== 'SCATTER',
        };
      }),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      indexAxis: drawing.type === 'BAR' ? 'y' : 'x',
      plugins: {
        title: { display: title !== '', text: title },
        legend: {
          display: position !== 'none',
          position: ['bottom', 'left', 'right'].includes(position) ? (position as 'bottom') : 'top',
          labels: { boxWidth: 12 },
        },
      },
      scales: scalesOf(type, drawing.type === 'BAR', values, stacked),
    },
  };
}

function fillOf(type: ChartType, color: string, colors: string[]): string | string[] {
  if (type === 'pie') return colors;
  return type === 'bar' ? color : `${color}26`;
}

function scalesOf(type: ChartType, lying: boolean, ends: object, stacked: boolean) {
  if (type === 'pie') return {};
  if (type === 'radar') {
    const ticks = { stepSize: 1, backdropColor: 'transparent', font: { size: 9 } };
    return { r: { ...ends, beginAtZero: true, ticks } };
  }
  const values = { ...ends, stacked, beginAtZero: true, ticks: { precision: 0 } };
  return lying ? { x: values, y: { stacked } } : { y: values, x: { stacked } };
}

/** An option as scripts give it: under its dotted name, or inside an object. */
function option<T>({ options }: Drawing, name: string, otherwise: T): T {
  const found =
    options[name] ??
    name.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)?.[part], options);
  return typeof found === typeof otherwise || otherwise === undefined
    ? ((found ?? otherwise) as T)
    : otherwise;
}

function pixels(box: { left: number; top: number; width: number; height: number }) {
  return Object.fromEntries(Object.entries(box).map(([side, value]) => [side, `${value}px`]));
}
