import { randomUUID } from 'node:crypto';
import { armError } from './answer';
import type { Answer } from './answer';
import type { ArmPath } from './armPath';

/** 404 of a single resource. Machine Learning and App Service answer in their own words for what lies below a resource. */
export function resourceNotFound(path: ArmPath): Answer {
  const [provider = '', ...rest] = path.type.toLowerCase().split('/');
  if (rest.length > 1 && provider === 'microsoft.machinelearningservices') {
    return machineLearningNotFound();
  }
  if (rest.length > 1 && provider === 'microsoft.web') {
    return webNotFound(path);
  }
  return containerNotFound(path) ?? armError(404, 'ResourceNotFound', notFoundMessage(path));
}

/** 404 of a list whose parent does not exist. */
export function parentNotFound(path: ArmPath): Answer {
  const name = path.parent.slice(path.parent.lastIndexOf('/') + 1);
  const message = `Can not perform requested operation on nested resource. Parent resource '${name}' not found.`;
  return containerNotFound({ ...path, key: path.parent }) ?? armError(404, 'ParentResourceNotFound', message);
}

export function subscriptionNotFound(id: string): Answer {
  return armError(404, 'SubscriptionNotFound', `The subscription '${id}' could not be found.`);
}

/** 403 naming the missing action, in ARM's words. */
export function authorizationFailed(path: ArmPath, sentPath: string, objectId: string): Answer {
  const scope = path.isList ? sentPath.slice(0, path.parent.length) : sentPath;
  const message =
    `The client '${objectId}' with object id '${objectId}' does not have authorization to perform action ` +
    `'${actionOf(path)}' over scope '${scope === '' ? '/' : scope}' or the scope is invalid. ` +
    'If access was recently granted, please refresh your credentials.';
  return armError(403, 'AuthorizationFailed', message);
}

/** The read action a path needs, as role definitions write it. */
export function actionOf(path: ArmPath): string {
  if (path.type !== '') {
    return `${path.type}/read`;
  }
  const types = path.key.split('/').filter((_, at) => at % 2 === 1);
  return `Microsoft.Resources/${types.join('/').replace('resourcegroups', 'resourceGroups')}/read`;
}

function containerNotFound(path: ArmPath): Answer | null {
  const segments = path.key.split('/').length - 1;
  if (path.subscriptionId !== '' && segments === 2) {
    return subscriptionNotFound(path.subscriptionId);
  }
  if (path.resourceGroup !== '' && segments === 4) {
    return armError(404, 'ResourceGroupNotFound', `Resource group '${path.resourceGroup}' could not be found.`);
  }
  return null;
}

function notFoundMessage(path: ArmPath): string {
  const [provider, ...types] = path.type.split('/');
  const names = path.key.split('/').slice(-types.length * 2);
  const pairs = types.map((type, at) => `${type}/${names[at * 2 + 1] ?? ''}`);
  return (
    `The Resource '${provider ?? ''}/${pairs.join('/')}' under resource group '${path.resourceGroup}' was not found. ` +
    'For more details please go to https://aka.ms/ARMResourceNotFoundFix'
  );
}

function machineLearningNotFound(): Answer {
  const additionalInfo = [
    { type: 'ComponentName', info: { value: 'managementfrontend' } },
    {
      type: 'Correlation',
      info: { value: { operation: randomUUID().replaceAll('-', ''), request: randomUUID().slice(0, 16) } },
    },
    { type: 'Time', info: { value: new Date().toISOString() } },
  ];
  return armError(404, 'UserError', 'The resource was not found in the workspace.', { details: [], additionalInfo });
}

function webNotFound(path: ArmPath): Answer {
  const name = path.key.slice(path.key.lastIndexOf('/') + 1);
  const Message = `Cannot find ${path.type.slice(path.type.lastIndexOf('/') + 1)} with name ${name}.`;
  const Details = [{ Message }, { Code: 'NotFound' }, { ErrorEntity: { Code: 'NotFound', Message } }];
  return { status: 404, json: { Code: 'NotFound', Message, Target: null, Details, Innererror: null } };
}
