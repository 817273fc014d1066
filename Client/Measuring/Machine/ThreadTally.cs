namespace Interleave.Client.Measuring.Machine;

/// <summary>Adds up a counter that each thread has, over threads that come and go between looks.</summary>
internal sealed class ThreadTally
{
    private readonly Dictionary<int, (long AtStart, long Last)> _threads = [];

    /// <summary>What all threads together have counted since the start, ended ones as far as they were seen.</summary>
    public long Total => _threads.Values.Sum(thread => thread.Last - thread.AtStart);

    public void Start(IEnumerable<(int Thread, long Count)> threads)
    {
        foreach (var (thread, count) in threads)
        {
            _threads[thread] = (count, count);
        }
    }

    public void Look(IEnumerable<(int Thread, long Count)> threads)
    {
        foreach (var (thread, count) in threads)
        {
            // A thread not seen before has begun since: all that it counted counts.
            _threads[thread] = (_threads.TryGetValue(thread, out var known) ? known.AtStart : 0, count);
        }
    }
}
