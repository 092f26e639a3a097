import { GitCompareArrows } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { dagMaand, korteNaam, opsomming, vandaagIso } from '../../../shared/domein/index.js';
import { padVerschil } from '../../onderdelen/paden.js';
import { naamVan, useVerschillen } from '../../stores/caseload-react.js';
import { alleVerschillen, padInWoorden, type Verschil } from '../../stores/caseload-verschillen.js';
import { useVandaag } from '../../stores/klok.js';
import { useKluis } from '../../stores/react.js';
import type { Scherm } from '../../stores/scherm.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Leeg } from '../../ui/index.js';
import { Kiezen } from './kiezen.js';
import { teksten } from './teksten.js';
import './verschillen.css';

function Verschillen({ params }: { params: Readonly<Record<string, string>> }) {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const vandaag = useVandaag();
  const [, ga] = useLocation();
  const verschillen = useVerschillen();
  const gevraagd = (params['sleutel'] ?? '').split('~').map(decodeURIComponent).join('/');
  const huidig = verschillen.find((v) => v.sleutel === gevraagd) ?? verschillen[0];

  if (huidig === undefined) {
    return (
      <div className="page">
        <h1>{t.titel}</h1>
        <Leeg titel={t.geen}>{t.geenUitleg}</Leeg>
      </div>
    );
  }
  const volgende = (na: Verschil) => {
    const rest = verschillen.filter((v) => v.sleutel !== na.sleutel);
    const plaats = verschillen.findIndex((v) => v.sleutel === na.sleutel);
    const doel = rest[Math.min(plaats, rest.length - 1)];
    ga(doel === undefined ? '/verschillen' : padVerschil(doel.sleutel));
  };
  return (
    <div className="resolve">
      <section className="queue" aria-label={t.lijst}>
        <h1>{t.titel}</h1>
        <ol>
          {verschillen.map((v) => {
            const casus = v.casus === null ? undefined : kluis.haal('casussen', v.casus);
            const anderen = [...new Set(v.waarden.map((w) => w.door))]
              .filter((door) => door !== kluis.ik.id)
              .map((door) => naamVan(kluis, door, taal));
            return (
              <li key={v.sleutel}>
                <Link
                  href={padVerschil(v.sleutel)}
                  aria-current={v.sleutel === huidig.sleutel ? 'true' : undefined}
                >
                  <b>{padInWoorden(v.pad, kluis.haal(v.collectie, v.doc), taal)}</b>
                  <span className="soft">
                    {casus === undefined ? (v.onderdeel ?? t.huis) : korteNaam(casus.titel)}
                  </span>
                  <span className="meta two">
                    {t.met(
                      opsomming(anderen, taal),
                      dagMaand(vandaagIso(new Date(v.op)), vandaag, taal),
                    )}
                  </span>
                </Link>
              </li>
            );
          })}
        </ol>
        <p className="meta">{t.uitleg}</p>
      </section>
      <Kiezen
        key={huidig.sleutel}
        verschil={huidig}
        vandaag={vandaag}
        gevraagd={huidig.sleutel === gevraagd}
        bijKlaar={() => volgende(huidig)}
        later={() => volgende(huidig)}
      />
    </div>
  );
}

export const scherm: Scherm = {
  id: 'verschillen',
  pad: '/verschillen/:sleutel?',
  titel: { nl: teksten.nl.titel, en: teksten.en.titel },
  menu: {
    groep: 'werk',
    volgorde: 60,
    icoon: GitCompareArrows,
    telling: (kluis) => alleVerschillen(kluis).length,
  },
  Component: Verschillen,
};
