using Interleave.Client.Measuring.Loads;

namespace Interleave.Client.Scenarios.Io;

/// <summary>What lies around a model's idiom, and is not measured: a file is made and deleted, connections to a database are opened and closed.</summary>
internal sealed class PreparedIo(Workload<IoJob, IoAnswer> idiom) : Workload<IoJob, IoAnswer>(idiom.Model)
{
    /// <summary>Long enough that no unit gets through before the last one needs a connection of its own.</summary>
    private static readonly TimeSpan Opening = TimeSpan.FromMilliseconds(50);

    /// <summary>Quick units may take several of the last requests: there are more than one for each.</summary>
    private const int LastRequestsAUnit = 4;

    private double? _inMemory;

    public override async Task PrepareAsync(IoJob job, TrialContext trial, CancellationToken cancellation)
    {
        _inMemory = null;
        if (job.Source == IoSource.File)
        {
            _inMemory = IoFile.Make(job.Place, LoadParameters.MostOperationsOf(job.Load), job.Bytes);
        }
        else if (job.Source == IoSource.Query)
        {
            await LetUnitsAsync(job with { Delay = Opening }, requestsAUnit: 1, trial, cancellation);
        }

        await idiom.PrepareAsync(job, trial, cancellation);
    }

    public override async Task<IoAnswer> RunAsync(IoJob job, TrialContext trial, CancellationToken cancellation) =>
        await idiom.RunAsync(job, trial, cancellation) with { InMemory = idiom is IoOnGrains { ReadsElsewhere: true } ? null : _inMemory };

    public override async Task CleanUpAsync(IoJob job, TrialContext trial)
    {
        await idiom.CleanUpAsync(job, trial);
        if (job.Source == IoSource.File)
        {
            File.Delete(job.Place);
        }
        else if (job.Source == IoSource.Query)
        {
            await LetUnitsAsync(job with { IsOver = true }, LastRequestsAUnit, trial, CancellationToken.None);
        }
    }

    /// <summary>The units do something beside what is measured, in whichever processes they live.</summary>
    private async Task LetUnitsAsync(IoJob job, int requestsAUnit, TrialContext trial, CancellationToken cancellation)
    {
        var beside = new TrialRecorder();
        var load = new ClosedLoad(job.Load.Concurrency, requestsAUnit * job.Load.Concurrency);
        await idiom.RunAsync(job with { Load = load }, trial with { Recorder = beside }, cancellation);
        if (beside.FirstFailure is { } failure)
        {
            throw failure;
        }
    }
}
