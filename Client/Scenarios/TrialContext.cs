using Interleave.Client.Measuring.Loads;
using Interleave.Client.Measuring.Machine;
using Interleave.Client.Models.Processes;
using Interleave.Grains.Location;

namespace Interleave.Client.Scenarios;

/// <summary>What a workload has at hand during one trial.</summary>
/// <param name="IoServer">The server process that answers after the asked delay.</param>
/// <param name="Cluster">The way to grains; null when the trial needs none.</param>
/// <param name="Sequential">How long the same work took in this round without any concurrency, where the scenario compares with that.</param>
internal sealed record TrialContext(TrialRecorder Recorder, Uri IoServer, IGrainFactory? Cluster, TimeSpan? Sequential)
{
    private const int MostCandidates = 1_000;

    // As good as unique over all trials of all runs that share a cluster.
    private readonly long _firstFreshKey = BitConverter.ToInt64(Guid.NewGuid().ToByteArray()) & (long.MaxValue >> 1);

    /// <summary>The processes that carry grains beside this one, as far as they are known.</summary>
    public IReadOnlyList<int> SiloProcesses { get; init; } = [];

    /// <summary>Measures what the trial uses.</summary>
    public ITrialMeter Meter { get; init; } = new OwnProcessMeter();

    /// <summary>Other processes of this program that do a unit's work; they live on for the trials to come.</summary>
    public ProcessPools Processes { get; init; } = new();

    /// <summary>Starts silos that the trial may lose; <see cref="ProcessPools.KeepAsync"/> keeps them for the trials to come.</summary>
    public Func<CancellationToken, Task<ILosableSilos>> StartLosableSilos { get; init; } =
        _ => throw new InvalidOperationException("This trial may lose no silos.");

    public IGrainFactory Grains => Cluster ?? throw new InvalidOperationException("This trial runs without a cluster.");

    /// <summary>Operations that units share, each of which takes the next one.</summary>
    public Operations Offer(Load load, CancellationToken cancellation) => Operations.Of(load, Recorder.Of(load.OperationName), cancellation);

    /// <summary>The same grains in every trial: they are active already, except in the first.</summary>
    public IEnumerable<TGrain> GrainsOf<TGrain>(int count)
        where TGrain : IGrainWithIntegerKey => GrainsFrom<TGrain>(0, count);

    /// <summary>Grains that no trial has called before; the same ones whenever this trial asks.</summary>
    public IEnumerable<TGrain> FreshGrainsOf<TGrain>(int count)
        where TGrain : IGrainWithIntegerKey => GrainsFrom<TGrain>(_firstFreshKey, count);

    /// <summary>Grains that no trial has called before, chosen by where they are active.</summary>
    /// <returns>A list a silo, each of that many grains.</returns>
    public Task<IReadOnlyList<IReadOnlyList<TGrain>>> FindGrainsAsync<TGrain>(int silos, int grainsEach)
        where TGrain : ILocatedGrain => GrainPlacement.FindAsync(FreshGrainsOf<TGrain>(MostCandidates), silos, grainsEach);

    /// <summary>A grain that no trial has called before, active in a silo that fits.</summary>
    /// <param name="fits">Is told the name of a silo.</param>
    public Task<TGrain> FindGrainAsync<TGrain>(Func<string, bool> fits)
        where TGrain : ILocatedGrain => GrainPlacement.FindOneAsync(FreshGrainsOf<TGrain>(MostCandidates), fits);

    /// <summary>Begins a unit that takes no operations, such as the partner of one that does, or an idle one; to be disposed of when it ends.</summary>
    public LiveUnit Unit(string name) => new(name, Recorder.Units);

    private IEnumerable<TGrain> GrainsFrom<TGrain>(long first, int count)
        where TGrain : IGrainWithIntegerKey => Enumerable.Range(0, count).Select(unit => Grains.GetGrain<TGrain>(first + unit));
}
