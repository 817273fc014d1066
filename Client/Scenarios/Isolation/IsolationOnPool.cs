using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Isolation;

/// <summary>A work item of <c>Task.Run</c> keeps its error for who waits for it; what ends the process ends the whole pool.</summary>
internal sealed class IsolationOnPool() : HostedIsolation<IsolationOnPool.Host>(Model.Pool)
{
    internal sealed class Host : UnitHost
    {
        protected override async Task<(Exception? Told, long At)> RunAsync(UnitCompany company)
        {
            // All of them block at the same time: a pool of a thread a core would begin the last of them much later.
            ThreadPool.SetMinThreads(company.Answers.Count + Environment.ProcessorCount + 1, 1);
            var siblings = company.ForEachSibling(sibling => Task.Run(() => company.Work(sibling, Thread.Yield))).ToList();
            (Exception? Told, long At) result = default;
            try
            {
                await Task.Run(() => company.Fail(Thread.Yield));
            }
            catch (FormatException failure)
            {
                result = Told(failure);
            }

            await Task.WhenAll(siblings);
            return result;
        }
    }
}
