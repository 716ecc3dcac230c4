import { useAreaNames, useStaff } from "../cycles/queries";

/** Areas and members of staff, of whom values may be adjusted. */
export function useSubjects() {
  const areas = useAreaNames();
  const staff = useStaff(true);
  const areaNames = areas.data ?? new Map<string, string>();
  const people = staff.data ?? [];
  return {
    failure: areas.error ?? staff.error,
    isPending: areas.isPending || staff.isPending,
    isArea: (id: string): boolean => areaNames.has(id),
    nameOf: (id: string): string => areaNames.get(id) ?? people.find((person) => person.id === id)?.name ?? id,
    options: [
      { label: "居民区", options: [...areaNames].map(([value, label]) => ({ value, label })) },
      {
        label: "工作人员",
        options: people.map((person) => ({
          value: person.id,
          label: `${person.name}（${areaNames.get(person.area) ?? person.area}）`,
        })),
      },
    ].filter((group) => group.options.length > 0),
  };
}
