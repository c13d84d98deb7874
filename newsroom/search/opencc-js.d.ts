declare module 'opencc-js/dict/TSCharacters' {
  /** `後 后|臺 台|…` */
  const pairs: string
  export default pairs
}
