import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface ArchivePlan {
  folder: string
  posts: number
  /** of a post's text in UTF-8, on average */
  bytes?: number
  outlets?: number
  seed?: number
}

const WORDS =
  '市场 企业 项目 投资 银行 价格 增长 同比 季度 报告 数据 政策 改革 技术 研发 生产 消费 服务 产业 能源 电力 钢铁 汽车 电池 芯片 软件 网络 物流 港口 铁路 航空 旅游 农业 粮食 小麦 蔬菜 水利 生态 城市 乡村 社区 居民 学校 医院 药品 教育 文化 体育 图书馆 天气 降雨 消防 监管 会议 论坛 展览 合作 签约 开工 验收 采购 预算 税收 财政 保险 利率 外贸 出口 关税 订单 库存 成本 利润 公告 专家 记者 负责人 工程师 农民 学生 教师 游客 提高 推进 完善 加快 扩大 支持 鼓励 建设 落实 发布 启动 召开 参加 表示 介绍 认为 预计 显示 达到 超过 保持 实现 形成 带动 促进 优化 稳定 明显 持续 全面 重点 主要 相关 有效 重要 新型 智能 数字 区域 国内 全国 当地 目前 今年 去年 近期 方面 情况 问题'.split(
    ' ',
  )
const PLACES = [
  ['zhongzhou', '中州'],
  ['jianghai', '江海'],
  ['beiyuan', '北原'],
  ['nanhu', '南湖'],
  ['dongling', '东岭'],
  ['xichuan', '西川'],
  ['haiwan', '海湾'],
  ['yunling', '云岭'],
  ['qingyuan', '清源'],
  ['songjiang', '松江'],
]
const PAPERS = [
  ['ribao', '日报'],
  ['wanbao', '晚报'],
  ['shangbao', '商报'],
  ['shibao', '时报'],
]
const FIRST_DAY = Date.UTC(2015, 0, 1)
const DAYS = 3650

/** Writes a Jekyll archive of invented news, every post another text; the same plan gives the same bytes. */
export function makeArchive({ folder, posts, bytes = 3000, outlets = 40, seed = 1 }: ArchivePlan): void {
  const random = mulberry32(seed)
  const below = (count: number) => Math.floor(random() * count)
  const words = (count: number) => Array.from({ length: count }, () => WORDS[below(WORDS.length)]).join('')
  const clauses = Array.from({ length: 5000 }, () => words(3 + below(5)))
  const sentence = () => `${clauses[below(clauses.length)]}，${clauses[below(clauses.length)]}，达${below(10_000) / 10}万元。`

  mkdirSync(join(folder, '_posts'), { recursive: true })
  writeFileSync(join(folder, '_config.yml'), 'url: https://news.example\ntimezone: Asia/Shanghai\n')
  for (let index = 0; index < posts; index++) {
    const at = new Date(FIRST_DAY + Math.floor(((index + random()) / posts) * DAYS * 86_400_000))
    const [day = '', time = ''] = at.toISOString().slice(0, 19).split('T')
    const place = PLACES[below(PLACES.length)] ?? ['', '']
    const paper = PAPERS[below(Math.ceil(outlets / PLACES.length)) % PAPERS.length] ?? ['', '']
    const outlet = `${place[1]}${paper[1]}`
    const code = `NW${day.replaceAll('-', '')}${1_000_000_000 + index}`
    let text = `<p>本报讯（记者${words(1)}）${at.getUTCMonth() + 1}月${at.getUTCDate()}日，${sentence()}`
    // Three bytes a character; half to one and a half times the average.
    for (const most = (bytes / 3) * (0.5 + random()); text.length < most; )
      text += sentence() + (random() < 0.2 ? '</p>\n <p>' : '')
    writeFileSync(
      join(folder, '_posts', `${day}-${code}.md`),
      `---\nlayout: post\ntitle: "${words(5)}“${words(2)}”"\ndate: ${day} ${time} +0800\ncategories: ${place[0]}${paper[0]}\ntags: ${outlet}新闻\n---\n` +
        `${text}</p><p class="em_media">（文章来源：${outlet}）</p>\n\n<http://share.example/html_News/NewsShare.html?infoCode=${code}>\n\n` +
        `[返回${outlet}新闻](//news.example/category/${place[0]}${paper[0]}.html)｜[返回首页](//news.example/)\n`,
    )
  }
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
