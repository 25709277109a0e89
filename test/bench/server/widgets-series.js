/** The ids of the widgets that wait on streams. */
export const SERIES = 0x57;
