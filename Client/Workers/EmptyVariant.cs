using System.Diagnostics;
using Interleave.Client.Measuring.Metrics;
using Interleave.Client.Models;
using Interleave.Client.Scenarios;

namespace Interleave.Client.Workers;

/// <summary>
/// A trial without work: its worker rests while it is measured, and the figures are the share of the harness and the runtime in every other trial.
/// </summary>
internal sealed class EmptyVariant : IVariant
{
    /// <summary>No variant of a scenario is called so.</summary>
    public const string NameOfAll = "(empty)";

    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(100);

    public string Name => NameOfAll;

    public string ComparedWith => Name;

    public bool IsHeadline => false;

    public IReadOnlyDictionary<string, double> Parameters { get; } = new Dictionary<string, double>();

    public int NeedsSilos => 0;

    public IReadOnlyList<Model> Models => Model.All;

    public bool HasSequential => false;

    public TimeSpan? RunSequentially(CancellationToken cancellation) => null;

    public async Task<Observation> RunAsync(Model model, TrialContext trial, CancellationToken cancellation)
    {
        await trial.Meter.StartAsync(cancellation);
        var start = Stopwatch.GetTimestamp();
        await Task.Factory.StartNew(
            () => cancellation.WaitHandle.WaitOne(Rest), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var elapsed = Stopwatch.GetElapsedTime(start);
        return new Observation([.. CommonMetrics.Of(elapsed, await trial.Meter.StopAsync(cancellation))], []);
    }
}
