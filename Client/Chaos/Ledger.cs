using System.Globalization;
using Interleave.Grains.Ledger;

namespace Interleave.Client.Chaos;

/// <summary>The books of one run, by names that no other run has, so that runs on one cluster keep apart.</summary>
internal sealed class Ledger(IGrainFactory grains, ChaosPlan plan, string runId)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public IBookGrain Book(int number) => grains.GetGrain<IBookGrain>(string.Create(CultureInfo.InvariantCulture, $"{runId}/{number}"));

    public Task OpenAsync(TimeSpan patience, CancellationToken cancellation) =>
        OfAllAsync(book => book.Open(plan.AccountsOfBook, plan.OpeningBalance), patience, cancellation);

    public Task<Tally[]> CountAsync(TimeSpan patience, CancellationToken cancellation) => OfAllAsync(book => book.Count(), patience, cancellation);

    public Task<Statement[]> ReadAsync(TimeSpan patience, CancellationToken cancellation) => OfAllAsync(book => book.Read(), patience, cancellation);

    /// <summary>Leaves nothing of the run in storage or in silos.</summary>
    public Task CloseAsync(TimeSpan patience, CancellationToken cancellation) => OfAllAsync(
        async book =>
        {
            await book.Close();
            return true;
        },
        patience,
        cancellation);

    /// <summary>Asks every book, and again those that do not answer; each question may be asked twice.</summary>
    /// <exception cref="TimeoutException">A book has not answered within <paramref name="patience"/>.</exception>
    private Task<T[]> OfAllAsync<T>(Func<IBookGrain, Task<T>> ask, TimeSpan patience, CancellationToken cancellation) =>
        Task.WhenAll(Enumerable.Range(0, plan.Books).Select(number => UntilAnsweredAsync(number, ask, patience, cancellation)));

    private async Task<T> UntilAnsweredAsync<T>(int number, Func<IBookGrain, Task<T>> ask, TimeSpan patience, CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return await ask(Book(number)).WaitAsync(cancellation);
            }
            catch (Exception exception) when (!cancellation.IsCancellationRequested)
            {
                if (TimeProvider.System.GetElapsedTime(started) > patience)
                {
                    throw new TimeoutException(
                        $"Book {number} of the ledger has not answered for {patience.TotalSeconds:0} s: {exception.GetType().Name}: {exception.Message}",
                        exception);
                }
            }

            await Task.Delay(Pause, cancellation);
        }
    }
}
