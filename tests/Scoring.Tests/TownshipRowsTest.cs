using Assessment.Scoring.Storage;
using Assessment.Testing.Hosts.Permissions;
using Xunit;

namespace Assessment.Scoring.Tests;

[Collection(ScoringService.Name)]
public sealed class TownshipRowsTest(ScoringHost host) : TownshipRows<Program, ScoringDb>(host);
