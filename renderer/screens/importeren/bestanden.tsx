/** Step one: which files. Choosing, dropping, and what is still missing. */
import { FileCheck2, FileQuestionMark, FileX2, FolderOpen, Upload, X } from 'lucide-react';
import { useEffect, useState, type DragEvent, type ReactNode } from 'react';
import {
  BESTANDEN,
  bestandsoort,
  KOLOMMEN,
  type Bestandsoort,
} from '../../../shared/import/index.js';
import {
  bestandFout,
  verwijderBestand,
  voegBestandenToe,
  type Invoerbestand,
} from '../../stores/import.js';
import { lopendPlatform } from '../../stores/platform.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Iconknop, Knop, Tag, klas } from '../../ui/index.js';
import { t } from './teksten.js';

const vanFile = (f: File): Invoerbestand => ({
  naam: f.name,
  grootte: f.size,
  lees: async () => new Uint8Array(await f.arrayBuffer()),
});

export function Bestanden({
  bestanden,
}: {
  readonly bestanden: readonly Invoerbestand[];
}): ReactNode {
  const w = useTeksten(t);
  const [boven, setBoven] = useState(false);

  // A file that lands beside the target must not replace the application.
  useEffect(() => {
    const houdTegen = (e: Event): void => e.preventDefault();
    window.addEventListener('dragover', houdTegen);
    window.addEventListener('drop', houdTegen);
    return () => {
      window.removeEventListener('dragover', houdTegen);
      window.removeEventListener('drop', houdTegen);
    };
  }, []);

  const laatVallen = (e: DragEvent): void => {
    e.preventDefault();
    setBoven(false);
    voegBestandenToe([...e.dataTransfer.files].map(vanFile));
  };
  const kies = (): void => {
    void lopendPlatform()
      .bestanden.kies({ soorten: ['.csv', '.txt'], meer: true })
      .then(voegBestandenToe);
  };
  const overig = bestanden.filter((b) => bestandsoort(b.naam) === null);
  return (
    <>
      <div
        className={klas('drop', boven && 'boven')}
        onDragEnter={() => setBoven(true)}
        onDragLeave={() => setBoven(false)}
        onDragOver={(e) => {
          e.preventDefault();
          setBoven(true);
        }}
        onDrop={laatVallen}
      >
        <Upload className="i i-l" aria-hidden="true" />
        <p>
          <b>{w.sleep}</b> <span className="soft">{w.of}</span>
        </p>
        <Knop icoon={FolderOpen} onPress={kies}>
          {w.kies}
        </Knop>
        <p className="meta">{w.formaat}</p>
      </div>
      <table className="grid bst">
        <colgroup>
          <col className="c-inh" />
          <col />
          <col className="c-gr" />
          <col className="c-x" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{w.inhoud}</th>
            <th scope="col">{w.bestand}</th>
            <th scope="col" className="num">
              {w.grootte}
            </th>
            <th scope="col">
              <span className="sr">{w.weghalen}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {BESTANDEN.map((soort) => (
            <Soortrij
              key={soort}
              soort={soort}
              bestand={bestanden.find((b) => bestandsoort(b.naam) === soort)}
            />
          ))}
          {overig.map((b) => (
            <tr key={b.naam}>
              <th scope="row" className="soft">
                <FileQuestionMark className="i" aria-hidden="true" /> {w.onbekendBestand}
              </th>
              <td className="soft">{b.naam}</td>
              <td className="num soft">
                <Grootte bytes={b.grootte} />
              </td>
              <td>
                <Iconknop
                  icoon={X}
                  label={w.verwijder(b.naam)}
                  onPress={() => verwijderBestand(b.naam)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="kolommen">
        {BESTANDEN.map((soort) => (
          <details key={soort}>
            <summary>{w.kolommenVan(`${soort}.csv`)}</summary>
            <p className="kop-r">{KOLOMMEN[soort].join(';')}</p>
          </details>
        ))}
      </div>
    </>
  );
}

function Soortrij({
  soort,
  bestand,
}: {
  readonly soort: Bestandsoort;
  readonly bestand: Invoerbestand | undefined;
}): ReactNode {
  const w = useTeksten(t);
  const fout = bestand === undefined ? null : bestandFout(bestand);
  const Icoon = bestand === undefined ? FileQuestionMark : fout === null ? FileCheck2 : FileX2;
  return (
    <tr>
      <th scope="row" className={klas(bestand === undefined && 'soft')}>
        <Icoon className="i" aria-hidden="true" /> {w.soort[soort]}
      </th>
      <td className={klas(fout !== null && 'wrap-c')}>
        {bestand === undefined ? (
          <span className="soft">
            {soort}.csv {w.ontbreekt}
          </span>
        ) : (
          <>
            {bestand.naam}
            {fout === null ? null : (
              <span className="twee-r">
                <Tag soort="kritiek">{fout}</Tag>
              </span>
            )}
          </>
        )}
      </td>
      <td className="num soft">
        {bestand === undefined ? null : <Grootte bytes={bestand.grootte} />}
      </td>
      <td>
        {bestand === undefined ? null : (
          <Iconknop
            icoon={X}
            label={w.verwijder(bestand.naam)}
            onPress={() => verwijderBestand(bestand.naam)}
          />
        )}
      </td>
    </tr>
  );
}

function Grootte({ bytes }: { readonly bytes: number }): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const getal = new Intl.NumberFormat(taal, { maximumFractionDigits: bytes >= 1e6 ? 1 : 0 });
  return bytes >= 1e6
    ? w.mb(getal.format(bytes / 1e6))
    : w.kb(getal.format(Math.max(1, bytes / 1e3)));
}
