namespace Interleave.Embedded;

/// <summary>The kinds of reasons for which an activation ends.</summary>
public enum DeactivationReasonCode : byte
{
    None,
    ShuttingDown,
    ActivationIdle,
    DuplicateActivation,
    ApplicationError,
    ApplicationRequested,
}
