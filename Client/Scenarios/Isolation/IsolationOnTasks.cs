using Interleave.Client.Models;

namespace Interleave.Client.Scenarios.Isolation;

/// <summary>An error of a task reaches who awaits it, as if it had been called; the others go on.</summary>
internal sealed class IsolationOnTasks() : HostedIsolation<IsolationOnTasks.Host>(Model.Tasks)
{
    internal sealed class Host : UnitHost
    {
        protected override Task<(Exception? Told, long At)> RunAsync(UnitCompany company) => RunAsync(company, body => Task.Run(body));

        /// <param name="start">Starts a unit.</param>
        public static async Task<(Exception? Told, long At)> RunAsync(UnitCompany company, Func<Func<Task>, Task> start)
        {
            var siblings = company.ForEachSibling(sibling => start(() => company.WorkAsync(sibling))).ToList();
            (Exception? Told, long At) result = default;
            try
            {
                await start(company.FailAsync);
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
