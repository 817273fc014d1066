using System.CommandLine;
using Interleave.Client.Planning;
using Interleave.Client.Reporting.Terminal;
using Interleave.Client.Telemetry.Traces;
using Interleave.Client.Telemetry.Waterfalls;
using Interleave.Silo.Telemetry;
using Spectre.Console;

namespace Interleave.Client.Commands;

/// <summary><c>interleave trace</c>: the kept traces of a run on the terminal, or sent on to a viewer.</summary>
internal static class TraceCommand
{
    private static readonly Argument<string> Folder = new("dir") { Description = "A run's folder." };
    private static readonly Option<string[]> Scenarios = new("--scenario") { Description = "Only these scenarios, separated by commas.", HelpName = "a,b" };
    private static readonly Option<string[]> Models = new("--model") { Description = "Only these models, separated by commas.", HelpName = "a,b" };
    private static readonly Option<string?> Status = new("--status")
    {
        Description = "Only work that failed (error), or that did not (ok).",
        HelpName = "ok|error",
    };
    private static readonly Option<string?> MinimumDuration = new("--min-duration")
    {
        Description = "Only work that took at least this long, such as 10ms.",
        HelpName = "time",
    };
    private static readonly Option<string?> Top = new("--top") { Description = "How many pieces of work of each trial to show (default 5).", HelpName = "N" };
    private static readonly Option<string?> To = new("--to")
    {
        Description = "Sends the traces to this OTLP endpoint instead of showing them; without a value, to the one that the OTEL_* variables name.",
        HelpName = "url",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Command Create()
    {
        var command = new Command("trace", "Shows the traces of a run as a waterfall, the slowest first, or sends them to a viewer.").WithExamples(
            "trace runs/mine",
            "trace runs/mine --scenario io --model threads,grains --min-duration 50ms",
            "trace runs/mine --status error",
            "trace runs/mine --to http://localhost:4317          gRPC; any other port: HTTP");
        command.Add(Folder);
        foreach (var option in new Option[] { Scenarios, Models, Status, MinimumDuration, Top, To })
        {
            command.Add(option);
        }

        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var traces = Load(parsed.GetValue(Folder) ?? "");
        var faults = new Faults();
        var filter = new WorkFilter
        {
            Scenarios = Names(parsed, Scenarios, traces.Select(trace => trace.Scenario), faults),
            Models = Names(parsed, Models, traces.Select(trace => trace.Model), faults),
            Failed = parsed.GetValue(Status) switch
            {
                null => null,
                "ok" => false,
                "error" => true,
                var other => faults.Refuse<bool?>($"--status '{other}': {NearestName.Hint(other, ["ok", "error"])}"),
            },
            MinimumDuration = parsed.GetValue(MinimumDuration) is { } text
                ? DurationText.Parse(text) ?? faults.Refuse<TimeSpan>($"--min-duration '{text}': not a time; allowed: a number with us, ms or s, such as 10ms.")
                : TimeSpan.Zero,
        };
        var most = parsed.GetValue(Top) is not { } top ? 5 : int.TryParse(top, out var number) && number > 0 ? number
            : faults.Refuse<int>($"--top '{top}': not a whole number from 1.");
        var to = parsed.GetValue(To) is not { } url ? null
            : Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
            : faults.Refuse<Uri?>($"--to '{url}': not an address; allowed: http:// or https://, such as http://localhost:4317.");
        var sends = parsed.GetResult(To) is not null;
        if (sends)
        {
            faults.Add(OtlpVariables.Faults(Environment.GetEnvironmentVariable));
        }

        faults.ThrowIfAny();

        return sends ? await SendAsync([.. traces.Where(filter.Takes)], to, cancellation) : Show(traces, filter, most);
    }

    private static int Show(IReadOnlyList<Trace> traces, WorkFilter filter, int most)
    {
        var console = Terminals.Open();
        var lines = new Waterfall(console.Profile.Width, most).Draw(traces, filter).ToList();
        foreach (var line in lines.DefaultIfEmpty("Nothing in these traces passes the filters."))
        {
            console.Write(new TextLine(line));
        }

        return ExitCode.Done;
    }

    private static async Task<int> SendAsync(IReadOnlyList<Trace> traces, Uri? to, CancellationToken cancellation)
    {
        using var handler = new SocketsHttpHandler();
        using var sender = new OtlpSender(to, new OtlpVariables("TRACES", Environment.GetEnvironmentVariable), handler, TimeProvider.System);
        var rejections = OtlpRejections.None;
        try
        {
            foreach (var trace in traces)
            {
                rejections = rejections.With(await sender.SendAsync(trace.Spans, cancellation));
            }
        }
        catch (HttpRequestException exception)
        {
            throw new UserError($"--to '{to ?? sender.Endpoint}' does not take the traces: {exception.Message}");
        }

        var console = Terminals.Open();
        console.Write(new TextLine($"Sent {traces.Count} traces, {traces.Sum(trace => trace.Spans.Count)} spans, to {to ?? sender.Endpoint}"));
        if (!rejections.IsEmpty)
        {
            await Console.Error.WriteLineAsync(rejections.ToString());
        }

        return rejections.Spans == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static IReadOnlyList<Trace> Load(string folder)
    {
        try
        {
            var traces = TraceFolder.Load(folder);
            return traces.Count > 0
                ? traces
                : throw new UserError($"'{folder}' holds no traces: name the folder of a run, one with a {TraceFolder.TracesFile} in it.");
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new UserError(exception.Message);
        }
    }

    private static string[] Names(ParseResult parsed, Option<string[]> option, IEnumerable<string> known, Faults faults)
    {
        string[] names =
        [
            .. (parsed.GetValue(option) ?? []).SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
        ];
        var allowed = known.Distinct().ToList();
        faults.Add(names.Except(allowed).Select(name => $"{option.Name} '{name}' is not in these traces: {NearestName.Hint(name, allowed)}"));
        return names;
    }
}
