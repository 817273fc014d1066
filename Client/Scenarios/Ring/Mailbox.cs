namespace Interleave.Client.Scenarios.Ring;

/// <summary>Where a blocking unit waits for what the unit before it sends.</summary>
internal sealed class Mailbox
{
    private readonly Queue<int> _tokens = [];

    public void Put(int hopsLeft)
    {
        lock (_tokens)
        {
            _tokens.Enqueue(hopsLeft);
            Monitor.Pulse(_tokens);
        }
    }

    /// <summary>Blocks until something is there.</summary>
    public int Take()
    {
        lock (_tokens)
        {
            while (_tokens.Count == 0)
            {
                Monitor.Wait(_tokens);
            }

            return _tokens.Dequeue();
        }
    }
}
