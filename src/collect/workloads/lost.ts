import containerApp from '../app/containerApp';
import containerEnvironment from '../app/containerEnvironment';
import type { Body, SurveyCollector } from '../collector';
import managedCluster from '../containerservice/managedCluster';
import virtualMachine from '../compute/virtualMachine';
import vmExtension from '../compute/vmExtension';
import vmScaleSet from '../compute/vmScaleSet';
import containerGroup from '../containerinstance/containerGroup';
import type { Held } from '../gone';
import logicApp from '../logic/logicApp';
import networkInterface from '../network/networkInterface';
import networkSecurityGroup from '../network/networkSecurityGroup';
import { toArmDeployment } from '../resources/armDeployment';
import webApp from '../web/webApp';
import { mattersByItself } from './concern';

const collectors: readonly SurveyCollector[] = [
  ...[containerApp, containerEnvironment, containerGroup, webApp, virtualMachine, vmExtension, vmScaleSet],
  ...[managedCluster, logicApp, networkInterface, networkSecurityGroup],
];

/**
 * True for a workload that an earlier run held, that this survey passed over, and that shows nothing of AI any more when it is read itself: it
 * left the inventory though it stands. Where it still shows something, the survey missed it.
 */
export function lostItsConcern({ kind }: Held, body: Body): boolean {
  if (kind === 'armDeployment') return toArmDeployment(body).exposedSecrets === undefined;
  const collector = collectors.find((one) => one.kind === kind);
  const converted = collector?.convert(body);
  return converted ? !mattersByItself(converted.resource) : false;
}
