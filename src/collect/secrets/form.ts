import type { ExposedSecret } from '../../model/base';

/** What a value unmistakably holds. */
export type Recognised = Omit<ExposedSecret, 'place' | 'secretKind'> & { readonly kind: string };

/** How one kind of secret looks. */
export interface SecretForm {
  readonly kind: string;
  /** A value without this text is not looked at further. */
  readonly anchor: string;
  readonly form: RegExp;
  /** anchored when absent. */
  readonly confidence?: ExposedSecret['confidence'];
  readonly opens?: ExposedSecret['opens'];
  /** Looks closer at what the form found: a checksum, a month, a kind within the kind. */
  readonly closer?: (found: string, whole: string) => Partial<Recognised>;
}
