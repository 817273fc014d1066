namespace Interleave.Client.Judging.Claims.Rules.Cancel;

/// <summary>Of a thousand cancelled coroutines and more, each ran its clean-up, and none left its two fields disagreeing.</summary>
internal sealed class CancelledCoroutinesLeaveOrder() : ClaimRule("000-cancel-safe")
{
    /// <summary>That none of a thousand was broken rules out no less than this.</summary>
    private const double OfAThousand = 3.7e-3;

    private static readonly string[] Variants = ["waiting", "computing"];
    private static readonly string[] Models = ["tasks", "loop", "grains"];

    public override Ruling Decide(Evidence evidence) => Ruling.All(
        from name in Variants
        let variant = evidence.At("cancel", name)
        from model in Models
        from ruling in new[] { variant.Events("broken-invariants", model).NeverHappen(OfAThousand), variant.Figure("cleaned-up", model).Always(1) }
        select ruling);
}
