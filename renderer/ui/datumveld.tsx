/** A date: typed as dd-mm-jjjj in three parts, or chosen from a calendar whose week starts on Monday. */
import { parseDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight, X } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  FieldError,
  Group,
  Heading,
  I18nProvider,
  Label,
  Popover,
  Text,
} from 'react-aria-components';
import { useTaal, useTeksten } from '../taal/react.js';
import { gevuld, klas } from './gevuld.js';
import { t } from './teksten.js';

export interface DatumveldProps {
  readonly label: string;
  readonly zonderLabel?: boolean | undefined;
  /** `jjjj-mm-dd`, or null. */
  readonly waarde: string | null;
  readonly bijWijziging: (waarde: string | null) => void;
  readonly hulp?: ReactNode;
  readonly fout?: string | null | undefined;
  readonly groot?: boolean | undefined;
  /** A button that empties it. */
  readonly wisbaar?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isReadOnly?: boolean | undefined;
  readonly className?: string | undefined;
}

export function Datumveld(props: DatumveldProps): ReactNode {
  const { label, zonderLabel, waarde, bijWijziging, hulp, fout, groot, wisbaar } = props;
  const w = useTeksten(t);
  const taal = useTaal();
  return (
    <I18nProvider locale={taal === 'nl' ? 'nl-NL' : 'en-GB'}>
      <DatePicker
        value={waarde === null ? null : parseDate(waarde)}
        onChange={(d) => bijWijziging(d === null ? null : d.toString())}
        firstDayOfWeek="mon"
        shouldForceLeadingZeros
        isInvalid={fout !== undefined && fout !== null}
        validationBehavior="aria"
        className={klas('field datumveld', props.className)}
        {...gevuld({ isDisabled: props.isDisabled, isReadOnly: props.isReadOnly })}
      >
        <Label className={zonderLabel === true ? 'sr' : 'label'}>{label}</Label>
        <Group className={klas('input datum', groot && 'large')}>
          <DateInput className="datum-i">
            {(deel) => <DateSegment segment={deel} className="datum-d" />}
          </DateInput>
          {wisbaar === true && waarde !== null ? (
            <button
              type="button"
              className="datum-k"
              aria-label={w.wisDatum}
              onClick={() => bijWijziging(null)}
            >
              <X className="i" aria-hidden="true" />
            </button>
          ) : null}
          <Button className="datum-k" aria-label={w.kalender}>
            <CalendarDays className="i" aria-hidden="true" />
          </Button>
        </Group>
        {hulp === undefined || hulp === null ? null : (
          <Text slot="description" className="meta" elementType="div">
            {hulp}
          </Text>
        )}
        {fout === undefined || fout === null ? null : (
          <FieldError className="veldfout">{fout}</FieldError>
        )}
        <Popover className="pop paneel" offset={4}>
          <Dialog>
            <Calendar className="kalender">
              <header className="kalender-h">
                <Button slot="previous" className="btn quiet icon" aria-label={w.vorigeMaand}>
                  <ChevronLeft className="i" aria-hidden="true" />
                </Button>
                <Heading className="kalender-t" />
                <Button slot="next" className="btn quiet icon" aria-label={w.volgendeMaand}>
                  <ChevronRight className="i" aria-hidden="true" />
                </Button>
              </header>
              <CalendarGrid weekdayStyle="short">
                <CalendarGridHeader>
                  {(dag) => <CalendarHeaderCell>{dag}</CalendarHeaderCell>}
                </CalendarGridHeader>
                <CalendarGridBody>
                  {(dag) => <CalendarCell date={dag} className="kalender-d" />}
                </CalendarGridBody>
              </CalendarGrid>
            </Calendar>
          </Dialog>
        </Popover>
      </DatePicker>
    </I18nProvider>
  );
}
