/** Plans a meeting: case, kind, date, time, place. Participants follow from the last one. */
import { CalendarPlus } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { OVERLEGSOORTEN } from '../../../shared/domein/lijsten.js';
import { normaliseer } from '../../../shared/domein/tekst.js';
import { reeks, type CasusDoc, type OverlegDoc } from '../../stores/mdo.js';
import { planOverleg } from '../../stores/mdo-schrijf.js';
import { useDocs, useKluis } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Datumveld, Dialoog, Keuze, Knop, Melding, Veld, kondigAan } from '../../ui/index.js';
import { dubbel } from './lijst.js';
import { t } from './teksten.js';

const TIJD = /^([01]\d|2[0-3]):[0-5]\d$/;

/** `9:30`, `0930` and `9.30` are what people type. */
function tijdVan(tekst: string): string {
  const delen = /^(\d{1,2})[:.]?(\d{2})$/.exec(tekst.trim());
  return delen === null ? tekst.trim() : `${(delen[1] ?? '').padStart(2, '0')}:${delen[2] ?? ''}`;
}

const naamVan = (c: CasusDoc): string => `${c.titel} (${c.nummer})`;

export function Plandialoog({
  open,
  bijSluiten,
  bijGepland,
}: {
  readonly open: boolean;
  readonly bijSluiten: () => void;
  readonly bijGepland: (overleg: OverlegDoc) => void;
}): ReactNode {
  const { plan: w } = useTeksten(t);
  return (
    <Dialoog titel={w.titel} open={open} bijSluiten={bijSluiten}>
      <Planformulier bijSluiten={bijSluiten} bijGepland={bijGepland} />
    </Dialoog>
  );
}

function Planformulier({
  bijSluiten,
  bijGepland,
}: {
  readonly bijSluiten: () => void;
  readonly bijGepland: (overleg: OverlegDoc) => void;
}): ReactNode {
  const { plan: w } = useTeksten(t);
  const kluis = useKluis();
  const casussen = useDocs('casussen');
  const overleggen = useDocs('overleggen');
  const lijst = useId();
  const [zoek, setZoek] = useState('');
  const [soort, setSoort] = useState<(typeof OVERLEGSOORTEN)[number]>('vervolg-MDO');
  const [datum, setDatum] = useState<string | null>(null);
  const [begin, setBegin] = useState('');
  const [eind, setEind] = useState('');
  const [plaats, setPlaats] = useState('');
  const [geprobeerd, setGeprobeerd] = useState(false);

  const lopend = casussen.filter((c) => c.sluitdatum === null);
  const vraag = normaliseer(zoek);
  const casus =
    lopend.find((c) => naamVan(c) === zoek) ??
    uniek(lopend.filter((c) => vraag !== '' && normaliseer(naamVan(c)).includes(vraag)));
  const vorige = casus === undefined ? undefined : reeks(overleggen, casus.id).at(-1);
  const b = tijdVan(begin);
  const e = tijdVan(eind);
  const fouten = {
    casus: casus === undefined ? w.casusFout : null,
    datum: datum === null ? w.datumFout : null,
    begin: b !== '' && !TIJD.test(b) ? w.tijdFout : null,
    eind: e === '' ? null : !TIJD.test(e) ? w.tijdFout : b !== '' && e <= b ? w.eindFout : null,
  };
  const klopt = Object.values(fouten).every((f) => f === null);
  const toon = (f: string | null): string | null => (geprobeerd ? f : null);
  const botst = dubbel(
    overleggen.filter((o) =>
      lopend.some((c) => c.id === o.casus && c.procesregisseur === casus?.procesregisseur),
    ),
    datum,
    b,
    e,
  );
  const botsNaam = casussen.find((c) => c.id === botst?.casus)?.titel;
  const plaatsen = [...new Set(overleggen.map((o) => o.locatie).filter((l) => l !== ''))].slice(
    0,
    20,
  );

  const sla = (): void => {
    setGeprobeerd(true);
    if (!klopt || casus === undefined || datum === null) return;
    void planOverleg(kluis, {
      casus,
      soort,
      datum,
      begin: b === '' ? null : b,
      eind: e === '' ? null : e,
      locatie: plaats.trim(),
      deelnemers: (vorige?.deelnemers ?? []).map((d) => ({
        organisatie: d.organisatie,
        naam: d.naam,
      })),
    }).then((o) => {
      kondigAan(w.klaar(casus.titel));
      bijGepland(o);
    });
  };
  return (
    <form
      className="planvorm"
      onSubmit={(ev) => {
        ev.preventDefault();
        sla();
      }}
    >
      <div className="field">
        <label className="label" htmlFor={`${lijst}-v`}>
          {w.casus}
        </label>
        <input
          id={`${lijst}-v`}
          className="input"
          list={lijst}
          value={zoek}
          autoComplete="off"
          placeholder={w.casusZoek}
          aria-invalid={toon(fouten.casus) !== null}
          aria-describedby={toon(fouten.casus) === null ? undefined : `${lijst}-f`}
          onChange={(ev) => setZoek(ev.currentTarget.value)}
          onBlur={() => {
            if (casus !== undefined) setZoek(naamVan(casus));
          }}
        />
        <datalist id={lijst}>
          {lopend.map((c) => (
            <option key={c.id} value={naamVan(c)} />
          ))}
        </datalist>
        {toon(fouten.casus) === null ? null : (
          <p className="veldfout" id={`${lijst}-f`}>
            {fouten.casus}
          </p>
        )}
      </div>
      <Keuze
        label={w.soort}
        opties={OVERLEGSOORTEN.map((s) => ({ id: s, label: s }))}
        waarde={soort}
        bijWijziging={setSoort}
      />
      <div className="drie">
        <Datumveld
          label={w.datum}
          waarde={datum}
          bijWijziging={setDatum}
          fout={toon(fouten.datum)}
        />
        <Veld
          label={w.begin}
          value={begin}
          onChange={setBegin}
          fout={toon(fouten.begin)}
          placeholder="11:00"
        />
        <Veld
          label={w.eind}
          value={eind}
          onChange={setEind}
          fout={toon(fouten.eind)}
          placeholder="12:15"
        />
      </div>
      <div className="field">
        <label className="label" htmlFor={`${lijst}-p`}>
          {w.plaats}
        </label>
        <input
          id={`${lijst}-p`}
          className="input"
          list={`${lijst}-pl`}
          value={plaats}
          onChange={(ev) => setPlaats(ev.currentTarget.value)}
        />
        <datalist id={`${lijst}-pl`}>
          {plaatsen.map((p) => (
            <option key={p} value={p} />
          ))}
        </datalist>
      </div>
      {botsNaam === undefined ? null : <Melding soort="letop">{w.dubbel(botsNaam)}</Melding>}
      {casus === undefined ? null : (
        <p className="meta">{w.deelnemers(vorige?.deelnemers.length ?? 0)}</p>
      )}
      <div className="row">
        <Knop className="push" onPress={bijSluiten}>
          {w.annuleer}
        </Knop>
        <Knop type="submit" soort="primair" icoon={CalendarPlus}>
          {w.opslaan}
        </Knop>
      </div>
    </form>
  );
}

function uniek<T>(rij: readonly T[]): T | undefined {
  return rij.length === 1 ? rij[0] : undefined;
}
