using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cpu;

/// <summary>How many threads carried a piece of work, and how many did at the same time.</summary>
internal static class ThreadUse
{
    public static int Distinct(IEnumerable<Execution> executions) =>
        executions.Select(execution => (execution.ProcessId, execution.ThreadId)).Distinct().Count();

    public static int AtOnce(IEnumerable<Execution> executions)
    {
        var edges = executions.SelectMany(execution => new[] { (At: execution.From, Step: 1), (At: execution.To, Step: -1) });
        var (running, peak) = (0, 0);
        foreach (var (_, step) in edges.Order()) // An end comes before a start at the same tick.
        {
            running += step;
            peak = Math.Max(peak, running);
        }

        return peak;
    }
}
