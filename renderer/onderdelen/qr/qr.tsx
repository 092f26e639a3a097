/** A text as a QR code, drawn for cameras: black on white in every theme, with its quiet zone. */
import { useEffect, useState, type ReactNode } from 'react';
import { tekenQr, type Qrtekening } from './code.js';
import './qr.css';

/** Pixels of a module: whole ones, so that a screenshot is as sharp as the code. */
const MODULE = 4;

export function Qr({
  tekst,
  label,
}: {
  readonly tekst: string;
  /** What it is; the text itself must also stand beside it for who does not see this. */
  readonly label: string;
}): ReactNode {
  const [tekening, setTekening] = useState<Qrtekening | null>(null);
  useEffect(() => {
    let weg = false;
    void tekenQr(tekst).then((nieuw) => {
      if (!weg) setTekening(nieuw);
    });
    return () => {
      weg = true;
    };
  }, [tekst]);
  if (tekening === null) return null;
  const { zijde, pad } = tekening;
  return (
    <svg
      className="qr"
      width={zijde * MODULE}
      height={zijde * MODULE}
      viewBox={`0 0 ${zijde} ${zijde}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect width={zijde} height={zijde} />
      <path d={pad} />
    </svg>
  );
}
