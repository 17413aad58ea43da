/** The sign of closing, as the path of a line icon: the one sign that the first page has, without the others. */
export const CROSS = 'M6 6l12 12M18 6L6 18';
