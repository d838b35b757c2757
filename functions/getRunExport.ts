import { app } from '@azure/functions';
import { showRunExport } from '../src/exportApi';
import { answered, file } from '../src/problem';

/** `GET runs/{id|latest}/export?format=`: the run as a file of json, sarif, ocsf, cyclonedx, csv, junit or md. */
app.http('getRunExport', {
  methods: ['GET'],
  route: 'runs/{id}/export',
  authLevel: 'function',
  handler: ({ params, query }, context) =>
    answered(
      async () => file(await showRunExport(params['id'] ?? '', query.get('format'))),
      context.error.bind(context),
    ),
});
