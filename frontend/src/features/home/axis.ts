/** Where the axis is named, as parts of its top: what is counted is whole, and so is each name. */
export const axisParts = (ceiling: number) => (ceiling % 2 === 0 ? [0, 0.5, 1] : [0, 1]);
