using System.Globalization;
using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Records;
using Interleave.Grains.Ipc;

namespace Interleave.Client.Scenarios.Ipc;

/// <summary>Messages from one unit to another, by one way.</summary>
/// <param name="Load">A step is a message.</param>
internal sealed record IpcJob(MessageForm Form, ClosedLoad Load)
{
    public MessageBatch BatchOf(Operation operation) => new(operation.Number * Load.StepsAnOperation, Load.StepsAnOperation, Form.Size, Form.UnderWay);
}

/// <summary>What came at the other unit.</summary>
internal sealed record IpcAnswer(ReceivedMessages? Received);

/// <summary>What it costs to move data from unit to unit, by each of the ways that a model has.</summary>
internal sealed class IpcScenario : Scenario<IpcJob, IpcAnswer>
{
    /// <summary>An operation is a good part of a trial, for recording one costs more than passing a reference.</summary>
    private const int Operations = 10;

    /// <summary>The middle one is for the summary.</summary>
    private const int UsualSize = 4096;

    private static readonly int[] Sizes = [64, UsualSize, MessageContent.LargestSize];

    private static readonly Parameter Messages = new("messages", "messages from unit to unit, where they are small")
    {
        Range = (10, 100_000_000),
        Quick = 4_000,
        Standard = 20_000,
        Thorough = 100_000,
        IsWork = true,
    };

    private static readonly Parameter Volume = new("volume", "bytes at most: fewer messages are sent where they are large")
    {
        Unit = "By",
        Range = (1 << 20, 1 << 30),
        Quick = 16 << 20,
        Standard = 64 << 20,
        Thorough = 512 << 20,
    };

    private static readonly Parameter UnderWay = new("under-way", "messages that may be sent before the first has come") { Range = (1, 1_000), Always = 8 };

    private static readonly Metric Rate = new("messages-per-second", "{message}/s", Better.Higher, "messages that came a second")
    {
        Wording = new("messages a second", "messages are small and many"),
        DerivedFrom = CommonMetrics.Time,
    };

    private static readonly Metric Bandwidth = new("bandwidth", "By/s", Better.Higher, "bytes that came a second, each of them checked")
    {
        Wording = new("bandwidth", "messages are large"),
        DerivedFrom = CommonMetrics.Time,
    };

    private static readonly Model[] InOneProcess = [Model.Threads, Model.Tasks, Model.Loop, Model.Grains];

    /// <summary>Those of processes only; threads over the same pipe are what all of them are read beside.</summary>
    private static readonly (string Name, MessageWay Way)[] OtherWays =
        [("socket", MessageWay.Socket), ("queue", MessageWay.Queue), ("shared memory", MessageWay.SharedMemory)];

    public override string Name => "ipc";

    public override string Question =>
        "What does it cost to move data from one unit to another: by reference, through the system, through shared memory, by a grain call?";

    public override IReadOnlyList<Parameter> Parameters => [Messages, Volume, UnderWay];

    public override IReadOnlyList<Metric> Metrics => [Rate, Bandwidth];

    public override PlotKind? PreferredPlot => PlotKind.Lines;

    protected override IReadOnlyList<Workload<IpcJob, IpcAnswer>> Workloads { get; } =
        [new IpcOnThreads(), new IpcOnTasks(), new IpcOnLoop(), new IpcOnProcesses(), new IpcOnGrains()];

    public override string? WhyNot(Model model) =>
        model == Model.Pool ? "work items pass references as threads do" :
        model == Model.Gil ? "threads under a global lock pass references as others do; what the lock costs at each hand-over is what 'switch' shows" : null;

    public override IEnumerable<Expectation> Check(IpcJob job, IpcAnswer answer, MeasuredTrial trial)
    {
        var sent = job.Load.Steps;
        yield return Expectation.Equal("messages intact", sent, answer.Received?.Intact ?? 0);
        yield return Expectation.Equal("messages received", sent, answer.Received?.Count ?? 0);
        yield return Expectation.Equal("sum of their numbers", sent * (sent - 1) / 2, answer.Received?.Numbers ?? 0);
    }

    public override IEnumerable<Measurement> Measure(IpcJob job, IpcAnswer answer, MeasuredTrial trial)
    {
        var messages = job.Load.Steps / trial.Elapsed.TotalSeconds;
        yield return Rate.Of(messages);
        yield return Bandwidth.Of(messages * job.Form.Size);
    }

    protected override IEnumerable<Variant<IpcJob>> Jobs(Settings settings)
    {
        foreach (var size in Sizes)
        {
            var bytes = string.Create(CultureInfo.InvariantCulture, $"{size} By");
            var reference = $"reference, {bytes}";
            yield return Variant(reference, MessageWay.Reference, size) with { OnlyOn = InOneProcess };
            var pipe = $"pipe, {bytes}";
            yield return Variant(pipe, MessageWay.Pipe, size) with { OnlyOn = [Model.Threads, Model.Processes] };
            foreach (var (name, way) in OtherWays)
            {
                yield return Variant($"{name}, {bytes}", way, size) with { OnlyOn = [Model.Processes], ComparedWith = pipe };
            }

            yield return Variant($"two silos, {bytes}", MessageWay.Silos, size) with { OnlyOn = [Model.Grains], NeedsSilos = 2, ComparedWith = reference };
        }

        Variant<IpcJob> Variant(string name, MessageWay way, int size)
        {
            var messages = Math.Min(settings.Count(Messages), settings.Count(Volume) / size);
            var operations = Math.Min(Operations, messages);
            var load = new ClosedLoad(Concurrency: 1, operations) { StepsAnOperation = messages / operations, UnitName = "sender" };
            return new(name, new IpcJob(new MessageForm(way, size, settings.Count(UnderWay)), load)) { IsHeadline = size == UsualSize };
        }
    }
}
