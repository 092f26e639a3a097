import { Ellipsis, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { mag, nlDatum } from '../../../shared/domein/index.js';
import { padAanmelding, padCasus } from '../../onderdelen/paden.js';
import { geefVrij, type Bewaarregel } from '../../stores/bewaren.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Leeg, Menuknop, Sectie, Segment, Tag, Vink } from '../../ui/index.js';
import { naamVan, Vasthouden, Verlengen, Vernietigen } from './besluiten.js';
import { teksten } from './teksten.js';

type Welke = 'verlopen' | 'binnenkort' | 'vastgehouden' | 'alle';
type Open =
  | { readonly wat: 'verleng' | 'houdVast'; readonly regel: Bewaarregel }
  | { readonly wat: 'vernietig'; readonly regels: readonly Bewaarregel[] };

/** Drawn at once; the rest on request. */
const BLOK = 50;

export function Lijst({
  regels,
  vandaag,
}: {
  regels: readonly Bewaarregel[];
  vandaag: string;
}): ReactNode {
  const t = useTeksten(teksten);
  const kluis = useKluis();
  const van = (welke: Welke): readonly Bewaarregel[] =>
    welke === 'alle' ? regels : regels.filter((r) => r.stand.soort === welke);
  const [welke, zetWelke] = useState<Welke>(
    () => (['verlopen', 'binnenkort'] as const).find((w) => van(w).length > 0) ?? 'alle',
  );
  const [gekozen, zetGekozen] = useState<ReadonlySet<string>>(new Set());
  const [open, zetOpen] = useState<Open | null>(null);
  const [aantal, zetAantal] = useState(BLOK);
  const magHet = mag(kluis.ik.rol, 'vernietigen');
  const zichtbaar = van(welke);
  const verlopen = zichtbaar.filter((r) => r.stand.soort === 'verlopen');
  const weg = verlopen.filter((r) => gekozen.has(r.id));
  const kies = (ids: readonly string[], aan: boolean): void => {
    const nieuw = new Set(gekozen);
    for (const id of ids)
      if (aan) nieuw.add(id);
      else nieuw.delete(id);
    zetGekozen(nieuw);
  };
  const sluit = (): void => {
    zetOpen(null);
    zetGekozen(new Set());
  };

  return (
    <Sectie
      titel={t.dossiers}
      meer={
        <Knop
          icoon={Trash2}
          reden={!magHet ? t.nietUwTaak : weg.length === 0 ? t.kiesEerst : null}
          onPress={() => zetOpen({ wat: 'vernietig', regels: weg })}
        >
          {t.vernietig(weg.length)}
        </Knop>
      }
    >
      <Segment<Welke>
        className="bewaar-welke"
        label={t.welke}
        waarde={welke}
        bijWijziging={zetWelke}
        opties={(['verlopen', 'binnenkort', 'vastgehouden', 'alle'] as const).map((id) => ({
          id,
          label: t[id],
          aantal: van(id).length,
        }))}
      />
      {zichtbaar.length === 0 ? (
        <Leeg titel={welke === 'verlopen' ? t.geenVerlopen : t.geen}>
          {welke === 'verlopen' ? t.geenVerlopenUitleg : t.geenUitleg}
        </Leeg>
      ) : (
        <div className="tabelrol">
          <table className="grid ruim">
            <thead>
              <tr>
                {verlopen.length > 0 && (
                  <th scope="col">
                    <Vink
                      aria-label={t.kiesAlle}
                      aan={weg.length === verlopen.length}
                      half={weg.length > 0 && weg.length < verlopen.length}
                      isDisabled={!magHet}
                      bijWijziging={(aan) =>
                        kies(
                          verlopen.map((r) => r.id),
                          aan,
                        )
                      }
                    />
                  </th>
                )}
                <th scope="col">{t.nummer}</th>
                <th scope="col">{t.tafel}</th>
                <th scope="col">{t.gesloten}</th>
                <th scope="col">{t.tot}</th>
                <th scope="col">{t.stand}</th>
                <th scope="col">
                  <span className="sr">{t.besluiten}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {zichtbaar.slice(0, aantal).map((r) => (
                <Rij
                  key={r.id}
                  regel={r}
                  kiesbaar={verlopen.length > 0}
                  gekozen={gekozen.has(r.id)}
                  magHet={magHet}
                  bijKies={(aan) => kies([r.id], aan)}
                  bijOpen={zetOpen}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {zichtbaar.length > aantal && (
        <p className="under">
          <Knop onPress={() => zetAantal(aantal + BLOK)}>
            {t.meer(Math.min(BLOK, zichtbaar.length - aantal))}
          </Knop>
        </p>
      )}
      {open?.wat === 'verleng' && (
        <Verlengen regel={open.regel} vandaag={vandaag} bijSluiten={sluit} />
      )}
      {open?.wat === 'houdVast' && <Vasthouden regel={open.regel} bijSluiten={sluit} />}
      {open?.wat === 'vernietig' && (
        <Vernietigen regels={open.regels} vandaag={vandaag} bijSluiten={sluit} />
      )}
    </Sectie>
  );
}

function Rij({
  regel: r,
  kiesbaar,
  gekozen,
  magHet,
  bijKies,
  bijOpen,
}: {
  regel: Bewaarregel;
  kiesbaar: boolean;
  gekozen: boolean;
  magHet: boolean;
  bijKies: (aan: boolean) => void;
  bijOpen: (open: Open) => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const { stand } = r;
  if (stand.soort === 'loopt') return null;
  const naam = naamVan(r);
  const verlengd = r.stuk.bewaring?.verlengingen.length ?? 0;
  const vast = stand.soort === 'vastgehouden';
  return (
    <tr>
      {kiesbaar && (
        <td>
          {stand.soort === 'verlopen' && (
            <Vink
              aria-label={t.kies(naam)}
              aan={gekozen}
              isDisabled={!magHet}
              bijWijziging={bijKies}
            />
          )}
        </td>
      )}
      <th scope="row" className="lang">
        <Link href={r.bron.soort === 'casus' ? padCasus(r.id) : padAanmelding(r.id)}>
          {r.titel}
        </Link>
        <p className="meta">{r.nummer === '' ? t.aanmelding : r.nummer}</p>
      </th>
      <td className="lang">
        {r.tafel}
        <p className="meta">{r.gemeente}</p>
      </td>
      <td>{r.stuk.gesloten !== null && nlDatum(r.stuk.gesloten, taal)}</td>
      <td>
        {nlDatum(stand.tot, taal)}
        {verlengd > 0 && <p className="meta">{t.verlengd(verlengd)}</p>}
      </td>
      <td className="lang">
        {stand.soort === 'verlopen' ? (
          <Tag soort="kritiek">{t.standen.verlopen}</Tag>
        ) : vast ? (
          <Tag soort="beperkt">{t.standen.vastgehouden}</Tag>
        ) : (
          t.standen[stand.soort]
        )}
        {vast && <p className="meta">{t.reden(stand.reden)}</p>}
      </td>
      <td>
        {magHet && (
          <Menuknop
            label={t.acties(naam)}
            icoon={Ellipsis}
            punten={[
              {
                id: 'verleng',
                label: t.verleng,
                doe: () => bijOpen({ wat: 'verleng', regel: r }),
              },
              vast
                ? {
                    id: 'vrij',
                    label: t.geefVrij,
                    doe: () => void geefVrij(kluis, r, t.vrijgegeven),
                  }
                : {
                    id: 'vast',
                    label: t.houdVast,
                    doe: () => bijOpen({ wat: 'houdVast', regel: r }),
                  },
              {
                id: 'vernietig',
                label: t.vernietigEen,
                doe: () => bijOpen({ wat: 'vernietig', regels: [r] }),
              },
            ]}
          />
        )}
      </td>
    </tr>
  );
}
