namespace Runtime.Tests.Grains;

[GenerateSerializer]
public sealed class OutOfPaperException(int tray) : Exception($"Tray {tray} is empty.")
{
    [Id(0)]
    public int Tray { get; } = tray;
}
