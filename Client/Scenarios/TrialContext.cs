using Interleave.Client.Measuring.Loads;

namespace Interleave.Client.Scenarios;

/// <summary>What a workload has at hand during one trial.</summary>
/// <param name="IoServer">The server process that answers after the asked delay.</param>
/// <param name="Cluster">The way to grains; null when the trial needs none.</param>
/// <param name="Sequential">How long the same work took in this round without any concurrency, where the scenario compares with that.</param>
internal sealed record TrialContext(Recorder Recorder, Uri IoServer, IGrainFactory? Cluster, TimeSpan? Sequential)
{
    /// <summary>The processes that carry grains; their use of the machine counts for grains.</summary>
    public IReadOnlyList<int> SiloProcesses { get; init; } = [];

    public IGrainFactory Grains => Cluster ?? throw new InvalidOperationException("This trial runs without a cluster.");

    /// <summary>Operations that units share, each of which takes the next one.</summary>
    public Operations Offer(Load load, CancellationToken cancellation) => Operations.Of(load, Recorder, cancellation);

    /// <summary>Begins a unit that takes no operations, such as the partner of one that does, or an idle one; to be disposed of when it ends.</summary>
    public LiveUnit Unit(string name) => new(name, Recorder.Units);
}
