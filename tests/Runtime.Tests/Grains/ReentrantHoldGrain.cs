namespace Runtime.Tests.Grains;

[Reentrant]
internal sealed class ReentrantHoldGrain : Holding, IReentrantHoldGrain;
