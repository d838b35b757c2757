export { openAzureTables } from './azureTables';
export { startAzurite, type Azurite } from './azurite';
export { openStore } from './history';
export { MemoryTables } from './memoryTables';
export type { Store } from './store';
export type { Tables } from './tables';
