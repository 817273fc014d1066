using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Switch;

/// <summary>The same coroutines as on tasks, on one thread; and, cheaper still, an iterator that its caller resumes.</summary>
internal sealed class SwitchOnLoop() : SwitchWorkload(Model.Loop)
{
    public override Task<SwitchAnswer> RunAsync(SwitchJob job, TrialContext trial, CancellationToken cancellation) => job.By switch
    {
        Handover.Iterator => Task.FromResult(Resume(job, trial, cancellation)),
        Handover.BareIterator => Task.FromResult(ResumeUnrecorded(job)),
        _ => EventLoop.RunAsync(() => SwitchOnTasks.PlayAsync(job, trial, cancellation)),
    };

    private static SwitchAnswer Resume(SwitchJob job, TrialContext trial, CancellationToken cancellation)
    {
        using var pong = Pong().GetEnumerator();
        trial.Offer(job.Load, cancellation).ForEach(_ => Rally(job, pong));
        return new SwitchAnswer(pong.Current);
    }

    private static SwitchAnswer ResumeUnrecorded(SwitchJob job)
    {
        using var pong = Pong().GetEnumerator();
        for (var rally = 0L; rally < job.Load.Operations; rally++)
        {
            Rally(job, pong);
        }

        return new SwitchAnswer(pong.Current);
    }

    private static void Rally(SwitchJob job, IEnumerator<long> pong)
    {
        for (var trip = 0; trip < job.Load.StepsAnOperation; trip++)
        {
            pong.MoveNext();
        }
    }

    private static IEnumerable<long> Pong()
    {
        for (var returns = 1L; ; returns++)
        {
            yield return returns;
        }
    }
}
