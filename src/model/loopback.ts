const names = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** True for an address of this machine: the only ones where plain http is accepted. */
export const isLoopback = ({ hostname }: URL): boolean => names.has(hostname);
