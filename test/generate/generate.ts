import { resolve } from 'node:path';
import { writeGenerated } from './write';

/** `npm run generate`: writes what is generated from the code. The tests hold the files to what this would write. */
void writeGenerated(resolve(__dirname, '../..'));
