using System.Collections.Frozen;
using System.Reflection;

namespace Interleave.Embedded.Calls;

/// <summary>
/// Stands for a grain wherever it is activated: the library makes a class of it for each grain interface, whose methods end in <see cref="Invoke"/>.
/// </summary>
internal class GrainReference : DispatchProxy, IAddressable
{
    private CallRouter _router = null!; // All are set as soon as the library has made the object.
    private FrozenDictionary<MethodInfo, GrainMethod> _methods = null!;

    public GrainId GrainId { get; private set; } = null!; // As above.

    public static TGrainInterface To<TGrainInterface>(GrainId id, CallRouter router)
    {
        var methods = GrainInterface.Of(typeof(TGrainInterface)).Methods;
        var made = Create<TGrainInterface, GrainReference>();
        var reference = (GrainReference)(object)made!; // The library makes one class that is both.
        (reference.GrainId, reference._router, reference._methods) = (id, router, methods);
        return made;
    }

    public override string ToString() => $"GrainReference:{GrainId}";

    /// <summary>References to one grain are equal, whichever of its interfaces they have.</summary>
    public override bool Equals(object? obj) => obj is GrainReference other && other.GrainId == GrainId;

    public override int GetHashCode() => GrainId.GetHashCode();

    // No proxy calls it without a method.
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => _methods[targetMethod!].Invoke(_router, GrainId, args ?? []);
}
