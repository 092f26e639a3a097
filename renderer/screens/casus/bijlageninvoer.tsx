/** Choosing attachments in a dialog: by button or by dropping, with what becomes of each. */
import { Check, CircleAlert, FolderOpen, Paperclip, RotateCcw, Upload, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { grootteInWoorden } from '../../../shared/domein/index.js';
import type { Bijlagenlijst, Bijlageregel } from '../../stores/bijlagen.js';
import { lopendPlatform, vanFile } from '../../stores/platform.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Iconknop, Knop, klas, Tag, Voortgang } from '../../ui/index.js';
import './bijlagen.css';
import { teksten } from './teksten.js';

/** Smaller files are done before a bar would be seen. */
const MET_BALK = 4_000_000;

/** Why it cannot be recorded yet because of its attachments; null when it can. */
export function useBijlagenreden(lijst: Bijlagenlijst): string | null {
  const t = useTeksten(teksten);
  const { regels } = useStore(lijst.store);
  if (regels.some((r) => r.stand.soort === 'wacht' || r.stand.soort === 'bezig')) {
    return t.bijlage.eerstKlaar;
  }
  return regels.some((r) => r.stand.soort === 'mislukt') ? t.bijlage.eerstWeg : null;
}

export function Bijlageninvoer({ lijst }: { lijst: Bijlagenlijst }) {
  const t = useTeksten(teksten);
  const { regels } = useStore(lijst.store);
  const boven = useLatenVallen(lijst);
  const knop = useId();
  const kop = useId();
  const [weg, zetWeg] = useState<string | null>(null);
  const nieuws = useNieuws(regels);

  async function kies(): Promise<void> {
    try {
      lijst.voegToe(await lopendPlatform().bestanden.kies({ soorten: [], meer: true }));
    } catch (reden) {
      console.error('kiezen van bestanden mislukte', reden);
    }
  }
  function haalWeg(regel: Bijlageregel): void {
    lijst.haalWeg(regel.nummer);
    zetWeg(t.bijlage.weggehaald(regel.naam));
    // The button that had the focus goes with its line.
    document.getElementById(knop)?.focus();
  }

  return (
    <div className="bijlageninvoer" role="group" aria-labelledby={kop}>
      <span id={kop} className="label">
        {t.bijlage.titel}
      </span>
      <div className={klas('doel row wrap', boven && 'boven')}>
        <Knop id={knop} icoon={boven ? Upload : FolderOpen} onPress={() => void kies()}>
          {t.bijlage.kies}
        </Knop>
        <span className="meta">{boven ? t.bijlage.loslaten : t.bijlage.hulp}</span>
      </div>
      {regels.length > 0 && (
        <ul className="invoerlijst">
          {regels.map((r) => (
            <Regel
              key={r.nummer}
              regel={r}
              bijWeg={() => haalWeg(r)}
              bijOpnieuw={() => lijst.opnieuw(r.nummer)}
            />
          ))}
        </ul>
      )}
      <p className="sr" role="status">
        {nieuws ?? weg}
      </p>
    </div>
  );
}

function Regel({
  regel: { naam, grootte, stand },
  bijWeg,
  bijOpnieuw,
}: {
  regel: Bijlageregel;
  bijWeg: () => void;
  bijOpnieuw: () => void;
}) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const totaal = grootteInWoorden(grootte, taal);
  return (
    <li>
      <Paperclip className="i" aria-hidden="true" />
      <span className="bijlage-n">{naam}</span>
      <span className="meta tab">{totaal}</span>
      <span className="stand">
        {stand.soort === 'klaar' && (
          <Tag soort="goed" icoon={Check}>
            {t.bijlage.klaar}
          </Tag>
        )}
        {stand.soort === 'wacht' && <span className="meta">{t.bijlage.wacht}</span>}
        {stand.soort === 'bezig' && grootte < MET_BALK && (
          <span className="meta">{t.bijlage.bezig}</span>
        )}
      </span>
      <Iconknop icoon={X} label={t.bijlage.weg(naam)} className="weghaal" onPress={bijWeg} />
      {stand.soort === 'bezig' && grootte >= MET_BALK && (
        <div className="onder">
          <Voortgang
            label={<span className="sr">{t.bijlage.voortgang(naam)}</span>}
            waarde={stand.gedaan}
            max={grootte}
            tekst={t.bijlage.vanMb(grootteInWoorden(stand.gedaan, taal), totaal)}
          />
        </div>
      )}
      {stand.soort === 'mislukt' && (
        <div className="onder row wrap">
          <Tag soort="kritiek" icoon={CircleAlert}>
            {t.bijlage.fout[stand.reden]}
          </Tag>
          {stand.reden !== 'te-groot' && (
            <Knop icoon={RotateCcw} onPress={bijOpnieuw}>
              {t.bijlage.opnieuw}
            </Knop>
          )}
        </div>
      )}
    </li>
  );
}

/** What became of the files, as it happens, for who does not see the list. */
function useNieuws(regels: readonly Bijlageregel[]): string | null {
  const t = useTeksten(teksten);
  const eerder = useRef(new Map<number, string>());
  const [nieuws, zetNieuws] = useState<string | null>(null);
  useEffect(() => {
    const zinnen = regels.flatMap(({ nummer, naam, stand }) => {
      if (eerder.current.get(nummer) === stand.soort) return [];
      if (stand.soort === 'klaar') return [t.bijlage.toegevoegd(naam)];
      if (stand.soort !== 'mislukt') return [];
      return [t.bijlage.nietToegevoegd(naam, t.bijlage.fout[stand.reden])];
    });
    const minder = regels.length < eerder.current.size;
    eerder.current = new Map(regels.map((r) => [r.nummer, r.stand.soort]));
    if (zinnen.length > 0) zetNieuws(zinnen.join(' '));
    else if (minder) zetNieuws(null);
  }, [regels, t]);
  return nieuws;
}

/** Files may be dropped anywhere in the window; true while they hang above it. */
function useLatenVallen(lijst: Bijlagenlijst): boolean {
  const [boven, zetBoven] = useState(false);
  useEffect(() => {
    const over = (e: DragEvent): void => {
      if (!e.dataTransfer?.types.includes('Files')) return;
      // Without this the file would be opened in the place of the application.
      e.preventDefault();
      e.dataTransfer.dropEffect = 'copy';
      zetBoven(true);
    };
    const eruit = (e: DragEvent): void => {
      if (e.relatedTarget === null) zetBoven(false);
    };
    const val = (e: DragEvent): void => {
      e.preventDefault();
      zetBoven(false);
      const bestanden = [...(e.dataTransfer?.files ?? [])];
      if (bestanden.length > 0) lijst.voegToe(bestanden.map(vanFile));
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', eruit);
    window.addEventListener('drop', val);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', eruit);
      window.removeEventListener('drop', val);
    };
  }, [lijst]);
  return boven;
}
