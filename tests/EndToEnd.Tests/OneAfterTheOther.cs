// Each starts a platform or loads one: side by side they would take each other's ports and the machine's two cores.
[assembly: Xunit.CollectionBehavior(DisableTestParallelization = true)]
