using Interleave.Grains.Tracing;

namespace Interleave.Grains.Race;

/// <summary>Steps with neighbouring numbers, which one unit takes one after the other.</summary>
[GenerateSerializer, Immutable]
public sealed record StepRange(long First, int Count)
{
    private const int StepsATick = 256;

    public long End => First + Count;

    /// <summary>Takes every step on the calling thread.</summary>
    public void ForEach(Action<long> take)
    {
        using var step = ComputeStep.Start("take steps");
        for (var number = First; number < End; number++)
        {
            take(number);
            if (number % StepsATick == 0)
            {
                step?.Tick();
            }
        }
    }

    /// <summary>Takes every step where each may await.</summary>
    public async Task ForEachAsync(Func<long, Task> take)
    {
        for (var number = First; number < End; number++)
        {
            await take(number);
        }
    }
}
