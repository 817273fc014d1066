namespace Interleave.Client.Scenarios.Isolation;

/// <summary>A process whose units block.</summary>
internal abstract class BlockingUnitHost : UnitHost
{
    protected sealed override Task<(Exception? Told, long At)> RunAsync(UnitCompany company) => Task.FromResult(Run(company));

    protected abstract (Exception? Told, long At) Run(UnitCompany company);

    /// <summary>What a unit does that handles its own failure.</summary>
    /// <returns>What it caught, for its caller.</returns>
    protected static Exception? FailAndCatch(UnitCompany company, Func<bool> pause)
    {
        try
        {
            company.Fail(pause);
            return null;
        }
        catch (FormatException failure)
        {
            return failure;
        }
    }
}
