import { z } from 'zod'

/** A line of free text in the footer, with an address where there is one. */
export interface LicenceLine {
  text: string
  url: string
}

/** What a site in China has to show at its foot, as the operator enters it; nothing is shown that is not. */
export interface Licences {
  /** ICP备案号, `豫ICP备12345678号-1` */
  icp: string
  /** 公安备案号, `豫公网安备41070000000000号` */
  police: string
  /** 互联网新闻信息服务许可证编号 */
  news: string
  /** further licences: 广播电视节目制作经营许可证, 出版物经营许可证 … */
  lines: LicenceLine[]
  /** 违法和不良信息举报 */
  report: { phone: string; email: string; url: string }
}

export const NO_LICENCES: Licences = { icp: '', police: '', news: '', lines: [], report: { phone: '', email: '', url: '' } }
export const MOST_LICENCE_LINES = 12

/** Where the register of ICP filings is; every site links there (非经营性互联网信息服务备案管理办法, art. 13). */
export const ICP_REGISTER = 'https://beian.miit.gov.cn/'

/** The entry of a 公安备案号 in its register: found by the digits of the number. */
export function policeRegister(number: string): string {
  const digits = /\d{8,}/.exec(number)?.[0]
  return digits ? `https://beian.mps.gov.cn/#/query/webSearch?code=${digits}` : 'https://beian.mps.gov.cn/'
}

const line = z.string().trim().max(200)
const ICP = /^\p{Script=Han}ICP[备证][\dA-Za-z]{6,20}号(?:-\d{1,4})?$/u
const POLICE = /^\p{Script=Han}公网安备\s?\d{10,20}号$/u
const PHONE = /^[\d+()（）、/ -]{3,60}$/
const formed = (form: RegExp, fault: string) => line.refine((text) => text === '' || form.test(text), fault)
const isAddress = (text: string) =>
  z
    .url({ protocol: /^https?$/ })
    .max(500)
    .safeParse(text).success
const url = z
  .string()
  .trim()
  .refine((text) => text === '' || isAddress(text), 'licence.url')

export const licences = z.object({
  icp: formed(ICP, 'licence.icp'),
  police: formed(POLICE, 'licence.police'),
  news: line,
  lines: z.array(z.object({ text: line.refine((text) => text !== '', 'licence.line'), url })).max(MOST_LICENCE_LINES),
  report: z.object({
    phone: formed(PHONE, 'licence.phone'),
    email: line.refine((text) => text === '' || z.email().safeParse(text).success, 'email-invalid'),
    url,
  }),
})

export const hasLicences = ({ icp, police, news, lines, report }: Licences): boolean =>
  [icp, police, news, report.phone, report.email, report.url].some((text) => text !== '') || lines.length > 0
