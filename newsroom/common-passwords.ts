/** What people choose: whole passwords, words they begin with, and digits they add. Guessers begin here too (ASVS 6.2.4). */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Whole ones of ten characters and more, lower case. */
export const COMMON_PASSWORDS = words(`
  1234567890 0123456789 9876543210 0987654321 12345678910 1234567891 123456789a a123456789 123456789q q123456789 123456789z
  12345678900 1234567899 0000000000 1111111111 1122334455 5544332211 1212121212 1231231231 123123123123 123321123321
  1234512345 123451234512345 12345612345 123456123456 1234567812345678 1020304050 1029384756 1357924680 2468013579 147258369
  1472583690 147258369a 7894561230 789456123 741852963 7418529630 9638527410 3216549870 1593574862 0147258369 5201314520
  5201314521 1314520520 13145201314 1314521521 5211314521 5201314a 5201314aa 520131400 8888888888 6666666666 9999999999
  7777777777 1688168816 8008208820 9958123456 1008610086 1000010000 1001010010 1234554321 12344321 123454321 0102030405
  qwertyuiop qwertyuiop1 qwertyuiop123 1qwertyuiop qwertyuiop[] poiuytrewq asdfghjkl1 asdfghjkl; asdfghjkl123 lkjhgfdsa1
  zxcvbnm123 zxcvbnm1234 zxcvbnm,./ qwerty12345 qwerty123456 qwerty1234567 qwertyqwerty qwer1234qwer qwerasdfzxcv qweasdzxc123
  qweasdzxc1 1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r5t6y7u q1w2e3r4t5 q1w2e3r4t5y6 1qaz2wsx3edc 1qaz2wsx3e 1qazxsw23edc qazwsxedc1
  qazwsxedc123 qazwsxedcrfv zaq12wsx3edc zaq1xsw2cde3 1qaz@wsx3edc !qaz2wsx#edc 1qaz!qaz2wsx 1234qwerasdf 123qweasdzxc
  123qwe123qwe qwe123qwe123 asd123asd123 zxc123zxc123 abc123abc123 abcd123456 abcd1234567 abcde12345 abcdef1234 abcdef123456
  abcdefghij abcdefghijk abcdefghijklmn a1b2c3d4e5 a1b2c3d4e5f6 aa12345678 aa123456789 aaa1234567 aaaaaaaaaa qqqqqqqqqq
  aaaaaa11111 asdf123456 asdfasdfasdf asdf1234asdf zz12345678 zxcvbn123456 zxcvbnmasd qq123456789 qq1234567890 wang123456
  password12 password123 password1234 password12345 password123456 password01 password0 password!1 password!123 password1!
  p@ssw0rd12 p@ssw0rd123 p@ssw0rd1234 p@ssword12 p@ssword123 passw0rd12 passw0rd123 passw0rd1234 pass123456 pass1234567
  passpasspass passwordpassword mypassword mypassword1 mypassword123 newpassword newpassword1 changeme123 changeme1234
  changemenow admin12345 admin123456 admin1234567 admin12345678 admin@12345 admin@123456 adminadmin admin888888 admin666666
  administrator administrator1 administrator123 root123456 root1234567 rootroot123 toor123456 test123456 test1234567 testtest123
  testtest12 guest123456 user123456 demo123456 welcome123 welcome1234 welcome12345 welcome@123 letmein123 letmein1234
  iloveyou12 iloveyou123 iloveyou1234 iloveyou520 iloveyou1314 iloveyou520 iloveyou!! iloveu1234 loveyou1314 loveyou520
  sunshine12 sunshine123 princess12 princess123 football12 football123 baseball12 baseball123 superman12 superman123
  trustno123 dragon1234 monkey1234 michael123 charlie123 jordan2323 computer12 computer123 internet12 internet123
  woaini1314 woaini5201314 woaini520 woaini521 woaini123 woaini1234 woaini12345 woaini123456 woaini13145 woaini1314520
  woaini520520 woaini1314521 woainiwoaini woaini5200 woaiwoziji woaiwojia woaiwojia1 woaiwojia123 woaizhongguo woaibeijing
  woailaopo1 woailaopo520 woailaogong woaimama123 woaibaba123 woaimama520 woaibaobao woaiwolaopo wozuiaini1 wozhiaini1
  wodemima123 wodemima1234 woshishui1 woshishui123 wobuzhidao wobuzhidao1 wobuaini123 wojiushiwo wojiushiwo1 nishishui123
  nizhidaode nihaonihao nihao12345 nihao123456 nihaoma123 zhongguo123 zhongguo1949 zhongguo888 zhonghua123 beijing2008
  beijing123 shanghai123 shanghai2010 guangzhou1 guangzhou123 shenzhen123 hangzhou123 caonima123 caonima1234 caonima123456
  xiaoming123 xiaoxiao123 baobao1314 baobei1314 baobei520 laopo520520 laopo1314520 mima123456 mima1234567 mimamima123
  mimashi123 aini1314520 aini5201314 ai5201314 a5201314520 abc5201314 qq5201314 wo5201314 love1314520 love5201314 love520520
  love520131 iloveu5201314 li123456789 zhang123456 wangwei123 liuyang123 chenchen123 woshiniba1 woshiniba123 zaijian886
  wsnd123456 gongxifacai yiersansi1 yiersansi123 xinwen1234 jizhe12345 bianji1234 baoshe1234 admin@admin huawei@123 huawei12345
  huawei12#$ abcd@1234 abc@123456 abc@12345 qwe@123456 qwer@12345 pass@word1 pass@12345 aa@123456 p@55w0rd12 test@12345
`)

/** Words that a password is not much more than, with or without digits behind them. */
export const COMMON_WORDS = words(`
  password passwd passw0rd p@ssw0rd p@ssword pass admin administrator root user guest test tester demo master manager welcome
  letmein login changeme default secret qwerty qwer qwertyuiop asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qazwsx qaz wsx abc
  abcd abcde abcdef aaa aaaa qqq qq iloveyou iloveu loveyou love lovely sunshine princess dragon monkey football baseball
  superman batman shadow michael jordan charlie daniel thomas hello helloworld world computer internet server system office
  company newspaper news newsroom editor reporter broadsheet summer winter spring autumn january monday friday china beijing
  woaini woaiwojia woaizhongguo woailaopo woailaogong woaimama woaibaba wodemima wozuiaini woshishui nihao nihaoma zhongguo
  zhonghua shanghai guangzhou shenzhen hangzhou nanjing wuhan chengdu chongqing tianjin mima mimamima caonima tamade baobao
  baobei laopo laogong mama baba xiaoming xiaohong xiaoxiao aini xihuanni shengri kuaile jiayou xinwen jizhe bianji baoshe
  dabao ribao wanbao zongbianji zhubian guanliyuan huawei xiaomi alibaba taobao wang zhang liu chen yang zhao huang zhou
`)
