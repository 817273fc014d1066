using Interleave.Grains.Dinner;

namespace Interleave.Client.Scenarios.Dinner;

/// <summary>A part of the meal in which everything may happen side by side.</summary>
internal sealed record Course(IReadOnlyList<Activity> Activities);

/// <summary>What one friend does during one course, step by step.</summary>
internal sealed record Activity(int Friend, Doing Doing, IReadOnlyList<MealStep> Steps)
{
    public string Name => $"friend {Friend} {Doing.ToString().ToLowerInvariant()}";

    /// <summary>Which of a friend's two organs it takes, numbered over all friends: each does one thing at a time.</summary>
    public int Organ => (2 * Friend) + (Doing == Doing.Listening ? 1 : 0);
}
