// known-vulnerabilities BILL...: asks a data base of known vulnerabilities (OSV) about every component of the bills.
// Ends with 1 if one is named, with 0 if none is or nobody can be asked, which it says.
import { readFileSync } from 'node:fs'

const database = process.env.OVERTURE_OSV || 'https://api.osv.dev'
const AT_ONCE = 500
const PATIENCE = 30_000

const purls = process.argv
  .slice(2)
  .flatMap((file) => JSON.parse(readFileSync(file, 'utf8')).components ?? [])
  .map((component) => component.purl.replace(/[?#].*/, ''))

try {
  const found = []
  for (let from = 0; from < purls.length; from += AT_ONCE) {
    const asked = purls.slice(from, from + AT_ONCE)
    const results = await answers(asked)
    results.forEach((result, i) => {
      for (const each of result.vulns ?? []) found.push(`${asked[i]}  ${each.id}`)
    })
  }
  found.forEach((each) => console.log(each))
  console.log(`${purls.length} components, ${found.length} known vulnerabilities (${database}).`)
  process.exitCode = found.length === 0 ? 0 : 1
} catch (error) {
  console.log(
    `NOT CHECKED: ${database} cannot be asked (${error.cause?.code ?? error.message}). Nothing is known of ${purls.length} components.`,
  )
}

async function answers(asked) {
  const response = await fetch(`${database}/v1/querybatch`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ queries: asked.map((purl) => ({ package: { purl } })) }),
    signal: AbortSignal.timeout(PATIENCE),
  })
  if (!response.ok) throw new Error(`it answers ${response.status}`)
  const { results } = await response.json()
  if (results?.length !== asked.length) throw new Error('it answers something else')
  return results
}
