import type { DocumentName } from '../../core/names.js';
import { icon } from './icon.js';
import type { View } from './start-button.js';

export const documentIcons: Readonly<Record<DocumentName, View>> = {
  passport: icon('M7 2.75h10a2 2 0 0 1 2 2v14.5a2 2 0 0 1-2 2h-10a2 2 0 0 1-2-2v-14.5a2 2 0 0 1 2-2zM8.75 10a3.25 3.25 0 1 0 6.5 0a3.25 3.25 0 1 0-6.5 0zM8.75 10h6.5M12 6.75c1.2 2 1.2 4.5 0 6.5-1.2-2-1.2-4.5 0-6.5M9 17.25h6'),
  'driving-licence': icon('M4.75 5h14.5a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-14.5a2 2 0 0 1-2-2v-10a2 2 0 0 1 2-2zM6 14.5v-1.25l1-2.5h4.5l1 2.5v1.25zM7.25 14.5v1M11.25 14.5v1M15 9.5h3.25M15 12.25h3.25M15 15h2'),
  'national-id': icon('M4.75 5h14.5a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-14.5a2 2 0 0 1-2-2v-10a2 2 0 0 1 2-2zM6.35 10.75a1.9 1.9 0 1 0 3.8 0a1.9 1.9 0 1 0-3.8 0zM5.25 15.75c.5-1.6 1.6-2.4 3-2.4s2.5.8 3 2.4M14.25 9.75h4M14.25 12.5h4M14.25 15.25h2.5'),
  'residence-permit': icon('M4.75 5h14.5a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-14.5a2 2 0 0 1-2-2v-10a2 2 0 0 1 2-2zM5.75 12l3-2.75 3 2.75M6.75 11.25v4h4v-4M14.75 9.75h3.5M14.75 12.5h3.5M14.75 15.25h2'),
};

export const selfie = icon('M3 7.5V5a2 2 0 0 1 2-2h2.5M16.5 3H19a2 2 0 0 1 2 2v2.5M21 16.5V19a2 2 0 0 1-2 2h-2.5M7.5 21H5a2 2 0 0 1-2-2v-2.5M7 12a5 5 0 1 0 10 0a5 5 0 1 0-10 0zM10.25 11v.01M13.75 11v.01M10.25 13.75c1 .9 2.5.9 3.5 0');
export const address = icon('M6 2.75h8L19 8v11.25a2 2 0 0 1-2 2H6a1 1 0 0 1-1-1V3.75a1 1 0 0 1 1-1zM14 3v5h5M8.75 14.5l3.25-3 3.25 3M9.75 13.75v3.5h4.5v-3.5');
export const lock = icon('M7 10.5h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2h-10a2 2 0 0 1-2-2v-6a2 2 0 0 1 2-2zM8 10.5V7.75a4 4 0 0 1 8 0v2.75');
