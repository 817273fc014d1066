using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Interleave.Client.Models.Processes;

namespace Interleave.Client.Scenarios.Isolation;

/// <summary>A process with units of one model, one of which is made to fail.</summary>
internal abstract class UnitHost : IProcessWork<UnitRequest, UnitReply>
{
    private long _kept;

    public UnitReply Do(UnitRequest request, CancellationToken cancellation)
    {
        if (request.Moments is null)
        {
            return new UnitReply(++_kept, null, 0, []);
        }

        using var moments = SharedMoments.Open(request.Moments);
        var company = new UnitCompany(request, moments);
        var (told, toldAt) = Complete(() => RunAsync(company));
        return new UnitReply(_kept, ProcessError.From(told), toldAt, company.Answers);
    }

    /// <summary>Runs all units of the company.</summary>
    /// <returns>What the caller of the failing unit caught, and when.</returns>
    protected abstract Task<(Exception? Told, long At)> RunAsync(UnitCompany company);

    /// <summary>Is told of a failure by the code that called the unit.</summary>
    protected static (Exception? Told, long At) Told(Exception? failure) => (failure, Stopwatch.GetTimestamp());

    /// <summary>The thread of the request waits for units that await.</summary>
    private static T Complete<T>(Func<Task<T>> run)
    {
        using var completed = new ManualResetEventSlim(false, spinCount: 0);
        var result = default(T);
        ExceptionDispatchInfo? failure = null;
        _ = Task.Run(RunAsync);
        completed.Wait(CancellationToken.None);
        failure?.Throw();
        return result!; // Set where nothing was thrown.

        async Task RunAsync()
        {
            try
            {
                result = await run();
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }

            completed.Set();
        }
    }
}
