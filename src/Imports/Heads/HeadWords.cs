namespace Assessment.Imports.Heads;

/// <summary>
/// 表头词表: the words by which people head the columns of their files, in Chinese and English, for the imports of all
/// services. A key is a column's name, or <c>kind/name</c> for words that mean the column only in files of that kind.
/// The column's own name need not be listed; <c>{0}</c> stands for the number of a series' column.
/// </summary>
public static class HeadWords
{
    private static readonly Dictionary<string, string[]> Table = new(StringComparer.Ordinal)
    {
        // 名册
        ["id"] = ["编号", "编码", "代码"],
        ["areas/id"] = ["居民区编号", "社区编号", "居委会编号", "网格编号", "area_id"],
        ["name"] = ["名称"],
        ["areas/name"] = ["居民区", "居民区名称", "社区", "社区名称", "居委会", "居委会名称"],
        ["category"] = ["类别", "分类", "居民区类别", "社区类别", "类型"],
        ["households"] = ["总户数", "户数", "居民户数", "常住户数"],
        ["party_members"] = ["党员数", "党员人数", "党员总数", "在册党员数"],
        ["staff/id"] = ["人员编号", "工号", "职工编号", "staff_id"],
        ["area"] = ["居民区", "居民区编号", "社区", "社区编号"],
        ["staff/area"] = ["所属居民区", "所在居民区", "所在社区", "area_id"],
        ["staff/name"] = ["姓名", "人员姓名"],
        ["post"] = ["职务", "岗位", "职务名称", "岗位名称"],
        ["presiding"] = ["主持工作", "是否主持工作"],
        ["on_site"] = ["坐班", "是否坐班"],
        ["identity"] = ["身份", "人员身份"],
        ["months"] = ["在岗月数", "在岗月份数", "工作月数"],
        ["leave_months"] = ["病事假月数", "请假月数"],
        ["retired_in_year"] = ["当年退休", "是否当年退休", "年内退休"],
        ["previous_grade"] = ["上年等次", "上年度等次", "上年考核等次"],
        ["departments/name"] = ["部门", "部门名称", "科室", "科室名称", "简称"],
        ["full_name"] = ["全称", "部门全称", "科室全称"],
        ["contact"] = ["联系人", "联络人"],
        ["leader"] = ["分管领导", "联系领导", "包保领导", "挂钩领导"],
        ["person"] = ["人员", "人员编号", "工号", "职工编号"],
        ["postings/from"] = ["任职起", "任职开始日期", "到岗日期", "起始日期"],
        ["postings/to"] = ["任职止", "任职结束日期", "离岗日期", "截止日期"],
        ["leave_days"] = ["病事假天数", "请假天数"],
        ["certificates/kind"] = ["证书", "证书名称", "证书种类"],
        ["certificates/number"] = ["证书编号", "证书号", "证书号码"],
        ["certificates/date"] = ["取得日期", "发证日期"],
        ["contacts/from"] = ["联系起", "联系开始日期", "起始日期"],
        ["contacts/to"] = ["联系止", "联系结束日期", "截止日期"],
        ["building"] = ["楼栋", "楼号", "门牌"],
        ["households/household"] = ["户编码", "户编号", "住户编码"],
        ["phone_last4"] = ["手机号后四位", "手机尾号", "电话后四位"],
        // 评分、加减分事项
        ["scores/area"] = ["考核对象", "对象", "对象编号", "被考核对象", "subject"],
        ["item"] = ["项目", "项目编号", "考核项目", "指标"],
        ["department"] = ["评分部门", "部门", "科室", "评分科室", "填报部门"],
        ["period"] = ["期次", "考核期次", "季度"],
        ["score"] = ["得分", "分数", "评分"],
        ["reason"] = ["理由", "扣分理由", "扣分说明", "评分理由"],
        ["scores/count"] = ["实际参加人数", "参加人数", "实到人数"],
        ["eligible"] = ["应参加人数", "应到人数"],
        ["events/id"] = ["事项编号"],
        ["subject"] = ["对象", "对象编号", "考核对象"],
        ["rule"] = ["规则", "规则编号", "加减分规则"],
        ["level"] = ["级别", "等级"],
        ["points"] = ["分值", "加减分值", "分数"],
        ["date"] = ["日期", "发生日期", "事项日期"],
        ["evidence"] = ["依据", "佐证", "佐证材料", "文件依据"],
        ["events/count"] = ["次数"],
        ["work"] = ["工作", "工作名称"],
        ["award"] = ["荣誉", "荣誉名称", "奖项"],
        ["holder"] = ["获奖主体", "获奖单位", "获奖人"],
        ["waiver"] = ["免责比例", "免责"],
        ["risk"] = ["风险备案", "风险备案编号", "改革风险备案", "改革风险备案编号"],
        // 绩效基数
        ["bases/id"] = ["人员编号", "工号", "职工编号", "staff_id"],
        ["base"] = ["基数", "绩效基数", "年度基数", "绩效工资基数", "金额"],
        // 群众评价答卷
        ["channel"] = ["测评方式", "渠道", "测评渠道", "方式"],
        ["wave"] = ["轮次", "测评轮次", "批次"],
        ["respondent"] = ["答卷人", "答卷人类型", "答题人"],
        ["household"] = ["户号", "住户编号", "门牌号"],
        ["submitted_at"] = ["提交时间", "答卷时间", "填写时间"],
        ["q{0}"] = ["第{0}题", "题{0}", "问题{0}"],
        // 热线与信访工单; these columns have Chinese names
        ["工单编号"] = ["工单号", "编号", "number", "ticket_number"],
        ["来源"] = ["工单来源", "诉求来源", "source"],
        ["受理时间"] = ["受理日期", "来电时间", "received_at"],
        ["办结时限"] = ["办理时限", "截止时间", "due_at"],
        ["办结时间"] = ["办结日期", "办理完成时间", "finished_at"],
        ["诉求分类"] = ["诉求类别", "工单分类", "问题分类", "kind"],
        ["标题"] = ["工单标题", "诉求标题", "title"],
        ["内容"] = ["工单内容", "诉求内容", "content"],
        ["地址"] = ["诉求地址", "事发地址", "发生地址", "address"],
        ["居民区"] = ["所属居民区", "居民区名称", "社区", "area"],
        ["是否解决"] = ["解决情况", "是否实际解决", "solved"],
        ["满意度"] = ["满意情况", "是否满意", "satisfaction"],
        ["剔除理由"] = ["剔除原因", "exclusion_reason"],
        ["剔除状态"] = ["剔除情况", "exclusion_state"],
    };

    /// <summary>The words of a column in files of the kind, besides its own name.</summary>
    public static IReadOnlyList<string> Of(string kind, string column) =>
        [
            .. Table.GetValueOrDefault(column, []),
            .. Table.GetValueOrDefault($"{kind}/{column}", []),
        ];
}
