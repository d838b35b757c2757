import { closes, defineEdge, seen } from '../defineEdge';
import { calls, takesModel } from '../states';

/** Fine-tuned models carry the name of the job behind theirs. */
const isOwn = (name: string): boolean => /\.ft-|^ft:/i.test(name);

export default defineEdge({
  kind: 'extracts-model',
  reads: ['deployment'],
  atlas: ['AML.T0024.002'],
  cost: 500,
  certainty: 'possible',
  fix: 'Limit calls of each caller, and watch for many like ones.',
  draw: (tenant) =>
    tenant
      .all('deployment')
      .filter(({ model }) => isOwn(model.name))
      .map((one) => ({
        from: [calls(one.id)],
        to: takesModel(one.id),
        closedBy: [closes('limit-tokens', one.id)],
        tell: () => ({
          says: `Asks ${one.name} until a model like it can be trained.`,
          evidence: [seen(one, 'model.name', one.model.name)],
          doubt: 'nobody can see how many calls that takes',
        }),
      })),
});
