interface Item {
  id: string;
  title: string;
}

/** Whether the id is the document's own number, such as R2.1; any other was made up for the scheme's file only. */
const isNumber = (id: string): boolean => /^[A-Z][0-9.]*$/.test(id);

/** For the head of a narrow column. */
export const shortName = ({ id, title }: Item): string => (isNumber(id) ? id : title);

export const fullName = ({ id, title }: Item): string => (isNumber(id) ? `${id} ${title}` : title);
