using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Machine;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Records;

namespace Interleave.Client.Scenarios.Server;

/// <summary>Sessions that stay connected, and each of which sends a small message now and then.</summary>
/// <param name="Every">How long after a session's message its next one is due.</param>
/// <param name="Duration">How long messages are sent, once all sessions are connected.</param>
internal sealed record ServerJob(int Sessions, int Bytes, TimeSpan Every, TimeSpan Duration)
{
    /// <summary>What a session sends as soon as it is served: until then, it is not held.</summary>
    public static byte[] Greeting { get; } = [(byte)'!'];
}

/// <summary>What the visitors saw from outside, and what the server's processes held before they came and while all of them were there.</summary>
/// <param name="EndedBy">The limit of the system that was met before all sessions were connected; null when none was.</param>
internal sealed record ServerAnswer(VisitReport Visit, Census Before, Census With, string? EndedBy);

/// <summary>A server with very many connected sessions, most of which are idle at any moment.</summary>
/// <remarks>The server is the measured worker, with its silos where sessions are grains; visitors are a process of their own, and charged too.</remarks>
internal sealed class ServerScenario : Scenario<ServerJob, ServerAnswer>
{
    /// <summary>What a process needs beside its sessions: libraries, pipes, silos.</summary>
    private const int OtherDescriptors = 200;

    private static readonly Parameter Sessions = new("sessions", "sessions connected at once")
    {
        Range = (4, 100_000),
        Quick = 500,
        Standard = 2_000,
        Thorough = 10_000,
    };

    private static readonly Parameter Bytes = new("bytes", "bytes of a message") { Unit = "By", Range = (8, 1_024), Always = 64 };

    private static readonly Parameter Every = new("every", "how long after a session's message its next one is due")
    {
        Unit = "s",
        Range = (0.05, 60),
        Always = 1,
    };

    private static readonly Parameter Seconds = new("seconds", "how long messages are sent")
    {
        Unit = "s",
        Range = (0.1, 600),
        Quick = 0.2,
        Standard = 10,
        Thorough = 30,
    };

    private static readonly Metric Held = new("sessions-held", "{session}", Better.Higher, "sessions that were served at once")
    {
        Wording = new("sessions held", "many are connected at once"),
        Resolution = 1,
    };

    private static readonly Metric Memory = new(
        "memory-a-session", "By", Better.Lower, "resident memory that the sessions added to the server's processes, a session")
    {
        Wording = new("memory a session", "many are connected at once"),
        Resolution = 1_024,
    };

    private static readonly Metric Threads = new(
        "server-threads", "{thread}", Better.Lower, "operating-system threads that the sessions added to the server's processes")
    {
        Wording = new("operating-system threads of the server", "threads are limited, as they are in a container"),
        Resolution = 4,
    };

    private static readonly Metric Welcomed = new("sessions-per-second", "{session}/s", Better.Higher, "sessions accepted a second, until each was served")
    {
        Wording = new("sessions accepted a second", "sessions come and go"),
        Resolution = 100,
    };

    private static readonly Metric Failures = new("failures", "{op}", Better.Lower, "messages that were not echoed, and sessions that were wanted and not held")
    {
        Resolution = 1,
    };

    private static readonly Metric VisitorsTime = new("visitors-cpu-time", "s", Better.Neither, "the part of the processor time that visitors took");

    public override string Name => "server";

    public override string Question => "How many connected sessions does a server of each model hold, and at what cost and latency?";

    public override IReadOnlyList<Parameter> Parameters => [Sessions, Bytes, Every, Seconds];

    public override IReadOnlyList<Metric> Metrics =>
        [Held, Memory, Threads, Welcomed, Failures, .. LatencyMetrics.Default.All, LoadMetrics.Lateness, VisitorsTime];

    public override IReadOnlyList<Metric> Headlines => [Memory, Held, LatencyMetrics.Default.P50, LatencyMetrics.Default.P99, Threads];

    protected override IReadOnlyList<Workload<ServerJob, ServerAnswer>> Workloads { get; } =
        [new ServerOnThreads(), new ServerOnTasks(), new ServerOnLoop(), new ServerOnGil(), new ServerOnGrains()];

    public override string? WhyNot(Model model) =>
        model == Model.Pool ? "a session that blocks holds a thread of the pool, which makes one or two more a second: hundreds take minutes to be served"
        : model == Model.Processes ? "a process for each of hundreds of sessions takes gigabytes ('memory' weighs one); with many in each, it is threads again"
        : null;

    public override IEnumerable<Expectation> Check(ServerJob job, ServerAnswer answer, MeasuredTrial trial)
    {
        yield return Expectation.Equal("sessions served at once", answer.Visit.Sessions, trial.Recorder.Units.Peak);
        yield return Expectation.Equal("messages echoed", answer.Visit.Messages, trial.Recorder.Operations.Counts.Completed);
        if (answer.EndedBy is null)
        {
            yield return Expectation.Equal("sessions wanted", job.Sessions, answer.Visit.Sessions);
        }
    }

    public override IEnumerable<Measurement> Measure(ServerJob job, ServerAnswer answer, MeasuredTrial trial)
    {
        var (visit, operations) = (answer.Visit, trial.Recorder.Operations);
        yield return Held.Of(visit.Sessions);
        yield return Failures.Of(visit.Messages - operations.Counts.Completed + job.Sessions - visit.Sessions);
        yield return VisitorsTime.Of(visit.CpuTime.TotalSeconds);
        if (visit.Sessions > 0)
        {
            yield return Welcomed.Of(visit.Sessions / visit.Entering.TotalSeconds);
            yield return Memory.Of((double?)(answer.With.Resident - answer.Before.Resident) / visit.Sessions ?? double.NaN);
            yield return Threads.Of(answer.With.KernelThreads - answer.Before.KernelThreads ?? double.NaN);
        }

        foreach (var latency in LatencyMetrics.Default.Of(trial.Recorder))
        {
            yield return latency;
        }

        if (operations.Generator.Report is { } report)
        {
            yield return LoadMetrics.Lateness.Of(report.LatenessP99);
        }
    }

    protected override IEnumerable<Variant<ServerJob>> Jobs(Settings settings)
    {
        // Both ends of a connection are descriptors, each of its own process.
        var most = (new ProcessLimits(MachineFiles.OfThisMachine).Of("Max open files") ?? double.PositiveInfinity) - OtherDescriptors;
        var sessions = (int)Math.Max(Sessions.Minimum, Math.Min(settings[Sessions], most));
        yield return new("sessions", new ServerJob(sessions, settings.Count(Bytes), settings.Time(Every), settings.Time(Seconds)))
        {
            Fixes = [(Sessions, sessions)], // On record are those that the limit allows.
        };
    }
}
