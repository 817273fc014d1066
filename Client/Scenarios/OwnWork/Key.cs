namespace Interleave.Client.Scenarios.OwnWork;

/// <summary>A key in the memory that units share; how it is guarded is the model's business.</summary>
internal class Key
{
    public long Count { get; set; }
}
