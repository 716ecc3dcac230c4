namespace Assessment.Hotline.Tickets;

/// <summary>The columns of a ticket file, as its header names them, and how much their cells may hold.</summary>
public static class TicketColumns
{
    public const string Number = "工单编号";
    public const string Source = "来源";
    public const string Received = "受理时间";
    public const string Due = "办结时限";
    public const string Finished = "办结时间";
    public const string Kind = "诉求分类";
    public const string Title = "标题";
    public const string Content = "内容";
    public const string Address = "地址";
    public const string Area = "居民区";
    public const string Solved = "是否解决";
    public const string Satisfaction = "满意度";
    public const string ExclusionReason = "剔除理由";
    public const string ExclusionState = "剔除状态";

    public const int NumberLength = 64;
    public const int ShortLength = 500;
    public const int ContentLength = 8000;
}
