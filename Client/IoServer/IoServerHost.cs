using System.Globalization;
using System.Net;
using Interleave.Grains.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Interleave.Client.IoServer;

/// <summary>The server that every model waits for: <c>GET /?delay=50ms&amp;bytes=100</c>, and <c>POST /stall?for=1s</c> to hold all answers once.</summary>
internal static class IoServerHost
{
    public const int MostBytes = 1_000_000;

    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(1);
    private static readonly byte[] Payload = [.. Enumerable.Repeat((byte)'.', MostBytes)];

    /// <summary>Listens on a free port.</summary>
    /// <param name="configure">What else the host needs, such as telemetry.</param>
    /// <param name="listen">The address to listen on; null for loopback.</param>
    public static WebApplication Build(Action<WebApplicationBuilder>? configure = null, IPAddress? listen = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.Services.AddSingleton<AnswerClock>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(listen ?? IPAddress.Loopback, 0);
            kestrel.AddServerHeader = false;
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromHours(1); // Longer than any pause between two rounds.
        });
        configure?.Invoke(builder);
        var app = builder.Build();
        var clock = app.Services.GetRequiredService<AnswerClock>();
        app.Run(context =>
        {
            RequestSpan.Describe(context);
            return AnswerAsync(context, clock);
        });
        return app;
    }

    private static Task AnswerAsync(HttpContext context, AnswerClock clock) => (context.Request.Method, context.Request.Path.Value) switch
    {
        ("GET", "/") => AnswerWhenDueAsync(context, clock),
        ("POST", "/stall") => StallAsync(context, clock),
        _ => RefuseAsync(context, StatusCodes.Status404NotFound, "GET /?delay=50ms&bytes=100, or POST /stall?for=1s"),
    };

    private static async Task AnswerWhenDueAsync(HttpContext context, AnswerClock clock)
    {
        var query = context.Request.Query;
        if (!TryParseTime(query["delay"], out var delay)
            || !int.TryParse(query["bytes"], CultureInfo.InvariantCulture, out var bytes)
            || bytes is < 0 or > MostBytes)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, $"delay: 0ms to {LongestDelay.TotalSeconds}s; bytes: 0 to {MostBytes}");
            return;
        }

        var due = await clock.WaitAsync(delay);
        var response = context.Response;
        response.ContentLength = bytes;
        var answer = clock.Take(due);
        response.Headers[WaitReply.OrderHeader] = answer.Order.ToString(CultureInfo.InvariantCulture);
        response.Headers[WaitReply.LatenessHeader] = ((long)answer.Lateness.TotalNanoseconds).ToString(CultureInfo.InvariantCulture);
        await response.Body.WriteAsync(Payload.AsMemory(0, bytes));
    }

    private static async Task StallAsync(HttpContext context, AnswerClock clock)
    {
        if (!TryParseTime(context.Request.Query["for"], out var duration))
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, $"for: 0ms to {LongestDelay.TotalSeconds}s");
            return;
        }

        clock.Stall(duration);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static Task RefuseAsync(HttpContext context, int status, string allowed)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(allowed, context.RequestAborted);
    }

    /// <summary>Takes <c>50ms</c>, <c>0.5ms</c> and <c>1s</c>.</summary>
    private static bool TryParseTime(string? text, out TimeSpan time)
    {
        time = TimeSpan.Zero;
        var milliseconds = text?.EndsWith("ms", StringComparison.Ordinal) == true;
        var number = text?.TrimEnd('m', 's');
        if (text?.EndsWith('s') != true || !double.TryParse(number, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
        {
            return false;
        }

        value = milliseconds ? value / 1_000 : value;
        if (value < 0 || value > LongestDelay.TotalSeconds)
        {
            return false;
        }

        time = TimeSpan.FromSeconds(value);
        return true;
    }
}
