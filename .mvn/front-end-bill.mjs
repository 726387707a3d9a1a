// front-end-bill FOLDER: the bill of materials of what a front end ships (CycloneDX), by its lock file alone. The same
// lock file makes the same bytes: without when, by which npm, and a number drawn anew.
import { execFileSync } from 'node:child_process'

const [folder] = process.argv.slice(2)
const npm = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--omit', 'dev']
const bill = JSON.parse(execFileSync('npm', npm, { cwd: folder, encoding: 'utf8' }))

delete bill.serialNumber
delete bill.metadata.timestamp
for (const tool of bill.metadata.tools) delete tool.version

process.stdout.write(JSON.stringify(bill, null, 2) + '\n')
