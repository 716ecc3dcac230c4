using System.Globalization;
using Assessment.ServiceDefaults.Requests;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Assessment.ServiceDefaults.DomainExceptions;

/// <summary>Turns refusals into problem details (RFC 9457) with a stable type; other errors keep their insides to themselves.</summary>
internal sealed partial class DomainExceptionHandler(
    IProblemDetailsService problems,
    IEnumerable<IFailureClassifier> classifiers,
    ILogger<DomainExceptionHandler> log
) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(
        HttpContext context,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        var details = exception switch
        {
            DomainException refusal => ProblemTypes.Of(refusal),
            BadHttpRequestException malformed => ProblemTypes.Of(malformed),
            _ when Classify(exception) is { } failure => Known(context, failure, exception),
            _ => Unexpected(context, exception),
        };
        context.Response.StatusCode = details.Status!.Value;
        return problems.TryWriteAsync(
            new ProblemDetailsContext
            {
                HttpContext = context,
                ProblemDetails = details,
                Exception = exception,
            }
        );
    }

    private KnownFailure? Classify(Exception exception) =>
        classifiers
            .Select(classifier => classifier.Classify(exception))
            .FirstOrDefault(failure => failure is not null);

    /// <summary>Reads go on where they can; only what needed the dependency in vain is refused.</summary>
    private ProblemDetails Known(HttpContext context, KnownFailure failure, Exception exception)
    {
        var reason = exception.GetBaseException().Message;
        if (failure.Status < StatusCodes.Status500InternalServerError)
        {
            LogNotStorable(EndpointOf(context), failure.Code, reason);
        }
        else
        {
            LogKnownFailure(EndpointOf(context), failure.Code, reason);
        }

        if (failure.RetryAfter is { } pause)
        {
            context.Response.Headers.RetryAfter = pause.TotalSeconds.ToString(
                CultureInfo.InvariantCulture
            );
        }

        return ProblemTypes.Of(failure.Status, failure.Code);
    }

    /// <summary>The middleware leaves the logging to the handler of the exception.</summary>
    private ProblemDetails Unexpected(HttpContext context, Exception exception)
    {
        if (!context.RequestAborted.IsCancellationRequested)
        {
            LogFailure(EndpointOf(context), exception);
        }

        return ProblemTypes.Of(StatusCodes.Status500InternalServerError, "internal-error");
    }

    /// <summary>The middleware clears the request's endpoint before it asks who handles the exception.</summary>
    private static string? EndpointOf(HttpContext context) =>
        (
            context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint()
        )?.DisplayName;

    /// <summary>It should have been refused earlier; that it was not is worth a look.</summary>
    [LoggerMessage(
        LogLevel.Warning,
        "A request to {Endpoint} held what cannot be stored ({Code}): {Reason}"
    )]
    private partial void LogNotStorable(string? endpoint, string code, string reason);

    [LoggerMessage(
        LogLevel.Error,
        "The database could not do what a request to {Endpoint} asked ({Code}): {Reason}"
    )]
    private partial void LogKnownFailure(string? endpoint, string code, string reason);

    [LoggerMessage(LogLevel.Error, "A request to {Endpoint} failed")]
    private partial void LogFailure(string? endpoint, Exception failure);
}

/// <summary>Problem details by stable code.</summary>
public static class ProblemTypes
{
    public static ProblemDetails Of(DomainException refusal)
    {
        var details = Of(refusal.Status, refusal.Code, refusal.Message);
        if (refusal.Problems.Count > 0)
        {
            details.Extensions["problems"] = refusal.Problems;
        }

        foreach (var (name, value) in refusal.Details)
        {
            details.Extensions[name] = value;
        }

        return details;
    }

    /// <summary>A request that could not be read, with the place in its body where that is known.</summary>
    public static ProblemDetails Of(BadHttpRequestException malformed)
    {
        var details = Of(malformed.StatusCode, CodeOf(malformed.StatusCode));
        if (MalformedPlace.Of(malformed) is { } place)
        {
            details.Detail += $"有误之处：{place}";
            details.Extensions["path"] = place;
        }

        return details;
    }

    public static ProblemDetails Of(int status, string code, string? detail = null) =>
        new()
        {
            Status = status,
            Type = $"urn:assessment:{code}",
            Title = TitleOf(status),
            Detail = detail ?? DetailOf(code),
            Extensions = { ["code"] = code },
        };

    /// <summary>DomainExceptions and status codes answer as problem details; unexpected failures are logged and keep their insides.</summary>
    public static IServiceCollection AddProblemTypes(this IServiceCollection services)
    {
        services.AddExceptionHandler<DomainExceptionHandler>();
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails(options =>
            options.CustomizeProblemDetails = context =>
            {
                var status =
                    context.ProblemDetails.Status ?? context.HttpContext.Response.StatusCode;
                if (context.ProblemDetails.Extensions.ContainsKey("code"))
                {
                    return;
                }

                var code = CodeOf(status);
                context.ProblemDetails.Type = $"urn:assessment:{code}";
                context.ProblemDetails.Title = TitleOf(status);
                context.ProblemDetails.Detail = DetailOf(code);
                context.ProblemDetails.Extensions["code"] = code;
            }
        );
        return services;
    }

    private static string CodeOf(int status) =>
        status switch
        {
            StatusCodes.Status401Unauthorized => "sign-in-required",
            StatusCodes.Status403Forbidden => "not-permitted",
            StatusCodes.Status404NotFound => "not-found",
            StatusCodes.Status405MethodNotAllowed => "method-not-allowed",
            StatusCodes.Status413PayloadTooLarge => "request-too-large",
            StatusCodes.Status415UnsupportedMediaType => "unsupported-media-type",
            StatusCodes.Status429TooManyRequests => "too-many-requests",
            StatusCodes.Status503ServiceUnavailable => "service-unavailable",
            StatusCodes.Status504GatewayTimeout => "service-too-slow",
            < 500 => "malformed-request",
            _ => "internal-error",
        };

    private static string TitleOf(int status) =>
        status switch
        {
            StatusCodes.Status401Unauthorized => "请先登录",
            StatusCodes.Status403Forbidden => "没有权限",
            StatusCodes.Status404NotFound => "未找到",
            StatusCodes.Status409Conflict => "当前状态不允许此操作",
            StatusCodes.Status412PreconditionFailed => "他人已先作更改",
            StatusCodes.Status413PayloadTooLarge => "内容过大",
            StatusCodes.Status422UnprocessableEntity => "内容有误",
            StatusCodes.Status429TooManyRequests => "请求过于频繁",
            StatusCodes.Status503ServiceUnavailable => "服务暂不可用",
            StatusCodes.Status504GatewayTimeout => "服务答复超时",
            < 500 => "请求有误",
            _ => "系统错误",
        };

    private static string DetailOf(string code) =>
        code switch
        {
            "sign-in-required" => "您尚未登录，或登录已过期，请重新登录。",
            "not-permitted" => "您的账号没有此项操作的权限。",
            "not-found" => "您查找的内容不存在，或不属于您所在的街镇。",
            "method-not-allowed" => "此地址不支持这种请求方式。",
            "request-too-large" => "上传的内容超过了大小限制。",
            "unsupported-media-type" => "内容的格式不受支持。",
            "too-many-requests" => "操作过于频繁，请稍后再试。",
            "service-unavailable" => "服务正在启动或暂时中断，数据没有丢失，请稍后再试。",
            "storage-is-full" =>
                "存储空间已满，刚才的内容没有保存；已有的数据不受影响，仍可查看。请联系运维人员处理后再提交。",
            "storage-unavailable" =>
                "数据库暂时无法访问。刚才的内容可能没有保存，请稍后刷新查看，再决定是否重新提交。",
            "service-too-slow" =>
                "服务没有在规定时间内答复。刚才的操作可能已经生效，请先刷新查看，再决定是否重新提交。",
            "malformed-request" => "请求的内容不完整或格式不对。",
            _ => "系统出现错误，已记录，请稍后再试或联系运维人员。",
        };
}
