namespace Runtime.Tests.Grains;

internal sealed class FailingGrain : Grain, IFailingGrain
{
    public const string NeverActivates = "never activates";

    private int _failures;

    public override Task OnActivateAsync(CancellationToken cancellationToken) =>
        this.GetPrimaryKeyString() == NeverActivates ? throw new InvalidOperationException("This grain will not wake.") : Task.CompletedTask;

    public async Task Fail(string message)
    {
        _failures++;
        await Task.Yield();
        throw new InvalidOperationException(message, new FormatException("the reason"));
    }

    public Task FailInItsOwnWay(int tray) => throw new OutOfPaperException(tray);

    public Task<int> Failures() => Task.FromResult(_failures);

    public async Task FailUnheard(string ledger)
    {
        await GrainFactory.GetGrain<ILedgerGrain>(ledger).Write("failing");
        throw new InvalidOperationException("Nobody hears this.");
    }
}
