using Interleave.Grains.Work;

namespace Interleave.Client.Models.Processes;

/// <summary>Slow work as it travels to a process: one of the two is set.</summary>
internal sealed record SlowRequest(WaitRequest? Wait, NumberRange? Numbers)
{
    public static SlowRequest From(SlowWork work) => work switch
    {
        SlowWait wait => new SlowRequest(wait.Request, null),
        SlowComputation computation => new SlowRequest(null, computation.Numbers),
        _ => throw new ArgumentException($"No process can be asked for {work}.", nameof(work)),
    };

    public SlowWork ToWork() => Wait is { } wait
        ? new SlowWait(wait)
        : new SlowComputation(Numbers ?? throw new InvalidOperationException("A request for slow work holds none."));
}
