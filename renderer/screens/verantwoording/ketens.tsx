/** Whether the chains are whole, per device; of what is not: what was found, and what to do about it. */
import { CircleCheck, CircleDashed, ShieldAlert, ShieldCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Ketenfoutsoort, Ketenrapport } from '../../../shared/log/index.js';
import { kortId, logtijd } from '../../stores/logboek.js';
import type { Ketens } from '../../stores/logboek-react.js';
import { useKluis } from '../../stores/react.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Melding, naarHref, Tag } from '../../ui/index.js';
import { teksten } from './teksten.js';
import { getal, persoonwoord } from './woorden.js';

/** One line above the list: all is well, or not, and then a way to what was found. @param uitgelegd what was found stands below */
export function Ketenstand({
  ketens,
  uitgelegd,
}: {
  readonly ketens: Ketens | null;
  readonly uitgelegd: boolean;
}): ReactNode {
  const t = useTeksten(teksten);
  if (ketens === null) return <p className="meta keten-stand">{t.nagaan}</p>;
  const { rapporten, fout, onderweg } = ketens;
  if (fout.length > 0)
    return (
      <Melding
        soort="kritiek"
        icoon={ShieldAlert}
        live
        titel={t.foutTitel(fout.length, rapporten.length)}
        acties={
          uitgelegd ? null : (
            <a className="link" href={naarHref('/verantwoording/ketens')}>
              {t.bekijk}
            </a>
          )
        }
      >
        <p>{t.foutUitleg}</p>
      </Melding>
    );
  if (onderweg.length > 0)
    return (
      <Melding icoon={CircleDashed} titel={t.onderwegTitel}>
        <p>{t.onderwegUitleg}</p>
      </Melding>
    );
  if (rapporten.length === 0) return null;
  return (
    <p className="keten-stand" role="status">
      <Tag soort="goed" icoon={ShieldCheck}>
        {t.allesGoed(rapporten.length)}
      </Tag>
    </p>
  );
}

export function Ketenlijst({ ketens }: { readonly ketens: Ketens }): ReactNode {
  const t = useTeksten(teksten);
  const { rapporten, fout, onderweg } = ketens;
  const rijen = rapporten.toSorted((a, b) => ((a.laatst ?? '') < (b.laatst ?? '') ? 1 : -1));
  return (
    <div className="scroll keten-deel" role="region" aria-label={t.ketens} tabIndex={0}>
      <p className="soft keten-uitleg">{t.ketenUitleg}</p>
      {fout.map((rapport) => (
        <Bevinding key={rapport.keten} rapport={rapport} />
      ))}
      <table className="grid ketens">
        <colgroup>
          <col />
          <col />
          <col className="k-tijd" />
          <col />
          <col className="k-stand" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t.apparaat}</th>
            <th scope="col">{t.persoon}</th>
            <th scope="col">{t.laatste}</th>
            <th scope="col" className="num">
              {t.aantalRegels}
            </th>
            <th scope="col">{t.stand}</th>
          </tr>
        </thead>
        <tbody>
          {rijen.map((rapport) => (
            <Ketenrij key={rapport.keten} rapport={rapport} onderweg={onderweg.includes(rapport)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useApparaatnaam(): (apparaat: string | null) => string {
  const t = useTeksten(teksten);
  const { apparaat: hier } = useKluis();
  return (apparaat) =>
    apparaat === hier.id
      ? `${hier.naam} (${t.ditApparaat})`
      : apparaat === null
        ? '–'
        : kortId(apparaat);
}

function Ketenrij({
  rapport,
  onderweg,
}: {
  readonly rapport: Ketenrapport;
  readonly onderweg: boolean;
}): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const apparaatnaam = useApparaatnaam();
  const laatst = rapport.laatst === null ? null : logtijd(rapport.laatst, taal);
  return (
    <tr>
      <th scope="row">{apparaatnaam(rapport.apparaat)}</th>
      <td>{rapport.account === null ? '–' : persoonwoord(t, kluis, rapport.account)}</td>
      <td className="tab">
        {laatst === null ? '–' : laatst.dag}{' '}
        {laatst === null ? null : <span className="soft">{laatst.tijd}</span>}
      </td>
      <td className="num">{getal(rapport.regels, taal)}</td>
      <td>
        {rapport.fout === null ? (
          <Tag soort="goed" icoon={CircleCheck}>
            {t.klopt}
          </Tag>
        ) : onderweg ? (
          <Tag soort="wacht" icoon={CircleDashed}>
            {t.ontbreektNog}
          </Tag>
        ) : (
          <>
            <Tag soort="kritiek" icoon={ShieldAlert}>
              {t.foutsoort[rapport.fout.soort]}
            </Tag>{' '}
            <span className="soft">{t.goedTot(getal(rapport.goedTot, taal))}</span>
          </>
        )}
      </td>
    </tr>
  );
}

type Stap = keyof (typeof teksten)['nl']['stappen'];
/** In the order in which to do them. */
const STAPPEN: Readonly<Record<Ketenfoutsoort, readonly Stap[]>> = {
  gewijzigd: ['bewaar', 'ander', 'incident'],
  ontbreekt: ['synchroniseer', 'bewaar', 'ander', 'incident'],
  volgorde: ['bewaar', 'ander', 'incident'],
  handtekening: ['lid', 'bewaar', 'incident'],
  vertakking: ['kopie', 'bewaar', 'incident'],
};

function Bevinding({ rapport }: { readonly rapport: Ketenrapport }): ReactNode {
  const t = useTeksten(teksten);
  const taal = useTaal();
  const kluis = useKluis();
  const apparaatnaam = useApparaatnaam();
  const { fout } = rapport;
  if (fout === null) return null;
  const nr = getal(fout.nr, taal);
  const wat =
    fout.soort === 'ontbreekt'
      ? t.wisHet.ontbreekt(nr, getal(fout.tot ?? fout.nr, taal))
      : t.wisHet[fout.soort](nr);
  return (
    <Melding
      soort="kritiek"
      icoon={ShieldAlert}
      titel={t.bevinding(
        t.foutsoort[fout.soort],
        apparaatnaam(rapport.apparaat),
        rapport.account === null ? '–' : persoonwoord(t, kluis, rapport.account),
      )}
    >
      <p>{wat}</p>
      <p className="keten-nu">{t.watNu}</p>
      <ol>
        {STAPPEN[fout.soort].map((stap) => (
          <li key={stap}>{t.stappen[stap]}</li>
        ))}
      </ol>
    </Melding>
  );
}
