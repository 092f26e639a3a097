/** The pitch: read at the table, edited until it is made final. */
import { BadgeCheck, Pencil, RotateCcw } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { dagMaand } from '../../../shared/domein/datums.js';
import { stelPitchVast } from '../../stores/mdo-schrijf.js';
import { useTaal, useTeksten } from '../../taal/react.js';
import { Knop, Leeg, Tag } from '../../ui/index.js';
import { bewerkbaar, type Mdo } from './gegevens.js';
import { Tekstveld } from './tekstveld.js';
import { t } from './teksten.js';

export function Pitch({ m }: { readonly m: Mdo }): ReactNode {
  const w = useTeksten(t);
  const taal = useTaal();
  const { overleg } = m;
  const op = overleg.pitchVastgesteldOp;
  const vast = op !== null;
  const [bewerk, setBewerk] = useState(overleg.pitch === '' && !vast);
  const mag = bewerkbaar(m);
  return (
    <div className="pitch-vol">
      {bewerk && !vast && mag ? (
        <Tekstveld
          label={w.pitch}
          zonderLabel
          groot
          regels={6}
          placeholder={w.pitchLeeg}
          bron={{
            collectie: 'overleggen',
            doc: overleg,
            pad: 'pitch',
            lees: (d) => d.pitch,
            zet: (d, tekst) => {
              d.pitch = tekst;
            },
          }}
        />
      ) : overleg.pitch === '' ? (
        <Leeg titel={w.pitch}>{w.pitchLeeg}</Leeg>
      ) : (
        overleg.pitch.split(/\n{2,}/).map((alinea) => <p key={alinea}>{alinea}</p>)
      )}
      <div className="row wrap">
        {op !== null ? (
          <Tag soort="goed" icoon={BadgeCheck}>
            {w.vastgesteldOp(dagMaand(op, m.vandaag, taal))}
          </Tag>
        ) : null}
        {!mag ? null : vast ? (
          <Knop
            soort="stil"
            icoon={RotateCcw}
            onPress={() => void stelPitchVast(m.kluis, overleg, null)}
          >
            {w.pitchOpenen}
          </Knop>
        ) : (
          <>
            {overleg.pitch === '' && bewerk ? null : (
              <Knop icoon={Pencil} onPress={() => setBewerk(!bewerk)}>
                {bewerk ? w.pitchKlaar : w.pitchBewerken}
              </Knop>
            )}
            {overleg.pitch.trim() === '' ? null : (
              <Knop
                icoon={BadgeCheck}
                onPress={() => {
                  setBewerk(false);
                  void stelPitchVast(m.kluis, overleg, m.vandaag);
                }}
              >
                {w.pitchVaststellen}
              </Knop>
            )}
          </>
        )}
      </div>
    </div>
  );
}

/** The pitch in one line above other items, opened where it is. */
export function Pitchregel({ m }: { readonly m: Mdo }): ReactNode {
  const w = useTeksten(t);
  const { overleg } = m;
  if (overleg.pitch === '') return null;
  return (
    <details className="pitch">
      <summary>
        <b>{w.pitch}</b>
        <span className="clip">{overleg.pitch}</span>
        {overleg.pitchVastgesteldOp === null ? null : (
          <Tag soort="goed" icoon={BadgeCheck}>
            {w.vastgesteld.toLowerCase()}
          </Tag>
        )}
      </summary>
      {overleg.pitch.split(/\n{2,}/).map((alinea) => (
        <p key={alinea}>{alinea}</p>
      ))}
    </details>
  );
}
