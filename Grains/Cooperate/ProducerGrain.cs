using Interleave.Grains.Location;
using Interleave.Grains.Work;

namespace Interleave.Grains.Cooperate;

/// <summary>Makes an item whenever it is asked for more.</summary>
internal sealed class ProducerGrain : Grain, IProducerGrain
{
    public async IAsyncEnumerable<long> Produce(int count)
    {
        var items = new ItemSequence();
        for (var item = 0; item < count; item++)
        {
            yield return items.Next();
        }

        await Task.CompletedTask;
    }

    public Task<string> Silo() => ThisSilo.Name;
}
