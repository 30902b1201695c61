/** What secrets look like. Of what is found only the kind is ever told. */
const kinds: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['AWS access key', /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/],
  ['private key', /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY/],
  ['GitHub token', /(?<![A-Za-z0-9])(?:gh[oprsu]_[A-Za-z0-9]{20}|github_pat_\w{20})/],
  ['GitLab token', /(?<![A-Za-z0-9])glpat-[\w-]{20}/],
  ['Slack token', /(?<![A-Za-z0-9])(?:xox[a-z]|xapp)-[A-Za-z0-9-]{10}/],
  ['Slack webhook', /hooks\.slack\.com\/(?:services|workflows|triggers)\/\w/i],
  ['webhook secret', /(?<![A-Za-z0-9])whsec_[A-Za-z0-9+/=_-]{8}/],
  ['payment key', /(?<![A-Za-z0-9])[rs]k_(?:live|test)_[A-Za-z0-9]{10}/],
  ['Google API key', /(?<![A-Za-z0-9])AIza[\w-]{35}/],
  ['JSON web token', /(?<![A-Za-z0-9])eyJ[\w-]{8,}\.eyJ[\w-]{4,}\.[\w-]*/],
  ['bearer token', /\bbearer\s+(?=[^\s\d]{0,200}\d)[\w.~+/=-]{16}/i],
  ['presigned link', /\bx-(?:amz|goog)-signature=|[?&;](?:signature|sig)=[\w%+/~=-]{16}/i],
  ['password in a link', /:\/\/[^\s/:@]{1,100}:[^\s/@]{1,100}@/],
  // 「パスワード:当日お知らせします」 tells none; what is typed as one has four such characters in a row.
  [
    'password',
    /(?:pass(?:word|wd|code|phrase)|\bpwd|パスワード|パスコード|暗証番号)["']?[^\S\n]*(?:[:=](?=[^\S\n]*\S{0,20}?[!-~]{4})|は[\s「"]*(?=[!-~]{0,40}\d)[!-~]{4})/i,
  ],
  [
    'API key',
    /(?:api[\s_-]?(?:key|キー)|(?:secret|access)[\s_-]?(?:access[\s_-]?)?(?:key|token)|client[\s_-]?secret)[\s"']*[:=]\s*["']?[\w+/=.-]{8}/i,
  ],
];

/** The kinds of secrets in a text, whose letters' case must be as written. */
export function secretsIn(text: string): string[] {
  return kinds.flatMap(([kind, pattern]) => (pattern.test(text) ? [kind] : []));
}
