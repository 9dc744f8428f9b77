import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Logger } from '@runlight/service';

// Processes of ours must not outlive us, not even a `kill -9`, and the engines do not watch their
// parent. So one shell, small and in a session of its own, reads from us which processes there are.
// When its input ends, we are gone, and it ends what is left: first politely, after 5 s by force.
const script = `
trap '' INT TERM HUP
list=''
while read -r op pid signal; do
  if [ "$op" = add ]; then
    list="$list $pid:$signal"
  else
    kept=''
    for entry in $list; do
      [ "\${entry%%:*}" = "$pid" ] || kept="$kept $entry"
    done
    list=$kept
  fi
done
for entry in $list; do kill -s "\${entry#*:}" "\${entry%%:*}" 2>/dev/null; done
tries=0
while [ "$tries" -lt 50 ]; do
  alive=''
  for entry in $list; do kill -0 "\${entry%%:*}" 2>/dev/null && alive=yes; done
  [ -z "$alive" ] && exit 0
  sleep 0.1
  tries=$((tries + 1))
done
for entry in $list; do kill -s KILL "\${entry%%:*}" 2>/dev/null; done
`;

export interface Reaper {
  /** From now on ends the process with `signal` should the supervisor vanish. */
  watch: (pid: number, signal: NodeJS.Signals) => void;
  /** The process ended; its id may belong to somebody else soon. */
  forget: (pid: number) => void;
  close: () => void;
}

export function startReaper({ log }: { log: Logger }): Reaper {
  const watched = new Map<number, string>();
  let shell: ChildProcess | undefined;
  let closed = false;

  const tell = (line: string) => {
    if (shell?.stdin?.writable) shell.stdin.write(`${line}\n`);
  };

  function start(): void {
    shell = spawn('/bin/sh', ['-c', script, 'runlight-reaper'], {
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
      env: { PATH: '/usr/bin:/bin' },
      cwd: '/',
    });
    shell.stdin?.on('error', ({ message }) => log.debug({ message }, 'the reaper does not listen'));
    shell.on('error', (error) => log.warn({ err: error }, 'the reaper cannot be started'));
    shell.once('exit', () => {
      if (closed) return;
      log.warn('the reaper ended and is started again');
      setTimeout(start, 200);
    });
    for (const [pid, name] of watched) tell(`add ${pid} ${name}`);
  }

  start();
  return {
    watch(pid, signal) {
      const name = signal.replace(/^SIG/, '');
      watched.set(pid, name);
      tell(`add ${pid} ${name}`);
    },
    forget(pid) {
      watched.delete(pid);
      tell(`del ${pid}`);
    },
    close() {
      closed = true;
      shell?.stdin?.end();
    },
  };
}
