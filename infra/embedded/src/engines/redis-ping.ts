import { connect } from 'node:net';

/** Whether the server lets us in and answers; a server that is still loading does not. */
export function pingRedis({
  port,
  password,
}: {
  port: number;
  password: string;
}): Promise<boolean> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect({ host: '127.0.0.1', port, timeout: 2000 });
    const finish = (works: boolean) => {
      socket.destroy();
      resolve(works);
    };
    socket.on('error', () => finish(false));
    socket.on('close', () => resolve(false));
    socket.on('timeout', () => finish(false));
    socket.on('connect', () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      if (answer.startsWith('-')) finish(false);
      else if (answer.split('\r\n').length > 2) finish(answer === '+OK\r\n+PONG\r\n');
    });
  });
}
