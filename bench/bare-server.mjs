// The physical limit to compare with: sends the same bytes to everybody, from memory.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

process.once('disconnect', () => process.exit());
const body = readFileSync(process.env.BENCH_BODY);
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-length': body.length,
  ...(process.env.BENCH_ENCODING ? { 'content-encoding': process.env.BENCH_ENCODING } : {}),
};
createServer((_request, response) => {
  response.writeHead(200, headers);
  response.end(body);
}).listen(Number(process.env.PORT), process.env.HOST);
