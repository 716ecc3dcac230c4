/** What people call a cycle; most schemes name their year themselves. */
export const cycleTitle = (cycle: { year: number; title: string }): string =>
  cycle.title.includes(String(cycle.year)) ? cycle.title : `${cycle.year} 年度 ${cycle.title}`;
