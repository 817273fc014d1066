using Interleave.Grains.Location;
using Interleave.Grains.Work;

namespace Interleave.Grains.Isolation;

/// <inheritdoc cref="IFallibleGrain"/>
internal abstract class FailingUnit : Grain, IFallibleGrain
{
    private readonly TaskCompletionSource _atWork = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public abstract Task<long> Add();

    public async Task<long> Work(NumberRange range)
    {
        _atWork.TrySetResult();
        await _letGo.Task;
        return Primes.Count(range).Primes;
    }

    public async Task<string> AtWork()
    {
        await _atWork.Task;
        return await ThisSilo.Name;
    }

    public Task LetGo()
    {
        _letGo.TrySetResult();
        return Task.CompletedTask;
    }

    public Task Fail(string message) => throw new FormatException(message);

    public Task<string> FailAndCatch(string message)
    {
        try
        {
            throw new FormatException(message);
        }
        catch (FormatException failure)
        {
            return Task.FromResult(failure.Message);
        }
    }

    public Task<string> Silo() => ThisSilo.Name;
}
