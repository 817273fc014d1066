namespace Interleave.Grains.Dinner;

/// <summary>What a friend does at the table.</summary>
[GenerateSerializer]
public enum Doing
{
    Eating,

    /// <summary>Needs the mouth, as eating does: the two take turns.</summary>
    Speaking,

    /// <summary>Needs no mouth: it can go on while the same friend eats.</summary>
    Listening,
}
