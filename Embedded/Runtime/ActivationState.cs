namespace Interleave.Embedded.Runtime;

/// <summary>The life of an activation.</summary>
internal enum ActivationState : byte
{
    Created,
    Activating,
    Active,
    Deactivating,
    Gone,
}
