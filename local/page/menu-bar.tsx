// A plain menu bar above the sheet, by mouse and by keyboard.

import { useEffect, useRef, useState } from 'preact/hooks';

export type MenuItem =
  | { caption: string; keys?: string; run: () => void; items?: undefined; separator?: undefined }
  | { caption: string; items: MenuItem[]; separator?: undefined }
  | { separator: true };

export function MenuBar({ menus }: { menus: MenuItem[] }) {
  const [open, setOpen] = useState<number | null>(null);
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    if (open === null) return;
    const close = ({ target }: Event) => {
      if (!bar.current?.contains(target as Node)) setOpen(null);
    };
    addEventListener('pointerdown', close, true);
    return () => removeEventListener('pointerdown', close, true);
  }, [open]);
  const move = (step: number) => {
    const next = ((open ?? 0) + step + menus.length) % menus.length;
    if (open !== null) setOpen(next);
    bar.current?.querySelectorAll<HTMLElement>(':scope > div > button')[next]?.focus();
  };
  return (
    <nav
      ref={bar}
      aria-label="Menus"
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') setOpen(null);
        else if (event.key === 'ArrowRight') move(1);
        else if (event.key === 'ArrowLeft') move(-1);
        else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
          event.preventDefault();
          step(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1);
        }
      }}
    >
      {menus.map((menu, index) =>
        'items' in menu && menu.items ? (
          <div key={index}>
            <button
              type="button"
              aria-haspopup="menu"
              aria-expanded={open === index}
              onClick={() => setOpen(open === index ? null : index)}
              onPointerEnter={() => open !== null && setOpen(index)}
            >
              {menu.caption}
            </button>
            {open === index && <Items items={menu.items} done={() => setOpen(null)} />}
          </div>
        ) : null,
      )}
    </nav>
  );
}

function Items({ items, done }: { items: MenuItem[]; done: () => void }) {
  const [open, setOpen] = useState<number | null>(null);
  return (
    <div role="menu">
      {items.map((item, index) => {
        if (item.separator) return <hr key={`separator ${index}`} />;
        if (item.items) {
          return (
            <div key={item.caption} class="submenu" onPointerEnter={() => setOpen(index)}>
              <button
                type="button"
                role="menuitem"
                aria-haspopup="menu"
                aria-expanded={open === index}
                onClick={() => setOpen(index)}
              >
                {item.caption}
                <span aria-hidden="true">▸</span>
              </button>
              {open === index && <Items items={item.items} done={done} />}
            </div>
          );
        }
        return (
          <button
            key={item.caption}
            type="button"
            role="menuitem"
            onPointerEnter={() => setOpen(null)}
            onClick={() => {
              done();
              item.run();
            }}
          >
            {item.caption}
            {item.keys && <span aria-hidden="true">{item.keys}</span>}
          </button>
        );
      })}
    </div>
  );
}

/** The item above or below the one that has the focus. */
function step(bar: HTMLElement, by: number): void {
  const items = [...bar.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  items[(at + by + items.length) % items.length]?.focus();
}
