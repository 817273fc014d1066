using Interleave.Client.Measuring.Loads;

namespace Interleave.Client.Tests.Measuring.Loads;

/// <summary>Lets a unit that waits pass to the due time at once.</summary>
internal sealed class VirtualPacer(long[] dueOffsets, VirtualTime time) : IPacer
{
    private long _begin;

    public bool HasBegun => _begin != 0;

    public long Operations => dueOffsets.Length;

    public void Begin() => _begin = _begin == 0 ? time.GetTimestamp() : _begin;

    public long DueAt(long number) => _begin + dueOffsets[number];

    public void Wait(long number) => time.AdvanceTo(DueAt(number));

    public Task WaitAsync(long number)
    {
        Wait(number);
        return Task.CompletedTask;
    }
}
