import type { Plugin } from 'vite';

/** Packages that import JSON without saying so: Node's own loader refuses them, Vite reads them. */
const packages = /^@actions\//;

/** Lets Vite read such packages wherever code is run or built for Node, whatever the environment is called. */
export function jsonPackages(): Plugin {
  return {
    name: 'workshop:json-packages',
    configEnvironment(name) {
      return name === 'client' ? null : { resolve: { noExternal: [packages] } };
    },
  };
}
