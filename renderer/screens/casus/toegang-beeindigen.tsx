/** Taking somebody out of a case: what that means, and why it may not be possible now. */
import { UserMinus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { teksten as gedeeld } from '../../onderdelen/teksten.js';
import { beeindigToegang } from '../../stores/autorisaties.js';
import { useKluis } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Dialoog, Knop, kondigAan, Melding, Veld } from '../../ui/index.js';
import type { VerwijderFout } from '../../vault/types.js';
import { teksten } from './toegang-teksten.js';

export function Beeindigen({
  casus,
  wie,
  bijSluiten,
}: {
  readonly casus: { readonly id: string; readonly vak: string };
  readonly wie: { readonly account: string; readonly naam: string };
  readonly bijSluiten: () => void;
}): ReactNode {
  const t = useTeksten(teksten);
  const d = useTeksten(gedeeld);
  const kluis = useKluis();
  const [fout, setFout] = useState<VerwijderFout | null>(null);
  const [bezig, setBezig] = useState(false);
  const [reden, setReden] = useState('');

  async function beeindig(): Promise<void> {
    if (bezig) return;
    setBezig(true);
    setFout(null);
    const uit = await beeindigToegang(kluis, casus, wie.account, reden.trim());
    setBezig(false);
    if (uit.ok) {
      kondigAan(t.beeindigd(wie.naam));
      bijSluiten();
    } else setFout(uit.fout);
  }

  return (
    <Dialoog
      titel={t.beeindigVan(wie.naam)}
      rol="alertdialog"
      open
      bijSluiten={bijSluiten}
      voet={
        <>
          <Knop onPress={bijSluiten}>{d.annuleren}</Knop>
          <Knop
            soort="primair"
            icoon={UserMinus}
            reden={reden.trim() === '' ? t.redenNodig : null}
            onPress={() => void beeindig()}
          >
            {bezig ? t.beeindigBezig : t.beeindig}
          </Knop>
        </>
      }
    >
      <p>{t.beeindigUitleg(wie.naam)}</p>
      <p className="soft">{t.beeindigLaat}</p>
      <Veld label={t.beeindigReden} value={reden} maxLength={300} autoFocus onChange={setReden} />
      {fout === null ? null : (
        <Melding soort="letop" live>
          {fout.soort === 'wachtend' ? t.wachtend(fout.aantal) : t.fout[fout.soort]}
        </Melding>
      )}
    </Dialoog>
  );
}
