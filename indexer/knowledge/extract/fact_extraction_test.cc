// SPDX-License-Identifier: GPL-3.0-or-later
// Copyright 2026 The Yinzheng Authors

#include "indexer/knowledge/extract/fact_extraction.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "indexer/knowledge/extract/extracted_facts.h"
#include "indexer/knowledge/extract/marked_article.h"
#include "indexer/knowledge/extract/roles.h"

namespace yinzheng::knowledge {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

struct Case {
  const char* text;
  const char* fact;  // subject|property|value
};

class FactCaseTest : public testing::TestWithParam<Case> {};

TEST_P(FactCaseTest, IsStated) {
  EXPECT_THAT(Lines(FactsOf(GetParam().text)), Contains(GetParam().fact));
}

INSTANTIATE_TEST_SUITE_P(
    Quantities, FactCaseTest,
    testing::Values(
        Case{"{O:东湖研究院}现有全职科研人员217名。", "东湖研究院|全职科研人员数|217名"},
        Case{"{P:东湖园}位于{P:江城}，总面积约7.2平方公里。", "东湖园|总面积|7.2平方公里"},
        Case{"{P:东湖园}集聚了500余家创新型企业。", "东湖园|创新型企业数|500家"},
        Case{"入驻{P:东湖园}的创新型企业有640多家。", "东湖园|创新型企业数|640家"},
        Case{"{P:江城}{P:东湖区}常住人口达到85万人。", "东湖区|常住人口|850000人"},
        Case{"{C:蓝羽公司}去年营收约3.5亿元。", "蓝羽公司|营收|350000000元"},
        Case{"{O:东湖研究院}成立多年。该院拥有专利1200项。", "东湖研究院|专利数|1200项"},
        Case{"{F:云中心}建成后，{C:蓝羽公司}建设了7000平方米的{F:中试平台}。",
             "中试平台|面积|7000平方米"},
        Case{"{P:东湖园}的企业总收入占{P:江城}的三分之一。",
             "东湖园|企业总收入占江城比重|0.333333"},
        Case{"{P:江城}儿童医院项目占地40亩。", "江城儿童医院|占地面积|40亩"},
        Case{"{P:江城}三甲医院达12家。", "江城|三甲医院数|12家"},
        Case{"{P:东湖园}有企业90家，其中上市公司5家。", "东湖园|上市公司数|5家"},
        Case{"{O:东湖研究院}有职工90人，其中{O:江城科学院}院士5人。",
             "东湖研究院|江城科学院院士数|5人"},
        Case{"{P:江城}有{P:东湖园}，{F:东湖光源}和4个平台正在建设。", "江城|平台数|4个"},
        Case{"经过6年的努力，目前，{O:东湖研究院}已见雏形。", "东湖研究院|时长|6年"},
        Case{"《{L:芯片产业措施}》提出，到2027年，培育企业50家。", "芯片产业措施|培育企业数|50家"},
        Case{"{C:蓝羽公司}员工从30人增加到500人。", "蓝羽公司|员工数|500人"},
        Case{"{O:东湖研究院}下设{O:材料中心}、{O:量子中心}2个中心。", "东湖研究院|中心数|2个"},
        Case{"{P:我国}粮食丰收。全国粮食产量7亿吨。", "我国|全国粮食产量|700000000吨"},
        Case{"{C:蓝羽公司}年产机油5万吨、肥料9万吨。", "蓝羽公司|肥料|90000吨"},
        Case{"{P:东湖园}年产值从10年前的18亿元增长到现在的340亿元。", "东湖园|年产值|1800000000元"},
        Case{"{P:东湖园}发射2米口径{T:巡天镜}。", "巡天镜|口径|2米"},
        Case{"{O:东湖社}{P:江城}5月6日电（记者{N:张明}）{P:东湖园}有企业80家。",
             "东湖园|企业数|80家"},
        Case{"【本报记者{N:张明}{P:江城}报导】{P:东湖园}有企业80家。", "东湖园|企业数|80家"},
        Case{"{N:李红}来到{P:东湖园}。他的团队有30人。", "李红|团队数|30人"},
        Case{"{P:江城副中心}很大。副中心新增企业80家。", "江城副中心|企业数|80家"},
        Case{"{C:蓝羽公司}研制{T:300兆瓦级燃气轮机}。", "300兆瓦级燃气轮机|功率|300兆瓦"},
        Case{"{P:江城}总产值90亿元，增加值30亿元。", "江城|增加值|3000000000元"},
        Case{"{P:江城}生产总值90亿元，同比增长4.8%。", "江城|生产总值增长幅度|4.8%"},
        Case{"{P:江城}高技术产业投资同比增长6.5%。", "江城|高技术产业投资增长幅度|6.5%"},
        Case{"{P:江城}社会物流总额比上年增长5.8%。", "江城|社会物流总额增长幅度|5.8%"},
        Case{"{P:我国}外贸增长。{O:江城院}发布数据。规模以上工业增加值增长5%。",
             "我国|规模以上工业增加值增长幅度|5%"},
        Case{"{P:江城}餐饮收入同比增长9.2%。", "江城|餐饮收入增长幅度|9.2%"},
        Case{"{P:江城}食品、家具行业利润分别增长0.8%、0.7%。", "江城|食品行业利润增长幅度|0.8%"},
        Case{"{P:江城}食品、家具行业利润分别增长0.8%、0.7%。", "江城|家具行业利润增长幅度|0.7%"},
        Case{"{P:江城}和{P:东山}投资分别增长3%和5%。", "东山|投资增长幅度|5%"},
        Case{"{P:江城}工业增速比全国高2.5个百分点。", "江城|工业增速高幅度|2.5个百分点"},
        Case{"{P:江城}技能人才占就业人员的比例超过40%。", "江城|技能人才占就业人员比重|40%"},
        Case{"{P:江城}有3家专精特新“小巨人”企业。", "江城|专精特新小巨人企业数|3家"},
        Case{"{P:江城}服务1000家规模以上制造业企业。", "江城|规模以上制造业企业数|1000家"},
        Case{"已有37个平台落户{P:东湖园}。", "东湖园|平台数|37个"},
        Case{"总面积32平方公里的江北产业园扩建，有企业9家。", "江北产业园|企业数|9家"},
        Case{"{P:江城}规模以上工业增加值增长6%。", "江城|规模以上工业增加值增长幅度|6%"},
        Case{"{O:江城中心}举行两场集体采访。", "江城中心|集体采访数|2场"},
        Case{"{P:江城}设立84个各级工作室。", "江城|工作室数|84个"},
        Case{"装备制造业利润改善明显，3月份，装备制造业利润增长5.4%。",
             "装备制造业|利润增长幅度|5.4%"}));

INSTANTIATE_TEST_SUITE_P(
    Dates, FactCaseTest,
    testing::Values(
        Case{"{O:东湖研究院}成立于2017年12月。", "东湖研究院|成立时间|2017-12"},
        Case{"2022年8月，{O:江城市经信局}发布《{L:芯片产业措施}》。",
             "芯片产业措施|发布时间|2022-08"},
        Case{"{F:东湖光源}预计2025年底建成。", "东湖光源|预计建成时间|2025-12~"},
        Case{"今年1月13日，{F:增强器}调试出束。", "增强器|调试出束时间|2024-01-13"},
        Case{"1月13日，体育馆封顶。", "体育馆|建成时间|2024-01-13"},
        Case{"2020年，总投资3亿元的{F:云中心}开工。", "云中心|开工时间|2020"},
        Case{"{N:张明}，{O:东湖研究院}院长，1965年出生。", "张明|出生时间|1965"},
        Case{"{J:火炬计划}于1988年8月启动。", "火炬计划|启动时间|1988-08"},
        Case{"{O:东湖研究院}隶属于{O:江城科学院}，成立于1958年。", "东湖研究院|成立时间|1958"},
        Case{"新华社{P:江城}5月6日电（记者{N:张明}）{F:东湖光源}6日投入运行。",
             "东湖光源|投用时间|2024-05-06"},
        Case{"{E:江城论坛}由{O:江城市政府}主办，{O:江城市科技局}承办，4月25日举行。",
             "江城论坛|举办时间|2024-04-25"},
        Case{"截至2023年底，{P:东湖园}有企业80家。", "东湖园|统计截止时间|2023-12~"},
        Case{"{T:星鸟客机}2017年5月成功首飞。", "星鸟客机|首飞时间|2017-05"},
        Case{"{F:东湖光源}是“十三五”期间优先建设的设施。", "东湖光源|优先时期|2016/2020"},
        Case{"{T:星图模型}的发布在2022年末。", "星图模型|发布时间|2022-12~"},
        Case{"5月6日，由{O:东湖研究院}主办的“湖畔夜话”——{E:东湖大会}开幕。",
             "东湖大会|举办时间|2024-05-06"},
        Case{"{P:东湖园}很大，易腐垃圾处理厂今年底投用。",
             "易腐垃圾处理厂|预计投用时间|2024-12~"}));

TEST(FactExtractionTest, StretchesOfTimeAreNoEvents) {
  for (const char* text : {"2022年，{P:江城}深化各项改革。", "今年以来，{P:江城}深化改革。",
                           "{P:江城}今年一季度继续回暖。", "{P:江城}今年继续深化改革。",
                           "5月9日{P:江城}遭到破坏后，重建很快。", "当地时间5月9日，很热。"}) {
    for (const v1::Fact& fact : FactsOf(text)) EXPECT_FALSE(fact.has_date()) << fact.DebugString();
  }
}

INSTANTIATE_TEST_SUITE_P(
    Relations, FactCaseTest,
    testing::Values(
        Case{"{O:东湖研究院}位于{P:东湖园}。", "东湖研究院|位于|@东湖园"},
        Case{"{P:云湖科学城}地处{P:江东区}，聚焦三个领域。", "云湖科学城|位于|@江东区"},
        Case{"{P:云湖科学城}地处{P:江东区}，聚焦三个领域。", "云湖科学城|领域数|3个"},
        Case{"{O:东湖研究院}在2020年9月搬到{P:云湖科学城}。", "东湖研究院|搬迁时间|2020-09"},
        Case{"{C:蓝羽公司}自主研发的“{T:星图软件}”上线。", "星图软件|研发单位|@蓝羽公司"},
        Case{"{F:东湖光源}由{O:东湖研究院}承建。", "东湖光源|建设单位|@东湖研究院"},
        Case{"{P:东湖园}聚集了{O:脑科学中心}、{O:基因所}等一批研发机构。",
             "东湖园|聚集机构|@基因所"},
        Case{"{O:东湖研究院}院长助理{N:张明}说，项目顺利。", "张明|任职机构|@东湖研究院"},
        Case{"{O:市科技局}会同{O:市财政局}、{O:市经信局}印发《{L:芯片产业措施}》。",
             "芯片产业措施|发布机构|@市经信局"},
        Case{"{O:市科技局}依托{O:江城大学}启动了“{J:星火}”项目。", "星火|依托|@江城大学"},
        Case{"{P:东湖科学城}由{P:东园}和{P:西园}组成。", "东湖科学城|组成部分|@西园"},
        Case{"{E:江城论坛}由{O:江城市政府}主办，{O:江城市科技局}承办。",
             "江城论坛|启动方|@江城市科技局"},
        Case{"{C:蓝羽公司}产品丰富，包括{T:星图软件}和{T:星图芯片}等均已上市。",
             "蓝羽公司|研发的产品|@星图芯片"},
        Case{"{C:蓝羽集团}旗下{C:星河科技}今天揭牌。", "星河科技|隶属|@蓝羽集团"},
        Case{"{P:东湖园}内的{C:蓝羽公司}、{C:星河科技}已上市。", "星河科技|位于|@东湖园"},
        Case{"落户{P:东湖园}的{C:蓝羽公司}已上市。", "蓝羽公司|落地|@东湖园"},
        Case{"在{P:东湖园}，{O:东湖研究院}建成{F:云中心}。", "云中心|位于|@东湖园"},
        Case{"在{P:江城}召开的{E:江城论坛}昨天闭幕。", "江城论坛|召开地点|@江城"},
        Case{"{N:李红}毕业于{O:江城大学}。", "李红|毕业院校|@江城大学"},
        Case{"{O:东湖研究院}前身是{O:江城工业所}。", "东湖研究院|前身|@江城工业所"},
        Case{"{N:张明}，{O:东湖研究院}院长、首席科学家。", "张明|任职机构|@东湖研究院"},
        Case{"{N:李红}，女，1983年9月生，现任{O:东湖研究院}副院长。", "李红|任职机构|@东湖研究院"},
        Case{"{O:东湖研究院}院长{N:张明}、副院长{N:李红}出席。", "李红|任职机构|@东湖研究院"},
        Case{"{P:湖西省}{P:江城}很美。", "江城|位于|@湖西省"},
        Case{"位于{P:湖西省}{P:江城}的{F:东湖光源}启动。", "东湖光源|位于|@江城"},
        Case{"{P:江城}北部的“{P:星谷}”很大。", "星谷|位于|@江城"},
        Case{"{C:蓝羽集团}拥有{C:星河公司}、{C:星图公司}等20家子公司。",
             "蓝羽集团|组成部分|@星图公司"},
        Case{"{N:张明}出席{E:江城论坛}。", "张明|出席的活动|@江城论坛"},
        Case{"{N:张明}考察{P:东湖园}。", "张明|考察地点|@东湖园"},
        Case{"{O:江城市科技局}指导{O:东湖研究院}搭建平台。", "东湖研究院|指导单位|@江城市科技局"},
        Case{"在{O:江城市科技局}等部门大力支持下，{O:东湖研究院}发展很快。",
             "东湖研究院|支持单位|@江城市科技局"},
        Case{"{O:东湖研究院}以探测项目“{J:星火计划}”为牵引。", "东湖研究院|工作主线|@星火计划"},
        Case{"平台符合{P:美国}{O:FDA}规范。", "FDA|所属国家或地区|@美国"},
        Case{"{O:东湖社}{P:江城}5月6日电（记者{N:张明}、{N:李红}）{P:东湖园}扩区。",
             "李红|任职机构|@东湖社"},
        Case{"{P:东湖科学城}涵盖{P:东园}、{P:西园}。", "东湖科学城|组成部分|@西园"},
        Case{"{O:江城大学}{N:李红}课题组发表论文。", "李红|任职机构|@江城大学"},
        Case{"{O:江城市科技局}规划处处长{N:王立}介绍。", "规划处|隶属|@江城市科技局"},
        Case{"{O:江城科学院光学研究所激光中心}成立。",
             "江城科学院光学研究所激光中心|隶属|@江城科学院光学研究所"},
        Case{"{O:江城科学院光学研究所激光中心}成立。", "江城科学院光学研究所|隶属|@江城科学院"},
        Case{"{O:江城大学集成电路学院}成立。", "江城大学集成电路学院|隶属|@江城大学"},
        Case{"{O:江城科学院}和{O:江城科学院光学研究所}成立。",
             "江城科学院光学研究所|隶属|@江城科学院"},
        Case{"{P:东湖园}将{C:蓝羽公司}、{C:星河公司}引进园区。", "东湖园|聚集机构|@星河公司"},
        Case{"{P:东河}流经{P:江城}、{P:东山}。", "东河|途经地区|@东山"},
        Case{"{F:东湖大桥}连接{P:江城}和{P:东山}。", "东湖大桥|连接地|@江城"},
        Case{"“{P:两园}”（{P:东湖园}和{P:西湖园}）很大。", "两园|组成部分|@西湖园"},
        Case{"{O:东湖管委会}{P:东湖园}协调处处长{N:王立}介绍。", "王立|任职机构|@东湖管委会"}));

INSTANTIATE_TEST_SUITE_P(
    Attributes, FactCaseTest,
    testing::Values(
        Case{"{O:东湖研究院}院长助理{N:张明}说，项目顺利。", "张明|职务|院长助理"},
        Case{"{P:东湖园}是江城的创新引擎。", "东湖园|定位|江城的创新引擎"},
        Case{"{P:东湖园}聚焦先进能源、先进制造等领域。", "东湖园|聚焦领域|先进制造"},
        Case{"{P:东湖园}聚集了{O:脑科学中心}、{O:基因所}等一批研发机构。", "基因所|类别|研发机构"},
        Case{"{O:东湖量子信息研究院}（以下简称“{O:量子院=东湖量子信息研究院}”）成立。",
             "东湖量子信息研究院|简称|量子院"},
        Case{"{P:东湖园}位于江城北三环外。", "东湖园|位于|江城北三环外"},
        Case{"水务局局长{N:王立}介绍。", "王立|任职机构|水务局"},
        Case{"{P:江城}贸易结构持续优化。", "江城|贸易结构|持续优化"},
        Case{"{C:蓝羽公司}积极延伸产业链。", "蓝羽公司|举措|积极延伸产业链"},
        Case{"{C:蓝羽公司}成功打破国外垄断。", "蓝羽公司|成效|成功打破国外垄断"},
        Case{"{P:江城}生产生活秩序加快恢复。", "江城|生产生活秩序|加快恢复"},
        Case{"{P:江城}着力推动院校改革。", "江城|举措|着力推动院校改革"},
        Case{"{C:蓝羽公司}全国率先掌握核心技术。", "蓝羽公司|举措|全国率先掌握核心技术"},
        Case{"被誉为“江城硅谷”的{P:东湖园}今年扩区。", "东湖园|地位|“江城硅谷”"}));

INSTANTIATE_TEST_SUITE_P(
    StatedOffices, FactCaseTest,
    testing::Values(
        Case{"{N:李青}是{O:东湖研究院}的院长。", "李青|任职机构|@东湖研究院"},
        Case{"{N:李青}是{O:东湖研究院}的院长。", "李青|职务|院长"},
        Case{"{N:李青}任{O:东湖研究院}院长、首席科学家。", "李青|职务|院长"},
        Case{"{N:李青}任{O:东湖研究院}院长、首席科学家。", "李青|职务|首席科学家"},
        Case{"{N:李青}任{O:东湖研究院}院长、首席科学家。", "李青|任职机构|@东湖研究院"},
        Case{"{N:李青}担任{P:江城}市委书记。", "李青|任职机构|江城市委"},
        Case{"{N:李青}担任{O:江城市委}书记。", "李青|任职机构|@江城市委"},
        Case{"{N:李青}现任{C:蓝羽公司}CEO。", "李青|职务|CEO"},
        Case{"{N:李青}现任{C:蓝羽公司}CEO。", "李青|任职机构|@蓝羽公司"},
        Case{"2023年，{N:李青}出任{C:蓝羽公司}信息工程总监。", "李青|职务|信息工程总监"},
        Case{"{N:李青}就任{C:蓝羽公司}党委书记、董事长。", "李青|职务|党委书记"},
        Case{"{N:李青}就任{C:蓝羽公司}党委书记、董事长。", "李青|职务|董事长"},
        Case{"{N:李青}同时兼任{O:江城大学}教授。", "李青|任职机构|@江城大学"},
        Case{"{N:李青}系{C:蓝羽公司}创始人。", "李青|职务|创始人"},
        Case{"{N:李青}为{O:江城大学}规划处处长。", "李青|任职部门|规划处"},
        Case{"{N:李青}教授担任{O:东湖研究院}所长。", "李青|职务|所长"},
        Case{"{N:李青}（女，1970年生）担任{O:东湖研究院}所长。", "李青|职务|所长"},
        Case{"{N:李青}是{O:东湖研究院}院长，也是{O:江城大学}教授。", "李青|任职机构|@江城大学"},
        Case{"{N:李青}任{O:东湖研究院}院长和{O:江城大学}教授。", "李青|任职机构|@江城大学"},
        Case{"{N:李青}被任命为{O:东湖研究院}院长。", "李青|任职机构|@东湖研究院"},
        Case{"{N:李青}当选为{O:东湖协会}会长。", "李青|任职机构|@东湖协会"},
        Case{"{N:李青}担任{O:东湖研究院}院长一职。", "李青|职务|院长"},
        Case{"{N:李青}是{O:东湖研究院}新任院长。", "李青|职务|院长"},
        Case{"{N:李青}当选{O:东湖协会}新一任会长。", "李青|职务|会长"},
        Case{"{N:李青}继续担任{O:东湖协会}会长。", "李青|职务|会长"},
        Case{"{N:王立}致电{N:李青}，祝贺她就任{O:东湖协会}会长。", "李青|职务|会长"},
        Case{"{N:李青}宣誓就任{O:东湖协会}会长。", "李青|任职机构|@东湖协会"},
        Case{"{N:李青}回到{P:江城}并出任{O:东湖协会}会长。", "李青|任职机构|@东湖协会"},
        Case{"{O:东湖协会}成立。{N:李青}是该协会会长。", "李青|任职机构|@东湖协会"},
        Case{"{N:李青}是全国人大代表。", "李青|职务|全国人大代表"},
        Case{"{N:李青}和{N:王立}都是全国人大代表。", "李青|职务|全国人大代表"},
        Case{"{N:李青}来到{P:东湖园}。她是{O:东湖研究院}的院长。", "李青|任职机构|@东湖研究院"},
        Case{"{N:李青}毕业于{O:江城大学}，是{O:东湖研究院}的院长。", "李青|任职机构|@东湖研究院"},
        Case{"{O:东湖研究院}的院长是{N:李青}。", "李青|任职机构|@东湖研究院"},
        Case{"{O:东湖研究院}的院长是{N:李青}。", "李青|职务|院长"},
        Case{"{O:东湖研究院}院长为物理学家{N:李青}。", "李青|任职机构|@东湖研究院"},
        Case{"{C:蓝羽公司}首席执行官由{N:李青}担任。", "李青|任职机构|@蓝羽公司"},
        Case{"{C:蓝羽公司}首席执行官由{N:李青}担任。", "李青|职务|首席执行官"},
        Case{"目前，{C:蓝羽公司}的CTO由{O:江城大学}教授{N:李青}兼任。", "李青|职务|CTO"},
        Case{"{N:李青}，{O:东湖研究院}的院长，说明了情况。", "李青|任职机构|@东湖研究院"}));

INSTANTIATE_TEST_SUITE_P(Ranks, FactCaseTest,
                         testing::Values(Case{"{P:江城}的高校数量居全国第三。",
                                              "江城|高校数量|#3"}));

// So many that walking back through all of them for each would not end.
TEST(FactExtractionTest, ManyPronounsAndPointersAreNoTrouble) {
  constexpr int kCopies = 20000;
  for (const char* text : {"该院院长是好人，他是院长。", "该院院长{N:李青}。"}) {
    std::string many = "{O:东湖研究院}成立。";
    for (int i = 0; i < kCopies; ++i) many += text;
    MarkedArticle article(many, "2024-05", TheSegmenter());
    const AnnotatedText annotated = Annotate(article.context(), article.knowledge().entities);
    EXPECT_GE(annotated.words.size(), static_cast<size_t>(kCopies));
    FindRoles(annotated, TheRules());
  }
}

TEST(FactExtractionTest, PlansGoOnOverClauses) {
  const auto facts = FactsOf("{P:江城}将加快建设，推动企业创新，培育新兴产业。");
  ASSERT_FALSE(facts.empty());
  for (const v1::Fact& fact : facts) {
    EXPECT_EQ(fact.modality(), v1::MODALITY_PLANNED) << fact.DebugString();
  }
  for (const v1::Fact& fact : FactsOf("{O:东湖院}院长{N:张明}将出席论坛。")) {
    if (fact.property() != "职务" && fact.property() != "任职机构") continue;
    EXPECT_EQ(fact.modality(), v1::MODALITY_ASSERTED) << fact.DebugString();
  }
}

TEST(FactExtractionTest, CountriesSideBySideHoldNothing) {
  for (const char* text : {"{P:俄罗斯}{P:中国}关系很好。", "{P:德}{P:中}互利。"}) {
    for (const std::string& line : Lines(FactsOf(text))) {
      EXPECT_FALSE(absl::StrContains(line, "位于")) << line;
    }
  }
}

TEST(FactExtractionTest, APersonWhoHoldsAMeetingIsNotHeld) {
  for (const std::string& line : Lines(FactsOf("{N:张明}5月6日主持召开会议。"))) {
    EXPECT_FALSE(absl::StrContains(line, "张明|举办时间")) << line;
  }
}

TEST(FactExtractionTest, AnAnniversaryFoundsNothing) {
  for (const std::string& line : Lines(FactsOf("今年是{P:东湖园}设立的第7年。{O:江城院}很大。"))) {
    EXPECT_FALSE(absl::StrContains(line, "发起设立方")) << line;
  }
}

TEST(FactExtractionTest, ASuperlativeThatGoesOnBehindANameIsNotItsOwn) {
  for (const std::string& line : Lines(FactsOf("这是第一个以“{P:东湖}”命名的园区。"))) {
    EXPECT_FALSE(absl::StrContains(line, "东湖|地位")) << line;
  }
}

TEST(FactExtractionTest, WordsInQuotationMarksAreNoActions) {
  for (const v1::Fact& fact :
       FactsOf("“我们将积极延伸链条，欢迎大家来访。”{O:东湖研究院}院长{N:李青}说。")) {
    EXPECT_NE(fact.rule(), "attribute.action") << fact.DebugString();
  }
}

TEST(FactExtractionTest, PlacesThatOnlyBeginANameHostNothing) {
  for (const std::string& line : Lines(FactsOf("{P:江城}第二次代表会议在{P:东山}召开。"))) {
    EXPECT_FALSE(absl::StrContains(line, "江城|")) << line;
  }
}

TEST(FactExtractionTest, NamesThatGoOnInsideOfAWordHaveNoHouse) {
  for (const char* text : {"{O:江城大学生创业中心}成立。", "{C:东湖芯片研究院有限公司}成立。",
                           "{O:江城大学}成立。", "{O:江城医学院路社区中心}成立。"}) {
    for (const std::string& line : Lines(FactsOf(text))) {
      EXPECT_FALSE(absl::StrContains(line, "隶属")) << line;
    }
  }
}

TEST(FactExtractionTest, AimsAndNamesAreNoAttributes) {
  for (const char* text :
       {"为解决企业难题，{F:东湖光源}组织培训。", "{F:东湖光源}是{F:云中心}。"}) {
    for (const v1::Fact& fact : FactsOf(text)) {
      EXPECT_NE(fact.property(), "作用") << fact.DebugString();
      EXPECT_NE(fact.property(), "定位") << fact.DebugString();
    }
  }
}

TEST(FactExtractionTest, TimeComesFromTheSentenceElseFromPublication) {
  const auto dated = FactsOf("2021年，{P:东湖园}拥有企业80家。");
  ASSERT_FALSE(dated.empty());
  EXPECT_EQ(dated[0].time().edtf(), "2021");
  EXPECT_EQ(dated[0].time_basis(), v1::TIME_BASIS_SENTENCE);
  const auto undated = FactsOf("{P:东湖园}拥有企业80家。");
  ASSERT_FALSE(undated.empty());
  EXPECT_EQ(undated[0].time().edtf(), "2024-05");
  EXPECT_EQ(undated[0].time_basis(), v1::TIME_BASIS_PUBLISHED);
}

TEST(FactExtractionTest, ASentenceThatGoesOnHasTheTimeOfTheOneBefore) {
  const auto time_of = [](const std::string& text, const char* printed) -> std::string {
    for (const v1::Fact& fact : FactsOf(text)) {
      if (fact.has_quantity() && fact.quantity().text() == printed) return fact.time().edtf();
    }
    return "no such figure";
  };
  EXPECT_EQ(time_of("据通报，2023年，{P:东湖园}有企业80家。其中，外企12家。", "12家"), "2023");
  EXPECT_EQ(time_of("据通报，2023年，{P:东湖园}有企业80家。目前，有外企12家。", "12家"), "2024-05")
      << "what is so now";
  EXPECT_EQ(time_of("2023年，{P:东湖园}有企业80家。{P:西湖园}有企业12家。", "12家"), "2023")
      << "opens the paragraph";
  EXPECT_EQ(time_of("据通报，2023年，{P:东湖园}有企业80家。{P:西湖园}有企业12家。", "12家"),
            "2024-05")
      << "names a subject of its own";
}

TEST(FactExtractionTest, WhatAFigureIsComparedWithIsNotItsTime) {
  const auto time_of = [](const std::string& text, const char* printed) -> std::string {
    for (const v1::Fact& fact : FactsOf(text)) {
      if (fact.has_quantity() && fact.quantity().text() == printed) return fact.time().edtf();
    }
    return "no such figure";
  };
  EXPECT_EQ(time_of("2023年，{P:东湖园}产值比2020年增加12亿元。", "12亿元"), "2023");
  EXPECT_EQ(time_of("{P:东湖园}产值较2020年末增加12亿元。", "12亿元"), "2024-05");
  EXPECT_EQ(time_of("2023年，{P:东湖园}产值与2020年相比增加12亿元。", "12亿元"), "2023");
  EXPECT_EQ(time_of("{P:东湖园}企业从2012年的30家增至2021年的50家。", "30家"), "2012");
  EXPECT_EQ(time_of("2023年，{P:东湖园}企业从2012年的30家增至50家。", "50家"), "2023");
}

TEST(FactExtractionTest, AHeadlineInTitleMarksTellsItsFigures) {
  EXPECT_THAT(Lines(FactsOf("原题《{P:江城}已有科技企业近3万家，成为创新高地》。")),
              Contains("江城|科技企业数|30000家"));
}

TEST(FactExtractionTest, WordsThatHoldANumeralCountNothing) {
  for (const char* text : {"《江城十年》今天播出，{P:江城}变化很大。", "{P:江城}推广一卡通。",
                           "{P:江城}把土豆化为一粒粒种子。", "{P:江城}建设千兆城市。"}) {
    for (const v1::Fact& fact : FactsOf(text)) {
      EXPECT_FALSE(fact.has_quantity()) << fact.DebugString();
    }
  }
}

TEST(FactExtractionTest, WhatIsSaidOfATimeOrADeedDefinesNothing) {
  for (const char* text :
       {"{P:东湖园}很大。2020年是{P:东湖园}运营的第20年。",
        "{P:东湖园}很大。创新一直是{P:东湖园}的主旋律。", "{P:东湖园}打造品牌、引进人才。"}) {
    for (const v1::Fact& fact : FactsOf(text)) {
      EXPECT_NE(fact.property(), "定位") << fact.DebugString();
      EXPECT_NE(fact.property(), "打造品牌") << fact.DebugString();
    }
  }
}

TEST(FactExtractionTest, WhatIsSaidOfAnotherNounIsNotTheTopics) {
  const struct {
    const char* text;
    const char* never;
  } rows[] = {
      {"{P:江城}很大。要把文旅作为发展的突破口。", "江城|角色"},
      {"{P:江城}坚持开放，在涉及民生等领域下功夫。", "江城|主要领域"},
      {"{O:江城院}批评此次演习是挑衅行为。", "江城院|定位"},
      {"{O:江城院}通过的决议是重要一步。", "江城院|定位"},
      {"{P:江城}动工。项目涵盖文旅、农业等领域。", "江城|主要领域"},
      {"{P:江城}开工。重点项目包括{F:东湖光源}。", "江城|组成部分"},
      {"{P:东湖}很美。北山峰地处{P:江城}。", "东湖|位于"},
      {"{O:江城院}成立三十周年暨{E:东湖大会}开幕。", "东湖大会|发起设立方"},
      {"{P:江城}努力建设美丽{P:中国}。", "中国|建设单位"},
      {"{P:江城}靠的是改革开放。", "江城|举措"},
      {"{P:江城}很大。着力最多的是共建平台。", "江城|定位"},
      {"{P:江城}愿同友城继续加强合作。", "江城|愿同"},
  };
  for (const auto& row : rows) {
    EXPECT_THAT(Lines(FactsOf(row.text)), Not(Contains(testing::StartsWith(row.never))))
        << row.text;
  }
}

TEST(FactExtractionTest, WhatCanBeDoneWithItIsPartOfItsName) {
  EXPECT_THAT(Lines(FactsOf("{P:江城}农村居民人均可支配收入2.1万元。")),
              Contains(testing::HasSubstr("农村居民人均可支配收入")));
  EXPECT_THAT(Lines(FactsOf("{P:江城}的可再生能源装机容量达到300万千瓦。")),
              Contains(testing::HasSubstr("可再生能源装机容量")));
}

TEST(FactExtractionTest, PlansArePlanned) {
  const auto facts = FactsOf("{P:东湖园}将引进企业80家。");
  ASSERT_FALSE(facts.empty());
  EXPECT_EQ(facts[0].modality(), v1::MODALITY_PLANNED);
  EXPECT_EQ(FactsOf("{P:东湖园}有企业80家。")[0].modality(), v1::MODALITY_ASSERTED);
}

TEST(FactExtractionTest, PassingTimeIsNoFigure) {
  EXPECT_THAT(Lines(FactsOf("近五年来，{P:江城}变化很大。")),
              Not(Contains(testing::HasSubstr("5年"))));
}

TEST(FactExtractionTest, WhatIsSupposedIsNotTold) {
  for (const char* text :
       {"如果{P:江城}有企业80家，事情就好办。", "无论{P:江城}是大城还是小城，都要发展。",
        "如何始终保持{P:江城}的活力是一个问题。"}) {
    for (const v1::Fact& fact : FactsOf(text)) {
      EXPECT_NE(fact.subject().display_name(), "江城") << fact.DebugString();
    }
  }
}

TEST(FactExtractionTest, WishesArePlans) {
  for (const v1::Fact& fact : FactsOf("{P:江城}希望各方加强交流，深化产业合作。")) {
    EXPECT_EQ(fact.modality(), v1::MODALITY_PLANNED) << fact.DebugString();
  }
}

TEST(FactExtractionTest, APhraseThatModifiesANounIsNoFeature) {
  EXPECT_THAT(Lines(FactsOf("{P:江城}建设以{N:李青}为核心的团队。")),
              Not(Contains(testing::HasSubstr("特点"))));
}

TEST(FactExtractionTest, ThePropertySaysWhatWasCounted) {
  EXPECT_THAT(Lines(FactsOf("{P:江城}变化很大，8个村入选美丽乡村名录。")),
              Contains("江城|入选美丽乡村名录的村数|8个"));
  EXPECT_THAT(Lines(FactsOf("{P:江城}参观人数20万人次，比首届增加三分之一。")),
              Contains("江城|参观人数增加幅度|0.333333"));
  for (const std::string& line :
       Lines(FactsOf("{P:江城}变化很大。{P:江城}有前十大企业，保持两位数增长。"))) {
    EXPECT_FALSE(absl::StrContains(line, "|10") || absl::StrContains(line, "|2位")) << line;
  }
}

TEST(FactExtractionTest, AFigureOfTwoNounsIsOfBoth) {
  EXPECT_THAT(Lines(FactsOf("{F:江城医院}已开工，临床试验和临床研究每年可完成300个。")),
              Contains("江城医院|临床试验和临床研究数|300个"));
}

TEST(FactExtractionTest, WhatAnAimIsIsNoDeedOfTheTopic) {
  for (const std::string& line :
       Lines(FactsOf("{P:江城园}发展很快。“硬环境”的重点是加快开发建设{P:东湖园}。"))) {
    EXPECT_FALSE(absl::StrContains(line, "建设单位")) << line;
  }
  EXPECT_THAT(Lines(FactsOf("{P:江城园}发展很快，去年建成{F:东湖实验室}。")),
              Contains(testing::HasSubstr("建设单位")));
  EXPECT_THAT(Lines(FactsOf("{P:江城}今年的工作重点是治理水污染。")),
              Contains("江城|重点|治理水污染"));
}

TEST(FactExtractionTest, WhatIsSpokenOfIsNoDeed) {
  for (const char* text :
       {"{P:江城}打造创新高地既是使命所在。", "{P:江城}推动产业转型升级是发展的关键。"}) {
    for (const std::string& line : Lines(FactsOf(text))) {
      EXPECT_FALSE(absl::StrContains(line, "打造目标") || absl::StrContains(line, "作用")) << line;
    }
  }
  EXPECT_THAT(Lines(FactsOf("{P:江城}打造创新高地。")), Contains("江城|打造目标|创新高地"));
}

TEST(FactExtractionTest, WhatIsRankedIsNoPropertyOfItsCount) {
  const std::vector<std::string> lines =
      Lines(FactsOf("{P:江城}公布高校和企业专利数，两项都排第一。"));
  EXPECT_THAT(lines, Not(Contains(testing::EndsWith("|2项"))));
}

TEST(FactExtractionTest, ANoticeOfAListIsNotOfItsYear) {
  EXPECT_THAT(Lines(FactsOf("{O:江城院}公布了2022年名单。")),
              Not(Contains(testing::EndsWith("|2022"))));
}

TEST(FactExtractionTest, AnyTextIsRead) {
  for (const char* text :
       {"", "。", "“”", "“", "3家", "说：“", "{N:张明}说，", "，，，", "\n\n", "是"}) {
    FactsOf(text);
  }
}

}  // namespace
}  // namespace yinzheng::knowledge
