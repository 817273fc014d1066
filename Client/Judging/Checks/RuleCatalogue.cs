namespace Interleave.Client.Judging.Checks;

/// <summary>Every rule of this assembly.</summary>
internal static class RuleCatalogue
{
    public static IReadOnlyList<IRule> All { get; } =
    [
        .. typeof(RuleCatalogue).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(IRule)))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (IRule)Activator.CreateInstance(type)!), // Rules have no constructor arguments.
    ];
}
