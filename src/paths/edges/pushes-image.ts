import { defineEdge, seen } from '../defineEdge';
import { can, reaches, writesImage } from '../states';

const byRepository = /^abacrepositorypermissions$/i;

export default defineEdge({
  kind: 'pushes-image',
  reads: ['containerRegistry'],
  atlas: ['AML.T0010.004'],
  cost: 223,
  fix: 'Let pipelines push, each to its repository, and pin images by digest.',
  draw: (tenant) =>
    tenant.all('containerRegistry').map((one) => {
      const perRepository = byRepository.test(one.roleAssignmentMode);
      return {
        from: [can('image.push', one.id, perRepository ? 'data' : 'control'), reaches(one.id)],
        to: writesImage(one.id),
        closedBy: [],
        tell: () => ({
          says: `Pushes images to ${one.name}.`,
          evidence: [seen(one, 'roleAssignmentMode', one.roleAssignmentMode || 'LegacyRegistryPermissions')],
        }),
      };
    }),
});
