export { openAzureTables } from './azureTables';
export { startAzurite, type Azurite, type AzuriteOptions } from './azurite';
export { openStore, type StoreOptions } from './history';
export { MemoryTables } from './memoryTables';
export type { Head, Slot, Store } from './store';
export type { Tables } from './tables';
