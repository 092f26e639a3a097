/** All routes. Adding one is a value in a file and its name here. */
import type { Route } from '../http/route.js';
import { gezondheid } from './gezondheid.js';
import { meldAccountsAan, meldHuisAan } from './huizen.js';
import { haalIntrekkingen, trekIn } from './intrekkingen.js';
import { beoordeel, haalQuarantaine, haalQuarantainestuk } from './quarantaine.js';
import { haalStuk, legStuk, trekStukTerug, welkeStukken } from './stukken.js';
import { daagUit, geefToken } from './tokens.js';
import {
  beantwoord,
  haalAntwoord,
  haalUitnodigingen,
  nodigUit,
  vraagAan,
} from './uitnodigingen.js';
import { haalVakstand, openEpoch, vernietigVak } from './vakken.js';
import { haalVerleningen, verleen } from './verleningen.js';
import { pull, push, stroom } from './wijzigingen.js';

export const ROUTES: readonly Route[] = [
  gezondheid,
  meldHuisAan,
  daagUit,
  geefToken,
  meldAccountsAan,
  verleen,
  haalVerleningen,
  push,
  pull,
  stroom,
  trekIn,
  haalIntrekkingen,
  haalVakstand,
  openEpoch,
  vernietigVak,
  legStuk,
  haalStuk,
  trekStukTerug,
  welkeStukken,
  haalQuarantaine,
  haalQuarantainestuk,
  beoordeel,
  nodigUit,
  haalUitnodigingen,
  vraagAan,
  beantwoord,
  haalAntwoord,
];
