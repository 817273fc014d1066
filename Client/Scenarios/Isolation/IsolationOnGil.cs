using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Isolation;

/// <summary>A global lock keeps threads from running together, and not from falling together.</summary>
internal sealed class IsolationOnGil() : HostedIsolation<IsolationOnGil.Host>(Model.Gil)
{
    internal sealed class Host : BlockingUnitHost
    {
        protected override (Exception? Told, long At) Run(UnitCompany company)
        {
            var gil = new GlobalLock();
            Exception? told = null;
            var victim = Thread(() =>
            {
                if (company.Fault == Fault.HandledException)
                {
                    told = FailAndCatch(company, Pause);
                }
                else
                {
                    company.FailUncaught(Pause);
                }
            });
            var siblings = company.ForEachSibling(sibling => Thread(() => company.Work(sibling, Pause))).ToList();

            siblings.ForEach(sibling => sibling.Start());
            victim.Start();
            victim.Join();
            var result = Told(told);
            siblings.ForEach(sibling => sibling.Join());
            return result;

            Thread Thread(Action body) => new(() => gil.Run(body));
            bool Pause() => gil.Released(System.Threading.Thread.Yield);
        }
    }
}
