namespace Interleave.Embedded.Runtime;

/// <summary>The timers that a grain has registered and not disposed of.</summary>
internal struct GrainTimers
{
    private List<GrainTimer>? _all;

    public GrainTimer Add(GrainTimer timer)
    {
        (_all ??= []).Add(timer);
        return timer;
    }

    public readonly void Remove(GrainTimer timer) => _all?.Remove(timer);

    public readonly void Stop()
    {
        foreach (var timer in _all?.ToArray() ?? [])
        {
            timer.Stop();
        }
    }
}
