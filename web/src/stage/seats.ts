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
/** The innermost arc, as a share of the outermost. */
const INNER = 0.36;
/** Seats a single arc takes before another is opened, at its outermost. */
const SEATS_OF_OUTER_ARC = 27;

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

function rowsFor(count: number): number {
  for (let rows = 1; ; rows += 1) {
    const radii = Array.from({ length: rows }, (_, row) => radiusOf(row, rows));
    const room = radii.reduce((sum, radius) => sum + Math.floor(radius * SEATS_OF_OUTER_ARC), 0);
    if (room >= count || rows >= 9) return rows;
  }
}

function radiusOf(row: number, rows: number): number {
  return rows === 1 ? 0.8 : INNER + ((1 - INNER) * row) / (rows - 1);
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
