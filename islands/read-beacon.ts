const { globalPrivacyControl, doNotTrack } = navigator as Navigator & { globalPrivacyControl?: boolean }

/** Says once that the article is before somebody's eyes: not while it is made ready ahead or waits in another tab. */
function tell() {
  if (document.hidden) return
  document.removeEventListener('visibilitychange', tell)
  navigator.sendBeacon(`/read?id=${location.pathname.slice(-10)}`)
}

if (!globalPrivacyControl && doNotTrack !== '1') {
  document.addEventListener('visibilitychange', tell)
  tell()
}

export {}
