/** The value of `Strict-Transport-Security` (RFC 6797): https only, for a year. Of the names below the site's, its operator says so. */
export const strictTransport = (subdomains: boolean): string => `max-age=31536000${subdomains ? '; includeSubDomains' : ''}`
