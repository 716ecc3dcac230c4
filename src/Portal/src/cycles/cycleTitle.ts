export const cycleTitle = (cycle: { year: number; scheme: string; schemeName?: string | null }): string =>
  `${cycle.year} 年度 · ${cycle.schemeName ?? cycle.scheme}`;
