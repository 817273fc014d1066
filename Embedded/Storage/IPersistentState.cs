namespace Interleave.Embedded;

/// <summary>State that a grain's constructor asks for by <see cref="PersistentStateAttribute"/>; it is read before the grain is activated.</summary>
/// <typeparam name="TState">A type that may travel between grains: plain, or marked with [GenerateSerializer].</typeparam>
public interface IPersistentState<TState> : IStorage<TState>;
