namespace Interleave.Embedded;

/// <summary>Names the record that a grain's constructor parameter stands for.</summary>
/// <param name="stateName">Tells apart the records of one grain.</param>
/// <param name="storageName">A store of its own; without one, the default store.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PersistentStateAttribute(string stateName, string? storageName = null) : Attribute
{
    public string StateName { get; } = stateName;

    public string? StorageName { get; } = storageName;
}
