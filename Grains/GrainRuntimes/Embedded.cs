global using OnNamedSiloAttribute = Interleave.Embedded.OnEverySiloAttribute;
