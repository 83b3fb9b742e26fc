import type { Texts } from '../texts.ts'

export const environment: Texts['environment'] = {
  names: {
    processor: 'Prozessor',
    cores: 'Kerne',
    memory: 'Arbeitsspeicher',
    system: 'System',
    load: 'Last vor dem Start',
    power: 'Strom',
  },
  logical: (cores) => `${cores} logische`,
  physical: (cores) => `${cores} physische`,
  performance: (performance, efficiency) => `${performance} Leistung + ${efficiency} Effizienz`,
  quota: (cpus) => `Kontingent ${cpus}`,
  notMeasured: 'nicht gemessen',
  power: { mains: 'Netz', battery: 'Akku', unknown: 'unbekannt' },
  none: 'keins',
}

export const numbers: Texts['numbers'] = { to: 'bis' }
