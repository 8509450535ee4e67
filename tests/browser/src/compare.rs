//! What a package returns, held against what the native build returns.

/// Calls one function of a package; answers with the first difference to the text expected, or with nothing. An assessment
/// names the day of its build, which the text of a native build does not know.
pub const COMPARE: &str = "
const [address, call, given, expected, done] = arguments;
(async () => {
  const advisor = await import(address);
  await advisor.default();
  const answer = await advisor[call](...given);
  if (call === 'assess') {
    if (!/^20\\d\\d-\\d\\d-\\d\\d$/.test(answer.ruleSet.built)) return `built on ${answer.ruleSet.built}`;
    delete answer.ruleSet.built;
  }
  const found = JSON.stringify(answer);
  const wanted = JSON.stringify(JSON.parse(expected));
  if (found === wanted) return '';
  const from = [...found].findIndex((letter, at) => letter !== wanted[at]);
  return `found …${found.slice(Math.max(0, from - 60), from + 60)}… wanted …${wanted.slice(Math.max(0, from - 60), from + 60)}…`;
})().then(done, (error) => done(`it threw ${error}`));
";
