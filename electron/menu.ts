/** The application menu in Dutch. Only what the system expects: everything else is in the palette. */
import type { MenuItemConstructorOptions } from 'electron';

export function hoofdmenu(): MenuItemConstructorOptions[] {
  return [
    {
      label: 'Casuskluis',
      submenu: [
        { role: 'about', label: 'Over Casuskluis' },
        { type: 'separator' },
        { role: 'quit', label: 'Afsluiten' },
      ],
    },
    {
      label: 'Bewerken',
      submenu: [
        { role: 'undo', label: 'Ongedaan maken' },
        { role: 'redo', label: 'Opnieuw' },
        { type: 'separator' },
        { role: 'cut', label: 'Knippen' },
        { role: 'copy', label: 'Kopiëren' },
        { role: 'paste', label: 'Plakken' },
        { role: 'selectAll', label: 'Alles selecteren' },
      ],
    },
    {
      label: 'Beeld',
      submenu: [
        { role: 'zoomIn', label: 'Groter' },
        { role: 'zoomOut', label: 'Kleiner' },
        { role: 'resetZoom', label: 'Ware grootte' },
        { role: 'togglefullscreen', label: 'Volledig scherm' },
      ],
    },
    {
      label: 'Venster',
      submenu: [
        { role: 'minimize', label: 'Minimaliseren' },
        { role: 'close', label: 'Sluiten' },
      ],
    },
  ];
}
