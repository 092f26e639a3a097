/** One line above the content when the store of this device needs somebody; with the way to what can be done. */
import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { zorgenVan } from '../stores/opslagzorg.js';
import { useKopiestand, useOpslagstand } from '../stores/react.js';
import { useTeksten } from '../taal/react.js';
import { klas } from '../ui/index.js';
import { t } from './teksten.js';

/** The screen that says it all in full. */
const PAD = '/opslag';

export function Opslagmelding(): ReactNode {
  const { opslag: w } = useTeksten(t);
  const [pad] = useLocation();
  const [ergste, ...meer] = zorgenVan(useOpslagstand(), useKopiestand());
  if (ergste === undefined || pad === PAD) return null;
  const Icoon = ergste === 'vol' || ergste === 'onleesbaar' ? CircleAlert : TriangleAlert;
  return (
    <div
      className={klas('opslagmelding no-print', ergste)}
      role={ergste === 'vol' ? 'alert' : 'status'}
    >
      <Icoon className="i" aria-hidden="true" />
      <p>
        <b>{w[ergste]}</b> {meer.length === 0 ? null : `${w.meer(meer.length)} `}
        <a href={`#${PAD}`}>{w.link}</a>
      </p>
    </div>
  );
}
