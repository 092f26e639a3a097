/** The keys of this device: each with what it is for, and changing it. */
import { useEffect, useState, type ReactNode } from 'react';
import { CircleCheck } from 'lucide-react';
import { useKluis } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { Knop, Sectie, Tag, kondigAan } from '../../ui/index.js';
import { Herstelsetdialoog } from './herstelset.js';
import { Snelcodedialoog } from './snelcode.js';
import { teksten } from './teksten.js';
import { Wachtzindialoog } from './wachtzin.js';

type Dialoognaam = 'wachtzin' | 'snelcode' | 'herstelcode' | 'vernieuwen';

/** Whether there is a quick code; null until it is known. */
function useSnelcode(): readonly [boolean | null, (aan: boolean) => void] {
  const { onderhoud } = useKluis();
  const [aan, setAan] = useState<boolean | null>(null);
  useEffect(() => {
    if (!onderhoud.snelMogelijk) return;
    let geldig = true;
    onderhoud
      .heeftSnelcode()
      .then((is) => {
        if (geldig) setAan(is);
      })
      .catch((reden: unknown) => {
        console.error('niet na te gaan of er een snelcode is', reden);
        if (geldig) setAan(false);
      });
    return () => {
      geldig = false;
    };
  }, [onderhoud]);
  return [aan, setAan];
}

export function Sleutels(): ReactNode {
  const { sleutels: t } = useTeksten(teksten);
  const { onderhoud } = useKluis();
  const [open, setOpen] = useState<Dialoognaam | null>(null);
  const [klaar, setKlaar] = useState<Dialoognaam | null>(null);
  const [snel, setSnel] = useSnelcode();
  const sluit = (): void => setOpen(null);
  const begin = (naam: Dialoognaam): void => {
    setKlaar(null);
    setOpen(naam);
  };
  function gelukt(naam: Dialoognaam): void {
    setOpen(null);
    setKlaar(naam);
    kondigAan(t.klaar[naam]);
  }
  async function zetSnelUit(): Promise<void> {
    await onderhoud.verwijderSnelcode();
    setSnel(false);
    setKlaar(null);
    kondigAan(t.snelUit);
  }
  const bericht = (naam: Dialoognaam): string | null => (klaar === naam ? t.klaar[naam] : null);

  return (
    <Sectie titel={t.titel}>
      <ul className="opslag-sleutels">
        <Sleutel titel={t.wachtzin} uitleg={t.wachtzinUitleg} klaar={bericht('wachtzin')}>
          <Knop onPress={() => begin('wachtzin')}>{t.wachtzinKnop}</Knop>
        </Sleutel>
        {onderhoud.snelMogelijk ? (
          <Sleutel titel={t.snelcode} uitleg={t.snelcodeUitleg} klaar={bericht('snelcode')}>
            {snel === true ? (
              <Knop soort="stil" onPress={() => void zetSnelUit()}>
                {t.snelUitKnop}
              </Knop>
            ) : null}
            <Knop onPress={() => begin('snelcode')}>{snel === true ? t.snelAnder : t.snelAan}</Knop>
          </Sleutel>
        ) : null}
        <Sleutel titel={t.herstelcode} uitleg={t.herstelcodeUitleg} klaar={bericht('herstelcode')}>
          <Knop onPress={() => begin('herstelcode')}>{t.herstelcodeKnop}</Knop>
        </Sleutel>
        <Sleutel titel={t.vernieuwen} uitleg={t.vernieuwenUitleg} klaar={bericht('vernieuwen')}>
          <Knop onPress={() => begin('vernieuwen')}>{t.vernieuwenKnop}</Knop>
        </Sleutel>
      </ul>
      {open === 'wachtzin' ? (
        <Wachtzindialoog bijGelukt={() => gelukt('wachtzin')} bijSluiten={sluit} />
      ) : open === 'snelcode' ? (
        <Snelcodedialoog
          bijGelukt={() => {
            setSnel(true);
            gelukt('snelcode');
          }}
          bijSluiten={sluit}
        />
      ) : open === null ? null : (
        <Herstelsetdialoog soort={open} bijGelukt={() => gelukt(open)} bijSluiten={sluit} />
      )}
    </Sectie>
  );
}

function Sleutel({
  titel,
  uitleg,
  klaar,
  children,
}: {
  readonly titel: string;
  readonly uitleg: string;
  /** What became of the last change. */
  readonly klaar: string | null;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <li>
      <div>
        <h3>{titel}</h3>
        <p className="soft">{uitleg}</p>
        {klaar === null ? null : (
          <Tag soort="goed" icoon={CircleCheck}>
            {klaar}
          </Tag>
        )}
      </div>
      <div className="row">{children}</div>
    </li>
  );
}
