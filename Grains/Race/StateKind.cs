namespace Interleave.Grains.Race;

/// <summary>What units share.</summary>
[GenerateSerializer]
public enum StateKind
{
    /// <summary>One number, to which every step adds one.</summary>
    Counter,

    /// <summary>Accounts, between which every step moves a coin: the sum of money never changes.</summary>
    Bank,
}
