export const USAGE = `Usage: kyc-verification check-endpoint <url> [options]

Tries a token-exchange endpoint, in whatever language it is written, and says what breaks the contract and how to mend it.

Options
  --onboarding-id ID      an onboarding id that the endpoint knows. Without it, only what a wrong id shows is tried
  --header 'Name: value'  sent with each request, as the page would (a bearer, a cookie). May be given several times
  --origin URL            the origin of a page on another site that may use the endpoint: then CORS is tried as well
  --reverify              the endpoint knows the user by itself (usually by a --header); no onboarding id is needed
  --no-session            make no session: whatever would make one of the good id or user is left out
  --session-hosts HOSTS   hosts that a session URL may have, as in the element's attribute: "*.veriff.com *.veriff.me"
  --timeout SECONDS       longest wait for an answer: 15
  --json                  print the result as JSON
  --help                  print this

Without --no-session, a good id is traded for sessions (twice; by a faulty endpoint up to ten times more): use an id that was made for tests.

Exit code: 0 nothing breaks the contract, 1 something does, 2 the arguments can't be used.
`;
