/** Tells what was just done, and takes it back. Stays until dismissed or ten seconds without a look at it. */
import { Undo2, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { neemTerug, ongedaan, verbergOngedaan } from '../stores/ongedaan.js';
import { useTeksten } from '../taal/react.js';
import { Iconknop, Knop, kondigAan } from '../ui/index.js';
import './onderdelen.css';
import { teksten } from './teksten.js';

const ZICHTBAAR_MS = 10_000;

export function Ongedaanbalk() {
  const t = useTeksten(teksten);
  const { stapel, getoond } = useStore(ongedaan);
  const [erop, zetErop] = useState(false);
  const stap = stapel.find((s) => s.nummer === getoond);
  const nummer = stap?.nummer;
  const tekst = stap?.tekst;

  useEffect(() => {
    if (tekst !== undefined) kondigAan(tekst);
  }, [nummer, tekst]);
  useEffect(() => {
    if (nummer === undefined || erop) return;
    const timer = setTimeout(verbergOngedaan, ZICHTBAAR_MS);
    return () => clearTimeout(timer);
  }, [nummer, erop]);

  if (stap === undefined) return null;
  return (
    <div
      className="ongedaan"
      role="group"
      aria-label={stap.tekst}
      onPointerEnter={() => zetErop(true)}
      onPointerLeave={() => zetErop(false)}
      onFocus={() => zetErop(true)}
      onBlur={() => zetErop(false)}
    >
      <span>{stap.tekst}</span>
      <Knop icoon={Undo2} toets="Ctrl+Z" onPress={() => void neemTerug()}>
        {t.terug}
      </Knop>
      <Iconknop icoon={X} label={t.sluit} onPress={verbergOngedaan} />
    </div>
  );
}
