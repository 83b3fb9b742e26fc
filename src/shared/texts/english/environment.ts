/** The machine that numbers were measured on. */
export const environment = {
  names: {
    processor: 'processor',
    cores: 'cores',
    memory: 'memory',
    system: 'system',
    load: 'load before start',
    power: 'power',
  },
  logical: (cores: number) => `${cores} logical`,
  physical: (cores: number) => `${cores} physical`,
  performance: (performance: number, efficiency: number) =>
    `${performance} performance + ${efficiency} efficiency`,
  quota: (cpus: string) => `quota ${cpus}`,
  notMeasured: 'not measured',
  power: { mains: 'mains', battery: 'battery', unknown: 'unknown' },
  /** Of a fact that one machine has and another has not. */
  none: 'none',
}

/** Within numbers. */
export const numbers = { to: 'to' }
