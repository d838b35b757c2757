import { openFolder } from './conformanceRecords';

/** Before the test run: opens the folder of recorded answers. */
export default function setup(): void {
  openFolder();
}
