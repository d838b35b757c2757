/**
 * Locations in which Azure AI Search puts replicas into availability zones, from its reliability page of 20 June 2023. The list has
 * grown since: a location that is not here may have zones, and is not judged.
 */
export const zonedRegions: ReadonlySet<string> = new Set([
  'australiaeast',
  'brazilsouth',
  'canadacentral',
  'centralindia',
  'centralus',
  'chinanorth3',
  'eastasia',
  'eastus',
  'eastus2',
  'francecentral',
  'germanywestcentral',
  'japaneast',
  'koreacentral',
  'northeurope',
  'norwayeast',
  'qatarcentral',
  'southafricanorth',
  'southcentralus',
  'southeastasia',
  'swedencentral',
  'switzerlandnorth',
  'uaenorth',
  'uksouth',
  'usgovvirginia',
  'westeurope',
  'westus2',
  'westus3',
]);
