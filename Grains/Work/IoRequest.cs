using System.Text.Json.Serialization;

namespace Interleave.Grains.Work;

/// <summary>Something outside the program that a unit waits for.</summary>
[GenerateSerializer, Immutable]
[JsonDerivedType(typeof(WaitRequest), "http")]
[JsonDerivedType(typeof(FileRequest), "file")]
[JsonDerivedType(typeof(QueryRequest), "query")]
[JsonDerivedType(typeof(EndOfQueries), "end")]
public abstract record IoRequest;
