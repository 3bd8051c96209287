// The sidebar and dialogs that scripts show: frames of an origin of their own,
// which reach the page by messages alone.

import { useEffect, useRef, useState } from 'preact/hooks';
import { Dialog } from './dialog';
import type { ShownFrame } from './messages';
import type { Session } from './session';

interface Shown {
  frame: ShownFrame;
  session: Session;
}

export function Sidebar({ frame, session }: Shown) {
  const close = () => session.show({ sidebar: null });
  return (
    <aside aria-label={frame.title || 'Sidebar'}>
      <header>
        <h2>{frame.title}</h2>
        <button type="button" class="icon" aria-label="Close sidebar" onClick={close}>
          ✕
        </button>
      </header>
      <Frame frame={frame} session={session} close={close} />
    </aside>
  );
}

export function HtmlDialog({ frame, session }: Shown) {
  const [size, setSize] = useState({ width: frame.width ?? 600, height: frame.height ?? 400 });
  const close = () => session.show({ dialog: null });
  return (
    <Dialog title={frame.title} close={close}>
      <div style={{ width: `${size.width}px`, height: `${size.height}px` }}>
        <Frame
          frame={frame}
          session={session}
          close={close}
          resize={(change) => setSize({ ...size, ...change })}
        />
      </div>
    </Dialog>
  );
}

interface FrameProps extends Shown {
  close: () => void;
  resize?: (change: { width?: number; height?: number }) => void;
}

function Frame({ frame, session, close, resize }: FrameProps) {
  const element = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const listen = ({ source, data }: MessageEvent) => {
      const target = element.current?.contentWindow;
      if (!target || source !== target) return;
      if (data?.kind === 'run') {
        session.call(String(data.name), Array.isArray(data.args) ? data.args : []).then(
          (value) => target.postMessage({ call: data.call, value }, '*'),
          ({ name, message }: Error) =>
            target.postMessage({ call: data.call, error: { name, message } }, '*'),
        );
      } else if (data?.kind === 'close') close();
      else if (data?.kind === 'focus') session.focus();
      else if (data?.kind === 'height') resize?.({ height: Number(data.pixels) });
      else if (data?.kind === 'width') resize?.({ width: Number(data.pixels) });
    };
    addEventListener('message', listen);
    return () => removeEventListener('message', listen);
  }, []);
  return (
    <iframe
      ref={element}
      title={frame.title || 'From the script'}
      src={frame.address}
      sandbox="allow-scripts allow-popups allow-modals allow-downloads"
    />
  );
}
