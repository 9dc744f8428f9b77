import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { enginePort } from '@runlight/embedded';
import type { Lab } from './lab.ts';
import type { LabProcess } from './lab-process.ts';

export interface Nginx {
  process: LabProcess;
  url: string;
  /** Reads its configuration anew; new workers take over while old ones finish. */
  reload: () => void;
}

/** An nginx before all ingest processes of the lab, as a deployment has one. */
export async function startNginx(lab: Lab): Promise<Nginx> {
  const port = await enginePort();
  const dir = join(lab.dir, 'nginx');
  mkdirSync(dir);
  const config = join(dir, 'nginx.conf');
  writeFileSync(config, nginxConfig({ dir, port, upstreams: lab.ingests.map(({ url }) => url) }));
  const url = `http://127.0.0.1:${port}`;
  const process = lab.add({
    name: 'nginx',
    command: 'nginx',
    args: ['-p', dir, '-c', config, '-e', 'stderr'],
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
    isUp: async () => (await fetch(`${url}/info`)).ok,
    stopSignal: 'SIGTERM',
  });
  await process.start();
  return { process, url, reload: () => void globalThis.process.kill(process.pid(), 'SIGHUP') };
}

/**
 * Bodies are passed on as they come. The next ingest is asked only when the first one was not reached,
 * since the sender repeats by itself what may have arrived.
 */
function nginxConfig(options: { dir: string; port: number; upstreams: string[] }): string {
  const { dir, port, upstreams } = options;
  const servers = upstreams.map(
    (url) => `server ${new URL(url).host} max_fails=1 fail_timeout=1s;`,
  );
  return `
daemon off;
user root;
worker_processes 1;
pid ${dir}/nginx.pid;
error_log stderr warn;
events { worker_connections 512; }
http {
  access_log off;
  client_max_body_size 30m;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${dir}/${kind};`).join('\n  ')}
  upstream ingest {
    ${servers.join('\n    ')}
    keepalive 16;
    keepalive_timeout 60s;
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://ingest;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_request_buffering off;
      proxy_connect_timeout 2s;
      proxy_read_timeout 130s;
      proxy_next_upstream error timeout;
    }
  }
}
`;
}
