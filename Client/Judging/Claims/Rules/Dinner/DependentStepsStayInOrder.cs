namespace Interleave.Client.Judging.Claims.Rules.Dinner;

/// <summary>No step that needs the result of others begins before they have ended, on any model.</summary>
internal sealed class DependentStepsStayInOrder() : ClaimRule("003-sequential")
{
    /// <summary>Of some hundred steps, one in a hundred that came out of order would be seen.</summary>
    private const double OneInAHundred = 0.01;

    private static readonly string[] Models = ["threads", "tasks", "loop", "grains"];

    public override Ruling Decide(Evidence evidence)
    {
        var meal = evidence.At("dinner", "all cores");
        return Ruling.All(Models.Union(meal.Models).Select(model => meal.Events("out-of-order", model).NeverHappen(OneInAHundred)));
    }
}
