using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Isolation;

/// <summary>Threads share their process: an error that one of them does not catch ends it, and all others with it.</summary>
internal sealed class IsolationOnThreads() : HostedIsolation<IsolationOnThreads.Host>(Model.Threads)
{
    internal sealed class Host : BlockingUnitHost
    {
        protected override (Exception? Told, long At) Run(UnitCompany company)
        {
            Exception? told = null;
            var victim = new Thread(() =>
            {
                if (company.Fault == Fault.HandledException)
                {
                    told = FailAndCatch(company, Thread.Yield);
                }
                else
                {
                    company.FailUncaught(Thread.Yield); // Nobody above could catch it: the runtime ends the process.
                }
            });
            var siblings = company.ForEachSibling(sibling => new Thread(() => company.Work(sibling, Thread.Yield))).ToList();

            siblings.ForEach(sibling => sibling.Start());
            victim.Start();
            victim.Join();
            var result = Told(told);
            siblings.ForEach(sibling => sibling.Join());
            return result;
        }
    }
}
