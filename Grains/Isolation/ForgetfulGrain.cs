namespace Interleave.Grains.Isolation;

/// <inheritdoc cref="IForgetfulGrain"/>
internal sealed class ForgetfulGrain : FailingUnit, IForgetfulGrain
{
    private long _kept;

    public override Task<long> Add() => Task.FromResult(++_kept);
}
