namespace Interleave.Grains.Work;

/// <summary>Takes items one by one, and knows which one must come next.</summary>
/// <param name="effort">Numbers to test for being prime for each item: what makes a consumer slow.</param>
public sealed class ItemConsumer(int effort)
{
    private readonly ItemSequence _expected = new();
    private readonly HashSet<int> _threads = [];
    private long _items;
    private long _inOrder;

    public Consumption Result => new(_items, _inOrder, [.. _threads]);

    public void Take(long item)
    {
        _items++;
        _inOrder += item == _expected.Next() ? 1 : 0;
        _threads.Add(Environment.CurrentManagedThreadId);
        if (effort > 0)
        {
            Primes.Count(new NumberRange(Primes.EqualCostFrom, Primes.EqualCostFrom + (uint)effort));
        }
    }
}
