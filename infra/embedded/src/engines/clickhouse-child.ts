// A ClickHouse server in this process: the chdb library carries all of ClickHouse, and its command
// line entry, told to listen, serves the genuine HTTP interface for as long as its query runs.
// ffi-rs calls it on a thread with a stack of its own, which ClickHouse's stack check demands.
import { DataType, load, open } from 'ffi-rs';

interface ChildOptions {
  library: string;
  configPath: string;
  dataDir: string;
  port: number;
}

const { library, configPath, dataDir, port } = JSON.parse(process.argv[2] ?? '{}') as ChildOptions;

// Never ends: one row every three seconds out of an endless table.
const query =
  'SYSTEM START LISTEN HTTP; ' +
  'SELECT sleepEachRow(3) FROM system.numbers ' +
  'SETTINGS max_block_size = 1, function_sleep_max_microseconds_per_block = 0 FORMAT Null';

const args = [
  'clickhouse',
  `--config-file=${configPath}`,
  '--path',
  dataDir,
  '--http_port',
  String(port),
  '--listen_host',
  '127.0.0.1',
  '--query',
  query,
];

open({ library: 'chdb', path: library });
const result = await load({
  library: 'chdb',
  funcName: 'chdb_query_cmdline',
  retType: DataType.External,
  paramsType: [DataType.I32, DataType.StringArray],
  paramsValue: [args.length, args],
  runInNewThread: true,
});
const reason = load({
  library: 'chdb',
  funcName: 'chdb_result_error',
  retType: DataType.String,
  paramsType: [DataType.External],
  paramsValue: [result],
});
console.error(reason || 'ClickHouse ended');
// The library's own way out crashes; everything that matters is on disk.
process.kill(process.pid, 'SIGKILL');
