/** The backups of this device in the folder. */
import { useEffect, useState } from 'react';
import { lopendPlatform } from '../../stores/platform.js';
import { useKluis, useKopiestand } from '../../stores/react.js';
import type { Kopie } from '../../vault/types.js';

/** Newest first; null until they are read. Read again when one is made or deleted. */
export function useKopielijst(): readonly Kopie[] | null {
  const { kopieen } = useKluis();
  const { laatste, map, bezig } = useKopiestand();
  const [lijst, setLijst] = useState<readonly Kopie[] | null>(
    lopendPlatform().reservemap === null ? [] : null,
  );
  const rustig = bezig === null;
  const pad = map?.pad;
  useEffect(() => {
    if (!rustig) return;
    let geldig = true;
    kopieen
      .lijst()
      .then((er) => {
        if (geldig) setLijst(er);
      })
      .catch((reden: unknown) => {
        // The line with the folder says that it cannot be reached.
        console.error('de reservekopieën zijn niet gelezen', reden);
        if (geldig) setLijst([]);
      });
    return () => {
      geldig = false;
    };
  }, [kopieen, laatste, pad, rustig]);
  return lijst;
}
