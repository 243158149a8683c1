// Loaded before the command (node --import): writes what the process has used to the file that USAGE names, when it ends.
import { writeFileSync } from 'node:fs';

const started = performance.now();
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage = { seconds: (performance.now() - started) / 1e3, cpu: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 };
  writeFileSync(process.env.USAGE ?? '', JSON.stringify(usage));
});
