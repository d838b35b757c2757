import type { Campaign } from './campaign';
import { failEach } from './failEach';
import { storms } from './storms';
import { fuzz } from './fuzz';
import { poison } from './poison';
import { schedules } from './schedules';

/** All of them, in the order of their table. */
export const campaigns: readonly Campaign[] = [failEach, schedules, storms, poison, fuzz];
