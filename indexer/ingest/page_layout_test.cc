// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors
//
// Pages in the layouts of the Chinese press, in invented words, and what is read from them.

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/ingest/article_factory.h"
#include "indexer/text/decoding.h"
#include "indexer/text/unicode.h"
#include "tests/support/status_matchers.h"

namespace yinzheng::ingest {
namespace {

// Long enough to be a story of its own.
constexpr char kLong[] =
    "走进园区，一座座厂房拔地而起。去年以来，这里引进企业128家，其中高新技术企业57家，项目总投资超"
    "过300亿元，"
    "成为全市经济增长的重要引擎。园区还设立了5亿元引导基金，为初创企业提供资金支持，目前已投出1."
    "8亿元，支持项目36个，"
    "带动就业近万人，税收连续三年保持两位数增长。";
constexpr char kOther[] =
    "3月3日晚，老街夜市重新开张，当晚接待游客3."
    "2万人次，商户营业额同比增长四成。有关负责人表示，今年还将改造两条特色街区，"
    "预计年底前完工，届时新增商铺200余家，带动就业1500人，进一步释放消费潜力，让市民有更多休闲好去"
    "处，也让老街重新热闹起来。";

std::string Describe(const v1::Article& article) {
  const std::u32string body = text::DecodeUtf8(article.body());
  std::string out = absl::StrCat(
      "[", article.title(), "] ", article.outlet(), " ", article.published().edtf(), " ",
      absl::StrJoin(article.authors(), ","), " / ", absl::StrJoin(article.editors(), ","), "\n");
  for (const v1::Mask& mask : article.masks()) {
    const text::Span span{static_cast<uint32_t>(mask.span().start()),
                          static_cast<uint32_t>(mask.span().end())};
    absl::StrAppend(&out, "  ", v1::MaskKind_Name(mask.kind()).substr(10), ": ",
                    text::EncodeUtf8(text::Slice(body, span)), "\n");
  }
  return out;
}

struct PageCase {
  std::string name;
  std::string page;
  std::string want;        // Describe() of every story.
  std::string last_words;  // The end of the last story's body.
};

class PageLayoutTest : public ::testing::TestWithParam<PageCase> {
 protected:
  static const ArticleFactory& Factory() {
    static const ArticleFactory* const factory = ArticleFactory::Create()->release();
    return *factory;
  }
  static std::vector<IngestedArticle> Read(const std::string& page) {
    return Factory().FromText({"page.txt", "sha"}, *text::DecodeAs(page, "UTF-8"));
  }
};

TEST_P(PageLayoutTest, ReadsStories) {
  std::string got;
  const std::vector<IngestedArticle> stories = Read(GetParam().page);
  for (const IngestedArticle& story : stories) got += Describe(story.article);
  EXPECT_EQ(got, GetParam().want);
  ASSERT_FALSE(stories.empty());
  EXPECT_TRUE(stories.back().article.body().ends_with(GetParam().last_words))
      << stories.back().article.body();
}

std::string CaseName(const ::testing::TestParamInfo<PageCase>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(
    WebPages, PageLayoutTest,
    ::testing::Values(
        PageCase{"NavigationCreditsAndLinks",
                 absl::StrCat(
                     "首页 > 财经频道 > 正文\n新建三座数据中心 算力居全省第二\n"
                     "2022年03月04日 09:15 来源：青州日报 作者：陈小明\n字号：大 中 小\n分享到：\n",
                     kLong,
                     "\n（责任编辑：刘方）\n相关阅读\n某地召开数字经济大会\n上一篇：樱花节开幕\n"
                     "版权声明：本网转载内容版权归原作者所有。\n"),
                 "[新建三座数据中心 算力居全省第二] 青州日报 2022-03-04 陈小明 / 刘方\n"
                 "  PAGE_FURNITURE: 字号：大 中 小\n分享到：\n",
                 "（责任编辑：刘方）"},
        PageCase{"SiteBehindTheHeadline",
                 absl::StrCat("人工智能行动方案发布_青州新闻_东方网\n原标题：人工智能行动方案发布\n"
                              "2023-05-06 14:20:00 来源: 新华网 浏览次数：1203\n",
                              kLong,
                              "\n编辑：张三\n【打印】 【关闭】\n免责声明：仅代表作者个人观点。\n"),
                 "[人工智能行动方案发布] 新华网 2023-05-06  / 张三\n", "编辑：张三"},
        PageCase{"OfficialSite",
                 absl::StrCat("关于2022年工作情况的通报\n"
                              "来源：青州市科技局   发布时间：2023-01-12 09:30   浏览次数：532 次  "
                              " 【字体：大 中 小】\n",
                              kLong, "\n扫一扫在手机打开当前页\n"),
                 "[关于2022年工作情况的通报] 青州市科技局 2023-01-12  / \n", "两位数增长。"},
        PageCase{"MessagingPlatform",
                 absl::StrCat("一座老工业城市的转身\n原创 陈小明 青州观察 2022-03-04 "
                              "18:00\n收录于话题 #产业观察\n"
                              "▲老厂房改造的创意园。图/视觉中国\n\n编辑｜刘方\n\n",
                              kLong, "\nEND\n点击阅读原文\n往期推荐\n一座县城的咖啡馆\n"),
                 "[一座老工业城市的转身] 青州观察 2022-03-04 陈小明 / 刘方\n"
                 "  PAGE_FURNITURE: 收录于话题 #产业观察\n"
                 "  CAPTION: ▲老厂房改造的创意园。图/视觉中国\n",
                 "两位数增长。"},
        PageCase{
            "TraditionalRepost",
            "港口擴建工程動工:百億投資【走進港口...\n\n2021-01-20 青州商報\n"
            "港口擴建工程動工:百億投資【走進港口】之三\n\n出處:青州商報 作者:陳小明 周立 網編:劉方 "
            "2021-01-16\n\n"
            "港區三期是全省最大的碼頭之一。來源:港區官方公眾平臺  \n\n"
            "港口三期擴建工程今日動工，總投資約120億元，預計2025年完工，完工後年吞吐量可達2億噸，將"
            "新建8座萬噸級泊位。\n\n"
            "青州商報記者 陳小明 周立\n\n相關焦點\n\n  • 港口去年獲利創新高\n"
            "    青州網訊 港口去年獲利12億元，同比增長三成，董事會決定每股派息五角。\n",
            "[港口擴建工程動工:百億投資【走進港口】之三] 青州商報 2021-01-16 陳小明,周立 / 劉方\n"
            "  PAGE_FURNITURE: 港口擴建工程動工:百億投資【走進港口...\n"
            "  CAPTION: 港區三期是全省最大的碼頭之一。來源:港區官方公眾平臺\n",
            "青州商報記者 陳小明 周立"},
        PageCase{
            "TableBarsAndPagesOfThePrintEdition",
            absl::StrCat(
                "新馆建成,藏书150万册,成为全省最大的公共图书馆\n| ||\n| ||\n|\n", kLong,
                "\nA02-A03版采写/新青报记者 陈小明\n更多详细新闻请浏览新青报网 www.example.com\n"),
            "[新馆建成,藏书150万册,成为全省最大的公共图书馆] 新青报  陈小明 / \n"
            "  PAGE_FURNITURE: | ||\n| ||\n|\n",
            "陈小明"}),
    CaseName);

INSTANTIATE_TEST_SUITE_P(
    WireCopy, PageLayoutTest,
    ::testing::Values(
        PageCase{"Dateline",
                 absl::StrCat("新华社青州7月25日电（记者陈小明、周立）", kLong, "（完）\n"),
                 "[] 新华社  陈小明,周立 / \n", "（完）"},
        PageCase{"CreditsAmongOtherWords",
                 absl::StrCat("港口五年：码头、航线与货量（文摘）\n来源：青州日报，原题不详，记者陈"
                              "小明、周立，责任编辑刘方　"
                              "日期：2021年1月16日　文摘：某某项目\n",
                              kLong, "\n"),
                 "[港口五年：码头、航线与货量（文摘）] 青州日报 2021-01-16 陈小明,周立 / 刘方\n",
                 "两位数增长。"},
        PageCase{"DatelineWithOpenByline",
                 absl::StrCat("本报青州3月4日电 记者陈小明报道：", kLong, "\n"), "[]   陈小明 / \n",
                 "两位数增长。"},
        PageCase{"ChannelOfASite",
                 absl::StrCat("人民网>>青州频道>>要闻\n老工业基地的转身\n2022年03月04日08:32 | "
                              "来源：人民网－青州频道\n"
                              "小字号\n",
                              kLong, "\n(责编：刘方、周立)\n分享让更多人看到\n"),
                 "[老工业基地的转身] 人民网 2022-03-04  / 刘方,周立\n  PAGE_FURNITURE: 小字号\n",
                 "(责编：刘方、周立)"},
        PageCase{"HeadlineRunIntoTheText",
                 absl::StrCat("原标题：新馆今天开放 新华社青州7月25日电（记者陈小明）", kLong),
                 "[新馆今天开放] 新华社  陈小明 / \n", "两位数增长。"},
        PageCase{"BylineInAngledBrackets",
                 absl::StrCat("港口動工\n〔記者陳小明／台北報導〕", kLong, "\n"),
                 "[港口動工]   陳小明 / \n", "两位数增长。"},
        PageCase{
            "NameAndPlaceRunTogether",
            absl::StrCat("光伏产业链加速成形\n21世纪经济报道记者陈小明北京报道\n", kLong, "\n"),
            "[光伏产业链加速成形] 21世纪经济报道  陈小明 / \n", "两位数增长。"},
        PageCase{
            "MastheadAndNavigation",
            absl::StrCat("青州日报\n首页 国内 国际 财经 体育\n新馆今天正式开放迎客\n2022-03-04\n",
                         kLong, "\n"),
            "[新馆今天正式开放迎客] 青州日报 2022-03-04  / \n", "两位数增长。"},
        PageCase{
            "BylineRunIntoTheText",
            absl::StrCat("青州商报记者 陈小明“我们的目标是明年投产。”", kLong, "责任编辑：刘方"),
            "[] 青州商报  陈小明 / 刘方\n", "责任编辑：刘方"},
        PageCase{"BylineInBracketsAtTheEnd",
                 absl::StrCat("光伏产业链加速成形\n", kLong, "\n（作者：陈小明 编辑：刘方）\n"),
                 "[光伏产业链加速成形]   陈小明 / 刘方\n", "编辑：刘方）"},
        PageCase{"PaperAndPageUnderTheByline",
                 absl::StrCat("人民日报记者 陈小明\n《人民日报》（2022年03月04日 第 07 版）\n",
                              kLong, "\n"),
                 "[] 人民日报 2022-03-04 陈小明 / \n", "两位数增长。"}),
    CaseName);

INSTANTIATE_TEST_SUITE_P(
    NewspaperPages, PageLayoutTest,
    ::testing::Values(
        PageCase{"EditorsNoteLabelsAndBylines",
                 absl::StrCat(
                     "\n两会特刊\n\n编者按 "
                     "今起本报推出系列报道，展现各地思路和实践。\n\n新一代信息技术释放强劲动能\n\n"
                     "◎本报记者 陈小明\n\n",
                     kLong, "\n\n\n\n◎本报记者 周立\n\n", kOther,
                     "\n\n“今年还将改造两条特色街区，预计年底前完工。”\n\n让医疗器械加速走向市场\n"
                     "\n新思路\n\n"
                     "◎本报记者 吴七\n\n",
                     kLong, "\n"),
                 "[新一代信息技术释放强劲动能]   陈小明 / \n"
                 "[]   周立 / \n"
                 "  PULL_QUOTE: “今年还将改造两条特色街区，预计年底前完工。”\n"
                 "[让医疗器械加速走向市场]   吴七 / \n"
                 "  LABEL: 新思路\n",
                 "两位数增长。"},
        PageCase{"PageHeaderAndReportsUnderHeadlines",
                 absl::StrCat("04 经济\n2022年3月4日 星期五\n责编：王一 "
                              "版式：李二\n\n科创十条落地见效\n高新区引来百家企业\n\n"
                              "□ 本报记者 陈小明\n\n",
                              kLong,
                              "\n图为工人在车间里忙碌。\n本报记者 孙三 摄\n\n老街换新颜 "
                              "夜市添人气\n\n本报讯（记者 周立）",
                              kOther, "\n\n机场新增三条航线\n\n本报讯（通讯员 吴七）", kLong, "\n"),
                 "[科创十条落地见效 高新区引来百家企业]  2022-03-04 陈小明 / 王一\n"
                 "  CAPTION: 图为工人在车间里忙碌。\n本报记者 孙三 摄\n"
                 "[老街换新颜 夜市添人气]  2022-03-04 周立 / 王一\n"
                 "[机场新增三条航线]  2022-03-04 吴七 / 王一\n",
                 "两位数增长。"},
        PageCase{"BylinesBelowTheText",
                 absl::StrCat("首条智能公交线路投运\n", kLong,
                              "\n（记者 陈小明）\n图书馆新馆试开放\n", kOther, "\n（记者 周立）\n"),
                 "[首条智能公交线路投运]   陈小明 / \n[图书馆新馆试开放]   周立 / \n",
                 "（记者 周立）"},
        PageCase{
            "CaptionInsideASentence",
            absl::StrCat(
                "创新中心揭牌\n\n◎本报记者 陈小明\n\n", kLong,
                "中心支持在青发起设立国际科技\n\n\n\n受访者供图\n\n组织，完善经费管理机制。\n"),
            "[创新中心揭牌]   陈小明 / \n  CAPTION: 受访者供图\n", "完善经费管理机制。"},
        PageCase{"SectionHeadingsDoNotSplit",
                 absl::StrCat("青州探索未来产业\n本报记者 陈小明\n", kLong, "\n壮大战略力量\n",
                              kOther, "\n提升体系效能\n", "市里还将建设三个中试平台。\n"),
                 "[青州探索未来产业]   陈小明 / \n", "三个中试平台。"}),
    CaseName);

TEST_F(PageLayoutTest, BlankPagesHoldNoStory) {
  EXPECT_TRUE(Read("").empty());
  EXPECT_TRUE(Read(" \n\u3000\n").empty());
}

TEST_F(PageLayoutTest, MasksOneOfTwoEqualParagraphs) {
  const std::string quote = "“我们准备好了，欢迎大家来。”";
  const std::vector<IngestedArticle> stories =
      Read(absl::StrCat(quote, "\n\n", kLong, "\n\n", quote, "\n\n市里还将建设三个中试平台。\n"));
  ASSERT_EQ(stories.size(), 1u);
  const v1::Article& article = stories[0].article;
  const std::u32string body = text::DecodeUtf8(article.body());
  ASSERT_EQ(article.masks_size(), 1) << Describe(article);
  EXPECT_EQ(article.masks(0).span().start(),
            static_cast<int32_t>(body.rfind(text::DecodeUtf8(quote))));
}

TEST_F(PageLayoutTest, StoriesOfAPageAreNamedApart) {
  const std::vector<IngestedArticle> stories =
      Read(absl::StrCat("首条智能公交线路投运\n", kLong, "\n（记者 陈小明）\n图书馆新馆试开放\n",
                        kOther, "\n（记者 周立）\n"));
  ASSERT_EQ(stories.size(), 2u);
  EXPECT_EQ(stories[0].article.external_id(), "page.txt");
  EXPECT_EQ(stories[1].article.external_id(), "page.txt#2");
  EXPECT_NE(stories[0].article.name(), stories[1].article.name());
  EXPECT_EQ(Read(absl::StrCat("首条智能公交线路投运\n", kOther))[0].article.name(),
            stories[0].article.name())
      << "a name must not depend on the text";
}

TEST_F(PageLayoutTest, ManyShortLinesAreReadInGoodTime) {
  std::string page;
  for (int i = 0; i < 20'000; ++i) absl::StrAppend(&page, "“第", i, "条说明在此，请看。”\n");
  EXPECT_EQ(Read(page).size(), 1u);
}

}  // namespace
}  // namespace yinzheng::ingest
