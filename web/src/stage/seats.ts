/** Where the seats of a hemicycle stand: rows of growing arcs around the rostrum. Owns geometry only. */

/** A place in the drawing, in its own units, origin at the top left. */
export interface Place {
  x: number;
  y: number;
}

/** Size of the drawing. */
export const HALL = { width: 264, height: 112 } as const;

const CENTRE = { x: HALL.width / 2, y: 104 };
const OUTER = { x: 122, y: 92 };
/** The innermost arc, as a share of the outermost, however many there are. */
const INNERMOST = 0.3;
/** Room between two arcs while there are few, as a share of the outermost. */
const AISLE = 0.22;
const ROWS_MAX = 8;

/**
 * Places for a number of seats, from the start side of the hall to its end side, row by row within a sector, so that
 * neighbours in the order sit together. `mirrored` draws the start side on the right, as Arabic reads.
 */
export function places(count: number, mirrored: boolean): Place[] {
  const seats = arcs(count).flatMap((arc) => arcPlaces(arc.radius, arc.seats));
  const ordered = seats.sort((a, b) => a.angle - b.angle || b.radius - a.radius);
  return ordered.map(({ angle, radius }) => place(angle, radius, mirrored));
}

interface Arc {
  radius: number;
  seats: number;
}

/** Shares the seats among as few arcs as hold them, each in proportion to its length. */
function arcs(count: number): Arc[] {
  const rows = rowsFor(count);
  const radii = Array.from({ length: rows }, (_, row) => radiusOf(row, rows));
  const length = radii.reduce((sum, radius) => sum + radius, 0);
  let left = count;
  return radii.map((radius, row) => {
    const share = row === rows - 1 ? left : Math.min(left, Math.round((count * radius) / length));
    left -= share;
    return { radius, seats: share };
  });
}

/** Rows grow with the square root of the seats, so that the hall keeps its shape. */
function rowsFor(count: number): number {
  return Math.min(ROWS_MAX, Math.max(1, Math.round(Math.sqrt(count / 3.2))));
}

function radiusOf(row: number, rows: number): number {
  if (rows === 1) return 0.85;
  const inner = Math.max(INNERMOST, 1 - AISLE * (rows - 1));
  return inner + ((1 - inner) * row) / (rows - 1);
}

function arcPlaces(radius: number, seats: number): { angle: number; radius: number }[] {
  return Array.from({ length: seats }, (_, at) => ({
    angle: seats === 1 ? Math.PI / 2 : (Math.PI * at) / (seats - 1),
    radius,
  }));
}

function place(angle: number, radius: number, mirrored: boolean): Place {
  const across = Math.cos(angle) * radius * OUTER.x;
  const x = CENTRE.x + (mirrored ? across : -across);
  return { x: round(x), y: round(CENTRE.y - Math.sin(angle) * radius * OUTER.y) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
