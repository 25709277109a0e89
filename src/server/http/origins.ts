/**
 * Which pages may call. A browser says where a call comes from, and scripts can't make it lie: `Sec-Fetch-Site`, and
 * `Origin`. Headers of proxies are not believed. A caller that is no browser says neither; whom it acts for is for
 * `authorize` to find out.
 */
export interface OriginRules {
  /** Exact, as browsers serialize them. */
  readonly allowed: ReadonlySet<string>;
  /** Request headers that pages of other origins may send. */
  readonly allowedHeaders: readonly string[];
}

/** @throws TypeError for what is no origin: `*`, a path, a missing scheme */
export function originRules(origins: readonly string[], headers: readonly string[]): OriginRules {
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw new TypeError(`allowedOrigins: ${JSON.stringify(origin)} is no origin such as "https://www.example.com" (no path, no slash at the end, no *).`);
    }
  }
  for (const name of headers) {
    if (!/^[A-Za-z0-9-]+$/.test(name)) throw new TypeError(`allowedHeaders: ${JSON.stringify(name)} is no header name.`);
  }
  return { allowed: new Set(origins), allowedHeaders: headers };
}

/** The CORS headers for the answer; none on the endpoint's own pages; `null` where the caller is refused. */
export function admit(request: Request, url: URL, rules: OriginRules): Readonly<Record<string, string>> | null {
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  if (origin !== null && rules.allowed.has(origin)) {
    return {
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'Retry-After',
    };
  }
  if (site !== null) return site === 'same-origin' || (site === 'none' && origin === null) ? {} : null;
  // Older browsers do not say the site. Behind a proxy that ends TLS the scheme differs, the host does not; and where a
  // framework writes URLs of its own, the header still has what the browser asked for.
  if (origin !== null) return isHost(origin, url.host) || isHost(origin, request.headers.get('host')) ? {} : null;
  return {};
}

function isHost(origin: string, host: string | null): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** What a preflight is told besides. */
export function preflight({ allowedHeaders }: OriginRules): Readonly<Record<string, string>> {
  return {
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': ['Content-Type', 'Last-Event-ID', ...allowedHeaders].join(', '),
    'access-control-max-age': '600',
  };
}
