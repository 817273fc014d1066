using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Interleave.Client.IoServer;

/// <summary>Names the server's own span of a request as OpenTelemetry's conventions for HTTP do.</summary>
internal static class RequestSpan
{
    public static void Describe(HttpContext context)
    {
        if (Activity.Current is { IsAllDataRequested: true } span)
        {
            span.DisplayName = $"{context.Request.Method} {context.Request.Path}";
            span.SetTag("http.request.method", context.Request.Method)
                .SetTag("url.scheme", context.Request.Scheme)
                .SetTag("url.path", context.Request.Path.Value)
                .SetTag("url.query", context.Request.QueryString.Value?.TrimStart('?'));
            context.Response.OnStarting(() =>
            {
                span.SetTag("http.response.status_code", context.Response.StatusCode);
                return Task.CompletedTask;
            });
        }
    }
}
