namespace Runtime.Tests.Grains;

[GenerateSerializer]
public sealed class Savings
{
    [Id(0)]
    public int Total { get; set; }

    [Id(1)]
    public List<string> Reasons { get; set; } = [];
}
