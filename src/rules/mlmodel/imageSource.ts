/** Where an image reference of the form `[host/]repository[:tag][@digest]` points. No host means Docker Hub. */
interface ImageSource {
  readonly host: string;
  /** No digest, and no tag or the tag `latest`: tomorrow it is another image. */
  readonly floating: boolean;
}

export function imageSource(image: string): ImageSource {
  const plain = image.trim().replace(/^https?:\/\//i, '');
  const [first = '', ...rest] = plain.split('/');
  const hosted = rest.length > 0 && /[.:]|^localhost$/.test(first);
  const last = plain.slice(plain.lastIndexOf('/') + 1);
  const tag = /:([^@]+)/.exec(last)?.[1] ?? 'latest';
  return {
    host: hosted ? first.toLowerCase() : 'docker.io',
    floating: !last.includes('@') && tag.toLowerCase() === 'latest',
  };
}
