/** What floats above the page: a dialog, a menu, a popover. React Aria keeps focus and Escape. */
import { X, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  Dialog,
  DialogTrigger,
  Heading,
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Modal,
  ModalOverlay,
  Popover,
  Separator,
} from 'react-aria-components';
import { useTeksten } from '../taal/react.js';
import { klas } from './gevuld.js';
import { Iconknop } from './knop.js';
import { t } from './teksten.js';
import { Toets } from './toets.js';

export interface DialoogProps {
  readonly titel: string;
  readonly open: boolean;
  readonly bijSluiten: () => void;
  readonly children: ReactNode;
  /** Buttons; the primary one last. */
  readonly voet?: ReactNode;
  readonly breed?: boolean | undefined;
  /** False: only its own buttons close it, not Escape or a click beside it. */
  readonly wegklikbaar?: boolean | undefined;
  readonly rol?: 'dialog' | 'alertdialog' | undefined;
  readonly className?: string | undefined;
}

export function Dialoog(props: DialoogProps): ReactNode {
  const { titel, open, bijSluiten, children, voet, breed, wegklikbaar = true } = props;
  const w = useTeksten(t);
  return (
    <ModalOverlay
      className="sluier"
      isOpen={open}
      isDismissable={wegklikbaar}
      isKeyboardDismissDisabled={!wegklikbaar}
      onOpenChange={(nu) => {
        if (!nu) bijSluiten();
      }}
    >
      <Modal className={klas('dialoog', breed && 'breed', props.className)}>
        <Dialog role={props.rol ?? 'dialog'} className="dialoog-b">
          <header className="dialoog-h">
            <Heading slot="title" level={2}>
              {titel}
            </Heading>
            {wegklikbaar ? <Iconknop icoon={X} label={w.sluit} onPress={bijSluiten} /> : null}
          </header>
          <div className="dialoog-i">{children}</div>
          {voet === undefined ? null : <footer className="dialoog-v">{voet}</footer>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface Menupunt {
  readonly id: string;
  readonly label: string;
  readonly icoon?: LucideIcon | undefined;
  readonly toets?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  /** A line above it. */
  readonly scheiding?: boolean | undefined;
  readonly doe: () => void;
}

/** The list of a menu; for inside a `MenuTrigger` of one's own. */
export function Menu({
  label,
  punten,
}: {
  readonly label: string;
  readonly punten: readonly Menupunt[];
}): ReactNode {
  return (
    <AriaMenu className="menu" aria-label={label}>
      {punten.flatMap(({ id, label: tekst, icoon: Icoon, toets, scheiding, isDisabled, doe }) => {
        const punt = (
          <MenuItem
            key={id}
            id={id}
            textValue={tekst}
            className="menu-i"
            isDisabled={isDisabled ?? false}
            onAction={doe}
          >
            {Icoon === undefined ? null : <Icoon className="i" aria-hidden="true" />}
            {tekst}
            {toets === undefined ? null : <Toets toets={toets} stil samen className="push" />}
          </MenuItem>
        );
        return scheiding === true
          ? [<Separator key={`${id}-lijn`} className="menu-s" />, punt]
          : [punt];
      })}
    </AriaMenu>
  );
}

export interface MenuknopProps {
  readonly label: string;
  readonly punten: readonly Menupunt[];
  readonly icoon?: LucideIcon | undefined;
  /** Content of the button; the label then is its name for screen readers. */
  readonly children?: ReactNode;
  readonly className?: string | undefined;
}

/** A button that opens a menu. With only an icon, the label is its name. */
export function Menuknop(props: MenuknopProps): ReactNode {
  const { label, punten, icoon: Icoon, children, className } = props;
  return (
    <MenuTrigger>
      <Button
        aria-label={label}
        className={className ?? klas('btn', children === undefined && 'icon')}
      >
        {Icoon === undefined ? null : <Icoon className="i" aria-hidden="true" />}
        {children}
      </Button>
      <Popover className="pop" offset={4}>
        <Menu label={label} punten={punten} />
      </Popover>
    </MenuTrigger>
  );
}

/** A button with a panel of details below it. */
export function Uitklap({
  label,
  knop,
  className,
  children,
}: {
  /** Name of the panel. */
  readonly label: string;
  readonly knop: ReactNode;
  readonly className?: string | undefined;
  readonly children: (sluit: () => void) => ReactNode;
}): ReactNode {
  return (
    <DialogTrigger>
      <Button className={className ?? 'btn'}>{knop}</Button>
      <Popover className="pop paneel" offset={6} placement="bottom end">
        <Dialog aria-label={label}>{({ close }) => children(close)}</Dialog>
      </Popover>
    </DialogTrigger>
  );
}
