/**
 * The invitation from a picture with its QR code: a file, or pasted, for example a screenshot. Not from the
 * camera: no shell lets a page have it (`Permissions-Policy` in `electron/beveiliging.ts`).
 */
import { ScanQrCode } from 'lucide-react';
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { leesUitnodigingscode } from '../../../shared/crypto/index.js';
import { leesBeeld } from '../../onderdelen/qr/index.js';
import type { Platform } from '../../platform/contract.js';
import { useTeksten } from '../../taal/react.js';
import { Knop, Melding, kondigAan } from '../../ui/index.js';
import { teksten } from './teksten.js';

const SOORTEN = ['.png', '.jpg', '.jpeg', '.webp', '.gif', '.bmp'];

type Qrfout = keyof (typeof teksten)['nl']['koppelen']['qr']['fout'];

export function Qrinvoer({
  bestanden,
  bijCode,
}: {
  readonly bestanden: Platform['bestanden'];
  /** An invitation code, as a person would have typed it. */
  readonly bijCode: (code: string) => void;
}): ReactNode {
  const { qr: t } = useTeksten(teksten).koppelen;
  const [bezig, setBezig] = useState(false);
  const [fout, setFout] = useState<Qrfout | null>(null);

  async function lees(haal: () => Promise<Blob>): Promise<void> {
    setBezig(true);
    setFout(null);
    const uit = await leesUitBeeld(haal);
    setBezig(false);
    if (uit.fout === null) {
      kondigAan(t.gelezen);
      bijCode(uit.code);
    } else setFout(uit.fout);
  }

  async function kies(): Promise<void> {
    const [bestand] = await bestanden.kies({ soorten: SOORTEN, meer: false });
    if (bestand !== undefined) await lees(async () => new Blob([await bestand.lees()]));
  }

  const bijPlakken = useEffectEvent((e: ClipboardEvent): void => {
    const beeld = [...(e.clipboardData?.files ?? [])].find((f) => f.type.startsWith('image/'));
    // Text that was copied together with its picture is meant as text.
    if (beeld === undefined || e.clipboardData?.getData('text/plain') !== '') return;
    e.preventDefault();
    if (!bezig) void lees(() => Promise.resolve(beeld));
  });
  useEffect(() => {
    const luister = (e: ClipboardEvent): void => bijPlakken(e);
    document.addEventListener('paste', luister);
    return () => document.removeEventListener('paste', luister);
  }, []);

  return (
    <div className="qrinvoer">
      <div className="row wrap">
        <Knop icoon={ScanQrCode} onPress={() => void kies()}>
          {bezig ? t.bezig : t.kies}
        </Knop>
        <span className="meta">{t.plak}</span>
      </div>
      {fout === null ? null : (
        <Melding soort="letop" live>
          {t.fout[fout]}
        </Melding>
      )}
    </div>
  );
}

/** What is in the picture goes through the parser of a code that was typed. */
async function leesUitBeeld(
  haal: () => Promise<Blob>,
): Promise<{ fout: null; code: string } | { fout: Qrfout }> {
  try {
    const gelezen = await leesBeeld(await haal());
    if (!gelezen.ok) return { fout: gelezen.fout };
    const code = await leesUitnodigingscode(gelezen.waarde);
    return code.ok ? { fout: null, code: gelezen.waarde } : { fout: code.fout };
  } catch (oorzaak) {
    // Most often a file that is not there any more; the user is told.
    console.error('de afbeelding is niet gelezen', oorzaak);
    return { fout: 'beeld' };
  }
}
