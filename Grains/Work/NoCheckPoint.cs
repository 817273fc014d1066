namespace Interleave.Grains.Work;

/// <summary>For units that the system interrupts by itself, or that let nobody else run.</summary>
public readonly struct NoCheckPoint : ICheckPoint
{
    public void Pass()
    {
    }
}
