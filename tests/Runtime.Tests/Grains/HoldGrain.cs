namespace Runtime.Tests.Grains;

internal sealed class HoldGrain : Holding, IHoldGrain;
