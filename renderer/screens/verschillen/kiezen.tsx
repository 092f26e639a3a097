import { Check } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { Link } from 'wouter';
import type { JsonWaarde } from '../../../shared/schema/index.js';
import { korteNaam, momentKort } from '../../../shared/domein/index.js';
import { useInBeeld } from '../../onderdelen/in-beeld.js';
import { padCasus } from '../../onderdelen/paden.js';
import { lidVan, naamVan } from '../../stores/caseload-react.js';
import { padInWoorden, waardeInWoorden, type Verschil } from '../../stores/caseload-verschillen.js';
import { useKluis, useSyncstand } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, kondigAan, Melding, Toets, Veld } from '../../ui/index.js';
import { Anderewaarde, kanAnders } from './andere-waarde.js';
import { teksten } from './teksten.js';
import { tekstverschil } from './tekstverschil.js';

/** Longer text is shown as text with what is new in it marked, not as a large value. */
const LANG = 48;

/** One difference: what both started from, the values side by side, and why one of them holds. */
export function Kiezen({
  verschil,
  vandaag,
  gevraagd,
  bijKlaar,
  later,
}: {
  verschil: Verschil;
  vandaag: string;
  /** Asked for by its address, not just the first of the queue. */
  gevraagd: boolean;
  bijKlaar: () => void;
  later: () => void;
}) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const sync = useSyncstand();
  const naam = useId();
  const beeld = useInBeeld(gevraagd);
  const [keuze, zetKeuze] = useState<number | 'anders' | null>(null);
  const [anders, zetAnders] = useState<JsonWaarde>(verschil.basis);
  const [reden, zetReden] = useState('');
  const [fout, zetFout] = useState(false);

  const doc = kluis.haal(verschil.collectie, verschil.doc);
  const casus = verschil.casus === null ? undefined : kluis.haal('casussen', verschil.casus);
  const veld = padInWoorden(verschil.pad, doc, taal);
  const kleinVeld = veld.charAt(0).toLocaleLowerCase('nl') + veld.slice(1);
  const { waarden } = verschil;
  const metAnders = kanAnders(waarden.map((w) => w.waarde as JsonWaarde));
  const aantal = waarden.length + (metAnders ? 1 : 0);
  const belemmering = keuze === null ? t.kiesEerst : reden.trim() === '' ? t.waaromEerst : null;

  async function leg(): Promise<void> {
    if (keuze === null || belemmering !== null) return;
    const waarde = keuze === 'anders' ? anders : (waarden[keuze]?.waarde as JsonWaarde | undefined);
    if (waarde === undefined) return;
    try {
      await kluis.losOp(verschil.collectie, verschil.doc, verschil.pad, waarde, reden.trim());
      kondigAan(t.vast(veld));
      bijKlaar();
    } catch (e) {
      console.error('keuze niet vastgelegd', e);
      zetFout(true);
    }
  }

  useEffect(() => {
    const opToets = (e: KeyboardEvent) => {
      if ((e.ctrlKey || e.metaKey) && e.key === 'Enter') {
        e.preventDefault();
        void leg();
        return;
      }
      const inVeld =
        e.target instanceof HTMLTextAreaElement ||
        (e.target instanceof HTMLInputElement && e.target.type !== 'radio') ||
        e.target instanceof HTMLSelectElement;
      if (inVeld || e.ctrlKey || e.metaKey || e.altKey || !/^[1-9]$/.test(e.key)) return;
      const nummer = Number(e.key) - 1;
      if (nummer >= aantal) return;
      e.preventDefault();
      zetKeuze(nummer < waarden.length ? nummer : 'anders');
    };
    window.addEventListener('keydown', opToets);
    return () => window.removeEventListener('keydown', opToets);
  });

  return (
    <form
      className="choose"
      onSubmit={(e) => {
        e.preventDefault();
        void leg();
      }}
    >
      <div className="choose-m" ref={beeld}>
        <p className="meta">
          {casus === undefined ? t.huis : <Link href={padCasus(casus.id)}>{casus.titel}</Link>}
          {verschil.onderdeel !== null && <> / {verschil.onderdeel}</>} / {veld}
        </p>
        <h2 className="vraag">{t.vraag(kleinVeld)}</h2>
        <p className="basis">
          <span className="soft">{t.gedeeld}</span>
          <b>{waardeInWoorden(verschil.basis, verschil.pad, taal)}</b>
        </p>
        <fieldset>
          <legend className="sr">{t.kies}</legend>
          <div className="vs">
            {waarden.map((w, i) => {
              const lid = lidVan(kluis, w.door);
              const eigen = w.door === kluis.ik.id;
              const tekst = waardeInWoorden(w.waarde as JsonWaarde, verschil.pad, taal);
              return (
                <div key={i} className="opt">
                  <label className="top">
                    <input
                      type="radio"
                      name={naam}
                      checked={keuze === i}
                      onChange={() => zetKeuze(i)}
                      aria-describedby={`${naam}-${i}`}
                    />
                    {eigen
                      ? t.u(korteNaam(kluis.ik.naam))
                      : [naamVan(kluis, w.door, taal), lid?.rol].filter(Boolean).join(', ')}
                    <Toets toets={String(i + 1)} stil className="push" />
                  </label>
                  <div id={`${naam}-${i}`}>
                    {tekst.length > LANG ? (
                      <p className="val lang">
                        {tekstverschil(
                          waardeInWoorden(verschil.basis, verschil.pad, taal),
                          tekst,
                        ).map((stuk, k) =>
                          stuk.nieuw ? (
                            <ins key={k}>{stuk.tekst}</ins>
                          ) : (
                            <span key={k}>{stuk.tekst}</span>
                          ),
                        )}
                      </p>
                    ) : (
                      <p className="val">{tekst}</p>
                    )}
                  </div>
                  <dl>
                    <div>
                      <dt>{t.wanneer}</dt>
                      <dd>{momentKort(w.op, vandaag, taal)}</dd>
                    </div>
                  </dl>
                </div>
              );
            })}
          </div>
          {metAnders && (
            <div className="other">
              <label className="row">
                <input
                  type="radio"
                  name={naam}
                  checked={keuze === 'anders'}
                  onChange={() => zetKeuze('anders')}
                />
                {t.anders}
                <Toets toets={String(waarden.length + 1)} stil />
              </label>
              <Anderewaarde
                verschil={verschil}
                waarde={anders}
                bijWijziging={(w) => {
                  zetAnders(w);
                  zetKeuze('anders');
                }}
              />
            </div>
          )}
        </fieldset>
        <div className="waarom">
          <Veld label={t.waarom} multiline regels={2} value={reden} onChange={zetReden} />
        </div>
        <p className="soft under">{t.blijft}</p>
        {fout && (
          <Melding soort="letop" live>
            {t.mislukt}
          </Melding>
        )}
      </div>
      <div className="act-foot">
        <Knop onPress={later}>{t.later}</Knop>
        <span className="push meta">
          {belemmering ?? (sync.toestand === 'offline' ? t.gedeeldZodra : '')}
        </span>
        <Knop soort="primair" icoon={Check} toets="Ctrl+Enter" type="submit" reden={belemmering}>
          {t.leg}
        </Knop>
      </div>
    </form>
  );
}
