using Interleave.Client.Measuring.Statistics;
using Interleave.Grains.Work;

namespace Interleave.Client.Scenarios.Cpu;

/// <summary>How many threads carried a piece of work, and how many did at the same time.</summary>
internal static class ThreadUse
{
    public static int Distinct(IEnumerable<Execution> executions) =>
        executions.Select(execution => (execution.ProcessId, execution.ThreadId)).Distinct().Count();

    public static int AtOnce(IEnumerable<Execution> executions) => Overlap.Most(executions.Select(execution => (execution.From, execution.To)));
}
