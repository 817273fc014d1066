using System.Diagnostics;
using Interleave.Client.Models;
using Interleave.Grains.Isolation;
using Interleave.Grains.Tracing;

namespace Interleave.Client.Scenarios.Isolation;

/// <summary>An error of a grain reaches its caller over any distance, and the grain lives on; a grain whose silo is lost is activated in another.</summary>
internal sealed class IsolationOnGrains() : Workload<IsolationJob, IsolationAnswer>(Model.Grains)
{
    private const int MostCandidates = 200;

    private LosableCluster? _cluster;
    private IFallibleGrain? _victim;
    private IReadOnlyList<IFallibleGrain> _siblings = [];
    private GrainLoad? _load;
    private string _silo = "";
    private long _kept;

    public override async Task PrepareAsync(IsolationJob job, TrialContext trial, CancellationToken cancellation)
    {
        _cluster = await trial.Processes.KeepAsync(LosableCluster.StartAsync, cancellation);
        await _cluster.RestoreAsync(cancellation);
        // Half of the siblings live with the grain that fails.
        var silos = await GrainPlacement.FindAsync(NewGrains(MostCandidates), silos: 2, grainsEach: job.Siblings);
        _victim = silos[0][0];
        _siblings = [.. silos[0].Skip(1).Take(job.Siblings / 2), .. silos[1].Take(job.Siblings - (job.Siblings / 2))];
        _silo = await _victim.Silo();
        _kept = await _victim.Add();
        _load = new GrainLoad(NewGrains(job.Grains), job.Callers);
        await _load.PrepareAsync(cancellation);

        IReadOnlyList<IFallibleGrain> NewGrains(int count) =>
            job.StoresState ? _cluster.NewGrains<IStoringGrain>(count) : _cluster.NewGrains<IForgetfulGrain>(count);
    }

    public override async Task<IsolationAnswer> RunAsync(IsolationJob job, TrialContext trial, CancellationToken cancellation)
    {
        var (cluster, victim, load) = (_cluster!, _victim!, _load!); // Made before.
        using var unit = trial.Unit("victim");
        var siblings = _siblings.Select(sibling => (Grain: sibling, Work: sibling.Work(job.Range))).ToList();
        await Task.WhenAll(siblings.Select(sibling => sibling.Grain.AtWork()));
        var calls = job.Fault == Fault.KilledProcess ? load.RunAsync(cancellation) : Task.CompletedTask;

        var fault = Stopwatch.GetTimestamp();
        var answer = job.Fault == Fault.KilledProcess
            ? await LoseAsync(cluster, victim, job, cancellation)
            : new IsolationAnswer(await FailAsync(victim, job.Fault));
        answer = answer with { ToldAfter = Stopwatch.GetElapsedTime(fault) };
        TraceMark.Crash(answer.ToldAfter);
        var again = await GrainLoad.UntilItAnswersAsync(victim, cancellation);
        TraceMark.Reactivation();
        answer = answer with { Recovery = Stopwatch.GetElapsedTime(fault), StateKept = again == _kept + 1 };
        if (job.Fault == Fault.KilledProcess)
        {
            answer = answer with { UnderLoad = await load.EndAsync(fault, calls, cancellation) };
        }

        return answer with { SiblingAnswers = [.. (await Task.WhenAll(siblings.Select(LetGoAsync))).OfType<long>()] };
    }

    private static async Task<Telling> FailAsync(IFallibleGrain victim, Fault fault)
    {
        try
        {
            if (fault == Fault.HandledException)
            {
                return await victim.FailAndCatch(IsolationScenario.Provoked) == IsolationScenario.Provoked ? Telling.SameError : Telling.OtherError;
            }

            await victim.Fail(IsolationScenario.Provoked);
            throw new InvalidOperationException("The grain answered as if nothing had happened.");
        }
        catch (FormatException failure) when (failure.Message == IsolationScenario.Provoked)
        {
            return Telling.SameError;
        }
    }

    /// <summary>Kills the silo while a call to the grain is in progress.</summary>
    private async Task<IsolationAnswer> LoseAsync(LosableCluster cluster, IFallibleGrain victim, IsolationJob job, CancellationToken cancellation)
    {
        var call = victim.Work(job.Range);
        await victim.AtWork();
        await cluster.KillAsync(_silo, cancellation);
        try
        {
            await call;
            throw new InvalidOperationException("A call to a grain was answered whose silo was killed.");
        }
        catch (Exception exception) when (GrainLoad.IsOfLostSilo(exception))
        {
            return new IsolationAnswer(Telling.OtherError) { LostASilo = true };
        }
    }

    /// <returns>Null where the call was lost.</returns>
    private static async Task<long?> LetGoAsync((IFallibleGrain Grain, Task<long> Work) sibling)
    {
        try
        {
            if (!sibling.Work.IsCompleted)
            {
                await sibling.Grain.LetGo();
            }

            return await sibling.Work;
        }
        catch (Exception exception) when (GrainLoad.IsOfLostSilo(exception))
        {
            return null;
        }
    }
}
